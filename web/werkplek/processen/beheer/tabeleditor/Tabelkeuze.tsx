import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Bevinding } from '#contract/procesbeheer.ts'
import beheer from '../Beheer.module.css'
import type { Tabel } from '../leesTabellen.ts'
import { tabelMet } from './plekken.ts'
import css from './Tabeleditor.module.css'
import { useTabeleditorTeksten } from './tabeleditorTeksten.ts'

type Props = {
  tabellen: readonly Tabel[]
  gekozen: string
  bevindingen: readonly Bevinding[]
  children: ReactNode
}

/** The decisions of the file by name, with the decisions that come first; the choice is in the address. */
export function Tabelkeuze({ tabellen, gekozen, bevindingen, children }: Props) {
  const t = useTabeleditorTeksten()
  return (
    <nav aria-label={t.tabellen} className={beheer['stukken']}>
      <ul>
        {tabellen.map(({ id, naam, nodig }) => {
          const eerst = nodig.filter((each) => tabellen.some((tabel) => tabel.naam === each))
          const aantal = bevindingen.filter(({ plek }) => tabelMet(tabellen, plek)?.id === id).length
          return (
            <li key={id}>
              <Link
                to="."
                search={(was: Record<string, unknown>) => ({ ...was, stuk: id })}
                resetScroll={false}
                aria-current={id === gekozen ? 'true' : undefined}
              >
                {naam}
                {aantal > 0 && <span className={css['gevonden']}>{t.gevonden(aantal)}</span>}
                {eerst.length > 0 && <span className={css['nodig']}>← {eerst.join(', ')}</span>}
              </Link>
            </li>
          )
        })}
      </ul>
      {children}
    </nav>
  )
}
