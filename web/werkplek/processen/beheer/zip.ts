/** Files of a process folder in and out of a ZIP, as far as needed: stored or deflated, UTF-8 names, no encryption. */
const grenzen = { bestanden: 300, bytes: 20_000_000 }

export class ZipFout extends Error {
  readonly soort: 'onleesbaar' | 'groot'
  constructor(soort: 'onleesbaar' | 'groot') {
    super(soort)
    this.soort = soort
  }
}

/** A folder as ZIP, not compressed: some tens of kilobytes. */
export function maakZip(map: string, bestanden: Record<string, string>): Blob {
  const lokaal: Uint8Array<ArrayBuffer>[] = []
  const lijst: Uint8Array<ArrayBuffer>[] = []
  let plek = 0
  for (const [pad, tekst] of Object.entries(bestanden).toSorted(([a], [b]) => a.localeCompare(b))) {
    const naam = new TextEncoder().encode(`${map}/${pad}`)
    const inhoud = new TextEncoder().encode(tekst)
    const gedeeld = getallen(
      [20, 2],
      [0x800, 2],
      [0, 2],
      [0, 2],
      [0x21, 2],
      [crc32(inhoud), 4],
      [inhoud.length, 4],
      [inhoud.length, 4],
      [naam.length, 2],
      [0, 2],
    )
    const kop = getallen([0x04034b50, 4])
    lokaal.push(kop, gedeeld, naam, inhoud)
    lijst.push(getallen([0x02014b50, 4], [20, 2]), gedeeld, getallen([0, 2], [0, 2], [0, 2], [0, 4], [plek, 4]), naam)
    plek += kop.length + gedeeld.length + naam.length + inhoud.length
  }
  const aantal = Object.keys(bestanden).length
  const lengte = lijst.reduce((som, deel) => som + deel.length, 0)
  const eind = getallen([0x06054b50, 4], [0, 4], [aantal, 2], [aantal, 2], [lengte, 4], [plek, 4], [0, 2])
  return new Blob([...lokaal, ...lijst, eind], { type: 'application/zip' })
}

/** @throws ZipFout for what cannot be read, and for more than a process folder can hold: a bomb is not unpacked */
export async function leesZip(bestand: Blob): Promise<Record<string, string>> {
  if (bestand.size > grenzen.bytes) throw new ZipFout('groot')
  const bytes = new Uint8Array(await bestand.arrayBuffer())
  const beeld = new DataView(bytes.buffer)
  const eind = vindEind(beeld)
  const aantal = beeld.getUint16(eind + 10, true)
  if (aantal > grenzen.bestanden) throw new ZipFout('groot')
  const uit: Record<string, string> = {}
  let over = grenzen.bytes
  let plek = beeld.getUint32(eind + 16, true)
  try {
    for (let i = 0; i < aantal; i++) {
      if (beeld.getUint32(plek, true) !== 0x02014b50) throw new ZipFout('onleesbaar')
      const [naamlengte, extra, opmerking] = [28, 30, 32].map((at) => beeld.getUint16(plek + at, true)) as [
        number,
        number,
        number,
      ]
      const naam = new TextDecoder().decode(bytes.subarray(plek + 46, plek + 46 + naamlengte))
      if (!naam.endsWith('/')) {
        const inhoud = await pakUit(bytes, beeld, plek, over)
        over -= inhoud.length
        uit[naam] = new TextDecoder('utf-8', { fatal: true }).decode(inhoud)
      }
      plek += 46 + naamlengte + extra + opmerking
    }
  } catch (error) {
    throw error instanceof ZipFout ? error : new ZipFout('onleesbaar')
  }
  return uit
}

async function pakUit(
  bytes: Uint8Array<ArrayBuffer>,
  beeld: DataView,
  vermelding: number,
  ruimte: number,
): Promise<Uint8Array> {
  const wijze = beeld.getUint16(vermelding + 10, true)
  const lengte = beeld.getUint32(vermelding + 20, true)
  const lokaal = beeld.getUint32(vermelding + 42, true)
  const begin = lokaal + 30 + beeld.getUint16(lokaal + 26, true) + beeld.getUint16(lokaal + 28, true)
  const ingepakt = bytes.subarray(begin, begin + lengte)
  if (wijze === 0) return ingepakt.length > ruimte ? weiger() : ingepakt
  if (wijze !== 8) throw new ZipFout('onleesbaar')
  const stroom = new Blob([ingepakt]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const delen: Uint8Array[] = []
  let som = 0
  // Piece by piece: what says it is small may be huge.
  for (let deel = await stroom.read(); !deel.done; deel = await stroom.read()) {
    som += deel.value.length
    if (som > ruimte) {
      void stroom.cancel()
      return weiger()
    }
    delen.push(deel.value)
  }
  const uit = new Uint8Array(som)
  let plek = 0
  for (const deel of delen) {
    uit.set(deel, plek)
    plek += deel.length
  }
  return uit
}

function weiger(): never {
  throw new ZipFout('groot')
}

function vindEind(beeld: DataView): number {
  for (let plek = beeld.byteLength - 22; plek >= Math.max(0, beeld.byteLength - 66_000); plek--)
    if (beeld.getUint32(plek, true) === 0x06054b50) return plek
  throw new ZipFout('onleesbaar')
}

/** Little-endian numbers, each with its size in bytes. */
function getallen(...paren: [waarde: number, bytes: 2 | 4][]): Uint8Array<ArrayBuffer> {
  const uit = new Uint8Array(paren.reduce((som, [, lengte]) => som + lengte, 0))
  const beeld = new DataView(uit.buffer)
  let plek = 0
  for (const [waarde, lengte] of paren) {
    if (lengte === 2) beeld.setUint16(plek, waarde, true)
    else beeld.setUint32(plek, waarde, true)
    plek += lengte
  }
  return uit
}

const tabel = Uint32Array.from({ length: 256 }, (_, getal) => {
  let rest = getal
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest >>> 0
})

function crc32(bytes: Uint8Array): number {
  let som = 0xffffffff
  for (const byte of bytes) som = (tabel[(som ^ byte) & 0xff] ?? 0) ^ (som >>> 8)
  return (som ^ 0xffffffff) >>> 0
}
