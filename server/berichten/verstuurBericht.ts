import type { BerichtDoel, BerichtKanaal } from '#contract/berichten.ts'
import { erfAfscherming } from '#server/beheer/index.ts'
import { invalid, notFound } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueue } from '#server/platform/jobs/jobs.ts'
import { partijNaam } from '#server/relaties/index.ts'
import { findZaken } from '#server/zaken/index.ts'
import { bereikbaarVan, findGeadresseerde } from './bereikbaar.ts'
import { changed } from './changed.ts'
import { type Keuze, kiesKanaal } from './regels/kiesKanaal.ts'
import { wanneer } from './regels/wanneer.ts'
import { smsKan } from './smsKan.ts'
import { insertBericht, selectBySleutel, selectVorige } from './store.ts'
import type { BerichtBijlage, BerichtRow, Leestaal } from './tables.ts'
import { verzendregels } from './verzendregels.ts'
import { keuzeVoor } from './voorkeuren/keuzeVoor.ts'

export type NewBericht = {
  /** Of the sender: the same sleutel again is the same message, not a second one. */
  sleutel: string
  partijId?: string | null
  /** For who is no klant: an e-mail address, a telephone number with +, or the lines of an address. */
  aan?: string
  aanNaam?: string
  /** A decision or confirmation: never by sms, never switched off, never held back. */
  formeel: boolean
  /** What it is for: the klant chose a way per purpose. Default `wettelijk` for what is formal, else `voortgang`. */
  doel?: BerichtDoel
  /** Also at night, and by itself: the craftsman is on his way, the gas is off. */
  spoed?: boolean
  onderwerp: string
  /** Markdown, filled in already (`vulBericht`). */
  tekst: string
  /** Default: what the klant likes best, then e-mail, sms, letter. */
  kanaal?: BerichtKanaal
  zaakId?: string | null
  bijlagen?: readonly BerichtBijlage[]
  /** An appointment that goes along, as iCalendar (`agendabestand` of afspraken). */
  agenda?: string
  vertrouwelijk?: boolean
  taal?: string
}

/**
 * Puts a message in the outbox, in the transaction of what it tells about; a worker sends it after the commit. Who cannot
 * be reached at all is no reason to stop: the message is there as `mislukt`, for somebody to call him.
 * @throws 400 without partijId and aan, 404 for a partij or zaak that does not exist
 */
export async function verstuurBericht(w: WriteContext, input: NewBericht): Promise<BerichtRow> {
  const earlier = await selectBySleutel(w.db, input.sleutel)
  if (earlier) return earlier
  checkBijlagen(input.bijlagen ?? [])
  const zaak = input.zaakId ? (await findZaken(w.db, [input.zaakId])).get(input.zaakId) : undefined
  if (input.zaakId && !zaak) throw notFound()
  const doel = doelVan(input)
  const { partijId, naam, keuze, leestaal } = await adresseer(w, { ...input, doel })
  const bijlagen = [...(input.bijlagen ?? [])]
  const vast = { doel, formeel: input.formeel, spoed: input.spoed ?? false, agenda: input.agenda ?? '', bijlagen }
  const bericht = await insertBericht(w.tx, {
    id: newId(),
    sleutel: input.sleutel,
    partij_id: partijId,
    zaak_id: zaak?.id ?? null,
    kanaal: isWeg(keuze) ? keuze.kanaal : (input.kanaal ?? 'email'),
    vertrouwelijk: input.vertrouwelijk ?? zaak?.vertrouwelijk ?? false,
    aan: isWeg(keuze) ? keuze.aan : '',
    aan_naam: naam,
    onderwerp: input.onderwerp.replace(/\s+/g, ' ').trim().slice(0, 200),
    tekst: input.tekst,
    taal: input.taal ?? 'nl',
    leestaal,
    reden: isWeg(keuze) ? keuze.reden : '',
    ...vast,
    ...(await standVan(w, keuze, { ...vast, partij_id: partijId })),
    aangemaakt_op: w.now,
    aangemaakt_door: w.actor.medewerkerId,
  })
  // Another transaction used the sleutel in between: it is committed, or we would still be waiting for it.
  if (!bericht) return (await selectBySleutel(w.db, input.sleutel)) ?? verstuurBericht(w, input)
  await erfAfscherming(w, { van: [bericht.zaak_id], objectSoort: 'bericht', objectId: bericht.id })
  await enqueueBericht(w, bericht)
  return changed(w, bericht, bericht.status === 'mislukt' ? 'bericht.mislukt' : 'bericht.klaargezet')
}

