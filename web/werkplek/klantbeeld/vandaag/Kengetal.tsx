import { Icoon } from '#kit/Icoon.tsx'
import css from './Vandaag.module.css'

/** One figure with what it means beside it. */
export function Kengetal({
  naam,
  waarde,
  onder,
  letOp,
}: {
  naam: string
  waarde: string
  onder: string
  letOp?: boolean
}) {
  return (
    <li className={css['kengetal']} data-let-op={letOp || undefined}>
      <h2>{naam}</h2>
      <p className={css['waarde']}>
        {waarde} {letOp && <Icoon naam="let_op" maat={18} />}
      </p>
      <p className={css['onder']}>{onder}</p>
    </li>
  )
}
