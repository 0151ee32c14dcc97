import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type BeheerProces, getProcesVersie, type ProcesVersie } from '#contract/procesbeheer.ts'
import { lees } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { useProcesbeheerTeksten } from '../procesbeheerTeksten.ts'
import css from './Vergelijken.module.css'
import { Versieverschil } from './Versieverschil.tsx'
import { useVergelijkTeksten } from './vergelijkTeksten.ts'

const route = getRouteApi('/beheer/processen/$proces')

/** This version beside another one: the one in force, or what one chooses. */
export function Vergelijken({ proces, versie }: { proces: BeheerProces; versie: ProcesVersie }) {
  const t = useVergelijkTeksten()
  const beheer = useProcesbeheerTeksten()
  const navigate = useNavigate()
  const { met } = route.useSearch()
  const andere = proces.versies.filter(({ id }) => id !== versie.id)
  const gekozen = andere.find(({ id }) => id === met) ?? vorige(andere, versie)
  return (
    <section className={css['bestanden']} aria-labelledby="vergelijken">
      <h2 id="vergelijken">{t.titel}</h2>
      {gekozen ? (
        <>
          <Select
            label={t.met}
            className={css['keuze'] ?? ''}
            allowDeselect={false}
            data={andere.map(({ id, nummer, status }) => ({
              value: id,
              label: t.keuze(nummer, beheer.status[status]),
            }))}
            value={gekozen.id}
            onChange={(next) =>
              next &&
              void navigate({
                to: '.',
                search: (was: Record<string, unknown>) => ({ ...was, met: next }),
                replace: true,
              })
            }
          />
          <Met key={gekozen.id} id={gekozen.id} versie={versie} />
        </>
      ) : (
        <p>{t.geenAndere}</p>
      )}
    </section>
  )
}

/** What is in force; for what is in force itself, the one before. */
function vorige(andere: BeheerProces['versies'], versie: ProcesVersie) {
  return (
    andere.find(({ status }) => status === 'gepubliceerd') ??
    andere.find(({ nummer }) => nummer < versie.nummer) ??
    andere[0]
  )
}

/** From the other version to this one. */
export function Met({ id, versie }: { id: string; versie: ProcesVersie }) {
  const query = useQuery(lees(getProcesVersie, { params: { id } }))
  return <Lading query={query}>{(oud) => <Versieverschil oud={oud.bestanden} nieuw={versie.bestanden} />}</Lading>
}
