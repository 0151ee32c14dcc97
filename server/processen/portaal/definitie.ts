import { z } from 'zod'
import { Domein } from '#contract/portaal/toegang.ts'
import { WieDoetWat } from '#contract/portaal/zaken.ts'
import { ZaakStatusCode } from '#contract/zaken.ts'
import { invalid, invalidParams } from '#server/platform/errors.ts'

const zin = (max: number) => z.string().trim().min(1).max(max)
/** Dutch, or both languages of the portal. */
const Tekst = (max: number) =>
  z.union([zin(max).transform((nl) => ({ nl, en: nl })), z.strictObject({ nl: zin(max), en: zin(max) })])
type Tweetalig = { nl: string; en: string }
const Bericht = z.string().min(1).max(100)

const Stand = z.strictObject({
  /** What the customer reads as long as it stands there: "Wij plannen een monteur." */
  tekst: Tekst(300),
  wie: WieDoetWat.shape.wie.default('wij'),
  /** What comes after it. */
  volgende: Tekst(300).optional(),
  /** For the customer it is done, though the process still listens whether it really is. */
  klaar: z.boolean().default(false),
  /** Asks for a second proof that it is he, when it is his step. */
  sterk: z.boolean().default(false),
})

/** `portaal.json`: how a process is offered and followed by customers. Without it the portal does not offer it. */
export const Portaaldefinitie = z.strictObject({
  /** False: only followed, never begun by a customer. */
  aanbieden: z.boolean().default(true),
  naam: Tekst(80),
  omschrijving: Tekst(300),
  /** What people type when they look for it. */
  woorden: z.array(zin(60)).max(60).default([]),
  domein: Domein,
  /** It is about the home: everybody who rents it sees its zaken. */
  gedeeld: z.boolean().default(false),
  /** Beginning it asks for a second proof that it is he. */
  sterk: z.boolean().default(false),
  /** Only for who has a contract. */
  woningNodig: z.boolean().default(true),
  volgorde: z.int().min(0).max(1000).default(100),
  icoon: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .default('document'),
  /** What he can do with a zaak: the message of the process that it is. It can only be done while the process waits for it. */
  acties: z
    .strictObject({
      aanvullen: Bericht.optional(),
      intrekken: Bericht.optional(),
      tochNietOpgelost: Bericht.optional(),
      verzetten: Bericht.optional(),
    })
    .default({}),
  /** What stands on the button, when the usual words do not fit. */
  actieteksten: z.strictObject({ intrekken: Tekst(40).optional(), tochNietOpgelost: Tekst(40).optional() }).default({}),
  /** Which name of the data is the appointment: `{ begin, eind }`. */
  afspraken: z
    .array(z.strictObject({ naam: z.string().max(60), titel: Tekst(100) }))
    .max(10)
    .default([]),
  /** By element, the one that matters most first: of several at once that one is read. */
  stappen: z.record(z.string().max(200), Stand).default({}),
  /** By status of the zaak, when no step has words of its own. */
  statussen: z.partialRecord(ZaakStatusCode, Tekst(300)).default({}),
  /** Who does what by when, after sending. */
  daarna: z
    .array(z.strictObject({ wie: WieDoetWat.shape.wie, wat: Tekst(300) }))
    .max(6)
    .default([]),
})
export type Portaaldefinitie = z.infer<typeof Portaaldefinitie>
export type { Tweetalig }

/** @throws 400 naming the file and the place in it */
export function leesPortaal(tekst: string | undefined): Portaaldefinitie | null {
  if (tekst === undefined) return null
  let waarde: unknown
  try {
    waarde = JSON.parse(tekst)
  } catch {
    throw invalid('portaal.json', 'onleesbaar', 'Dit bestand is geen geldige JSON.')
  }
  const gelezen = Portaaldefinitie.safeParse(waarde)
  if (gelezen.success) return gelezen.data
  throw invalidParams(
    gelezen.error.issues.slice(0, 20).map(({ path, message, code }) => ({
      name: ['portaal.json', path.join('.')].filter(Boolean).join('#'),
      code: code ?? 'ongeldig',
      reason: message,
    })),
  )
}
