import { useSyncExternalStore } from 'react'
import { useBron } from '#kit/useBron.ts'
import { verbinding } from '#kit/verbinding.ts'
import css from './Schil.module.css'
import { useShellTeksten } from './shellTeksten.ts'

/** Without a connection: what one sees, and what becomes of what one fills in. */
export function Verbindingsbalk() {
  const t = useShellTeksten()
  const stand = useBron(verbinding)
  const online = useSyncExternalStore(volgNetwerk, () => navigator.onLine)
  const los = stand === 'weg' || !online
  return (
    <div role="status" className={los ? css['los'] : undefined}>
      {los && (
        <p className={`breedte ${css['bericht']}`}>
          <strong>{t.offlineTitel}.</strong> {t.offline}
        </p>
      )}
    </div>
  )
}

function volgNetwerk(roep: () => void): () => void {
  addEventListener('online', roep)
  addEventListener('offline', roep)
  return () => {
    removeEventListener('online', roep)
    removeEventListener('offline', roep)
  }
}
