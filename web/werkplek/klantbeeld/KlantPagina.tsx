import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Laadskelet } from '#kit/Staten.tsx'
import { ProcesStarten } from '../processen/start/ProcesStarten.tsx'
import { KlantActies } from '../relaties/panelen/KlantActies.tsx'
import { KlantGegevens } from '../relaties/panelen/KlantGegevens.tsx'
import { NieuweTaakVoor } from '../taken/NieuweTaakVoor.tsx'
import { ContactStart } from './beeld/ContactStart.tsx'
import { Klantbeeld } from './beeld/Klantbeeld.tsx'

const ProcesPaneel = lazy(() =>
  import('../processen/start/ProcesPaneel.tsx').then((module) => ({ default: module.ProcesPaneel })),
)

const route = getRouteApi('/klanten/$partijId')

/** `/klanten/:id`: the klant on one screen, with the way into a contact beside it. */
export function KlantPagina() {
  const { partijId } = route.useParams()
  const { proces } = route.useSearch()
  return (
    <Klantbeeld
      key={partijId}
      partijId={partijId}
      paneel={
        proces ? (
          <Suspense fallback={<Laadskelet />}>
            <ProcesPaneel key={proces} proces={proces} partijId={partijId} />
          </Suspense>
        ) : (
          <ContactStart partijId={partijId} />
        )
      }
      acties={
        <>
          <ProcesStarten />
          <NieuweTaakVoor partijId={partijId} />
          <KlantActies partijId={partijId} />
        </>
      }
      gegevens={<KlantGegevens partijId={partijId} />}
      kortPaneel
    />
  )
}
