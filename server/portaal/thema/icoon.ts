import type { Icoonmaat } from '#contract/portaal/organisatie.ts'
import { portaalkleuren } from '#contract/regels/portaalkleuren.ts'

/** The first letter of the organisatie in its colour: good enough for a start screen when there is no picture. */
export async function maakIcoon(
  maat: Icoonmaat,
  { naam, accentkleur }: { naam: string; accentkleur: string },
): Promise<{ mediatype: string; inhoud: Buffer }> {
  const svg = Buffer.from(tekenIcoon(letterVan(naam), portaalkleuren(accentkleur).licht.accent, maat.includes('rond')))
  if (maat === 'icoon.svg') return { mediatype: 'image/svg+xml', inhoud: svg }
  const zijde = maat.includes('192') ? 192 : 512
  const { default: sharp } = await import('sharp')
  return { mediatype: 'image/png', inhoud: await sharp(svg).resize(zijde, zijde).png().toBuffer() }
}

/** "Woonstichting De Linde" → L: what comes before its own name says nothing. */
export function letterVan(naam: string): string {
  const woorden = naam
    .split(/\s+/)
    .filter((woord) => !/^(woon\w*|stichting|de|het|st\.?|mijn|vereniging)$/i.test(woord))
  return /[\p{L}\p{N}]/u.exec(woorden.at(0) ?? naam)?.[0]?.toUpperCase() ?? 'R'
}

/** A square to the edge with the letter smaller, where a phone cuts its own shape out of it. */
function tekenIcoon(letter: string, kleur: string, rond: boolean): string {
  const [straal, grootte] = rond ? [0, 44] : [22, 58]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" rx="${straal}" fill="${kleur}"/><text x="50" y="50" dy=".355em" text-anchor="middle" font-family="system-ui, 'DejaVu Sans', 'Noto Sans', sans-serif" font-weight="700" font-size="${grootte}" fill="#fff">${letter}</text></svg>`
}
