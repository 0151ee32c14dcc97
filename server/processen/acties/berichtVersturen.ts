import { z } from 'zod'
import { agendaVoorZaak } from '#server/afspraken/index.ts'
import { verstuurBericht } from '#server/berichten/index.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { selectActiesVan } from '../store.ts'
import { leesTekst, vulTekst } from '../versies/tekst.ts'
import { actie } from './actie.ts'
import { documentMaken } from './documentMaken.ts'

export const berichtinvoer = z.strictObject({
  /** Name of the file in `berichten/`, without .md. */
  bericht: z.string().regex(/^[a-z0-9-]+$/),
  /** Who gets it; default: the klant of the zaak. */
  partijId: z.uuid().nullable().default(null),
  /** For who is no klant: an e-mail address or telephone number. */
  aan: z.string().max(200).default(''),
  aanNaam: z.string().max(200).default(''),
  kanaal: z.enum(['email', 'sms', 'brief', 'portaal']).optional(),
  /** Documents that were made for this zaak and go along: names of files in `documenten/`, without .md. */
  bijlagen: z
    .array(z.string().regex(/^[a-z0-9-]+$/))
    .max(10)
    .default([]),
  /** What the text may use besides the data of the case. */
  gegevens: z.record(z.string(), z.unknown()).default({}),
})
export const berichtuitvoer = z.strictObject({ berichtId: z.string(), kanaal: z.string(), status: z.string() })

/** In the database only: the outbox sends it after the commit, once by its sleutel. */
export const verstuur = (sleutelVan: (sleutel: string, zaakId: string) => string) =>
  async function voer(
    w: Parameters<typeof verstuurBericht>[0],
    { instantieId, zaak, geladen, context, sleutel }: Parameters<Parameters<typeof actie>[0]['voer']>[1],
    { bericht, partijId, aan, aanNaam, kanaal, bijlagen, gegevens }: z.output<typeof berichtinvoer>,
    nawoord = '',
  ) {
    const tekst = vulTekst(leesTekst(geladen.bestanden, 'berichten', bericht), { ...context, ...gegevens })
    const via = kanaal ?? tekst.kanaal
    const aanWie = partijId ?? (aan ? null : zaak.partij_id)
    if (!aanWie && !aan) return { berichtId: '', kanaal: '', status: 'geen-ontvanger' }
    const agenda = tekst.afspraak ? await agendaVoorZaak(w, zaak.id) : undefined
    const rij = await verstuurBericht(w, {
      sleutel: sleutelVan(sleutel, zaak.id),
      partijId: aanWie,
      ...(aan && { aan, aanNaam }),
      formeel: tekst.formeel,
      spoed: tekst.spoed,
      ...(tekst.doel && { doel: tekst.doel }),
      ...(agenda && { agenda }),
      onderwerp: tekst.onderwerp || tekst.titel,
      tekst: tekst.tekst + nawoord,
      ...(via && { kanaal: via }),
      zaakId: zaak.id,
      bijlagen: await documentenVan(w.db, instantieId, bijlagen),
      vertrouwelijk: zaak.vertrouwelijk,
    })
    return { berichtId: rij.id, kanaal: rij.kanaal, status: rij.status }
  }

/** Of each name the last that was made. @throws when one was never made: a letter must not go without its decision */
async function documentenVan(db: Db, instantieId: string, namen: readonly string[]) {
  const acties = namen.length > 0 ? await selectActiesVan(db, instantieId) : []
  return namen.map((naam) => {
    const gemaakt = acties.findLast(
      ({ soort, status, invoer }) => soort === documentMaken.naam && status === 'gelukt' && invoer['document'] === naam,
    )
    if (!gemaakt?.uitvoer) throw new Error(`Het document "${naam}" is voor deze zaak nog niet gemaakt.`)
    return Gemaakt.parse(gemaakt.uitvoer)
  })
}
const Gemaakt = z
  .object({ bestandsnaam: z.string(), omvang: z.number(), opslagsleutel: z.string() })
  .transform((document) => ({ ...document, mediatype: 'application/pdf' }))

export const berichtVersturen = actie({
  naam: 'bericht.versturen',
  label: 'Bericht versturen',
  uitleg:
    'Stuurt een bericht uit de map berichten aan de klant, via het kanaal van zijn voorkeur. Een formeel bericht gaat nooit per sms.',
  invoer: berichtinvoer,
  uitvoer: berichtuitvoer,
  voer: verstuur((sleutel) => sleutel),
})
