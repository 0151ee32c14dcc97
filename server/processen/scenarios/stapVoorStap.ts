import type { Proefstand, Proefverzoek } from '#contract/procesproef.ts'
import { findTeams } from '#server/beheer/index.ts'
import { listBerichtenVanZaak } from '#server/berichten/index.ts'
import { DomainError } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { toTekst } from '#server/platform/markdown/tekst.ts'
import { listTakenVanZaak } from '#server/taken/index.ts'
import { getZaak, listTermijnen } from '#server/zaken/index.ts'
import { acties as actiesoorten } from '../acties/index.ts'
import { presentProces } from '../present.ts'
import { selectActiesVan } from '../store.ts'
import { neemWaar, type Waarneming } from './neemWaar.ts'
import { beginProef, doeStap, isStoring, nieuweProef, type Proef, type Proefmap, ruimOp, zinVan } from './proef.ts'
import { terugdraaibaar } from './terugdraaibaar.ts'

/** Replaying longer than this is not rehearsing any more; it would hold a transaction too. */
const maxMilliseconden = 10_000

export type Proefuitslag = { stand: Proefstand; gezien: Waarneming | undefined }

/**
 * Plays an example as far as its steps go, inside a transaction that its caller rolls back, and tells where it stands
 * then. A step that is refused is as if it was not done: what is told is how it was before, and why not further.
 * @param klok milliseconds that have passed, for the limit
 */
export async function stapVoorStap(
  gegeven: WriteContext,
  map: Proefmap,
  { start, stappen }: Proefverzoek,
  andere: readonly Proefmap[],
  klok: () => number = () => performance.now(),
): Promise<Proefuitslag> {
  const eind = klok() + maxMilliseconden
  const proef = nieuweProef(gegeven, start, () => {
    if (klok() > eind) throw new Error('Dit duurt te lang. Doe minder stappen, of zet de klok minder ver vooruit.')
  })
  let gedaan = 0
  let fout: Proefstand['fout'] = null
  try {
    await terugdraaibaar(gegeven, () => beginProef(proef, map, andere))
    for (const [nummer, stap] of stappen.entries()) {
      const nu = proef.w
      // The clock is not of the database: it goes back by hand.
      await terugdraaibaar(gegeven, () => doeStap(proef, stap, `stap ${nummer + 1}`)).catch((error: unknown) => {
        proef.w = nu
        throw error
      })
      gedaan = nummer + 1
    }
  } catch (error) {
    if (isStoring(error) && !isVerkeerdGegeven(error)) throw error
    fout = presentFout(error)
  }
  try {
    const gezien = proef.zaakId ? await neemWaar(proef.w, proef.zaakId) : undefined
    return { stand: { gedaan, fout, ...(await presentStand(proef)) }, gezien }
  } finally {
    ruimOp(proef)
  }
}

/** Class 22 of SQLSTATE, data exception: a text that no database keeps, a number that is too large. */
const isVerkeerdGegeven = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('22')

function presentFout(error: unknown): NonNullable<Proefstand['fout']> {
  if (isVerkeerdGegeven(error))
    return {
      melding: 'Deze gegevens kunnen niet bewaard worden: er staat een teken of getal in dat niet kan.',
      velden: [],
    }
  const params = error instanceof DomainError ? (error.invalidParams ?? []) : []
  const velden = params.map(({ name, reason }) => ({ naam: name.replace(/^antwoorden\./, ''), melding: reason }))
  return { melding: velden.length > 0 && error instanceof Error ? error.message : zinVan(error), velden }
}

async function presentStand({ w, zaakId, instantieId }: Proef): Promise<Omit<Proefstand, 'gedaan' | 'fout'>> {
  const nu = w.now.toISOString()
  if (!zaakId) return { nu, proces: null, zaak: null, acties: [], berichten: [], taken: [], termijnen: [] }
  const zaak = await getZaak(w, zaakId)
  const proces = await presentProces(w, zaakId)
  const naamVan = (element: string) => proces.stappen.findLast((stap) => stap.element === element)?.naam || element
  const taken = await listTakenVanZaak(w.db, zaakId)
  const teams = await findTeams(w.db, [...new Set(taken.map(({ team_id }) => team_id))])
  return {
    nu,
    proces,
    zaak: {
      nummer: zaak.nummer,
      omschrijving: zaak.omschrijving,
      status: zaak.status,
      statusNaam: zaak.status_naam,
      wachtOp: zaak.wacht_op,
      resultaat: zaak.resultaat,
      resultaatNaam: zaak.resultaat_naam,
    },
    acties: (await selectActiesVan(w.db, instantieId)).map((actie) => ({
      id: actie.id,
      element: actie.element,
      stap: naamVan(actie.element),
      soort: actie.soort,
      naam: actiesoorten.get(actie.soort)?.label ?? actie.soort,
      status: actie.status,
      invoer: actie.invoer,
      uitvoer: actie.uitvoer,
      fout: actie.fout,
      foutCode: actie.fout_code,
    })),
    berichten: (await listBerichtenVanZaak(w.db, zaakId)).map(({ id, kanaal, aan, onderwerp, tekst }) => ({
      id,
      kanaal,
      aan,
      onderwerp,
      tekst: toTekst(tekst),
    })),
    taken: taken.map(({ onderwerp, team_id, deadline, prioriteit, status }) => ({
      onderwerp,
      team: teams.get(team_id)?.naam ?? '',
      deadline,
      prioriteit,
      status,
    })),
    termijnen: (await listTermijnen(w.db, zaakId)).map(({ naam, soort, uiterste_op, status }) => ({
      naam,
      soort,
      uitersteOp: uiterste_op,
      status,
    })),
  }
}
