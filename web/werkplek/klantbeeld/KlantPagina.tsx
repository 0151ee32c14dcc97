import { getRouteApi } from '@tanstack/react-router'
import { KlantActies } from '../relaties/panelen/KlantActies.tsx'
import { KlantGegevens } from '../relaties/panelen/KlantGegevens.tsx'
import { NieuweTaakVoor } from '../taken/NieuweTaakVoor.tsx'
import { ContactStart } from './beeld/ContactStart.tsx'
import { Klantbeeld } from './beeld/Klantbeeld.tsx'

const route = getRouteApi('/klanten/$partijId')

/** `/klanten/:id`: the klant on one screen, with the way into a contact beside it. */
export function KlantPagina() {
  const { partijId } = route.useParams()
  return (
    <Klantbeeld
      key={partijId}
      partijId={partijId}
      paneel={<ContactStart partijId={partijId} />}
      acties={
        <>
          <NieuweTaakVoor partijId={partijId} />
          <KlantActies partijId={partijId} />
        </>
      }
      gegevens={<KlantGegevens partijId={partijId} />}
      kortPaneel
    />
  )
}
