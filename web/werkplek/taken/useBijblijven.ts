import { useEffect, useEffectEvent, useRef } from 'react'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'

/** A burst of events is one refresh; short enough to feel immediate. */
const bundel = 150

/**
 * Runs `ververs` after events, one at a time: what happens during a refresh gives exactly one more. Otherwise a busy team
 * would cancel each refresh by the next, and the list would stand still while much happens.
 */
export function useBijblijven(patterns: readonly string[], ververs: () => Promise<unknown>): void {
  const stand = useRef({ bezig: false, nogEens: false, weg: false })
  const run = useEffectEvent(ververs)
  useEffect(() => {
    const now = stand.current
    now.weg = false
    return () => {
      now.weg = true
    }
  }, [])
  useGebeurtenis(patterns, async () => {
    const now = stand.current
    now.nogEens = true
    if (now.bezig) return
    now.bezig = true
    while (now.nogEens && !now.weg) {
      await new Promise((done) => setTimeout(done, bundel))
      now.nogEens = false
      await run()
    }
    now.bezig = false
  })
}
