import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useRecht } from '#kit/ik.ts'
import css from './Beheer.module.css'
import { useBeheerTeksten } from './beheerTeksten.ts'

/** The frame of the administration: its parts beside (or above) the one that is open. */
export function Beheer() {
  const t = useBeheerTeksten()
  const mayMedewerkers = useRecht('beheer.medewerkers')
  const mayInrichting = useRecht('beheer.inrichting')
  const mayProcessen = useRecht('beheer.processen')
  const onderdelen = [
    ...(mayMedewerkers ? (['medewerkers', 'teams'] as const) : []),
    ...(mayInrichting
      ? (['sjablonen', 'kanalen', 'onderwerpen', 'openingstijden', 'kalender', 'instellingen'] as const)
      : []),
    ...(mayProcessen ? (['processen'] as const) : []),
  ]
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // On a phone the parts are one row that scrolls: the open one is in view.
  useEffect(() => {
    nav.current?.querySelector(`[href$="${pathname}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [pathname])
  return (
    <div className={css['beheer']}>
      <nav ref={nav} aria-label={t.onderdelen} className={css['onderdelen']}>
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
