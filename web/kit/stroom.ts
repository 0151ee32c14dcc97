import { type Gebeurtenis, volgGebeurtenissen } from '#contract/gebeurtenissen.ts'
import { urlOf } from './api.ts'
import { sessieStand } from './sessie.ts'

const naam = 'rondom.gebeurtenissen'

/** Between the windows of one browser: what happened, or a new window that asks how far we are. */
type Bericht = { cursor?: string | undefined; gebeurtenis?: Gebeurtenis }

/**
 * One stream for all windows of this browser: over HTTP/1.1 a browser opens six connections per server, and six windows
 * with a stream each would stop the seventh. The window that holds the lock listens and tells the others; when it
 * closes, the next one goes on from the same cursor.
 * @returns how to stop
 */
export function openStroom(tell: (gebeurtenis: Gebeurtenis) => void): () => void {
  const stop = new AbortController()
  const channel = new BroadcastChannel(naam)
  let cursor: string | undefined
  let leading: Stop | undefined

  channel.onmessage = ({ data }: MessageEvent<Bericht>) => {
    if (data.cursor) cursor = data.cursor
    else if (leading) channel.postMessage({ cursor } satisfies Bericht)
    if (data.gebeurtenis) tell(data.gebeurtenis)
  }
  channel.postMessage({} satisfies Bericht)

  function lead(): Stop {
    return listen(
      () => cursor,
      (next, gebeurtenis) => {
        cursor = next ?? cursor
        channel.postMessage({ cursor, ...(gebeurtenis && { gebeurtenis }) } satisfies Bericht)
        if (gebeurtenis) tell(gebeurtenis)
      },
    )
  }

  if (!navigator.locks) leading = lead()
  else {
    const turn = () =>
      new Promise<void>((release) => {
        leading = lead()
        stop.signal.addEventListener('abort', () => release())
      })
    // Aborted while waiting for its turn: that is how this window stops.
    navigator.locks.request(naam, { signal: stop.signal }, turn).catch(() => {})
  }
  return () => {
    stop.abort()
    leading?.()
    channel.close()
  }
}

type Stop = () => void

/** The stream itself; heals after a cut, a restart of the server and an ended session. */
function listen(
  cursor: () => string | undefined,
  heard: (cursor: string | undefined, gebeurtenis?: Gebeurtenis) => void,
): Stop {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0

  function open(): void {
    clearTimeout(timer)
    source?.close()
    source = new EventSource(urlOf(volgGebeurtenissen, { query: { na: cursor() } }))
    source.addEventListener('begin', (event) => {
      attempt = 0
      heard(event.lastEventId)
    })
    source.addEventListener('opnieuw', (event) => {
      attempt = 0
      heard(event.lastEventId, { soort: 'opnieuw', onderwerpen: [], gegevens: {} })
    })
    source.addEventListener('gebeurtenis', (event) => {
      heard(event.lastEventId, JSON.parse(event.data) as Gebeurtenis)
    })
    source.addEventListener('error', () => {
      // The browser reconnects by itself after a cut; after an HTTP error (401, 503) it gives up, so we try again.
      if (source?.readyState !== EventSource.CLOSED) return
      clearTimeout(timer)
      timer = setTimeout(open, Math.min(30_000, 1000 * 2 ** attempt++))
    })
  }

  open()
  const stopSession = sessieStand.subscribe(() => {
    if (sessieStand.get() === 'goed') open()
  })
  return () => {
    stopSession()
    clearTimeout(timer)
    source?.close()
  }
}
