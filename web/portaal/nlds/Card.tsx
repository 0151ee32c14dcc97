import { createLink } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, forwardRef, type ReactNode } from 'react'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import css from './Card.module.css'
import { Heading } from './Tekst.tsx'

/** Something that stands apart, with a heading of its own. */
export function Card({ titel, level = 2, children }: { titel?: string; level?: 2 | 3; children: ReactNode }) {
  return (
    <section className={`kaart stapel ${css['kaart']}`}>
      {titel && <Heading level={level}>{titel}</Heading>}
      {children}
    </section>
  )
}

type RegelProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  titel: string
  icoon?: IcoonNaam
  /** Under the title. */
  onder?: ReactNode
  /** At the right: a state, an amount. */
  rechts?: ReactNode
}

const Regel = forwardRef<HTMLAnchorElement, RegelProps>(function Regel({ titel, icoon, onder, rechts, ...rest }, ref) {
  return (
    <a ref={ref} {...rest} className={css['regel']}>
      {icoon && (
        <span className={css['beeld']}>
          <Icoon naam={icoon} maat={22} />
        </span>
      )}
      <span className={css['woorden']}>
        <span className={css['titel']}>{titel}</span>
        {onder && <span className={css['onder']}>{onder}</span>}
      </span>
      {rechts && <span className={css['rechts']}>{rechts}</span>}
      <Icoon naam="pijl_rechts" />
    </a>
  )
})

/** A row that is one large link: a case, a process, a message. Put several in a `<Lijst>`. */
export const Rijlink = createLink(Regel)

/** Rows under each other in one frame; each child is an `<li>`. */
export function Lijst({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={css['lijst']} {...(label && { 'aria-label': label })}>
      {children}
    </ul>
  )
}
