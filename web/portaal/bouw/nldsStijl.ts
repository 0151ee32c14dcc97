import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** The style sheets of NL Design System that the wrappers in `nlds/` use, candidates of the national system first. */
const onderdelen = [
  '@nl-design-system-candidate/button-css/button.css',
  '@nl-design-system-candidate/heading-css/heading.css',
  '@nl-design-system-candidate/paragraph-css/paragraph.css',
  '@nl-design-system-candidate/link-css/link.css',
  '@nl-design-system-candidate/skip-link-css/skip-link.css',
  '@nl-design-system-candidate/data-badge-css/data-badge.css',
  '@utrecht/alert-css',
  '@utrecht/data-list-css',
  '@utrecht/form-field-css',
  '@utrecht/form-label-css',
  '@utrecht/form-field-description-css',
  '@utrecht/form-field-error-message-css',
  '@utrecht/textbox-css',
  '@utrecht/textarea-css',
  '@utrecht/select-css',
  '@utrecht/checkbox-css',
  '@utrecht/radio-button-css',
]
const thema = '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'

/** Looks that nobody here uses, and classes that only imitate a state for a catalogue: half of the sheets. */
const ongebruikt =
  /--(?:hover|focus|focus-visible|active|read-only|pressed|positive|busy|visited|current|numeric|password|url|placeholder-\w+|rows|multiline|distanced)\b|__placeholder|-size\b|\.nl-button:not\(|--level-[56]|\.utrecht-(?:textbox|textarea|select|checkbox|radio-button)--(?:checked|disabled|invalid)\b/

const naam = 'virtual:nlds.css'

/**
 * `import 'virtual:nlds.css'`: the sheets, and of the 2,780 tokens of the example theme only those they read. All of it
 * in one layer, so that every rule of our own comes after it.
 */
export function nldsStijl(): Plugin {
  return {
    name: 'rondom-nlds-stijl',
    resolveId: (id) => (id === naam ? `\0${naam}` : undefined),
    load: (id) => (id === `\0${naam}` ? nldsCss() : undefined),
  }
}

/** The style sheet as it is built in. */
export function nldsCss(): string {
  const stijl = onderdelen.map((onderdeel) => zonderOngebruikt(lees(onderdeel))).join('\n')
  return `@layer nlds {\n:root {\n${gebruikteTokens(stijl)}}\n${stijl}\n}\n`
}

function lees(pakket: string): string {
  const css = readFileSync(fileURLToPath(import.meta.resolve(pakket)), 'utf8')
  return css.replace(/\/\*[\s\S]*?\*\//g, '').trim()
}

/** Leaves out every rule of which all selectors are unused; what stands in a media query is kept as it is. */
function zonderOngebruikt(css: string): string {
  let uit = ''
  for (let plek = 0; plek < css.length; ) {
    const open = css.indexOf('{', plek)
    if (open < 0) break
    const eind = sluitend(css, open)
    const kop = css.slice(plek, open).trim()
    const gebruikt = kop.startsWith('@') ? [kop] : selectors(kop).filter((selector) => !ongebruikt.test(selector))
    if (gebruikt.length > 0) uit += `${gebruikt.join(',')}${css.slice(open, eind + 1)}\n`
    plek = eind + 1
  }
  return uit
}

/** On the commas that stand in no parentheses. */
const selectors = (kop: string) => kop.split(/,(?![^(]*\))/).map((selector) => selector.trim())

function sluitend(css: string, open: number): number {
  let diepte = 0
  for (let plek = open; plek < css.length; plek++) {
    if (css[plek] === '{') diepte += 1
    if (css[plek] === '}') diepte -= 1
    if (diepte === 0) return plek
  }
  throw new Error('a style sheet of NL Design System does not close')
}

function gebruikteTokens(stijl: string): string {
  const tokens = new Map<string, string>()
  for (const [, token = '', waarde = ''] of lees(thema).matchAll(/(--[\w-]+):\s*([^;]+);/g)) tokens.set(token, waarde)
  const gebruikt = new Map<string, string>()
  const volg = (css: string) => {
    for (const [, token = ''] of css.matchAll(/var\(\s*(--[\w-]+)/g)) {
      const waarde = tokens.get(token)
      if (waarde === undefined || gebruikt.has(token)) continue
      gebruikt.set(token, waarde)
      volg(waarde)
    }
  }
  volg(stijl)
  return [...gebruikt].map(([token, waarde]) => `${token}: ${waarde};\n`).join('')
}
