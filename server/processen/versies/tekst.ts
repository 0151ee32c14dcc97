import { parse } from 'yaml'
import { z } from 'zod'
import { vulBericht, vulRegel } from '#contract/regels/vulBericht.ts'
import type { Bestanden } from '../tables.ts'

/** What stands above the text of a message or document, between lines of `---`. */
const Kop = z.strictObject({
  onderwerp: z.string().default(''),
  titel: z.string().default(''),
  /** A decision or confirmation: by the formal channel, never by sms. */
  formeel: z.boolean().default(false),
  kanaal: z.enum(['email', 'sms', 'brief', 'portaal']).optional(),
  /** What it is for: a klant chooses per purpose how he hears of it. */
  doel: z.enum(['afspraken', 'voortgang', 'antwoorden', 'betalingen', 'nieuws', 'enquetes']).optional(),
  /** Also at night, and never together with others in one mail. */
  spoed: z.boolean().default(false),
  /** What is planned in this zaak goes along, for the calendar of the klant. */
  afspraak: z.boolean().default(false),
  layout: z.enum(['brief', 'rapport']).default('brief'),
  portaal: z.boolean().default(true),
})
export type Tekst = z.infer<typeof Kop> & { tekst: string }

/** @throws a sentence naming the file */
export function leesTekst(bestanden: Bestanden, map: 'berichten' | 'documenten', naam: string): Tekst {
  const pad = `${map}/${naam}.md`
  const inhoud = bestanden[pad]
  if (inhoud === undefined) throw new Error(`Het bestand ${pad} bestaat niet in dit proces.`)
  const [, kop = '', tekst = inhoud] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(inhoud.replace(/\r\n/g, '\n')) ?? []
  const gelezen = Kop.safeParse(parse(kop, { maxAliasCount: 0 }) ?? {})
  if (!gelezen.success) throw new Error(`De kop van ${pad} klopt niet: ${z.prettifyError(gelezen.error)}`)
  return { ...gelezen.data, tekst: tekst.trim() }
}

export function vulTekst({ onderwerp, titel, tekst, ...rest }: Tekst, gegevens: object): Tekst {
  return {
    ...rest,
    onderwerp: vulRegel(onderwerp, gegevens),
    titel: vulRegel(titel || onderwerp, gegevens),
    tekst: vulBericht(tekst, gegevens),
  }
}
