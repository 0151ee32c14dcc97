import { contrast } from './contrast.ts'

/** What the portal makes of the one colour that an organisatie chooses, for a light and for a dark screen. */
export type Kleuren = {
  /** Of buttons, and the line under where one is. */
  accent: string
  /** Of a button under the pointer. */
  accentDiep: string
  /** Of words on a button. */
  accentOp: string
  /** Of links and icons. */
  accentTekst: string
  /** A breath of it, behind what is chosen. */
  accentZacht: string
}

/** The colours that it comes to stand on, as in web/portaal/stijl/basis.css. */
export const ondergronden = {
  licht: { pagina: '#f5f7f8', vlak: '#ffffff' },
  donker: { pagina: '#12171b', vlak: '#1a2026' },
}

/**
 * WCAG 2.2, 1.4.3: every pair of text and ground that the portal uses is at least 4.5 to 1, whatever the colour. It stays
 * as it was chosen where that reads well, and gets darker or lighter where it does not.
 */
export function portaalkleuren(gekozen: string): { licht: Kleuren; donker: Kleuren } {
  return { licht: voorLicht(gekozen), donker: voorDonker(gekozen) }
}

/** Each pair of text and ground on one screen. */
export function gebruikteParen(kleuren: Kleuren, { pagina, vlak }: { pagina: string; vlak: string }) {
  const { accent, accentDiep, accentOp, accentTekst, accentZacht } = kleuren
  return [
    [accentOp, accent],
    [accentOp, accentDiep],
    [accentTekst, pagina],
    [accentTekst, vlak],
    [accentTekst, accentZacht],
  ] as const
}

function voorLicht(gekozen: string): Kleuren {
  const { pagina } = ondergronden.licht
  const accent = totLeesbaar(gekozen, ['#ffffff'], '#000000')
  const accentZacht = meng(gekozen, '#ffffff', 0.1)
  return {
    accent,
    accentDiep: meng(accent, '#000000', 0.78),
    accentOp: '#ffffff',
    accentTekst: totLeesbaar(accent, [pagina, accentZacht], '#000000'),
    accentZacht,
  }
}

function voorDonker(gekozen: string): Kleuren {
  const { pagina, vlak } = ondergronden.donker
  const accentZacht = meng(gekozen, vlak, 0.2)
  const accent = totLeesbaar(gekozen, [pagina, vlak, accentZacht], '#ffffff')
  return { accent, accentDiep: meng(accent, '#ffffff', 0.7), accentOp: '#0b0f12', accentTekst: accent, accentZacht }
}

/** Towards black or white, in small steps, until it can be read on all of these; with some room, for rounding. */
function totLeesbaar(kleur: string, gronden: readonly string[], naar: string): string {
  for (let deel = 1; deel > 0; deel -= 0.04) {
    const proef = meng(kleur, naar, deel)
    if (gronden.every((grond) => contrast(proef, grond) >= 4.6)) return proef
  }
  return naar
}

/** So much of the first, the rest of the second. */
function meng(a: string, b: string, deel: number): string {
  const kanaal = (kleur: string, at: number) => Number.parseInt(kleur.slice(at, at + 2), 16)
  return `#${[1, 3, 5]
    .map((at) => Math.round(kanaal(a, at) * deel + kanaal(b, at) * (1 - deel)))
    .map((waarde) => waarde.toString(16).padStart(2, '0'))
    .join('')}`
}
