import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export type PortaalPagina = {
  taal: 'nl' | 'en'
  /** Of the page: the `h1` and the tab. */
  titel: string
  /** Whose portal it is. */
  naam: string
  /** HTML, every text in it escaped with `escapeHtml`. */
  inhoud: string
  /** Address of the picture; null: the letter of the organisatie. */
  logo?: string | null
  /** In the bar at the right: another language, for instance. HTML too. */
  kop?: string
  /** At the foot. HTML too. */
  voet?: string
}

/**
 * A page of the portal that works without script, in the same look: `kaart`, `stapel`, `rij`, `smal`, the classes of NL
 * Design System (`nl-button nl-button--primary`, `nl-link`, `utrecht-textbox utrecht-textbox--html-input`,
 * `utrecht-form-field`, `utrecht-form-label`, `utrecht-alert utrecht-alert--error` …) as in web/portaal/stijl/basis.css.
 */
export function portaalPagina({ taal, titel, naam, inhoud, logo, kop = '', voet = '' }: PortaalPagina): string {
  return `<!doctype html>
<html lang="${taal}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeHtml(titel)} – ${escapeHtml(naam)}</title>
<link rel="icon" href="/portaal/beeld/icoon.svg" type="image/svg+xml">
${stijlbladen()
  .map((adres) => `<link rel="stylesheet" href="${adres}">`)
  .join('\n')}
<link rel="stylesheet" href="/portaal/thema.css">
</head>
<body>
<div class="schil">
<a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">${taal === 'nl' ? 'Naar de inhoud' : 'Skip to the content'}</a>
<header class="balk"><div class="breedte"><a class="merk" href="/"><img src="${escapeHtml(logo ?? '/portaal/beeld/icoon.svg')}" alt="" width="36" height="36"><span>${escapeHtml(naam)}</span></a>${kop}</div></header>
<main id="inhoud" class="inhoud" tabindex="-1"><div class="breedte"><div class="smal stapel">
<h1 class="nl-heading nl-heading--level-1">${escapeHtml(titel)}</h1>
${inhoud}
</div></div></main>
<footer class="voet"><div class="breedte">${voet}</div></footer>
</div>
</body>
</html>
`
}

/** Nothing on a page of the portal comes from elsewhere, and nothing of it may run or style itself. */
export const portaalCsp = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

type Manifest = Record<string, { file: string; isEntry?: boolean; imports?: string[]; css?: string[] }>

/** The front end as it was built: which files a part of it needs. */
export function gebouwd(folder = resolve(import.meta.dirname, '../../../dist/portaal')): {
  /** The entry, or the part that this source file became. */
  bestanden(bron?: string): { js: string[]; css: string[] }
} {
  const file = join(folder, '.vite/manifest.json')
  const manifest: Manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const sluit = (naam: string, seen = new Set<string>()): Set<string> => {
    if (!manifest[naam] || seen.has(naam)) return seen
    seen.add(naam)
    for (const next of manifest[naam].imports ?? []) sluit(next, seen)
    return seen
  }
  return {
    bestanden(bron) {
      const naam = bron ?? Object.keys(manifest).find((key) => manifest[key]?.isEntry)
      const delen = [...(naam ? sluit(naam) : [])].flatMap((key) => manifest[key] ?? [])
      const adres = (pad: string) => `/portaal-bestanden/${pad}`
      return {
        js: delen.map((deel) => adres(deel.file)),
        css: [...new Set(delen.flatMap((deel) => deel.css ?? []))].map(adres),
      }
    },
  }
}

/** Read once, when they are there: another build is another process. */
let bekend: string[] = []
function stijlbladen(): string[] {
  if (bekend.length === 0) bekend = gebouwd().bestanden().css
  return bekend
}
