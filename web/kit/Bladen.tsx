import { type KeyboardEvent, type ReactNode, useId } from 'react'
import css from './Bladen.module.css'

type Props<B extends string> = {
  naam: string
  bladen: readonly { blad: B; naam: string; aantal?: number }[]
  keuze: B
  onKies: (blad: B) => void
  children: ReactNode
}

/** Tabs over one panel (ARIA tabs pattern: arrows move, the choice follows). */
export function Bladen<B extends string>({ naam, bladen, keuze, onKies, children }: Props<B>) {
  const id = useId()
  function move(event: KeyboardEvent<HTMLDivElement>) {
    const at = bladen.findIndex(({ blad }) => blad === keuze)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bladen.length - 1 }[event.key]
    const next = to === undefined ? undefined : bladen.at(to % bladen.length)
    if (!next) return
    event.preventDefault()
    onKies(next.blad)
    document.getElementById(`${id}-${next.blad}`)?.focus()
  }
  return (
    <>
      <div role="tablist" aria-label={naam} className={css['bladen']} onKeyDown={move}>
        {bladen.map(({ blad, naam, aantal }) => (
          <button
            key={blad}
            id={`${id}-${blad}`}
            type="button"
            role="tab"
            className={css['blad']}
            aria-selected={blad === keuze}
            aria-controls={`${id}-inhoud`}
            tabIndex={blad === keuze ? 0 : -1}
            onClick={() => onKies(blad)}
          >
            {naam}
            {aantal !== undefined && aantal > 0 && <span className={css['aantal']}>{aantal}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-inhoud`} aria-labelledby={`${id}-${keuze}`} className={css['inhoud']}>
        {children}
      </div>
    </>
  )
}
