import { ActionIcon } from '@mantine/core'
import type { ReactNode } from 'react'
import { dagVan, datum } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useBeheerTeksten } from './beheerTeksten.ts'
import css from './Ledenlijst.module.css'

type Lidregel = { id: string; naam: string; onder?: string; sinds: string; tot: string | null }

type Props = {
  kop: string
  leeg: string
  leden: readonly Lidregel[]
  vroeger: (aantal: number) => string
  haalWeg: (naam: string) => string
  onHaalWeg: (lid: Lidregel) => void
  /** How to add one. */
  children: ReactNode
}

/** Memberships now, with a button to end each; former ones folded away. */
export function Ledenlijst({ kop, leeg, leden, vroeger, haalWeg, onHaalWeg, children }: Props) {
  const t = useBeheerTeksten()
  const nu = leden.filter((lid) => lid.tot === null)
  const toen = leden.filter((lid) => lid.tot !== null)
  return (
    <section className={css['sectie']} aria-label={kop}>
      <h3>{kop}</h3>
      {nu.length === 0 ? (
        <p className={css['zacht']}>{leeg}</p>
      ) : (
        <ul className={css['lijst']}>
          {nu.map((lid) => (
            <li key={lid.id}>
              <span className={css['wie']}>
                {lid.naam} <span className={css['zacht']}>{lid.onder}</span>
              </span>
              <span className={css['zacht']}>
                {t.medewerker.sinds} {datum(dagVan(lid.sinds))}
              </span>
              <ActionIcon variant="subtle" color="gray" aria-label={haalWeg(lid.naam)} onClick={() => onHaalWeg(lid)}>
                <Icoon naam="sluit" maat={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {children}
      {toen.length > 0 && (
        <details className={css['vroeger']}>
          <summary>{vroeger(toen.length)}</summary>
          <ul className={css['lijst']}>
            {toen.map((lid) => (
              <li key={`${lid.id} ${lid.sinds}`}>
                <span className={css['wie']}>{lid.naam}</span>
                <span className={css['zacht']}>
                  {t.team.periode(datum(dagVan(lid.sinds)), datum(dagVan(lid.tot ?? lid.sinds)))}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
