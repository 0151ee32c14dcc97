import { getRouteApi } from '@tanstack/react-router'
import type { ProcesVersie } from '#contract/procesbeheer.ts'
import { LegeStaat } from '#kit/Staten.tsx'
import css from './Beheer.module.css'
import { AlleenLezen } from './conceptkader/AlleenLezen.tsx'
import { Formuliereditor } from './formuliereditor/Formuliereditor.tsx'
import { NieuwFormulier } from './formuliereditor/NieuwFormulier.tsx'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'
import { Stukkeuze } from './Stukkeuze.tsx'

const route = getRouteApi('/beheer/processen/$proces')

/** Each form as an employee or klant sees it; in a draft with its fields to work on. */
export function Formulieren({ versie }: { versie: ProcesVersie }) {
  const t = useProcesbeheerTeksten()
  const { stuk } = route.useSearch()
  const paden = Object.keys(versie.bestanden)
    .toSorted()
    .filter((pad) => pad.startsWith('formulieren/'))
  const pad = paden.find((each) => each === stuk) ?? paden[0]
  return (
    <>
      <AlleenLezen />
      {!pad && (
        <LegeStaat titel={t.geenFormulieren} icoon="document">
          <NieuwFormulier />
        </LegeStaat>
      )}
      {pad && (
        <div className={css['tweeluik']}>
          <div className={css['stuk']}>
            <Stukkeuze naam={t.blad.formulieren} stukken={paden} gekozen={pad} />
            <NieuwFormulier />
          </div>
          <Formuliereditor key={`${versie.id}${pad}`} pad={pad} />
        </div>
      )}
    </>
  )
}
