/** A round top above the highest value, with some marks up to it: 37 → 0, 10, 20, 30, 40. */
export function schaal(hoogste: number): { top: number; streepjes: number[] } {
  const ruw = Math.max(hoogste, 1) / 4
  const macht = 10 ** Math.floor(Math.log10(ruw))
  const stap = Math.max(1, ([1, 2, 2.5, 5, 10].find((factor) => factor * macht >= ruw) ?? 10) * macht)
  const heel = Math.max(1, Math.ceil(stap))
  const aantal = Math.max(1, Math.ceil(Math.max(hoogste, 1) / heel))
  return { top: aantal * heel, streepjes: Array.from({ length: aantal + 1 }, (_, i) => i * heel) }
}

/** An SVG path through the points. */
export function lijn(punten: readonly (readonly [number, number])[]): string {
  return punten.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}
