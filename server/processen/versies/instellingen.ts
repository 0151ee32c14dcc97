import { z } from 'zod'

/** A value with the day from which it counts: law and policy change, and a case is judged by what held then. */
const Instelling = z.strictObject({
  label: z.string().min(1),
  uitleg: z.string().default(''),
  /** Article of the law or the source. */
  bron: z.string().default(''),
  waarden: z.array(z.strictObject({ vanaf: z.iso.date(), waarde: z.json() })).min(1),
})
export const Procesinstellingen = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), Instelling)
export type Procesinstellingen = z.infer<typeof Procesinstellingen>

/** What holds on a day; what does not hold yet is null. */
export function instellingenOp(instellingen: Procesinstellingen, dag: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(instellingen).map(([naam, { waarden }]) => {
      const geldend = waarden.filter(({ vanaf }) => vanaf <= dag).sort((a, b) => a.vanaf.localeCompare(b.vanaf))
      return [naam, geldend.at(-1)?.waarde ?? null]
    }),
  )
}
