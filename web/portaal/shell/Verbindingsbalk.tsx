import { useSyncExternalStore } from 'react'
import { useBron } from '#kit/useBron.ts'
import { verbinding } from '#kit/verbinding.ts'
import { nieuweVersie, wachtend } from '../offline/stand.ts'
import css from './Schil.module.css'
import { useShellTeksten } from './shellTeksten.ts'

/** Without a connection: what one sees, and what becomes of what one fills in. And what waits, or is new. */
export function Verbindingsbalk() {
  const t = useShellTeksten()
  const stand = useBron(verbinding)
  const online = useSyncExternalStore(volgNetwerk, () => navigator.onLine)
  const zendingen = useBron(wachtend)
  const bijwerken = useBron(nieuweVersie)
  const los = stand === 'weg' || !online
  const staatKlaar = zendingen.filter(({ geweigerd }) => !geweigerd).length
  return (
    <>
      <div role="status" className={los || staatKlaar > 0 ? css['los'] : undefined}>
        {los && (
          <p className={`breedte ${css['bericht']}`}>
            <span>
              <strong>{t.offlineTitel}.</strong> {t.offline}
            </span>
          </p>
        )}
        {staatKlaar > 0 && <p className={`breedte ${css['bericht']}`}>{t.staatKlaar(staatKlaar)}</p>}
      </div>
      {zendingen
        .filter(({ geweigerd }) => geweigerd)
        .map(({ id, titel, geweigerd }) => (
          <div key={id} role="alert" className={css['los']}>
            <div className={`breedte ${css['bericht']}`}>
              <p>
                <strong>{t.nietVerstuurd(titel)}</strong> {geweigerd}
              </p>
              <button type="button" className={css['tekstknop']} onClick={() => void vergeet(id)}>
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

async function vergeet(id: string): Promise<void> {
  const { vergeetZending } = await import('../offline/verzend.ts')
  await vergeetZending(id)
}

function volgNetwerk(roep: () => void): () => void {
  addEventListener('online', roep)
  addEventListener('offline', roep)
  return () => {
    removeEventListener('online', roep)
    removeEventListener('offline', roep)
  }
}
