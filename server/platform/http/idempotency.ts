import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { DomainError } from '../errors.ts'
import type { WriteContext } from './context.ts'

export type Replay = { status: number; antwoord: unknown }

/**
 * Takes the key inside the transaction of the write itself: a second request with the same key waits for the first
 * and then gets its answer. When the first rolled back, the second does the work.
 * @returns the earlier answer, or undefined when this request must do the work
 */
export async function takeKey(
  w: WriteContext,
  key: string,
  request: { method: string; url: string; body: unknown },
): Promise<Replay | undefined> {
  const vingerafdruk = createHash('sha256')
    .update(JSON.stringify([request.method, request.url, request.body ?? null]))
    .digest('base64')
  const taken = await sql<{ sleutel: string }>`
    insert into idempotentie (medewerker_id, sleutel, vingerafdruk) values (${w.actor.medewerkerId}, ${key}, ${vingerafdruk})
    on conflict do nothing returning sleutel`.execute(w.tx)
  if (taken.rows.length > 0) return undefined
  const earlier = await sql<Replay & { vingerafdruk: string }>`
    select status, antwoord, vingerafdruk from idempotentie
    where medewerker_id = ${w.actor.medewerkerId} and sleutel = ${key}`.execute(w.tx)
  const row = earlier.rows[0]
  if (!row || row.vingerafdruk !== vingerafdruk) {
    throw new DomainError(422, 'sleutel-hergebruikt', 'Deze Idempotency-Key is al gebruikt voor een ander verzoek.')
  }
  return row
}

export async function keepAnswer(w: WriteContext, key: string, replay: Replay): Promise<void> {
  await sql`
    update idempotentie set status = ${replay.status}, antwoord = ${JSON.stringify(replay.antwoord ?? null)}::jsonb
    where medewerker_id = ${w.actor.medewerkerId} and sleutel = ${key}`.execute(w.tx)
}

/** @throws 400 when it cannot be a key */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) {
    throw new DomainError(400, 'sleutel-ongeldig', 'Idempotency-Key bestaat uit 8 tot 100 letters, cijfers, - of _.')
  }
  return key
}
