import type { ReactNode } from 'react'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import css from './Kaart.module.css'

/** A small block with a title, for the columns beside the tijdlijn. */
export function Kaart({ titel, icoon, children }: { titel: string; icoon?: IcoonNaam; children: ReactNode }) {
  return (
    <section className={css['kaart']}>
      <h2>
        {icoon && <Icoon naam={icoon} maat={14} />} {titel}
      </h2>
      {children}
    </section>
  )
}

/** Names with their values, as many columns as fit. */
export function Velden({ children }: { children: ReactNode }) {
  return <dl className={css['velden']}>{children}</dl>
}

export function Veld({ naam, children }: { naam: string; children: ReactNode }) {
  return (
    <div>
      <dt>{naam}</dt>
      <dd>{children}</dd>
    </div>
  )
}
