import { isDatum } from '#contract/regels/werkdagen.ts'
import { toonDatum } from '#kit/datuminvoer.ts'
import { Tekst } from '#kit/Tekst.tsx'
import { Alert } from '../../nlds/Alert.tsx'
import type { VeldProps } from '../veld.ts'

const soorten = { info: 'info', goed: 'ok', 'let-op': 'warning', fout: 'error' } as const

/** Says something at its place. A warning that appears is announced at once: "bel nu". */
export function Mededeling({ getoond: { veld, waarde } }: VeldProps) {
  if (veld.soort !== 'informatie') return null
  return (
    <Alert soort={soorten[veld.toon]} titel={veld.label} kondigAan={veld.toon === 'fout'}>
      <Tekst>{veld.tekst}</Tekst>
      {waarde !== null && (
        <p>
          <strong>{isDatum(String(waarde)) ? toonDatum(String(waarde)) : String(waarde)}</strong>
        </p>
      )}
    </Alert>
  )
}
