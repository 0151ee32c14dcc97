import { z } from 'zod'
import { ErpGeweigerd } from '#server/erp/index.ts'

/** VERA marks nothing as required, and an ERP may send `null` for what it has not. */
export const wel = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((waarde): z.output<S> | undefined => waarde ?? undefined)

/** A list that may be absent. */
export const lijst = <S extends z.ZodType>(schema: S) =>
  z
    .array(schema)
    .nullish()
    .transform((waarde) => waarde ?? [])

/** VERA Referentiedata: only the code counts, the name is for people. */
export const code = z
  .object({ code: z.string().nullish() })
  .nullish()
  .transform((waarde) => waarde?.code ?? undefined)

/** A code of a list of which we act on every value: an unknown one is nonsense, not a guess. */
export const codeUit = <T extends string>(...codes: readonly T[]) =>
  z.object({ code: z.enum(codes) }).transform((waarde) => waarde.code)

/** The keys that every VERA object has. */
export const sleutels = { id: wel(z.string()), idExtern: wel(z.string()), code: wel(z.string()) }
export const Sleutels = z.object(sleutels)
export type Sleutels = z.output<typeof Sleutels>

/** The pattern that VERA prescribes: UTC with a Z. */
const tijdstip = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/
export const moment = z
  .string()
  .regex(tijdstip, 'geen tijdstip in UTC')
  .refine((tekst) => bestaat(() => Temporal.Instant.from(tekst)), 'geen bestaand tijdstip')

/** A day; an ERP that sends a moment where VERA wants a day means the day in it. */
export const dag = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:T.*)?$/, 'geen datum')
  .transform((tekst) => tekst.slice(0, 10))
  .refine((tekst) => bestaat(() => Temporal.PlainDate.from(tekst)), 'geen bestaande datum')

/** `Date` makes 2 March of 30 February. */
function bestaat(lees: () => unknown): boolean {
  try {
    lees()
    return true
  } catch {
    return false
  }
}

/** VERA money is a float in euros. More than two decimals is not money: refused rather than rounded. */
export const bedrag = z.number().transform((euro, ctx) => {
  const cent = Math.round(euro * 100)
  if (Math.abs(euro * 100 - cent) < 1e-4 && Number.isSafeInteger(cent)) return cent
  ctx.addIssue({ code: 'custom', message: 'een bedrag heeft hoogstens twee decimalen' })
  return z.NEVER
})

export function inEuro(cent: number): number {
  if (!Number.isSafeInteger(cent)) throw new ErpGeweigerd('niet-te-versturen', `${cent} is geen bedrag in hele centen.`)
  return cent / 100
}

/** A moment as VERA wants it. */
export function alsTijdstip(tekst: string): string {
  const datum = new Date(tekst)
  if (Number.isNaN(datum.getTime())) throw new ErpGeweigerd('niet-te-versturen', `${tekst} is geen tijdstip.`)
  return datum.toISOString().replace('.000Z', 'Z')
}

export const alsCode = (waarde: string | undefined) => (waarde === undefined ? undefined : { code: waarde })

/** Leaves out what is not there, so that a PATCH says only what changes. */
export function gevuld<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, waarde]) => waarde !== undefined)) as T
}

/** Bericht-basis: what the standard has no place for goes in named attributes. */
export const extraAttributen = {
  'extra-attributen': lijst(z.object({ naam: wel(z.string()), waarde: wel(z.string()) })),
}
export type MetExtra = { 'extra-attributen': { naam: string | undefined; waarde: string | undefined }[] }

export function extraVan(bericht: MetExtra, naam: string): string | undefined {
  return bericht['extra-attributen'].find((each) => each.naam === naam)?.waarde
}

export function alsExtra(waarden: Record<string, string | undefined>): { naam: string; waarde: string }[] | undefined {
  const gevuld = Object.entries(waarden).flatMap(([naam, waarde]) => (waarde === undefined ? [] : [{ naam, waarde }]))
  return gevuld.length > 0 ? gevuld : undefined
}
