import type { ServerResponse } from 'node:http'
import { volgGebeurtenissen } from '#contract/gebeurtenissen.ts'
import { DomainError } from '../errors.ts'
import type { Actor } from '../http/context.ts'
import type { Http, Identify } from '../http/handle.ts'
import { setSecurityHeaders } from '../http/headers.ts'
import { eventsAfter, type Feed, type FeedEvent, isTooOld, lastNumber, numberEvents } from './feed.ts'
import { mayHear } from './hear.ts'

const heartbeatEvery = 20_000
/** A right or session that ended, ends the stream within this time; changes of employees and teams at once. */
const identifyEvery = 60_000
const maxPerEmployee = 12
/** A browser that does not read is cut off before its buffer fills our memory; it comes back with its cursor. */
const maxBuffered = 1024 * 1024

/** GET /api/gebeurtenissen for every browser of this process. */
export function eventRoutes(http: Http, deps: { feed: Feed; identify: Identify }): void {
  const open = new Map<string, number>()

  http.raw(volgGebeurtenissen, async ({ ctx, query, request, reply }) => {
    const medewerkerId = ctx.actor.medewerkerId
    if ((open.get(medewerkerId) ?? 0) >= maxPerEmployee) {
      throw new DomainError(429, 'te-veel-vensters', 'U heeft te veel vensters open. Sluit er een paar.', {
        retryAfter: 30,
      })
    }
    const given = Number(request.headers['last-event-id'] ?? query.na ?? Number.NaN)
    await numberEvents(ctx.db)
    const newest = await lastNumber(ctx.db)
    const tooOld = Number.isFinite(given) && (await isTooOld(ctx.db, given))
    let cursor = Number.isFinite(given) && !tooOld ? given : newest

    setSecurityHeaders(request, reply)
    reply.hijack()
    const response = reply.raw
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) response.setHeader(name, value)
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    })
    response.write(`retry: 1000\nid: ${cursor}\nevent: ${tooOld ? 'opnieuw' : 'begin'}\ndata: {}\n\n`)
    open.set(medewerkerId, (open.get(medewerkerId) ?? 0) + 1)

    let actor: Actor = ctx.actor
    const refresh = async () => {
      const found = await deps.identify(request, ctx.organisatie).catch(() => actor)
      if (found) actor = found
      else response.end()
    }
    const deliver = (events: FeedEvent[]) => {
      for (const event of events) {
        if (event.volgnummer <= cursor) continue
        cursor = event.volgnummer
        if (event.soort === 'medewerker.gewijzigd' || event.soort === 'team.gewijzigd') void refresh()
        actor = hideFrom(actor, event)
        if (mayHear(actor, event.onderwerpen)) writeEvent(response, event)
      }
      if (response.writableLength > maxBuffered) response.destroy()
    }

    // Replay first; what comes in meanwhile waits, so that order holds.
    let replaying = true
    const waiting: FeedEvent[] = []
    const stop = deps.feed.subscribe(ctx.organisatie.schema, ctx.db, (events) => {
      if (replaying) waiting.push(...events)
      else deliver(events)
    })
    const timers = [
      setInterval(() => response.write(': \n\n'), heartbeatEvery),
      setInterval(() => void refresh(), identifyEvery),
    ]
    response.on('close', () => {
      stop()
      for (const timer of timers) clearInterval(timer)
      const left = (open.get(medewerkerId) ?? 1) - 1
      if (left > 0) open.set(medewerkerId, left)
      else open.delete(medewerkerId)
    })
    try {
      for (;;) {
        const missed = await eventsAfter(ctx.db, cursor)
        if (missed.length === 0) break
        deliver(missed)
      }
    } catch (error) {
      ctx.log.warn({ err: String(error) }, 'event replay failed')
      response.end()
    }
    replaying = false
    deliver(waiting)
  })
}

/** At once, not after asking the database: what was hidden from him may be the subject of the very next event. */
function hideFrom(actor: Actor, { soort, gegevens }: FeedEvent): Actor {
  if (soort !== 'medewerker.afgeschermd' || gegevens['medewerkerId'] !== actor.medewerkerId) return actor
  return { ...actor, afgeschermd: new Set([...(actor.afgeschermd ?? []), String(gegevens['objectId'])]) }
}

function writeEvent(response: ServerResponse, event: FeedEvent): void {
  const data = JSON.stringify({ soort: event.soort, onderwerpen: event.onderwerpen, gegevens: event.gegevens })
  response.write(`id: ${event.volgnummer}\nevent: gebeurtenis\ndata: ${data}\n\n`)
}
