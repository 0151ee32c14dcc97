import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { listSluitingsdagen } from '#contract/beheer/kalender.ts'
import { getKalender, getWerkdag } from '#contract/beheer.ts'
import { dagVan } from '#kit/format.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { houdVorige, lees, ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import { Jaaroverzicht } from './Jaaroverzicht.tsx'
import css from './Kalender.module.css'
import { Sluitingsdagen } from './Sluitingsdagen.tsx'
import { Werkdagen } from './Werkdagen.tsx'

const route = getRouteApi('/beheer/kalender')

/** The working-day calendar of one year: what is free, why, and what that means for a term. */
export function Kalender() {
  const t = useBeheerTeksten()
  const { jaar = Number(dagVan(new Date()).slice(0, 4)) } = route.useSearch()
  const navigate = useNavigate({ from: '/beheer/kalender' })
  const client = useQueryClient()
  const kalender = useQuery({ ...lees(getKalender, { query: { jaar } }), placeholderData: houdVorige })
  useGebeurtenis(['inrichting.gewijzigd'], () => void ververs(client, getKalender, getWerkdag, listSluitingsdagen))
  const ga = (naar: number) => void navigate({ search: { jaar: naar }, replace: true })
  return (
    <>
      <Paginatitel titel={`${t.kalender} ${jaar}`} onder={t.jaar.uitleg}>
        <Button.Group>
          <Button variant="default" disabled={jaar <= 2000} onClick={() => ga(jaar - 1)}>
            <Icoon naam="pijl_links" maat={14} /> {jaar - 1}
          </Button>
          <Button variant="default" disabled={jaar >= 2100} onClick={() => ga(jaar + 1)}>
            {jaar + 1} <Icoon naam="pijl_rechts" maat={14} />
          </Button>
        </Button.Group>
      </Paginatitel>
      <Werkdagen />
      <div className={css['pagina']}>
        <Lading query={kalender} regels={8}>
          {({ vrij }) => <Jaaroverzicht jaar={jaar} vrij={vrij} />}
        </Lading>
        <aside className={css['zijkant']}>
          <Sluitingsdagen jaar={jaar} />
          {kalender.data && (
            <section>
              <h2>{t.jaar.feestdagen}</h2>
              <ul className={css['feestdagen']}>
                {kalender.data.vrij
                  .filter((dag) => dag.soort === 'feestdag')
                  .map((dag) => (
                    <li key={dag.datum}>
                      <Dagregel datum={dag.datum} /> <span>{dag.naam}</span>
                    </li>
                  ))}
              </ul>
              <p className={css['zacht']}>{t.jaar.wijzigInstelling}</p>
            </section>
          )}
        </aside>
      </div>
    </>
  )
}

/** "vr 25 dec" */
export function Dagregel({ datum }: { datum: string }) {
  const text = new Intl.DateTimeFormat(document.documentElement.lang || 'nl', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${datum}T12:00:00Z`))
  return (
    <time dateTime={datum} className={css['dagregel']}>
      {text}
    </time>
  )
}
