import { getRouteApi } from '@tanstack/react-router'
import type { ProcesVersie } from '#contract/procesbeheer.ts'
import { LegeStaat } from '#kit/Staten.tsx'
import css from './Beheer.module.css'
import { Berichteditor } from './berichteditor/Berichteditor.tsx'
import { NieuwBericht } from './berichteditor/NieuwBericht.tsx'
import { AlleenLezen } from './conceptkader/AlleenLezen.tsx'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'
import { Stukkeuze } from './Stukkeuze.tsx'

const route = getRouteApi('/beheer/processen/$proces')

/** Messages and letters as they arrive; in a draft with their text to work on. */
export function Berichten({ versie }: { versie: ProcesVersie }) {
  const t = useProcesbeheerTeksten()
  const { stuk } = route.useSearch()
  const paden = Object.keys(versie.bestanden)
    .toSorted()
    .filter((pad) => /^(berichten|documenten)\/.+\.md$/.test(pad))
  const pad = paden.find((each) => each === stuk) ?? paden[0]
  return (
    <>
      <AlleenLezen />
      {!pad && (
        <LegeStaat titel={t.geenBerichten} icoon="mail">
          <NieuwBericht />
        </LegeStaat>
      )}
      {pad && (
        <div className={css['tweeluik']}>
          <div className={css['stuk']}>
            <Stukkeuze naam={t.blad.berichten} stukken={paden} gekozen={pad} />
            <NieuwBericht />
          </div>
          <Berichteditor key={`${versie.id}${pad}`} pad={pad} />
        </div>
      )}
    </>
  )
}