/** Nothing to enqueue for what waits for a person or is there already. */
export async function enqueueBericht(w: WriteContext, bericht: BerichtRow): Promise<void> {
  if (bericht.status !== 'klaar' || bericht.volgende_poging === null) return
  const options = { key: `bericht:${bericht.id}`, at: bericht.volgende_poging, maxAttempts: 1 }
  await enqueue(w, 'bericht.versturen', { berichtId: bericht.id }, options)
}

const isWeg = (keuze: Keuze | 'afgemeld' | undefined): keuze is Keuze => typeof keuze === 'object'

export const doelVan = ({ doel, formeel }: Pick<NewBericht, 'doel' | 'formeel'>): BerichtDoel =>
  doel ?? (formeel ? 'wettelijk' : 'voortgang')

/** A letter waits for the printer, the portal shows it at once, the rest is for the worker: now, or when it suits. */
export async function standVan(
  w: WriteContext,
  keuze: Keuze | 'afgemeld' | undefined,
  bericht: Pick<BerichtRow, 'doel' | 'formeel' | 'spoed' | 'partij_id' | 'bijlagen' | 'agenda'>,
) {
  const leeg = { fout: '', volgende_poging: null, verstuurd_op: null } as const
  if (!keuze) {
    const fout = 'Er is geen e-mailadres, mobiel nummer of postadres bekend waarop de klant te bereiken is.'
    return { ...leeg, status: 'mislukt', fout } as const
  }
  if (keuze === 'afgemeld')
    return { ...leeg, status: 'ingetrokken', fout: 'De klant wil hierover geen berichten krijgen.' } as const
  if (keuze.kanaal === 'portaal') return { ...leeg, status: 'verstuurd', verstuurd_op: w.now } as const
  if (keuze.kanaal === 'brief') return { ...leeg, status: 'klaar' } as const
  const vraag = { ...bericht, kanaal: keuze.kanaal, bijlagen: bericht.bijlagen.length > 0 || bericht.agenda !== '' }
  const vorige = bericht.partij_id ? await selectVorige(w.db, bericht.partij_id, keuze.aan) : undefined
  const moment = wanneer(vraag, w.now, vorige, await verzendregels(w.db))
  return { ...leeg, status: 'klaar', volgende_poging: moment } as const
}

/** Who gets it, and how. */
export async function adresseer(
  w: WriteContext,
  input: Pick<NewBericht, 'partijId' | 'aan' | 'aanNaam' | 'formeel' | 'kanaal'> & { doel: BerichtDoel },
): Promise<{ partijId: string | null; naam: string; keuze: Keuze | 'afgemeld' | undefined; leestaal: Leestaal }> {
  const partij = input.partijId ? await findGeadresseerde(w.db, input.partijId) : undefined
  if (input.partijId && !partij) throw notFound()
  const naam = input.aanNaam ?? (partij ? ((await partijNaam(w.db, partij.id)) ?? '') : '')
  const leestaal = !partij || partij.voorkeurstaal === 'nld' ? 'nl' : 'en'
  const wie = { partijId: partij?.id ?? null, naam, leestaal } as const
  if (input.aan) return { ...wie, keuze: { kanaal: kanaalVan(input.aan), aan: input.aan, reden: 'opgegeven' } }
  if (!partij) throw invalid('aan', 'ontbreekt', 'Kies aan wie het bericht gaat.')
  const keuze = kiesKanaal(await bereikbaarVan(w.db, partij.id, w.now), {
    formeel: input.formeel,
    gevraagd: input.kanaal,
    keuze: await keuzeVoor(w.db, partij.id, input.doel),
    smsKan: smsKan(w.organisatie),
  })
  return { ...wie, keuze }
}

function kanaalVan(aan: string): BerichtKanaal {
  if (/^[^\s@]+@[^\s@]+$/.test(aan)) return 'email'
  return /^\+\d{6,15}$/.test(aan) ? 'sms' : 'brief'
}

const maxBijlagen = 10
const maxOmvang = 20 * 1024 * 1024

/** What most mail servers still take. */
function checkBijlagen(bijlagen: readonly BerichtBijlage[]): void {
  const omvang = bijlagen.reduce((som, each) => som + each.omvang, 0)
  if (bijlagen.length > maxBijlagen || omvang > maxOmvang)
    throw invalid('bijlagen', 'te-groot', 'Een bericht heeft hoogstens 10 bijlagen, samen 20 MB.')
}
