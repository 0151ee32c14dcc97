/** Chance that repeats itself: the same seed gives the same world, on every machine. */
export type Toeval = {
  /** 0 ≤ x < 1 */
  getal(): number
  /** A whole number from `van` up to and including `tot`. */
  heel(van: number, tot: number): number
  kans(deel: number): boolean
  kies<T>(uit: readonly T[]): T
  /** By weight: `[waarde, gewicht]`. */
  weeg<T>(uit: Verdeling<T>): T
  /** An independent stream, so that more of one thing does not change another. */
  tak(naam: string): Toeval
  /** A UUID (version 7 layout) whose time is `moment`: sorts like the real ones. */
  id(moment: number): string
}

export type Verdeling<T> = { waarden: readonly T[]; grenzen: readonly number[] }

/** Prepares a weighted choice once, for many draws. */
export function verdeling<T>(gewichten: readonly (readonly [T, number])[]): Verdeling<T> {
  let som = 0
  const grenzen = gewichten.map(([, gewicht]) => {
    som += gewicht
    return som
  })
  return { waarden: gewichten.map(([waarde]) => waarde), grenzen }
}

export function maakToeval(zaad: string): Toeval {
  const getal = sfc32(zaad)
  const heel = (van: number, tot: number) => van + Math.floor(getal() * (tot - van + 1))
  return {
    getal,
    heel,
    kans: (deel) => getal() < deel,
    kies(uit) {
      const gekozen = uit[Math.floor(getal() * uit.length)]
      if (gekozen === undefined) throw new Error('nothing to choose from')
      return gekozen
    },
    weeg({ waarden, grenzen }) {
      const punt = getal() * (grenzen.at(-1) ?? 0)
      let laag = 0
      let hoog = grenzen.length - 1
      while (laag < hoog) {
        const midden = (laag + hoog) >> 1
        if ((grenzen[midden] ?? 0) > punt) hoog = midden
        else laag = midden + 1
      }
      const gekozen = waarden[laag]
      if (gekozen === undefined) throw new Error('nothing to choose from')
      return gekozen
    },
    tak: (naam) => maakToeval(`${zaad}/${naam}`),
    id(moment) {
      const tijd = Math.max(0, Math.floor(moment)).toString(16).padStart(12, '0')
      const rest = Array.from({ length: 5 }, () => heel(0, 0xffff).toString(16).padStart(4, '0')).join('')
      const variant = ((heel(0, 0x3f) | 0x80) & 0xff).toString(16)
      return `${tijd.slice(0, 8)}-${tijd.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(3, 5)}-${rest.slice(5, 17).padEnd(12, '0')}`
    },
  }
}

/**
 * sfc32 by Chris Doty-Humphrey: small, fast, good enough for a demo. Seeded with four hashes of the text: with one of
 * 32 bits, two of 50 000 households would soon share their chance, and with it their ids.
 */
function sfc32(zaad: string): () => number {
  let [a, b, c, d] = [
    fnv1a(zaad, 0x811c9dc5),
    fnv1a(zaad, 0x9e3779b1),
    fnv1a(zaad, 0x85ebca6b),
    fnv1a(zaad, 0xc2b2ae35),
  ]
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    c |= 0
    return (t >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 16; i++) next()
  return next
}

function fnv1a(tekst: string, begin: number): number {
  let hash = begin
  for (let i = 0; i < tekst.length; i++) hash = Math.imul(hash ^ tekst.charCodeAt(i), 0x01000193)
  // The last step of murmur3: texts that differ in one digit come out far apart.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
