import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense, useMemo } from 'react'
import type { ProcesVersie } from '#contract/procesbeheer.ts'
import { Laadskelet, LegeStaat } from '#kit/Staten.tsx'
import css from './Beheer.module.css'
import { Beslistabel } from './Beslistabel.tsx'
import { useConcept } from './concept.ts'
import { AlleenLezen } from './conceptkader/AlleenLezen.tsx'
import { leesTabellen } from './leesTabellen.ts'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'

const Tabeleditor = lazy(() =>
  import('./tabeleditor/Tabeleditor.tsx').then((module) => ({ default: module.Tabeleditor })),
)

/** The decision tables: to change in a draft where there is room for it, and else to read. */
export function Beslistabellen({ versie }: { versie: ProcesVersie }) {
  const t = useProcesbeheerTeksten()
  const { magBewerken } = useConcept()
  const breed = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false })
  const xml = versie.bestanden['regels.dmn']
  const tabellen = useMemo(() => (xml === undefined ? [] : leesTabellen(xml)), [xml])
  if (!tabellen) return <LegeStaat titel={t.tabelFout} icoon="let_op" />
  if (tabellen.length === 0) return <LegeStaat titel={t.geenTabellen} icoon="filter" />
  if (magBewerken && breed)
    return (
      <Suspense fallback={<Laadskelet />}>
        <Tabeleditor versie={versie} tabellen={tabellen} />
      </Suspense>
    )
  const fouten = versie.bevindingen.filter(({ bestand }) => bestand === 'regels.dmn')
  return (
    <>
      <AlleenLezen />
      {magBewerken && <p className={css['zacht']}>{t.tabelSmal}</p>}
      {tabellen.map((tabel) => (
        <Beslistabel key={tabel.id} tabel={tabel} fouten={fouten} />
      ))}
    </>
  )
}
