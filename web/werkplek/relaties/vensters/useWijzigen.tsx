import { type ReactNode, useState } from 'react'
import type { Partij } from '#contract/relaties.ts'
import { useRecht } from '#kit/ik.ts'
import { later } from '#kit/later.tsx'
import type { Wat } from './wat.ts'

const Wijzigvenster = later(() => import('./Wijzigvenster.tsx').then((module) => module.Wijzigvenster))

/** Opens a window to change something of this klant; `open` is undefined for who may not, or when there is nobody left. */
export function useWijzigen(partij: Partij): { open: ((wat: Wat) => void) | undefined; venster: ReactNode } {
  const mag = useRecht('partij.schrijven') && !partij.samengevoegdIn
  const [wat, setWat] = useState<Wat>()
  return {
    open: mag ? setWat : undefined,
    venster: wat && <Wijzigvenster partij={partij} wat={wat} onSluiten={() => setWat(undefined)} />,
  }
}
