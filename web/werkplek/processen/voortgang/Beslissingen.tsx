import { Icoon } from '#kit/Icoon.tsx'
import { leesbaar, toonWaarde } from '../waarde.ts'
import type { Beslissing } from './stappenlijst.ts'
import css from './Voortgang.module.css'
import { useVoortgangTeksten } from './voortgangTeksten.ts'

/** What the tables decided, with the rule that led to it: the employee can tell the klant why. */
export function Beslissingen({ beslissingen }: { beslissingen: readonly Beslissing[] }) {
  const t = useVoortgangTeksten()
  if (beslissingen.length === 0) return null
  return (
    <ul className={css['beslissingen']}>
      {beslissingen.map((each) => {
        const invoer = Object.entries(each.invoer)
        return (
          <li key={`${each.beslissing}${each.op}`}>
            <p>
              <Icoon naam="filter" maat={14} /> <span className={css['zacht']}>{t.besluit}:</span> {each.naam}{' '}
              <strong>{toonWaarde(each.uitkomst, t)}</strong>
            </p>
            {each.regels.length === 0 && <p className={css['zacht']}>{t.geenRegel}</p>}
            {each.regels.map(({ nummer, opmerking }) => (
              <p key={nummer}>
                {t.regel(nummer)}
                {opmerking && `: ${opmerking}`}
              </p>
            ))}
            {invoer.length > 0 && (
              <details>
                <summary>{t.waarmee}</summary>
                <dl className={css['waarden']}>
                  {invoer.map(([naam, waarde]) => (
                    <div key={naam}>
                      <dt>{leesbaar(naam)}</dt>
                      <dd>{toonWaarde(waarde, t)}</dd>
                    </div>
                  ))}
                </dl>
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}
