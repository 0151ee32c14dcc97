import { Link, Outlet } from '@tanstack/react-router'
import { useRecht } from '#kit/ik.ts'
import css from './Beheer.module.css'
import { useBeheerTeksten } from './beheerTeksten.ts'

/** The frame of the administration: its parts beside (or above) the one that is open. */
export function Beheer() {
  const t = useBeheerTeksten()
  const mayMedewerkers = useRecht('beheer.medewerkers')
  const mayInrichting = useRecht('beheer.inrichting')
  const onderdelen = [
    ...(mayMedewerkers ? (['medewerkers', 'teams'] as const) : []),
    ...(mayInrichting
      ? (['sjablonen', 'kanalen', 'onderwerpen', 'openingstijden', 'kalender', 'instellingen'] as const)
      : []),
  ]
  return (
    <div className={css['beheer']}>
      <nav aria-label={t.onderdelen} className={css['onderdelen']}>
        <ul>
          {onderdelen.map((onderdeel) => (
            <li key={onderdeel}>
              <Link to={`/beheer/${onderdeel}`} search={{}}>
                {t[onderdeel]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={css['inhoud']}>
        <Outlet />
      </div>
    </div>
  )
}
