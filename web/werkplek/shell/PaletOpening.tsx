import { lazy, Suspense, useEffect } from 'react'
import { paletOpen } from '#kit/paletOpen.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { useBron } from '#kit/useBron.ts'
import { haalVooruit } from '#kit/vooruit.ts'
import { useSchilTeksten } from './schilTeksten.ts'
import { useVoortypen } from './voortypen.ts'

const load = () => import('../palet/Palet.tsx')
const Palet = lazy(() => load().then((module) => ({ default: module.Palet })))
const overview = () => import('./Toetsenoverzicht.tsx')
const Toetsenoverzicht = lazy(() => overview().then((module) => ({ default: module.Toetsenoverzicht })))

/** Fetched while the mouse is on its way to the search box. */
export const haalPaletOp = () => void haalVooruit(load)

/** The palette and the key overview: fetched when the browser has nothing else to do, opened from anywhere. */
export function PaletOpening() {
  const t = useSchilTeksten()
  const open = useBron(paletOpen)
  useSneltoets('mod+k', t.zoekKort, () => paletOpen.set(open === 'zoeken' ? false : 'zoeken'))
  useSneltoets('?', t.sneltoetsen, () => paletOpen.set('toetsen'))
  useVoortypen(open === 'zoeken')
  useEffect(haalOpAlsHetRustigIs, [])
  const close = () => paletOpen.set(false)
  return (
    <Suspense>
      {open === 'zoeken' && <Palet onSluiten={close} />}
      {open === 'toetsen' && <Toetsenoverzicht onSluiten={close} />}
    </Suspense>
  )
}

function haalOpAlsHetRustigIs(): () => void {
  // Safari has no requestIdleCallback.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(haalPaletOp, 1000)
    return () => clearTimeout(timer)
  }
  const handle = window.requestIdleCallback(haalPaletOp, { timeout: 2000 })
  return () => window.cancelIdleCallback(handle)
}
