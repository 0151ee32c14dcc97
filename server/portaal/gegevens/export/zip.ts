import { crc32, deflateRawSync } from 'node:zlib'

export type Zipbestand = { naam: string; inhoud: Buffer }

/**
 * A ZIP file (APPNOTE 6.3, without ZIP64: for a few megabytes of text). Every telephone opens it, and there is no
 * library among ours that writes one.
 * @param op the moment that the files get
 */
export function maakZip(bestanden: readonly Zipbestand[], op: Date): Buffer {
  const delen: Buffer[] = []
  const lijst: Buffer[] = []
  let plek = 0
  for (const { naam, inhoud } of bestanden) {
    const bytes = Buffer.from(naam, 'utf8')
    const klein = deflateRawSync(inhoud)
    const vast = Buffer.alloc(26)
    vast.writeUInt16LE(20, 0)
    // Bit 11: the name is UTF-8.
    vast.writeUInt16LE(1 << 11, 2)
    vast.writeUInt16LE(8, 4)
    vast.writeUInt16LE(dosTijd(op), 6)
    vast.writeUInt16LE(dosDag(op), 8)
    vast.writeUInt32LE(crc32(inhoud), 10)
    vast.writeUInt32LE(klein.length, 14)
    vast.writeUInt32LE(inhoud.length, 18)
    vast.writeUInt16LE(bytes.length, 22)
    const kop = Buffer.concat([handtekening(0x04034b50), vast, bytes])
    const einde = Buffer.alloc(14)
    einde.writeUInt32LE(plek, 10)
    lijst.push(Buffer.concat([handtekening(0x02014b50), Buffer.from([20, 0]), vast, einde, bytes]))
    delen.push(kop, klein)
    plek += kop.length + klein.length
  }
  const inhoudsopgave = Buffer.concat(lijst)
  const slot = Buffer.alloc(18)
  slot.writeUInt16LE(bestanden.length, 4)
  slot.writeUInt16LE(bestanden.length, 6)
  slot.writeUInt32LE(inhoudsopgave.length, 8)
  slot.writeUInt32LE(plek, 12)
  return Buffer.concat([...delen, inhoudsopgave, handtekening(0x06054b50), slot])
}

function handtekening(waarde: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(waarde)
  return buffer
}

const dosTijd = (op: Date) => (op.getUTCHours() << 11) | (op.getUTCMinutes() << 5) | (op.getUTCSeconds() >> 1)
const dosDag = (op: Date) => ((op.getUTCFullYear() - 1980) << 9) | ((op.getUTCMonth() + 1) << 5) | op.getUTCDate()
