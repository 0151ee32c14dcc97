import type { Tabelstand } from './tabelstand.ts'

/**
 * dmn-js calls every cell "input" or "output", and its first column nothing: so that one hears where one is, each cell
 * is named after its column and rule. Done again after each change, for rules move.
 */
export function benoemCellen(houder: HTMLElement, stand: Tabelstand, naam: (kolom: string, regel: number) => string) {
  houder.querySelector('th.index-column')?.setAttribute('role', 'presentation')
  const kolommen = [...stand.invoer, ...stand.uitvoer].map(({ label, expressie }) => label || expressie)
  for (const [at, { cellen }] of stand.regels.entries()) {
    for (const [plek, cel] of cellen.entries()) {
      const veld = houder.querySelector(`[data-element-id=${CSS.escape(cel)}] [contenteditable]`)
      veld?.setAttribute('aria-label', naam(kolommen[plek] ?? '', at + 1))
    }
  }
}
