import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useBron } from '#kit/useBron.ts'
import { verbinding } from '#kit/verbinding.ts'
import { nieuweVersie, wachtend } from '../offline/stand.ts'
import css from './Schil.module.css'
import { useShellTeksten } from './shellTeksten.ts'

const Wachtend = lazy(() => import('./Wachtend.tsx').then((module) => ({ default: module.Wachtend })))

/** Without a connection: what one sees, and what becomes of what one fills in. And what waits, or is new. */
export function Verbindingsbalk() {
  const t = useShellTeksten()
  const stand = useBron(verbinding)
  const online = useSyncExternalStore(volgNetwerk, () => navigator.onLine)
  const zendingen = useBron(wachtend)
  const bijwerken = useBron(nieuweVersie)
  const los = stand === 'weg' || !online
  return (
    <>
      <div role="status" className={los ? css['los'] : undefined}>
        {los && (
          <p className={`breedte ${css['bericht']}`}>
            <span>
              <strong>{t.offlineTitel}.</strong> {t.offline}
            </span>
          </p>
        )}
      </div>
      {(zendingen.length > 0 || bijwerken) && (
        <Suspense fallback={null}>
          <Wachtend zendingen={zendingen} bijwerken={bijwerken} />
        </Suspense>
      )}
    </>
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
