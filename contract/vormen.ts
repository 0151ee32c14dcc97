import { z } from 'zod'

/** Shapes that several contracts share. Dates are ISO strings; a moment is always UTC with `Z`. */
export const Id = z.uuid()
export const Datum = z.iso.date('Vul een datum in als jjjj-mm-dd.')
export const Moment = z.iso.datetime()
export const Versie = z.int().positive()

export const IdParams = z.strictObject({ id: Id })

/** Control characters never enter the database: they break exports, logs and screens. */
const controlCharacters = /[^\P{Cc}\n\t]|[\u2028\u2029]/gu

/** One line of text: control characters out, white space collapsed. */
export function regel(max: number, min = 0) {
  return z
    .string()
    .max(max * 2, `Gebruik hoogstens ${max} tekens.`)
    .transform((text) => text.normalize('NFC').replace(controlCharacters, '').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(min, 'Vul dit veld in.').max(max, `Gebruik hoogstens ${max} tekens.`))
}

/** Text of several lines: control characters out, line breaks kept. */
export function tekst(max: number, min = 0) {
  return z
    .string()
    .max(max + 1000, `Gebruik hoogstens ${max} tekens.`)
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(controlCharacters, '').trim())
    .pipe(z.string().min(min, 'Vul dit veld in.').max(max, `Gebruik hoogstens ${max} tekens.`))
}

/** A keyset page: `volgende` is opaque; absent on the last page. */
export function bladzijde<T extends z.ZodType>(rij: T) {
  return z.object({ rijen: z.array(rij), volgende: z.string().optional() })
}

export const BladzijdeQuery = z.strictObject({
  na: z.string().max(200).optional(),
  aantal: z.coerce.number().int().min(1).max(100).default(25),
})

/** Query strings carry booleans as text. */
export const JaNee = z.enum(['true', 'false']).transform((value) => value === 'true')

/** Who did it, as shown on screen. */
export const MedewerkerKort = z.object({ id: Id, naam: z.string() })
export type MedewerkerKort = z.infer<typeof MedewerkerKort>

/** A team, as shown on screen. */
export const TeamKort = z.object({ id: Id, code: z.string(), naam: z.string() })

/** No body (204). */
export const Leeg = z.void()
