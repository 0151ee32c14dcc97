import { sql } from 'kysely'
import pg from 'pg'
import type { Db } from '../db/schema.ts'
import type { Logger } from '../log/log.ts'
import { notifyChannel } from './emit.ts'

/** One event as a browser hears it; `volgnummer` is the cursor. */
export type FeedEvent = { volgnummer: number; soort: string; onderwerpen: string[]; gegevens: Record<string, unknown> }

export type Feed = {
  /** Calls back with each batch of new events of this schema, in order, until `stop`. */
  subscribe(schema: string, db: Db, onEvents: (events: FeedEvent[]) => void): () => void
  close(): Promise<void>
}

type Tail = {
  db: Db
  cursor: number | undefined
  listeners: Set<(events: FeedEvent[]) => void>
  busy: boolean
  again: boolean
}

/** Notifications can be lost while the connection is; so look by yourself, too, this often. */
const pollEvery = 5_000
const batch = 500

/**
 * One LISTEN connection per process wakes a tail per organisatie; all browsers share it.
 * After a cut database connection it connects again and reads on from its cursor: nothing is missed.
 */
export function openFeed(databaseUrl: string, log: Logger): Feed {
  const tails = new Map<string, Tail>()
  let client: pg.Client | undefined
  let closed = false

  async function connect(): Promise<void> {
    if (closed) return
    const next = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
    next.on('error', () => {})
    next.on('end', () => {
      client = undefined
      if (!closed) setTimeout(() => void connect(), 500).unref()
    })
    next.on('notification', (message) => {
      const tail = tails.get(message.payload ?? '')
      if (tail) void advance(tail)
    })
    try {
      await next.connect()
      await next.query(`listen ${notifyChannel}`)
      client = next
      for (const tail of tails.values()) void advance(tail)
    } catch (error) {
      log.warn({ err: String(error) }, 'event feed cannot reach the database, trying again')
      await next.end().catch(() => {})
    }
  }

  async function advance(tail: Tail): Promise<void> {
    if (tail.busy) {
      tail.again = true
      return
    }
    tail.busy = true
    try {
      do {
        tail.again = false
        await numberEvents(tail.db)
        tail.cursor ??= await lastNumber(tail.db)
        for (;;) {
          const events = await eventsAfter(tail.db, tail.cursor)
          const last = events.at(-1)
          if (!last) break
          tail.cursor = last.volgnummer
          for (const listener of tail.listeners) listener(events)
        }
      } while (tail.again)
    } catch (error) {
      log.warn({ err: String(error) }, 'event feed could not read')
    } finally {
      tail.busy = false
    }
  }

  const timer = setInterval(() => {
    for (const tail of tails.values()) void advance(tail)
  }, pollEvery)
  timer.unref()
  void connect()

  return {
    subscribe(schema, db, onEvents) {
      const tail: Tail = tails.get(schema) ?? { db, cursor: undefined, listeners: new Set(), busy: false, again: false }
      tails.set(schema, tail)
      tail.listeners.add(onEvents)
      void advance(tail)
      return () => {
        tail.listeners.delete(onEvents)
        if (tail.listeners.size === 0) tails.delete(schema)
      }
    },
    async close() {
      closed = true
      clearInterval(timer)
      await client?.end().catch(() => {})
    },
  }
}

/**
 * Gives committed events their number. The lock makes numbering strictly one after the other, so a number that is
 * visible has no smaller one still to come.
 */
export async function numberEvents(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const waiting = await sql`select 1 from gebeurtenis where volgnummer is null limit 1`.execute(tx)
    if (waiting.rows.length === 0) return
    await sql`select pg_advisory_xact_lock(hashtext(current_schema() || '.gebeurtenis'))`.execute(tx)
    await sql`
      update gebeurtenis g set volgnummer = nieuw.nummer
      from (
        select id, nextval('gebeurtenis_volgnummer') as nummer
        from (select id from gebeurtenis where volgnummer is null order by id limit 5000) wachtend
      ) nieuw
      where g.id = nieuw.id`.execute(tx)
  })
}

export async function lastNumber(db: Db): Promise<number> {
  const result = await sql<{ nummer: number | null }>`select max(volgnummer) as nummer from gebeurtenis`.execute(db)
  return result.rows[0]?.nummer ?? 0
}

export async function eventsAfter(db: Db, cursor: number): Promise<FeedEvent[]> {
  const result = await sql<FeedEvent>`
    select volgnummer, soort, onderwerpen, gegevens from gebeurtenis
    where volgnummer > ${cursor} order by volgnummer limit ${batch}`.execute(db)
  return result.rows
}

/** Events are kept a day for replay; an older cursor makes the browser load everything again. */
export async function forgetOldEvents(db: Db, before: Date): Promise<void> {
  await sql`delete from gebeurtenis where op < ${before} and volgnummer is not null`.execute(db)
}

/** True when events after the cursor may have been forgotten already. */
export async function isTooOld(db: Db, cursor: number): Promise<boolean> {
  const result = await sql<{ eerste: number | null; laatste: number | null }>`
    select min(volgnummer) as eerste, (select last_value from gebeurtenis_volgnummer) as laatste from gebeurtenis`.execute(
    db,
  )
  const { eerste, laatste } = result.rows[0] ?? { eerste: null, laatste: null }
  if (cursor > (laatste ?? 0)) return true
  return eerste === null ? cursor < (laatste ?? 0) && laatste !== 1 : cursor < eerste - 1
}
