import type { VrijeDag } from '#contract/beheer.ts'
import { dagVan } from '#kit/format.ts'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import css from './Kalender.module.css'
import { wekenVan } from './maanden.ts'

const maanden = Array.from({ length: 12 }, (_, index) => index + 1)

/** Twelve months at a glance. The lists beside it say the same in words, so the grid needs no reading out. */
export function Jaaroverzicht({ jaar, vrij }: { jaar: number; vrij: readonly VrijeDag[] }) {
  const t = useBeheerTeksten()
  const vandaag = dagVan(new Date())
  const dagen = new Map(vrij.map((dag) => [dag.datum, dag]))
  const maandnaam = new Intl.DateTimeFormat(document.documentElement.lang || 'nl', { month: 'long', timeZone: 'UTC' })
  const weekdagnaam = new Intl.DateTimeFormat(document.documentElement.lang || 'nl', {
    weekday: 'short',
    timeZone: 'UTC',
  })
  // 1 January 2024 was a Monday.
  const weekdagen = Array.from({ length: 7 }, (_, index) => weekdagnaam.format(new Date(Date.UTC(2024, 0, 1 + index))))
  return (
    <section aria-label={t.jaar.overzicht(jaar)}>
      <div className={css['jaar']} aria-hidden="true">
        {maanden.map((maand) => (
          <table key={maand} className={css['maand']}>
            <caption>{maandnaam.format(new Date(Date.UTC(jaar, maand - 1, 15)))}</caption>
            <thead>
              <tr>
                {weekdagen.map((naam) => (
                  <th key={naam}>{naam}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {wekenVan(jaar, maand).map((week) => (
                <tr key={week.find(Boolean)}>
                  {week.map((datum, index) => {
                    const dag = datum === undefined ? undefined : dagen.get(datum)
                    return (
                      <td
                        // biome-ignore lint/suspicious/noArrayIndexKey: the column is the weekday
                        key={index}
                        data-soort={dag?.soort}
                        data-weekend={index > 4 || undefined}
                        data-vandaag={(datum !== undefined && datum === vandaag) || undefined}
                        title={dag?.naam}
                      >
                        {datum === undefined ? '' : Number(datum.slice(8))}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className={css['legenda']}>
        <span data-soort="feestdag">{t.jaar.feestdag}</span>
        <span data-soort="sluitingsdag">{t.jaar.sluitingsdag}</span>
        <span data-vandaag>{t.jaar.vandaag}</span>
      </p>
    </section>
  )
}
