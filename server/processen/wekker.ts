import { write } from '#server/platform/db/write.ts'
import { DomainError } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { meldActie } from './meldWijziging.ts'
import { houdInstantie } from './runtime/gehouden.ts'
import { zetVoort } from './runtime/zetVoort.ts'
import { insertActie, lockTeWekken, selectActieVan, selectWachtById } from './store.ts'

/**
 * It is time: the wait goes on, once. A job that comes twice, late or after the process went on finds nothing to do.
 * When the process cannot go on, that is kept as an action that failed: somebody can look, and try again.
 */
export async function wek(ctx: ReadContext, wachtId: string): Promise<void> {
  try {
    await write(ctx, (w) => gaDoor(w, wachtId))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    await write(ctx, (w) => meldMislukt(w, wachtId, error))
  }
}

/** So many cases in one transaction: a person who wants one of them waits no longer than the blink of an eye. */
const perKeer = 10

/**
 * This one, and with it others whose time has come and that nobody is busy with: when thousands fall due in the same
 * minute, they share the work around them. When one of them cannot go on, each is for its own job.
 */
export async function wekMetAnderen(ctx: ReadContext, wachtId: string): Promise<void> {
  await write(ctx, async (w) => {
    const samen = await lockTeWekken(w.tx, w.now, perKeer)
    if (samen.length > 1) for (const each of samen) await gaDoor(w, each.id, each.instantie_id)
  }).catch((error: unknown) => ctx.log.info({ err: String(error) }, 'timers not together, but one by one'))
  // Also when another worker was busy with it just now: what came of that is not known.
  await wek(ctx, wachtId)
}

/** @returns whether it was there */
export async function gaDoor(w: WriteContext, wachtId: string, van?: string): Promise<boolean> {
  const instantieId = van ?? (await selectWachtById(w.db, wachtId))?.instantie_id
  if (!instantieId) return false
  const gehouden = await houdInstantie(w, { instantieId })
  // Looked up before the lock: whoever had it may have taken it away.
  const wacht = await selectWachtById(w.db, wachtId)
  if (!wacht || (wacht.op && wacht.op > w.now)) return false
  await zetVoort(w, gehouden, { soort: 'voltooi', sleutel: wacht.sleutel })
  return true
}

export const verder = 'proces.verder'

async function meldMislukt(w: WriteContext, wachtId: string, error: DomainError): Promise<void> {
  const wacht = await selectWachtById(w.db, wachtId)
  if (!wacht || (await selectActieVan(w.db, wacht.instantie_id, wacht.sleutel))?.status === 'mislukt') return
  await insertActie(w.tx, {
    id: newId(),
    instantie_id: wacht.instantie_id,
    element: wacht.element,
    uitvoering: wacht.sleutel,
    soort: verder,
    invoer: {},
    uitvoer: null,
    status: 'mislukt',
    pogingen: 1,
    fout: error.message,
    fout_code: error.code,
    sleutel: `${wacht.instantie_id}:${wacht.sleutel}:${newId()}`,
    volgende_poging: null,
    aangemaakt_op: w.now,
    begonnen_op: w.now,
    klaar_op: null,
    afgehandeld_door: null,
    reden: '',
  })
  await meldActie(w, wacht)
}
