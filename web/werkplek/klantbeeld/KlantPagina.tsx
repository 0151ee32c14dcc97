import { getRouteApi } from '@tanstack/react-router'
import { later } from '#kit/later.tsx'
import { Laadskelet } from '#kit/Staten.tsx'
import { ProcesStarten } from '../processen/start/ProcesStarten.tsx'
import { KlantActies } from '../relaties/panelen/KlantActies.tsx'
import { NieuweTaakVoor } from '../taken/NieuweTaakVoor.tsx'
import { ContactStart } from './beeld/ContactStart.tsx'
import { Klantbeeld } from './beeld/Klantbeeld.tsx'

const KlantGegevens = later(
  () => import('../relaties/panelen/KlantGegevens.tsx').then((module) => module.KlantGegevens),
  () => <Laadskelet />,
)
const Portaaltoegang = later(() =>
  import('../klantaccounts/Portaaltoegang.tsx').then((module) => module.Portaaltoegang),
)
const ProcesPaneel = later(
  () => import('../processen/start/ProcesPaneel.tsx').then((module) => module.ProcesPaneel),
  () => <Laadskelet />,
)

const Zaakvervolg = later(
  () => import('../processen/start/Zaakvervolg.tsx').then((module) => module.Zaakvervolg),
  () => <Laadskelet />,
)

const route = getRouteApi('/klanten/$partijId')

/** `/klanten/:id`: the klant on one screen, with the way into a contact beside it. */
export function KlantPagina() {
  const { partijId } = route.useParams()
  const { proces, vervolg } = route.useSearch()
  return (
    <Klantbeeld
      key={partijId}
      partijId={partijId}
      paneel={
        vervolg ? (
          <Zaakvervolg key={vervolg} zaakId={vervolg} />
        ) : proces ? (
          <ProcesPaneel key={proces} proces={proces} partijId={partijId} />
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
      gegevens={
        <>
          <KlantGegevens partijId={partijId} />
          <Portaaltoegang partijId={partijId} />
        </>
      }
      kortPaneel
    />
  )
}
