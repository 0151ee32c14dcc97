import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { zoeken } from '#contract/klantbeeld.ts'
import { useRecht } from '#kit/ik.ts'
import { detailOf } from '#kit/probleem.ts'
import { houdVorige, lees } from '#kit/queries.ts'

/**
 * The answer to what is typed now. No debounce: each letter asks at once and the request before it is cancelled, so an
 * old answer can never overwrite a newer one.
 */
export function useZoeken(vraag: string) {
  const q = vraag.trim()
  const enabled = useRecht('zoeken') && q !== ''
  const query = useQuery({
    ...lees(zoeken, { query: { q } }),
    enabled,
    placeholderData: houdVorige,
    // Names of customers do not linger in memory.
    gcTime: 30_000,
  })
  return {
    resultaten: enabled ? (query.data?.resultaten ?? []) : [],
    meer: enabled && (query.data?.meer ?? false),
    fout: enabled && query.error ? detailOf(query.error) : undefined,
    klaar: !enabled || (!query.isPlaceholderData && !query.isPending) || query.isError,
  }
}

/**
 * Enter pressed before the answer came: what was typed last must be opened, not what happens to be on screen.
 * @returns what Enter calls with what was typed; `run` follows when the answer to this text is there
 */
export function useNaAntwoord(vraag: string, klaar: boolean, run: () => void): (tekst: string) => void {
  const [waiting, setWaiting] = useState<string>()
  const onReady = useEffectEvent(run)
  useEffect(() => {
    if (waiting === undefined || !klaar) return
    setWaiting(undefined)
    if (waiting === vraag) onReady()
  }, [klaar, waiting, vraag])
  return setWaiting
}
