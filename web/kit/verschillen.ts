export type Verschil<K extends string = string> = { veld: K; huidig: unknown; mijn: unknown; raakt: boolean }

/**
 * What two people did to the same thing: per field the value as it is now and mine. `raakt` when both changed it;
 * a field that only the other changed is taken over without asking.
 */
export function verschillen<T extends Record<string, unknown>>(
  begin: T,
  mijn: T,
  huidig: T,
  velden: readonly (keyof T & string)[],
): Verschil<keyof T & string>[] {
  return velden.flatMap((veld) => {
    if (same(mijn[veld], huidig[veld])) return []
    const iChanged = !same(begin[veld], mijn[veld])
    const theyChanged = !same(begin[veld], huidig[veld])
    if (!theyChanged) return []
    return [{ veld, huidig: huidig[veld], mijn: mijn[veld], raakt: iChanged }]
  })
}

/** The result of the choices: mine where I changed it and nobody else did, or where I chose mine. */
export function samengevoegd<T extends Record<string, unknown>>(
  mijn: T,
  verschil: readonly Verschil<keyof T & string>[],
  keuzes: Readonly<Record<string, 'mijn' | 'huidig'>>,
): T {
  const result = { ...mijn }
  for (const { veld, huidig, raakt } of verschil) {
    if (!raakt || keuzes[veld] === 'huidig') result[veld] = huidig as T[typeof veld]
  }
  return result
}

function same(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
