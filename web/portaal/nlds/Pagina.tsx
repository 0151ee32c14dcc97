import { Heading } from '@nl-design-system-candidate/heading-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { useOrganisatie } from '../organisatie.ts'
import { Link } from './Link.tsx'
import css from './Pagina.module.css'

type Props = {
  titel: string
  /** One or two lines under the title. */
  onder?: ReactNode
  /** Where one came from: a link above the title. */
  terug?: { naar: string; naam: string }
  /** As wide as the bar; else no wider than one reads comfortably. */
  breed?: boolean
  children: ReactNode
}

/** One page: its title is the `h1`, the title of the tab, and what has the focus after a change of page. */
export function Pagina({ titel, onder, terug, breed = false, children }: Props) {
  const kop = usePaginatitel(titel)
  return (
    <div className={breed ? undefined : 'smal'}>
      {terug && (
        <p className={css['terug']}>
          <Link to={terug.naar}>
            <Icoon naam="pijl_links" /> {terug.naam}
          </Link>
        </p>
      )}
      <header className={css['kop']}>
        <Heading level={1} ref={kop} tabIndex={-1}>
          {titel}
        </Heading>
        {onder && <div className={css['onder']}>{onder}</div>}
      </header>
      {children}
    </div>
  )
}

/** For a page that draws its `h1` itself (with `tabIndex={-1}`): the title of the tab, and the focus when it comes up. */
export function usePaginatitel(titel: string) {
  const { naam } = useOrganisatie()
  const kop = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = naam ? `${titel} – ${naam}` : titel
  }, [titel, naam])
  useEffect(() => {
    // Not at the first page of a visit: there a screen reader starts at the top by itself.
    if (verderGegaan) kop.current?.focus({ preventScroll: true })
    verderGegaan = true
  }, [])
  return kop
}

let verderGegaan = false
