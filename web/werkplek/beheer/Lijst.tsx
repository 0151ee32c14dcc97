import { Link } from '@tanstack/react-router'
import type { KeyboardEvent, ReactNode } from 'react'
import css from './Lijst.module.css'

/** Filters above a table; what one can do at the right. */
export function Filters({ children }: { children: ReactNode }) {
  return <search className={css['filters']}>{children}</search>
}

type Kolom = { kop: string /** Left out on a narrow screen. */; bijzaak?: boolean; rechts?: boolean }

/**
 * A table of things one can open. The first cell of a row holds its link; arrow up and down go from row to row.
 * `children` are the rows.
 */
export function Lijst({ naam, kolommen, children }: { naam: string; kolommen: readonly Kolom[]; children: ReactNode }) {
  return (
    <div className={css['kader']}>
      <table className={css['tabel']} aria-label={naam}>
        <thead>
          <tr>
            {kolommen.map(({ kop, bijzaak, rechts }) => (
              <th key={kop} scope="col" data-bijzaak={bijzaak || undefined} data-rechts={rechts || undefined}>
                {kop}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveBetweenRows}>{children}</tbody>
      </table>
    </div>
  )
}

/** One cell; `bijzaak` is left out on a narrow screen. */
export function Cel({
  children,
  bijzaak,
  zacht,
  rechts,
}: {
  children: ReactNode
  bijzaak?: boolean
  zacht?: boolean
  rechts?: boolean
}) {
  return (
    <td data-bijzaak={bijzaak || undefined} data-zacht={zacht || undefined} data-rechts={rechts || undefined}>
      {children}
    </td>
  )
}

/**
 * The name of a row with a second line; the link in it covers the whole row.
 * @param smal what a narrow screen leaves out elsewhere and cannot do without
 */
export function Naamcel({
  link,
  onder,
  smal,
  diep,
}: {
  link: ReactNode
  onder?: ReactNode
  smal?: ReactNode
  diep?: boolean
}) {
  return (
    <th scope="row" className={css['naam']} data-diep={diep || undefined}>
      {link}
      {onder && <span className={css['onder']}>{onder}</span>}
      {smal && <span className={css['smal']}>{smal}</span>}
    </th>
  )
}

/** Opens the side window of a row, by the address; filters stay. */
export function Rijlink({ open, children }: { open: string; children: ReactNode }) {
  return (
    <Link to="." search={(was: object) => ({ ...was, open })}>
      {children}
    </Link>
  )
}

function moveBetweenRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || !(event.target instanceof HTMLAnchorElement)) return
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('th[scope="row"] a')]
  const next = links[links.indexOf(event.target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
