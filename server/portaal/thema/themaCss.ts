import { type Kleuren, portaalkleuren } from '#contract/regels/portaalkleuren.ts'

/** The colours of one organisatie. Twice `:root`, so that it counts whatever style sheet comes after it. */
export function themaCss(accentkleur: string): string {
  const { licht, donker } = portaalkleuren(accentkleur)
  return `:root:root {\n${regels(licht)}}\n@media (prefers-color-scheme: dark) {\n:root:root {\n${regels(donker)}}\n}\n`
}

function regels({ accent, accentDiep, accentOp, accentTekst, accentZacht }: Kleuren): string {
  return Object.entries({
    accent,
    'accent-diep': accentDiep,
    'accent-op': accentOp,
    'accent-tekst': accentTekst,
    'accent-zacht': accentZacht,
  })
    .map(([naam, kleur]) => `  --${naam}: ${kleur};\n`)
    .join('')
}
