import { z } from 'zod'
import type { WachtSoort } from '#contract/processen.ts'
import { systemActor, type WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { dequeue, enqueue } from '#server/platform/jobs/jobs.ts'
import { createTaak, sluitTaak } from '#server/taken/index.ts'
import { meldActie } from '../meldWijziging.ts'
import type { Stap } from '../model/procesmodel.ts'
import { ProcesFout, type Wachtpunt } from '../motor/soorten.ts'
import { deleteWacht, insertWacht, selectActieVan, selectWacht, updateActie } from '../store.ts'
import type { ProcesWachtRow } from '../tables.ts'
import { type Gehouden, isNieuw } from './gehouden.ts'
import { teamVan } from './team.ts'
import { nooit } from './tijdstip.ts'
import type { Feel } from './voer.ts'

/** Makes the waits in the database what the engine says that waits: taken, timers and actions come and go with them. */
export async function werkBijWacht(
  w: WriteContext,
  gehouden: Gehouden,
  punten: readonly Wachtpunt[],
  feel: Feel,
): Promise<void> {
  const eerder = isNieuw(gehouden) ? [] : await selectWacht(w.db, gehouden.instantie.id)
  const blijft = new Set(punten.map(({ sleutel }) => sleutel))
  for (const rij of eerder) if (!blijft.has(rij.sleutel)) await ruimOp(w, rij)
  const bekend = new Set(eerder.map(({ sleutel }) => sleutel))
  for (const punt of punten) if (!bekend.has(punt.sleutel)) await begin(w, gehouden, punt, feel)
}

/** What is not waited for any more is taken back; the row goes first, so that nothing hears of its own doing. */
async function ruimOp(w: WriteContext, rij: ProcesWachtRow): Promise<void> {
  await deleteWacht(w.tx, rij.id)
  if (rij.soort === 'timer') await dequeue(w, `wacht:${rij.id}`)
  if (rij.taak_id)
    await sluitTaak(w, rij.taak_id, { als: 'geannuleerd', uitkomst: 'Niet meer nodig: de zaak ging verder.' })
  // Also a timer that could not go on is on the list of what failed.
  const actie = await selectActieVan(w.db, rij.instantie_id, rij.sleutel)
  if (!actie || !['klaar_te_staan', 'mislukt', 'bezig'].includes(actie.status)) return
  await updateActie(w.tx, actie, { status: 'vervallen', klaar_op: w.now, volgende_poging: null })
  await dequeue(w, `actie:${actie.id}`)
  if (actie.fout) await meldActie(w, actie)
}

async function begin(w: WriteContext, gehouden: Gehouden, punt: Wachtpunt, feel: Feel): Promise<void> {
  const { instantie, geladen } = gehouden
  const stap = geladen.model.stappen.get(punt.element)
  const rij: ProcesWachtRow = {
    id: newId(),
    instantie_id: instantie.id,
    element: punt.element,
    sleutel: punt.sleutel,
    soort: soortVan(punt, stap),
    naam: punt.naam,
    taak_id: null,
    op: punt.op && punt.op < nooit ? punt.op : null,
    lokaal: punt.lokaal,
    sinds: w.now,
  }
  if (rij.soort === 'taak' && stap) rij.taak_id = await maakTaak(w, gehouden, stap, punt, feel)
  await insertWacht(w.tx, rij)
  if (rij.soort === 'timer' && rij.op)
    await enqueue(w, 'processen.wekker', { wachtId: rij.id }, { key: `wacht:${rij.id}`, at: rij.op })
}

function soortVan(punt: Wachtpunt, stap: Stap | undefined): WachtSoort {
  return punt.soort === 'taak' && stap?.team === 'klant' ? 'formulier' : punt.soort
}

async function maakTaak(
  w: WriteContext,
  { zaak, geladen }: Gehouden,
  stap: Stap,
  punt: Wachtpunt,
  feel: Feel,
): Promise<string> {
  const waarde = (tekst: string) => (tekst.startsWith('=') ? feel(tekst.slice(1), punt.lokaal) : tekst)
  const code = String(waarde(stap.team) || geladen.model.team || '')
  const team = code
    ? await teamVan(w.db, code).catch((error: unknown) => {
        throw new ProcesFout(stap.id, error instanceof Error ? error.message : String(error))
      })
    : undefined
  const teamId = team?.id ?? zaak.team_id
  if (!teamId) throw new ProcesFout(stap.id, 'Bij deze stap staat geen team, en het proces heeft er ook geen.')
  const lus = Object.values(punt.lokaal).flatMap(itemnaam)[0]
  const taak = await createTaak(
    { ...w, actor: systemActor },
    {
      teamId,
      soort: geladen.proces,
      onderwerp: `${stap.naam || stap.id}${lus ? `: ${lus}` : ''}`.slice(0, 200),
      toelichting: stap.toelichting,
      prioriteit: Prioriteit.parse(waarde(stap.prioriteit)),
      termijnWerkdagen: Werkdagen.parse(waarde(stap.termijn)),
      partijId: zaak.partij_id,
      eenheidId: zaak.eenheid_id,
      zaakId: zaak.id,
      vertrouwelijk: zaak.vertrouwelijk,
    },
  )
  return taak.id
}

/** In a repetition: which one this task is about. */
function itemnaam(deel: unknown): string[] {
  if (typeof deel === 'string') return [deel]
  const naam = typeof deel === 'object' && deel !== null && 'naam' in deel ? deel.naam : undefined
  return typeof naam === 'string' ? [naam] : []
}

// An expression may give anything: what is no priority or number of days counts as not said.
const Prioriteit = z.enum(['laag', 'normaal', 'hoog']).catch('normaal')
const Werkdagen = z.coerce.number().int().min(1).max(1000).nullable().catch(null)
