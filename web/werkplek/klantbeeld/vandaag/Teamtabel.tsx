import { Link } from '@tanstack/react-router'
import type { Vandaag } from '#contract/klantbeeld.ts'
import { getal } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { paden } from '#kit/paden.ts'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import { Cijfertabel } from './Grafiekkaart.tsx'
import css from './Vandaag.module.css'

/** Open work per team. A table of itself, with a bar in it for the eye. */
export function Teamtabel({ taken }: { taken: Vandaag['taken'] }) {
  const { vandaag: t } = useKlantbeeldTeksten()
  const mayTaken = useRecht('taak.verdelen')
  const top = Math.max(1, ...taken.map(({ open }) => open))
  return (
    <section className={css['kaart']} data-breed aria-labelledby="vandaag-teams">
      <header>
        <h2 id="vandaag-teams">{t.perTeam}</h2>
      </header>
      {taken.length === 0 ? (
        <p className={css['leeg']}>{t.geenTeams}</p>
      ) : (
        <Cijfertabel
          kolommen={[t.team, t.open, t.teLaat, t.voorVandaag, t.vrij]}
          rijen={taken.map(({ team, open, nietOpgepakt, vandaag, teLaat }) => ({
            sleutel: team.id,
            naam: mayTaken ? <Link to={paden.team(team.id)}>{team.naam}</Link> : team.naam,
            waarden: [
              <span key="open" className={css['metBalk']}>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect className={css['staaf']} width={(open / top) * 100} height={10} />
                  <rect className={css['laat']} width={(teLaat / top) * 100} height={10} />
                </svg>
                {getal(open)}
              </span>,
              teLaat > 0 ? (
                <strong key="laat" className={css['teLaat']}>
                  <Icoon naam="let_op" maat={12} /> {getal(teLaat)}
                </strong>
              ) : (
                '0'
              ),
              getal(vandaag),
              getal(nietOpgepakt),
            ],
          }))}
        />
      )}
    </section>
  )
}
