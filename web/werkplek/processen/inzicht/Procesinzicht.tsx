import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import {
  type Procesinzicht as Cijfers,
  exportProcesinzicht,
  getProcesinzicht,
  type Inzichttabel,
} from '#contract/procesinzicht.ts'
import { urlOf } from '#kit/api.ts'
import { Datumfilter } from '#kit/DatumVeld.tsx'
import { dagwoord, getal, procent } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { houdVorige, lees } from '#kit/queries.ts'
import { Laadskelet, Lading } from '#kit/Staten.tsx'
import { Cel, Lijst, Naamcel } from '../../beheer/Lijst.tsx'
import css from './Inzicht.module.css'
import { useInzichtTeksten } from './inzichtTeksten.ts'

const Weekgrafiek = lazy(() => import('./Weekgrafiek.tsx').then((module) => ({ default: module.Weekgrafiek })))
const Schema = lazy(() => import('../schema/Schema.tsx').then((module) => ({ default: module.Schema })))

const route = getRouteApi('/inzicht/$proces')

/** How one process goes: what came in, how long it took, which terms were met, and where cases wait now. */
export function Procesinzicht() {
  const { proces } = route.useParams()
  const { van, tot } = route.useSearch()
  const query = useQuery({
    ...lees(getProcesinzicht, { params: { proces }, query: { ...(van && { van }), ...(tot && { tot }) } }),
    placeholderData: houdVorige,
  })
  return (
    <Lading query={query} pagina>
      {(inzicht) => <Inhoud inzicht={inzicht} />}
    </Lading>
  )
}

