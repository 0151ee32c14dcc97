import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { countTaken, tellingMax } from '#contract/taken.ts'
import { getal } from '#kit/format.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import { useIk, useRecht } from '#kit/ik.ts'
import { paden } from '#kit/paden.ts'
import { lees, ververs } from '#kit/queries.ts'
import css from './Navigatie.module.css'
import { useSchilTeksten } from './schilTeksten.ts'

// What few people see does not weigh on the first screen of all.
const Actietelling = lazy(() =>
  import('../processen/acties/Actietelling.tsx').then((module) => ({ default: module.Actietelling })),
)

/** The side bar of a wide screen; a narrow one opens the same list from the menu button. */
export function Navigatie() {
  return (
    <div className={css['zijkant']}>
      <Navigatielijst />
    </div>
  )
}

export function Navigatielijst({ onKeuze }: { onKeuze?: () => void }) {
  const t = useSchilTeksten()
  const ik = useIk()
  const mayTaken = useRecht('taak.lezen')
  const mayZaken = useRecht('zaak.lezen')
  const mayBerichten = useRecht('klantcontact.registreren')
  const mayEnquetes = useRecht('enquete.lezen')
  const mayPostbus = useRecht('beheer.inrichting') && ik.demo
  const mayCijfers = useRecht('overzicht.lezen')
  const mayBeheer = useRecht('beheer.medewerkers', 'beheer.inrichting', 'beheer.processen')
  const mayActies = useRecht('proces.acties')
  const mayInzicht = useRecht('proces.inzicht')
  const mayLog = useRecht('verwerkingenlog.lezen')
  const client = useQueryClient()
  const { data: tellingen } = useQuery({ ...lees(countTaken), enabled: mayTaken })
  useGebeurtenis(['taak.*', 'klantcontact.geregistreerd'], () => void ververs(client, countTaken))

  const teams = tellingen?.teams ?? ik.teams.map((team) => ({ team, lid: true, open: 0, teLaat: 0 }))
  const mine = mayTaken ? teams.filter((each) => each.lid) : []
  const others = mayTaken ? teams.filter((each) => !each.lid) : []
  const click = onKeuze ? { onClick: onKeuze } : {}
  return (
    <nav aria-label={t.navigatie} className={css['navigatie']}>
      <ul>
        {mayCijfers && <Regel to={paden.vandaag} icoon="vandaag" naam={t.vandaag} {...click} />}
        {mayTaken && (
          <Regel
            to={paden.mijnWerk}
            icoon="taak"
            naam={t.mijnWerk}
            {...telling(tellingen?.mijn.open, t.open)}
            teLaat={tellingen?.mijn.teLaat}
            {...click}
          />
        )}
        {mayZaken && <Regel to={paden.zaken} icoon="map" naam={t.zaken} {...click} />}
        {mayTaken && (
          <Regel
            to={paden.beloften}
            icoon="vlag"
            naam={t.beloften}
            {...telling(tellingen?.beloften, t.nietNagekomen)}
            {...click}
          />
        )}
        {mayBerichten && <Regel to={paden.berichten} icoon="mail" naam={t.berichten} {...click} />}
        {mayEnquetes && <Regel to={paden.enquetes} icoon="ster" naam={t.enquetes} {...click} />}
        {mayActies && (
          <Regel to={paden.acties} icoon="proces" naam={t.acties} {...click}>
            <Suspense>
              <Actietelling />
            </Suspense>
          </Regel>
        )}
        {mayInzicht && <Regel to={paden.inzicht} icoon="grafiek" naam={t.inzicht} {...click} />}
      </ul>
      {[
        { kop: t.teams, rows: mine },
        { kop: t.andereTeams, rows: others },
      ].map(
        ({ kop, rows }) =>
          rows.length > 0 && (
            <section key={kop}>
              <h2>{kop}</h2>
              <ul>
                {rows.map(({ team, open, teLaat }) => (
                  <Regel
                    key={team.id}
                    to={paden.team(team.id)}
                    icoon="mensen"
                    naam={team.naam}
                    {...telling(open, t.vrij)}
                    teLaat={teLaat}
                    {...click}
                  />
                ))}
              </ul>
            </section>
          ),
      )}
      {(mayBeheer || mayLog) && (
        <section>
          <ul>
            {mayBeheer && <Regel to={paden.beheer} icoon="instellingen" naam={t.beheer} {...click} />}
            {mayPostbus && <Regel to={paden.postbus} icoon="mail" naam={t.postbus} {...click} />}
            {mayLog && <Regel to={paden.verwerkingenlog} icoon="schild" naam={t.verwerkingenlog} {...click} />}
          </ul>
        </section>
      )}
    </nav>
  )
}

type RegelProps = {
  to: string
  icoon: IcoonNaam
  naam: string
  aantal?: string
  uitleg?: string
  teLaat?: number | undefined
  /** In the place of the number. */
  children?: ReactNode
  onClick?: () => void
}

function Regel({ to, icoon, naam, aantal, uitleg, teLaat = 0, children, onClick }: RegelProps) {
  const t = useSchilTeksten()
  return (
    <li>
      <Link to={to} className={css['regel']} {...(onClick && { onClick })}>
        <Icoon naam={icoon} />
        <span className={css['naam']}>{naam}</span>
        {teLaat > 0 && (
          <span className={css['teLaat']} title={t.teLaat(plafond(teLaat))}>
            <Icoon naam="let_op" maat={12} label={t.teLaat(plafond(teLaat))} />
          </span>
        )}
        {aantal && (
          <span className={css['aantal']} title={uitleg}>
            <span aria-hidden="true">{aantal}</span>
            <span className="alleen-voorlezen">, {uitleg}</span>
          </span>
        )}
        {children}
      </Link>
    </li>
  )
}

function telling(count: number | undefined, uitleg: (aantal: string) => string) {
  return count ? { aantal: plafond(count), uitleg: uitleg(plafond(count)) } : {}
}

/** The server stops counting there. */
function plafond(count: number): string {
  return count >= tellingMax ? `${tellingMax - 1}+` : getal(count)
}
