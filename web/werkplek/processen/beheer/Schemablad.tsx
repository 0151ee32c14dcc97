import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense, useMemo } from 'react'
import type { ProcesVersie } from '#contract/procesbeheer.ts'
import { Laadskelet } from '#kit/Staten.tsx'
import css from './Beheer.module.css'
import { useConcept } from './concept.ts'
import { AlleenLezen } from './conceptkader/AlleenLezen.tsx'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'

const Schema = lazy(() => import('../schema/Schema.tsx').then((module) => ({ default: module.Schema })))
const Schemaeditor = lazy(() =>
  import('./schemaeditor/Schemaeditor.tsx').then((module) => ({ default: module.Schemaeditor })),
)

/** The diagram: to change in a draft where there is room for it, and else to look at. */
export function Schemablad({ versie, naam }: { versie: ProcesVersie; naam: string }) {
  const t = useProcesbeheerTeksten()
  const { magBewerken } = useConcept()
  const breed = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false })
  const { bevindingen } = versie
  const fouten = useMemo(
    () =>
      bevindingen.filter(({ ernst, bestand }) => ernst === 'fout' && bestand === 'proces.bpmn').map(({ plek }) => plek),
    [bevindingen],
  )
  const bpmn = versie.bestanden['proces.bpmn'] ?? ''
  return (
    <>
      <AlleenLezen />
      {magBewerken && !breed && <p className={css['zacht']}>{t.schemaSmal}</p>}
      <Suspense fallback={<Laadskelet />}>
        {magBewerken && breed ? (
          <Schemaeditor versie={versie} naam={naam} />
        ) : (
          <Schema bpmn={bpmn} naam={naam} fout={fouten} />
        )}
      </Suspense>
    </>
  )
}
