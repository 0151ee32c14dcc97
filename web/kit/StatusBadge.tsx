import type { ReactNode } from 'react'
import { Icoon, type IcoonNaam } from './Icoon.tsx'
import css from './StatusBadge.module.css'

export type Toon = 'neutraal' | 'info' | 'goed' | 'let-op' | 'fout'

const icons: Record<Toon, IcoonNaam> = {
  neutraal: 'stip',
  info: 'info',
  goed: 'vink',
  'let-op': 'klok',
  fout: 'let_op',
}

/** A state by icon, word and colour: never by colour alone (WCAG 1.4.1). */
export function StatusBadge({
  toon = 'neutraal',
  icoon,
  children,
}: {
  toon?: Toon
  icoon?: IcoonNaam
  children: ReactNode
}) {
  return (
    <span className={css['badge']} data-toon={toon}>
      <Icoon naam={icoon ?? icons[toon]} maat={12} />
      <span>{children}</span>
    </span>
  )
}
