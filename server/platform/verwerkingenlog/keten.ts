import { createHash } from 'node:crypto'

/** One line of the log in the fixed form that is hashed, and its seal as stored. */
export type Schakel = {
  volgnummer: number
  verwerkingId: number
  hash: Buffer
  /** Absent when the line itself is gone. */
  canoniek: string | null
  op: Date | null
}

export type Breuk = {
  soort: 'gewijzigd' | 'verwijderd' | 'zegel-ontbreekt' | 'zegel-gewijzigd'
  volgnummer: number
  verwerkingId: number | null
  op: string | null
  uitleg: string
}

/** Before the first line. */
export const begin: Buffer = Buffer.alloc(32)

/** Each seal covers its line and everything before it: changing one line would change every later seal. */
export function zegelVan(vorige: Buffer, canoniek: string): Buffer {
  return createHash('sha256').update(vorige).update(canoniek).digest()
}

/**
 * The first place where these links do not follow from `vorige`.
 * @param volgend the number that the first link must have
 */
export function vindBreuk(schakels: Schakel[], vorige: Buffer, volgend: number): Breuk | undefined {
  let hash = vorige
  let nummer = volgend
  for (const [i, schakel] of schakels.entries()) {
    if (schakel.volgnummer !== nummer) {
      return breuk('zegel-ontbreekt', { ...schakel, volgnummer: nummer, verwerkingId: null, op: null })
    }
    if (schakel.canoniek === null) return breuk('verwijderd', schakel)
    const verwacht = zegelVan(hash, schakel.canoniek)
    if (!verwacht.equals(schakel.hash)) {
      const opvolger = schakels[i + 1]
      // Does the next seal still rest on what this one ought to be? Then not the line was changed, but its seal.
      const klopt = opvolger?.canoniek && zegelVan(verwacht, opvolger.canoniek).equals(opvolger.hash)
      return breuk(klopt ? 'zegel-gewijzigd' : 'gewijzigd', schakel)
    }
    hash = schakel.hash
    nummer += 1
  }
  return undefined
}

const uitleg: Record<Breuk['soort'], string> = {
  gewijzigd: 'De inhoud van deze regel is veranderd nadat hij was verzegeld.',
  verwijderd: 'Deze regel was verzegeld en is verwijderd.',
  'zegel-ontbreekt': 'Het zegel met dit nummer ontbreekt: er is een stuk uit de keten verwijderd.',
  'zegel-gewijzigd': 'Het zegel van deze regel is veranderd. De regel zelf klopt nog.',
}

function breuk(
  soort: Breuk['soort'],
  { volgnummer, verwerkingId, op }: { volgnummer: number; verwerkingId: number | null; op: Date | null },
): Breuk {
  return { soort, volgnummer, verwerkingId, op: op?.toISOString() ?? null, uitleg: uitleg[soort] }
}
