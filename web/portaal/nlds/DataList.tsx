import { Fragment, type ReactNode } from 'react'
import css from './DataList.module.css'

/** Facts with their names: "Adres – Lange Nieuwstraat 1". What is null is left out. */
export function DataList({ rijen }: { rijen: readonly (readonly [naam: string, waarde: ReactNode])[] }) {
  return (
    <dl className={`utrecht-data-list ${css['lijst']}`}>
      {rijen.map(([naam, waarde]) =>
        waarde === null || waarde === undefined || waarde === '' ? null : (
          <Fragment key={naam}>
            <dt className="utrecht-data-list__item-key">{naam}</dt>
            <dd className="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">{waarde}</dd>
          </Fragment>
        ),
      )}
    </dl>
  )
}
