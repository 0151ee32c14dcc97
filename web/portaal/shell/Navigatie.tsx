import { Link } from '@tanstack/react-router'
import { Icoon } from '#kit/Icoon.tsx'
import { paden } from '../paden.ts'
import css from './Navigatie.module.css'
import { navigatie } from './navigatie.ts'
import { useShellTeksten } from './shellTeksten.ts'

/** At the bottom of a phone, within reach of a thumb; under the bar of a wider screen. */
export function Navigatie() {
  const t = useShellTeksten()
  return (
    <nav aria-label={t.navigatie} className={`${css['navigatie']} niet-afdrukken`}>
      <ul className="breedte">
        {navigatie.map(({ naar, tekst, kort, icoon, alleen }) => (
          <li key={naar} data-alleen={alleen}>
            <Link to={naar} activeOptions={{ exact: naar === paden.thuis, includeSearch: false }}>
              <Icoon naam={icoon} maat={20} />
              {kort ? (
                <>
                  <span className={css['breed']}>{t[tekst]}</span>
                  <span className={css['kort']}>{t[kort]}</span>
                </>
              ) : (
                t[tekst]
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
