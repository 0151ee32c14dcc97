import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { listBerichten } from '#contract/berichten.ts'
import { getZaak, type Zaak } from '#contract/zaken.ts'
import { Bladen } from '#kit/Bladen.tsx'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { paden } from '#kit/paden.ts'
import { lees, ververs } from '#kit/queries.ts'
import { onthoudRecent } from '#kit/recent.ts'
import { Laadskelet, Lading } from '#kit/Staten.tsx'
import type { ZaakBlad } from '../routes.tsx'
import { zaakQuery } from '../zaken.queries.ts'
import { useZakenTeksten } from '../zakenTeksten.ts'
import { Documenten } from './Documenten.tsx'
import { Gegevens } from './Gegevens.tsx'
import { Gesprek } from './Gesprek.tsx'
import { Historie } from './Historie.tsx'
import css from './Zaak.module.css'
import { Zaakkop } from './Zaakkop.tsx'

// The diagram and the forms of a process weigh more than the rest of the page.
const Voortgang = lazy(() =>
  import('../../processen/voortgang/Voortgang.tsx').then((module) => ({ default: module.Voortgang })),
)

const route = getRouteApi('/zaken/$zaakId')

/** One zaak: where it stands, by when, who has it, what was said, and everything that belongs to it. */
export function ZaakPagina() {
  const { zaakId } = route.useParams()
  const client = useQueryClient()
  const query = useQuery(zaakQuery(zaakId))
  useGebeurtenis(['zaak.*', 'bericht.*', 'klantcontact.*'], ({ soort, gegevens }) => {
    if (soort === 'opnieuw' || gegevens['zaakId'] === zaakId) void ververs(client, getZaak, listBerichten)
  })
  return (
    <Lading query={query} regels={8} pagina>
      {(zaak) => <Inhoud zaak={zaak} />}
    </Lading>
  )
}

function Inhoud({ zaak }: { zaak: Zaak }) {
  const { bladen: t } = useZakenTeksten()
  const navigate = useNavigate()
  const { blad = 'voortgang' }: { blad?: ZaakBlad } = route.useSearch()
  const berichten = useQuery(lees(listBerichten, { query: { zaakId: zaak.id, aantal: 100 } }))
  useEffect(() => {
    onthoudRecent({
      pad: paden.zaak(zaak.id),
      titel: zaak.omschrijving,
      ondertitel: [zaak.zaaktypeNaam, zaak.partij?.naam].filter(Boolean).join(' · '),
      icoon: 'map',
    })
  }, [zaak.id, zaak.omschrijving, zaak.zaaktypeNaam, zaak.partij?.naam])
  const inhoud: Record<ZaakBlad, () => ReactNode> = {
    voortgang: () => (
      <Suspense fallback={<Laadskelet />}>
        <Voortgang zaakId={zaak.id} />
      </Suspense>
    ),
    gesprek: () => <Gesprek zaak={zaak} berichten={berichten} />,
    documenten: () => <Documenten zaak={zaak} />,
    gegevens: () => <Gegevens zaak={zaak} />,
    historie: () => <Historie zaak={zaak} />,
  }
  return (
    <article className={css['zaak']} aria-label={zaak.omschrijving}>
      <Zaakkop zaak={zaak} />
      <Bladen
        naam={t.naam}
        keuze={blad}
        onKies={(next) => void navigate({ to: '.', search: next === 'voortgang' ? {} : { blad: next }, replace: true })}
        bladen={[
          { blad: 'voortgang', naam: t.voortgang },
          {
            blad: 'gesprek',
            naam: t.gesprek,
            aantal: zaak.klantcontacten.length + (berichten.data?.rijen.length ?? 0),
          },
          { blad: 'documenten', naam: t.documenten, aantal: zaak.documenten.length },
          { blad: 'gegevens', naam: t.gegevens },
          { blad: 'historie', naam: t.historie },
        ]}
      >
        {inhoud[blad]()}
      </Bladen>
    </article>
  )
}
