import { isDatum } from '#contract/regels/werkdagen.ts'
import { toonDatum } from '#kit/datuminvoer.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Tekst } from '#kit/Tekst.tsx'
import css from './Formuliervelden.module.css'
import type { VeldProps } from './veld.ts'

const iconen = { info: 'info', goed: 'vink', 'let-op': 'let_op', fout: 'uitroep' } as const

/** Says something at its place in the form. A warning that appears is announced at once: "bel nu". */
export function Mededeling({ getoond: { veld, waarde }, id }: VeldProps) {
  if (veld.soort !== 'informatie') return null
  return (
    <section
      id={id}
      className={css['mededeling']}
      data-toon={veld.toon}
      aria-label={veld.label}
      {...(veld.toon === 'fout' && { role: 'alert' })}
    >
      <Icoon naam={iconen[veld.toon]} />
      <div>
        <p className={css['kop']}>{veld.label}</p>
        <Tekst>{veld.tekst}</Tekst>
        {waarde !== null && <p className={css['kop']}>{toon(waarde)}</p>}
      </div>
    </section>
  )
}

function toon(waarde: unknown): string {
  const tekst = String(waarde)
  return isDatum(tekst) ? toonDatum(tekst) : tekst
}
