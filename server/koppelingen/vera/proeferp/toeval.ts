import { createHash } from 'node:crypto'

/** Always the same for the same text: a history that is made up must not change between two looks at it. */
export function vast(tekst: string): { heel(van: number, tot: number): number; kies<T>(uit: readonly T[]): T } {
  let bytes = createHash('sha256').update(tekst).digest()
  let op = 0
  function volgende(): number {
    if (op + 4 > bytes.length) {
      bytes = createHash('sha256').update(bytes).digest()
      op = 0
    }
    op += 4
    return bytes.readUInt32BE(op - 4)
  }
  const heel = (van: number, tot: number) => van + (volgende() % (tot - van + 1))
  return {
    heel,
    kies(uit) {
      const gekozen = uit[heel(0, uit.length - 1)]
      if (gekozen === undefined) throw new Error('nothing to choose from')
      return gekozen
    },
  }
}
