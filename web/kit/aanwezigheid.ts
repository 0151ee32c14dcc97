import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type Aanwezige, hartslag, leesAanwezigheid, meldAanwezig, meldAfwezig } from '#contract/aanwezigheid.ts'
import { call, urlOf } from './api.ts'
import { useGebeurtenis } from './gebeurtenissen.ts'
import { nieuwId } from './id.ts'

/** Tells the windows of one employee apart; a reload keeps it, so that nobody seems to be there twice. */
function venster(): string {
  const known = sessionStorage.getItem('rondom.venster')
  if (known) return known
  const made = nieuwId()
  sessionStorage.setItem('rondom.venster', made)
  return made
}

/**
 * Says that this screen has a klant or taak open, and tells which colleagues have it open too.
 * @param bezig working on it, rather than looking
 * @example const collegas = useAanwezigheid('taak', taak.id)
 */
export function useAanwezigheid(objectSoort: 'partij' | 'taak', objectId: string, bezig = false): readonly Aanwezige[] {
  const [aanwezig, setAanwezig] = useState<readonly Aanwezige[]>([])
  const busy = useRef(bezig)
  busy.current = bezig

  // Presence is a courtesy: when it fails, the screen works as well without it.
  const beat = useEffectEvent(async (signal: AbortSignal) => {
    const answer = await call(meldAanwezig, {
      body: { objectSoort, objectId, venster: venster(), bezig: busy.current },
      signal,
    }).catch(() => undefined)
    if (answer && !signal.aborted) setAanwezig(answer.aanwezig)
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of `bezig` is told at once
  useEffect(() => {
    const stop = new AbortController()
    void beat(stop.signal)
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void beat(stop.signal)
    }, hartslag * 1000)
    return () => {
      stop.abort()
      clearInterval(timer)
    }
  }, [objectSoort, objectId, bezig])

  useEffect(() => {
    const leave = () => {
      const url = urlOf(meldAfwezig, { query: { objectSoort, objectId, venster: venster() } })
      // `keepalive`: also sent when the window closes.
      fetch(url, { method: 'DELETE', keepalive: true }).catch(() => {})
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      setAanwezig([])
      leave()
    }
  }, [objectSoort, objectId])

  useGebeurtenis(['aanwezigheid.gewijzigd'], async ({ gegevens }) => {
    if (gegevens['objectId'] !== objectId) return
    const answer = await call(leesAanwezigheid, { query: { objectSoort, objectId } }).catch(() => undefined)
    if (answer) setAanwezig(answer.aanwezig)
  })
  return aanwezig
}
