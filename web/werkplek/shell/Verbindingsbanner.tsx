import { Icoon } from '#kit/Icoon.tsx'
import { useKitTeksten } from '#kit/kitTeksten.ts'
import { useBron } from '#kit/useBron.ts'
import { verbinding } from '#kit/verbinding.ts'
import css from './Schil.module.css'

/** Quiet, and announced: work goes on while the server is away. */
export function Verbindingsbanner() {
  const t = useKitTeksten()
  const stand = useBron(verbinding)
  return (
    <div role="status" className={stand === 'weg' ? css['banner'] : undefined}>
      {stand === 'weg' && (
        <>
          <Icoon naam="let_op" />
          {t.geenVerbinding}
        </>
      )}
    </div>
  )
}
