import type { ReactNode } from 'react'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import css from './Badge.module.css'

export type Toon = 'neutraal' | 'info' | 'goed' | 'let-op' | 'fout'
const iconen: Record<Toon, IcoonNaam> = {
  neutraal: 'stip',
  info: 'klok',
  goed: 'vink',
  'let-op': 'let_op',
  fout: 'uitroep',
}

/** State by icon, word and colour together. */
export function Badge({ toon = 'neutraal', icoon, children }: { toon?: Toon; icoon?: IcoonNaam; children: ReactNode }) {
  return (
    <span className={`nl-data-badge ${css['badge']}`} data-toon={toon}>
      <Icoon naam={icoon ?? iconen[toon]} maat={14} /> {children}
    </span>
  )
}
