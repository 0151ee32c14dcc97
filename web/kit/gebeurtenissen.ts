import { useEffect, useEffectEvent } from 'react'
import type { Gebeurtenis } from '#contract/gebeurtenissen.ts'
import { openStroom } from './stroom.ts'

type Handler = (gebeurtenis: Gebeurtenis) => unknown

const handlers = new Set<Handler>()

/** Starts listening, once, by the shell. @returns how to stop */
export function volg(): () => void {
  return openStroom((gebeurtenis) => {
    for (const handler of [...handlers]) handler(gebeurtenis)
  })
}

/**
 * Hears what colleagues do. Patterns are of the kind: `taak.*`, `partij.gewijzigd`. The kind `opnieuw` — too much was
 * missed, load everything again — is always heard.
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
