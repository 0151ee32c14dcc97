import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import css from './Vandaag.module.css'

/** One figure with what it means beside it; with `pad` the way to what it counts. */
export function Kengetal({
  naam,
  waarde,
  onder,
  letOp,
  pad,
}: {
  naam: string
  waarde: string
  onder: ReactNode
  letOp?: boolean
  pad?: string | undefined
}) {
  return (
    <li className={css['kengetal']} data-let-op={letOp || undefined}>
      <h2>{pad ? <Link to={pad}>{naam}</Link> : naam}</h2>
      <p className={css['waarde']}>
        {waarde} {letOp && <Icoon naam="let_op" maat={18} />}
      </p>
      <p className={css['onder']}>{onder}</p>
    </li>
  )
}
