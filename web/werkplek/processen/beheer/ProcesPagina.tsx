import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import {
  type BeheerProces,
  getProcesVersie,
  listBeheerProcessen,
  maakConcept,
  type ProcesVersie,
} from '#contract/procesbeheer.ts'
import { call } from '#kit/api.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { meld } from '#kit/melding.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Laadskelet, Lading, LegeStaat } from '#kit/Staten.tsx'
import { StatusBadge, type Toon } from '#kit/StatusBadge.tsx'
import css from './Beheer.module.css'
import { Beslistabellen } from './Beslistabellen.tsx'
import { Bestandenlijst } from './Bestandenlijst.tsx'
import { Conceptkader } from './conceptkader/Conceptkader.tsx'
import { MapOverzetten } from './MapOverzetten.tsx'
import { Overzicht } from './Overzicht.tsx'
import { ProcesStand } from './Processen.tsx'
import { Publiceren } from './Publiceren.tsx'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'
import { Schemablad } from './Schemablad.tsx'

const Formulieren = lazy(() => import('./Formulieren.tsx').then((module) => ({ default: module.Formulieren })))
const Berichten = lazy(() => import('./Berichten.tsx').then((module) => ({ default: module.Berichten })))
const Vergelijken = lazy(() =>
  import('./vergelijken/Vergelijken.tsx').then((module) => ({ default: module.Vergelijken })),
)
const Proefdraaien = lazy(() =>
  import('./proefdraaien/Proefdraaien.tsx').then((module) => ({ default: module.Proefdraaien })),
)

const route = getRouteApi('/beheer/processen/$proces')
const bladen = [
  'overzicht',
  'schema',
  'regels',
  'formulieren',
  'berichten',
  'proef',
  'vergelijken',
  'bestanden',
] as const
type Blad = (typeof bladen)[number]

const tonen: Record<ProcesVersie['status'], Toon> = { concept: 'let-op', gepubliceerd: 'goed', vervallen: 'neutraal' }

/** One process: its versions, and everything in the version that one looks at. */
export function ProcesPagina() {
  const t = useProcesbeheerTeksten()
  const { proces: sleutel } = route.useParams()
  const client = useQueryClient()
  const query = useQuery(lees(listBeheerProcessen))
  useGebeurtenis(['inrichting.gewijzigd'], () => void ververs(client, listBeheerProcessen, getProcesVersie))
  return (
    <Lading query={query} pagina>
      {({ rijen }) => {
        const proces = rijen.find((each) => each.proces === sleutel)
        if (!proces) return <LegeStaat pagina titel={t.leeg} icoon="proces" />
        return <Proces key={sleutel} proces={proces} />
      }}
    </Lading>
  )
}

function Proces({ proces }: { proces: BeheerProces }) {
  const t = useProcesbeheerTeksten()
  const { versie: gevraagd, blad = 'overzicht' } = route.useSearch()
  const [map, setMap] = useState(false)
  const gekozen =
    proces.versies.find(({ id }) => id === gevraagd) ??
    proces.versies.find(({ status }) => status === 'gepubliceerd') ??
    proces.versies[0]
  const query = useQuery({
    ...lees(getProcesVersie, { params: { id: gekozen?.id ?? '' } }),
    enabled: gekozen !== undefined,
  })
  return (
    <>
      <Link to={paden.beheerProcessen} className={css['terug']}>
        <Icoon naam="pijl_links" maat={14} /> {t.terug}
      </Link>
      <Paginatitel titel={proces.naam} onder={proces.omschrijving}>
        <ProcesStand proces={proces} />
        <Button variant="default" size="xs" onClick={() => setMap(true)}>
          {t.mapOver}
        </Button>
        <NieuwConcept proces={proces} />
      </Paginatitel>
      <nav aria-label={t.bladen} className={css['bladen']}>
        {bladen.map((each) => (
          <Link
            key={each}
            to="."
            search={(was: Record<string, unknown>) => ({
              ...was,
              blad: each === 'overzicht' ? undefined : each,
            })}
            // No `blad` in the address is a choice too: the first.
            activeOptions={{ includeSearch: true, explicitUndefined: true }}
          >
            {t.blad[each]}
          </Link>
        ))}
      </nav>
      <Lading query={query}>
        {(versie) => (
          <Conceptkader key={versie.id} versie={versie}>
            {(bewerkt) => <Versie proces={proces} versie={bewerkt} blad={blad} />}
          </Conceptkader>
        )}
      </Lading>
      {map && <MapOverzetten proces={proces.proces} onSluiten={() => setMap(false)} />}
    </>
  )
}

function Versie({ proces, versie, blad }: { proces: BeheerProces; versie: ProcesVersie; blad: Blad }) {
  const t = useProcesbeheerTeksten()
  return (
    <>
      <div className={css['versiebalk']}>
        <strong>{t.versie(versie.nummer)}</strong>
        <StatusBadge toon={tonen[versie.status]}>{t.status[versie.status]}</StatusBadge>
        <span className={css['zacht']}>{t.bron[versie.bron]}</span>
        {versie.status === 'concept' && <Publiceren versie={versie} />}
      </div>
      {blad === 'overzicht' && <Overzicht proces={proces} versie={versie} />}
      {blad === 'schema' && <Schemablad versie={versie} naam={proces.naam} />}
      {blad === 'regels' && <Beslistabellen versie={versie} />}
      {blad === 'formulieren' && (
        <Suspense fallback={<Laadskelet />}>
          <Formulieren versie={versie} />
        </Suspense>
      )}
      {blad === 'berichten' && (
        <Suspense fallback={<Laadskelet />}>
          <Berichten versie={versie} />
        </Suspense>
      )}
      {blad === 'proef' && (
        <Suspense fallback={<Laadskelet />}>
          <Proefdraaien versie={versie} />
        </Suspense>
      )}
      {blad === 'vergelijken' && (
        <Suspense fallback={<Laadskelet />}>
          <Vergelijken proces={proces} versie={versie} />
        </Suspense>
      )}
      {blad === 'bestanden' && <Bestandenlijst versie={versie} />}
    </>
  )
}

function NieuwConcept({ proces }: { proces: BeheerProces }) {
  const t = useProcesbeheerTeksten()
  const client = useQueryClient()
  const navigate = useNavigate()
  const maak = useMutation({
    mutationFn: () => call(maakConcept, { params: { proces: proces.proces }, body: {} }),
    onSuccess: async (versie) => {
      await ververs(client, listBeheerProcessen)
      meld(t.nieuwConceptGemaakt)
      await navigate({ to: '.', search: (was: Record<string, unknown>) => ({ ...was, versie: versie.id }) })
    },
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
  })
  if (!proces.versies.some(({ status }) => status === 'gepubliceerd')) return null
  return (
    <Button variant="default" size="xs" loading={maak.isPending} onClick={() => maak.mutate()}>
      {t.nieuwConcept}
    </Button>
  )
}
