import { useRecht } from '#kit/ik.ts'
import { Keuzemenu } from '#kit/Keuzemenu.tsx'
import { later } from '#kit/later.tsx'
import { useStartTeksten } from './startTeksten.ts'

const Proceslijst = later(() => import('./Proceslijst.tsx').then((module) => module.Proceslijst))
const Paletacties = later(() => import('./Proceslijst.tsx').then((module) => module.Paletacties))

/**
 * The menu with the processes that one can start for this klant, and the same in the search palette. The choice goes to
 * the address, so that a reload and Back do what one expects; `ProcesPaneel` shows the form.
 */
export function ProcesStarten() {
  return useRecht('proces.starten') ? <Keuze /> : null
}

function Keuze() {
  const t = useStartTeksten()
  return (
    <>
      <Keuzemenu naam={t.knop} icoon="proces">
        <Proceslijst />
      </Keuzemenu>
      <Paletacties />
    </>
  )
}
