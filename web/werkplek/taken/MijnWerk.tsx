import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { countTaken } from '#contract/taken.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { paden } from '#kit/paden.ts'
import { lees } from '#kit/queries.ts'
import { LegeStaat } from '#kit/Staten.tsx'
import { NieuweTaakKnop } from './NieuweTaakKnop.tsx'
import type { LijstKeuze } from './routes.tsx'
import css from './Taken.module.css'
import { Takenscherm } from './Takenscherm.tsx'
import { useTakenTeksten } from './takenTeksten.ts'

/** What I have in hand, by deadline: one click from anywhere. */
export function MijnWerk() {
  const t = useTakenTeksten()
  const keuze: LijstKeuze = useSearch({ strict: false })
  return (
    <Takenscherm
      titel={t.mijnWerk}
      onder={t.mijnWerkUitleg}
      acties={<NieuweTaakKnop />}
      metTeam
      metWie={false}
      gegroepeerd
      filters={['termijn', 'prioriteit', 'q']}
      vraag={{
        soort: 'taken',
        query: { mijn: 'true', termijn: keuze.termijn, prioriteit: keuze.prioriteit, q: keuze.q },
      }}
      leeg={
        keuze.termijn || keuze.prioriteit || keuze.q ? <LegeStaat titel={t.leegFilter} icoon="filter" /> : <Niets />
      }
    />
  )
}

/** Nothing in hand: where there is work. */
function Niets() {
  const t = useTakenTeksten()
  const { data } = useQuery(lees(countTaken))
  const teams = (data?.teams ?? []).filter((each) => each.lid)
  return (
    <LegeStaat titel={t.leegMijn} icoon="vink">
      {teams.length > 0 && <p>{t.leegMijnUitleg}</p>}
      <ul className={css['teamlinks']}>
        {teams.map(({ team, open }) => (
          <li key={team.id}>
            <Link to={paden.team(team.id)}>
              <Icoon naam="mensen" maat={14} /> {team.naam}
            </Link>{' '}
            · {t.aantalVrij(open)}
          </li>
        ))}
      </ul>
    </LegeStaat>
  )
}
