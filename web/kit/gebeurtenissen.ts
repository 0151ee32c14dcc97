import { useEffect, useEffectEvent } from 'react'
import { type Gebeurtenis, volgGebeurtenissen } from '#contract/gebeurtenissen.ts'
import { urlOf } from './api.ts'

/** `opnieuw` means: too much was missed, load everything again. */
type Handler = (gebeurtenis: Gebeurtenis) => unknown

const handlers = new Set<Handler>()
let source: EventSource | undefined
let cursor: string | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let attempt = 0

/** Opens the one stream of this window; it heals itself and replays what was missed. @returns how to stop */
export function volg(): () => void {
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }
}

/**
 * Hears what colleagues do. Patterns are of the kind: `taak.*`, `partij.gewijzigd`; `opnieuw` is always heard.
 * @example useGebeurtenis(['taak.*'], () => ververs(client, listTaken))
 */
export function useGebeurtenis(patterns: readonly string[], handler: Handler): void {
  const onEvent = useEffectEvent(handler)
  const key = patterns.join(' ')
  useEffect(() => {
    const wanted = key.split(' ')
    const listener: Handler = (event) => {
      if (event.soort === 'opnieuw' || wanted.some((pattern) => matches(pattern, event.soort))) onEvent(event)
    }
    handlers.add(listener)
    return () => {
      handlers.delete(listener)
    }
  }, [key])
}

export function matches(pattern: string, soort: string): boolean {
  if (pattern === '*' || pattern === soort) return true
  return pattern.endsWith('.*') && soort.startsWith(pattern.slice(0, -1))
}

function open(): void {
  source?.close()
  source = new EventSource(urlOf(volgGebeurtenissen, { query: { na: cursor } }))
  const remember = (event: MessageEvent) => {
    attempt = 0
    if (event.lastEventId) cursor = event.lastEventId
  }
  source.addEventListener('begin', remember)
  source.addEventListener('opnieuw', (event) => {
    remember(event)
    tell({ soort: 'opnieuw', onderwerpen: [], gegevens: {} })
  })
  source.addEventListener('gebeurtenis', (event) => {
    remember(event)
    tell(JSON.parse(event.data) as Gebeurtenis)
  })
  source.addEventListener('error', () => {
    // The browser reconnects by itself after a cut; after an HTTP error (401, 503) it gives up, so we try again.
    if (source?.readyState !== EventSource.CLOSED) return
    clearTimeout(timer)
    timer = setTimeout(open, Math.min(30_000, 1000 * 2 ** attempt++))
  })
}

function tell(event: Gebeurtenis): void {
  for (const handler of [...handlers]) handler(event)
}
