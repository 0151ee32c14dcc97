import { Icoon } from '#kit/Icoon.tsx'
import { leesbaar, toonVeld, toonWaarde } from '../waarde.ts'
import type { Beslissing } from './stappenlijst.ts'
import css from './Voortgang.module.css'
import { useVoortgangTeksten } from './voortgangTeksten.ts'

/**
 * What the tables decided, with the rule that led to it: the employee can tell the klant why. The last one is what was
 * asked; the ones before it were needed for that.
 */
export function Beslissingen({ beslissingen }: { beslissingen: readonly Beslissing[] }) {
  const t = useVoortgangTeksten()
  const uitkomst = beslissingen.at(-1)
  if (!uitkomst) return null
  const ervoor = beslissingen.slice(0, -1)
  return (
    <ul className={css['beslissingen']}>
      <li>
        <Besluit besluit={uitkomst} />
        {ervoor.length > 0 && (
          <details>
            <summary>{t.tussenstappen(ervoor.length)}</summary>
            <ul className={css['beslissingen']}>
              {ervoor.map((each) => (
                <li key={`${each.beslissing}${each.op}`}>
                  <Besluit besluit={each} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </li>
    </ul>
  )
}

function Besluit({ besluit }: { besluit: Beslissing }) {
  const t = useVoortgangTeksten()
  const { naam, uitkomst, regels } = besluit
  const invoer = Object.entries(besluit.invoer)
  return (
    <>
      <p>
        <Icoon naam="filter" maat={14} /> <span className={css['zacht']}>{t.besluit}:</span> {naam}{' '}
        {!isGroep(uitkomst) && <strong>{toonWaarde(uitkomst, t)}</strong>}
      </p>
      {isGroep(uitkomst) && (
        <dl className={css['waarden']}>
          {Object.entries(uitkomst).flatMap(([each, waarde]) =>
            waarde === null ? (
              []
            ) : (
              <div key={each}>
                <dt>{leesbaar(each)}</dt>
                <dd>{toonVeld(each, waarde, t)}</dd>
              </div>
            ),
          )}
        </dl>
      )}
      {/* An expression has no rules: then there is none to miss. */}
      {regels.length === 0 && uitkomst === null && <p className={css['zacht']}>{t.geenRegel}</p>}
      {regels.map(({ nummer, opmerking }) => (
        <p key={nummer}>
          {t.regel(nummer)}
          {opmerking && `: ${opmerking}`}
        </p>
      ))}
      {invoer.length > 0 && (
        <details>
          <summary>{t.waarmee}</summary>
          <dl className={css['waarden']}>
            {invoer.map(([each, waarde]) => (
              <div key={each}>
                <dt>{leesbaar(each)}</dt>
                <dd>{toonVeld(each, waarde, t)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  )
}

const isGroep = (waarde: unknown): waarde is Record<string, unknown> =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
