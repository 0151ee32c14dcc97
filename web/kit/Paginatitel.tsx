import { type ReactNode, useEffect, useRef } from 'react'
import css from './Paginatitel.module.css'

let focusWanted = false

/** The router tells that another page came up; its title takes the focus, so that a screen reader says where one is. */
export function vraagTitelFocus(): void {
  focusWanted = true
  focusTitle(document.querySelector<HTMLElement>('main h1'))
}

/** The one `h1` of a page; also the title of the browser tab. `children` are actions beside it. */
export function Paginatitel({
  titel,
  onder,
  children,
  verborgen = false,
}: {
  titel: string
  onder?: ReactNode
  children?: ReactNode
  verborgen?: boolean
}) {
  const heading = usePaginatitel(titel)
  return (
    <header className={verborgen ? 'alleen-voorlezen' : css['kop']}>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {titel}
        </h1>
        {onder && <div className={css['onder']}>{onder}</div>}
      </div>
      {children && <div className={css['acties']}>{children}</div>}
    </header>
  )
}

/** For a page that draws its `h1` itself: the title of the tab, and a ref for the focus (with `tabIndex={-1}`). */
export function usePaginatitel(titel: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${titel} · Rondom`
  }, [titel])
  useEffect(() => focusTitle(heading.current), [])
  return heading
}

function focusTitle(heading: HTMLElement | null): void {
  if (!focusWanted || !heading) return
  focusWanted = false
  // A page that put the cursor in its first field knows better.
  const active = document.activeElement
  if (active instanceof HTMLElement && active !== document.body && heading.closest('main')?.contains(active)) return
  heading.focus({ preventScroll: true })
}
