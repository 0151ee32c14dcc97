import { vergeetZending } from '../offline/verzend.ts'
import type { Zending } from '../offline/wachtrij.ts'
import { usePaginaTeksten } from './paginaTeksten.ts'
import css from './Schil.module.css'

type Props = { zendingen: readonly Zending[]; bijwerken: (() => void) | undefined }

/** What goes as soon as there is a line, what the server did not take, and that there is a newer app. */
export function Wachtend({ zendingen, bijwerken }: Props) {
  const t = usePaginaTeksten()
  const staatKlaar = zendingen.filter(({ geweigerd }) => !geweigerd).length
  return (
    <>
      {staatKlaar > 0 && (
        <div role="status" className={css['los']}>
          <p className={`breedte ${css['bericht']}`}>{t.staatKlaar(staatKlaar)}</p>
        </div>
      )}
      {zendingen
        .filter(({ geweigerd }) => geweigerd)
        .map(({ id, titel, geweigerd }) => (
          <div key={id} role="alert" className={css['los']}>
            <div className={`breedte ${css['bericht']}`}>
              <p>
                <strong>{t.nietVerstuurd(titel)}</strong> {geweigerd}
              </p>
              <button type="button" className={css['tekstknop']} onClick={() => void vergeetZending(id)}>
                {t.begrepen}
              </button>
            </div>
          </div>
        ))}
      {bijwerken && (
        <div className={`${css['nieuw']} niet-afdrukken`} role="status">
          <div className={`breedte ${css['bericht']}`}>
            <p>{t.nieuweVersie}</p>
            <button type="button" className={css['tekstknop']} onClick={bijwerken}>
              {t.bijwerken}
            </button>
          </div>
        </div>
      )}
    </>
  )
}