function Inhoud({ inzicht }: { inzicht: Cijfers }) {
  const t = useInzichtTeksten()
  const navigate = useNavigate()
  const zet = (deel: { van?: string | undefined; tot?: string | undefined }) =>
    void navigate({ to: '.', search: (was: Record<string, unknown>) => ({ ...was, ...deel }), replace: true })
  const dagen = (waarde: number | null) => (waarde === null ? '–' : t.dagen(getal(afgerond(waarde))))
  const hitte = useMemo(() => hitteVan(inzicht, t.wachtSchema), [inzicht, t])
  return (
    <div className={css['pagina']}>
      <div>
        <Link to={paden.inzicht} className={css['terug']}>
          <Icoon naam="pijl_links" maat={14} /> {t.terug}
        </Link>
        <Paginatitel titel={inzicht.naam} onder={t.periodeUit(dagwoord(inzicht.van), dagwoord(inzicht.tot))} />
        <search className={css['periode']} aria-label={t.periode}>
          <Datumfilter label={t.van} waarde={inzicht.van} onKies={(van) => zet({ van })} />
          <Datumfilter label={t.tot} waarde={inzicht.tot} onKies={(tot) => zet({ tot })} />
        </search>
      </div>
      <section aria-label={t.kerncijfers}>
        <dl className={css['cijfers']}>
          {[
            [t.begonnen, getal(inzicht.begonnen)],
            [t.afgerond, getal(inzicht.afgerond)],
            [t.nuLopend, getal(inzicht.lopend)],
            [t.heropend, getal(inzicht.heropend)],
            [t.mediaan, dagen(inzicht.doorlooptijd.mediaan)],
            [t.p90, dagen(inzicht.doorlooptijd.p90)],
          ].map(([naam, waarde]) => (
            <div key={naam}>
              <dt>{naam}</dt>
              <dd>{waarde}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Deel titel={t.weken} tabel="weken" inzicht={inzicht}>
        <Suspense fallback={<Laadskelet />}>
          <Weekgrafiek weken={inzicht.weken} />
        </Suspense>
        <Lijst naam={t.weken} kolommen={[{ kop: t.week }, rechts(t.begonnen), rechts(t.afgerond)]}>
          {inzicht.weken.map((week) => (
            <tr key={week.week}>
              <Naamcel link={dagwoord(week.week)} />
              <Cel rechts>{getal(week.begonnen)}</Cel>
              <Cel rechts>{getal(week.afgerond)}</Cel>
            </tr>
          ))}
        </Lijst>
      </Deel>
      <Deel
        titel={t.wacht}
        tabel="wacht"
        inzicht={inzicht}
        leeg={inzicht.wacht.length === 0 ? t.nietsWacht : undefined}
      >
        {inzicht.bpmn && (
          <Suspense fallback={<Laadskelet />}>
            <Schema bpmn={inzicht.bpmn} naam={inzicht.naam} hitte={hitte} />
          </Suspense>
        )}
        <Lijst
          naam={t.wacht}
          kolommen={[
            { kop: t.stap },
            rechts(t.aantal),
            rechts(t.wachtMediaan),
            { ...rechts(t.langste), bijzaak: true },
          ]}
        >
          {inzicht.wacht.map((stap) => (
            <tr key={stap.element}>
              <Naamcel link={stap.naam} />
              <Cel rechts>{getal(stap.aantal)}</Cel>
              <Cel rechts>{dagen(stap.mediaan)}</Cel>
              <Cel rechts bijzaak>
                {dagen(stap.langste)}
              </Cel>
            </tr>
          ))}
        </Lijst>
      </Deel>
      <Deel
        titel={t.termijnen}
        tabel="termijnen"
        inzicht={inzicht}
        leeg={inzicht.termijnen.length === 0 ? t.niets : undefined}
      >
        <Lijst
          naam={t.termijnen}
          kolommen={[
            { kop: t.termijn },
            rechts(t.gehaald),
            rechts(t.teLaat),
            { ...rechts(t.loopt), bijzaak: true },
            rechts(t.deel),
          ]}
        >
          {inzicht.termijnen.map(({ soort, naam, gehaald, teLaat, loopt }) => (
            <tr key={`${soort}${naam}`}>
              <Naamcel link={naam} onder={t.soort[soort]} />
              <Cel rechts>{getal(gehaald)}</Cel>
              <Cel rechts>{getal(teLaat)}</Cel>
              <Cel rechts bijzaak>
                {getal(loopt)}
              </Cel>
              <Cel rechts>{gehaald + teLaat > 0 ? procent(gehaald / (gehaald + teLaat)) : '–'}</Cel>
            </tr>
          ))}
        </Lijst>
      </Deel>
      <Deel titel={t.teams} tabel="teams" inzicht={inzicht} leeg={inzicht.teams.length === 0 ? t.niets : undefined}>
        <Lijst
          naam={t.teams}
          kolommen={[
            { kop: t.team },
            rechts(t.begonnen),
            { ...rechts(t.afgerond), bijzaak: true },
            rechts(t.nuLopend),
            { ...rechts(t.heropend), bijzaak: true },
            { ...rechts(t.mediaan), bijzaak: true },
          ]}
        >
          {inzicht.teams.map(({ team, ...cijfers }) => (
            <tr key={team?.id ?? ''}>
              <Naamcel link={team?.naam ?? t.geenTeam} />
              <Cel rechts>{getal(cijfers.begonnen)}</Cel>
              <Cel rechts bijzaak>
                {getal(cijfers.afgerond)}
              </Cel>
              <Cel rechts>{getal(cijfers.lopend)}</Cel>
              <Cel rechts bijzaak>
                {getal(cijfers.heropend)}
              </Cel>
              <Cel rechts bijzaak>
                {dagen(cijfers.mediaan)}
              </Cel>
            </tr>
          ))}
        </Lijst>
      </Deel>
    </div>
  )
}

const rechts = (kop: string) => ({ kop, rechts: true })
const afgerond = (dagen: number) => (dagen < 10 ? Math.round(dagen * 10) / 10 : Math.round(dagen))

type DeelProps = {
  titel: string
  tabel: Inzichttabel
  inzicht: Cijfers
  leeg?: string | undefined
  children: ReactNode
}

function Deel({ titel, tabel, inzicht: { proces, van, tot }, leeg, children }: DeelProps) {
  const t = useInzichtTeksten()
  const id = `inzicht-${tabel}`
  return (
    <section className={css['deel']} aria-labelledby={id}>
      <div className={css['kop']}>
        <h2 id={id}>{titel}</h2>
        {!leeg && (
          <a
            href={urlOf(exportProcesinzicht, { params: { proces }, query: { van, tot, tabel } })}
            download
            aria-label={t.csvVan(titel)}
          >
            <Icoon naam="download" maat={14} /> {t.csv}
          </a>
        )}
      </div>
      {leeg ? <p className={css['zacht']}>{leeg}</p> : children}
    </section>
  )
}

/** From 1 to 4: the busiest step counts as the hottest, by how many wait and how long. */
function hitteVan({ wacht }: Cijfers, label: (aantal: number, dagen: string) => string) {
  const druk = (stap: Cijfers['wacht'][number]) => stap.aantal * Math.max(stap.mediaan, 0.1)
  const hoogste = Math.max(...wacht.map(druk), 0.1)
  return wacht.map((stap) => ({
    element: stap.element,
    graad: Math.max(1, Math.ceil((druk(stap) / hoogste) * 4)),
    label: label(stap.aantal, getal(afgerond(stap.mediaan))),
  }))
}
