import { Link } from '@tanstack/react-router'
import css from './Beheer.module.css'

type Props = {
  naam: string
  stukken: readonly string[]
  gekozen: string
  /** With folder and ending. */
  heel?: boolean
}

/** Which form, message or file; in the address, so that a link shows the same. */
export function Stukkeuze({ naam, stukken, gekozen, heel = false }: Props) {
  return (
    <nav aria-label={naam} className={css['stukken']}>
      <ul>
        {stukken.map((stuk) => (
          <li key={stuk}>
            <Link
              to="."
              search={(was: Record<string, unknown>) => ({ ...was, stuk })}
              resetScroll={false}
              aria-current={stuk === gekozen ? 'true' : undefined}
            >
              {heel ? stuk : stuk.replace(/^.*\/|\.\w+$/g, '')}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
