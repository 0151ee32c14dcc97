import { z } from 'zod'
import { findTeams } from '#server/beheer/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import { emit } from '#server/platform/events/emit.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { type JobHandlers, job } from '#server/platform/jobs/jobs.ts'
import { createTaak } from '#server/taken/index.ts'
import { audience } from '../changed.ts'
import { selectZaken } from '../store.ts'
import type { ZaakRow, ZaakTermijnRow } from '../tables.ts'
import { lockTeWaarschuwen, lockVerstreken, updateTermijn } from './store.ts'

/** So many in one transaction: after a weekend there may be thousands, and none of them is urgent to the second. */
const perKeer = 200

export const termijnJobs: JobHandlers = {
  'zaken.termijnen': job({ payload: z.object({}), cron: '* * * * *', run: bewaakTermijnen }),
}

/** Warns once of each term that comes near, and marks once each that has passed. */
export async function bewaakTermijnen(ctx: ReadContext): Promise<void> {
  const vandaag = dagVan(ctx.now)
  while (
    (await write(ctx, async (w) => each(w, await lockTeWaarschuwen(w.tx, vandaag, perKeer), waarschuw))) === perKeer
  ) {}
  while ((await write(ctx, async (w) => each(w, await lockVerstreken(w.tx, vandaag, perKeer), markeer))) === perKeer) {}
}

/** Of one zaak, in the transaction of `w`: for a rehearsal, which has a clock of its own. */
export async function bewaakTermijnenVan(w: WriteContext, zaakId: string): Promise<void> {
  const vandaag = dagVan(w.now)
  await each(w, await lockTeWaarschuwen(w.tx, vandaag, perKeer, zaakId), waarschuw)
  await each(w, await lockVerstreken(w.tx, vandaag, perKeer, zaakId), markeer)
}

async function each(
  w: WriteContext,
  termijnen: ZaakTermijnRow[],
  work: (w: WriteContext, termijn: ZaakTermijnRow, zaak: ZaakRow) => Promise<void>,
): Promise<number> {
  const zaken = new Map(
    (
      await selectZaken(
        w.db,
        termijnen.map((termijn) => termijn.zaak_id),
      )
    ).map((zaak) => [zaak.id, zaak]),
  )
  for (const termijn of termijnen) {
    const zaak = zaken.get(termijn.zaak_id)
    if (zaak) await work(w, termijn, zaak)
  }
  return termijnen.length
}

async function waarschuw(w: WriteContext, termijn: ZaakTermijnRow, zaak: ZaakRow): Promise<void> {
  await updateTermijn(w.tx, termijn.id, { gewaarschuwd_op: w.now })
  await tell(w, 'zaak.termijn-nadert', termijn, zaak)
}

async function markeer(w: WriteContext, termijn: ZaakTermijnRow, zaak: ZaakRow): Promise<void> {
  await updateTermijn(w.tx, termijn.id, { status: 'overschreden', overschreden_op: w.now })
  await tell(w, 'zaak.termijn-overschreden', termijn, zaak)
}

/**
 * The law is a hard alarm: it becomes work that somebody has to put away. Our own norms stand in the lists, where each
 * would be one taak more about work that is a taak already.
 */
async function tell(
  w: WriteContext,
  soort: 'zaak.termijn-nadert' | 'zaak.termijn-overschreden',
  termijn: ZaakTermijnRow,
  zaak: ZaakRow,
): Promise<void> {
  await emit(w, {
    soort,
    onderwerpen: audience(zaak),
    gegevens: {
      zaakId: zaak.id,
      termijnId: termijn.id,
      termijnSoort: termijn.soort,
      naam: termijn.naam,
      uitersteOp: termijn.uiterste_op,
      teamId: zaak.team_id,
      partijId: zaak.partij_id,
    },
  })
  const team = zaak.team_id ? (await findTeams(w.db, [zaak.team_id])).get(zaak.team_id) : undefined
  // A team that is gone takes no taak; one zaak must not stop the watch over all others.
  if (termijn.soort !== 'wettelijk' || !team?.actief) return
  const voorbij = soort === 'zaak.termijn-overschreden'
  await createTaak(w, {
    teamId: team.id,
    soort: 'termijn',
    onderwerp: `Wettelijke termijn ${voorbij ? 'verstreken' : 'nadert'}: ${termijn.naam} (${zaak.nummer})`.slice(
      0,
      200,
    ),
    toelichting: `Zaak ${zaak.nummer}, ${zaak.omschrijving}. Uiterste datum: ${termijn.uiterste_op}.`,
    prioriteit: 'hoog',
    termijnWerkdagen: 0,
    partijId: zaak.partij_id,
    eenheidId: zaak.eenheid_id,
    zaakId: zaak.id,
    vertrouwelijk: zaak.vertrouwelijk,
  })
}
