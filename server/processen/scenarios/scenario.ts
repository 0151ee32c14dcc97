import { parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { Proefstap, Proefstart } from '#contract/procesproef.ts'
import { ZaakStatusCode } from '#contract/zaken.ts'
import type { Bestanden } from '../tables.ts'

const Gegevens = z.record(z.string(), z.unknown())

/** What must be so. What is not named may be anything; lists of names must all be there. */
const Verwacht = z.strictObject({
  klaar: z.boolean().optional(),
  status: ZaakStatusCode.optional(),
  wachtOp: z.enum(['klant', 'derde']).nullable().optional(),
  resultaat: z.string().optional(),
  /** Exactly these elements wait, in any order; events on an edge only when they are named. */
  wacht: z.array(z.string()).optional(),
  /** These were gone through, in this order. */
  stappen: z.array(z.string()).optional(),
  niet: z.array(z.string()).optional(),
  taken: z
    .array(
      z.strictObject({
        team: z.string().optional(),
        onderwerp: z.string().optional(),
        deadline: z.string().optional(),
        prioriteit: z.string().optional(),
        status: z.string().optional(),
      }),
    )
    .optional(),
  berichten: z.array(z.string()).optional(),
  documenten: z.array(z.string()).optional(),
  acties: z.array(z.string()).optional(),
  /** Decision → numbers of the rules that led to it, the last time. */
  beslissingen: z.record(z.string(), z.array(z.number())).optional(),
  gegevens: Gegevens.optional(),
  termijnen: z
    .array(z.strictObject({ naam: z.string(), uiterste: z.string().optional(), status: z.string().optional() }))
    .optional(),
  gestart: z.array(z.string()).optional(),
})
export type Verwacht = z.infer<typeof Verwacht>

const Stap = z.union([Proefstap, z.strictObject({ verwacht: Verwacht })])

export const Scenario = z.strictObject({
  naam: z.string().min(3),
  gegeven: Proefstart,
  stappen: z.array(Stap).default([]),
  verwacht: Verwacht.default({}),
})
export type Scenario = z.infer<typeof Scenario>

/**
 * Every scenario of a folder; one file may hold several, with `---` between.
 * @throws a sentence naming the file
 */
export function leesScenarios(bestanden: Bestanden): { bestand: string; scenario: Scenario }[] {
  return Object.entries(bestanden)
    .filter(([pad]) => pad.startsWith('scenarios/'))
    .flatMap(([bestand, tekst]) =>
      parseAllDocuments(tekst).map((document, nummer) => {
        const [fout] = document.errors
        if (fout) throw new Error(`${bestand}: ${fout.message}`)
        // Dates stay text: the schema of YAML 1.2 knows none. Aliases could make a small file large.
        const gelezen = Scenario.safeParse(document.toJS({ maxAliasCount: 0 }))
        if (!gelezen.success) throw new Error(`${bestand}, scenario ${nummer + 1}: ${z.prettifyError(gelezen.error)}`)
        return { bestand, scenario: gelezen.data }
      }),
    )
}
