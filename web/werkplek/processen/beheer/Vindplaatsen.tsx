import type { Bevinding } from '#contract/procesbeheer.ts'
import { Icoon } from '#kit/Icoon.tsx'
import css from './Beheer.module.css'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'

type Props = {
  bevindingen: readonly Bevinding[]
  /** Goes to where it is. */
  onGa: (bevinding: Bevinding) => void
}

/** What is wrong in one file, each a button to its place. Faults first. */
export function Vindplaatsen({ bevindingen, onGa }: Props) {
  const t = useProcesbeheerTeksten()
  const volgorde = bevindingen.toSorted((a, b) => a.ernst.localeCompare(b.ernst))
  return (
    <ul className={css['bevindingen']}>
      {volgorde.map((bevinding) => (
        <li key={`${bevinding.plek}${bevinding.melding}`} data-ernst={bevinding.ernst}>
          <Icoon
            naam={bevinding.ernst === 'fout' ? 'let_op' : 'info'}
            maat={14}
            label={bevinding.ernst === 'fout' ? t.fout : t.waarschuwing}
          />
          <div>
            <button type="button" className={css['plek']} onClick={() => onGa(bevinding)}>
              {bevinding.naam || bevinding.plek}
            </button>
            <p>{bevinding.melding}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
