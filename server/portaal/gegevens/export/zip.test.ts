import { crc32, inflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { maakZip } from './zip.ts'

const bestanden = [
  { naam: 'gegevens.json', inhoud: Buffer.from('{"naam":"Anaïs"}') },
  { naam: 'bijlagen/foto é.txt', inhoud: Buffer.from('x'.repeat(5000)) },
  { naam: 'leeg.txt', inhoud: Buffer.alloc(0) },
]

/** Reads from the end, through the list of contents, as every unzip does. */
function lees(zip: Buffer): { naam: string; inhoud: Buffer }[] {
  const slot = zip.length - 22
  expect(zip.readUInt32LE(slot)).toBe(0x06054b50)
  let op = zip.readUInt32LE(slot + 16)
  return Array.from({ length: zip.readUInt16LE(slot + 10) }, () => {
    expect(zip.readUInt32LE(op)).toBe(0x02014b50)
    const [klein, lengte] = [zip.readUInt32LE(op + 20), zip.readUInt16LE(op + 28)]
    const kop = zip.readUInt32LE(op + 42)
    const naam = zip.toString('utf8', op + 46, op + 46 + lengte)
    const begin = kop + 30 + zip.readUInt16LE(kop + 26)
    const inhoud = inflateRawSync(zip.subarray(begin, begin + klein))
    expect(crc32(inhoud)).toBe(zip.readUInt32LE(op + 16))
    op += 46 + lengte
    return { naam, inhoud }
  })
}

it('gives back what was put in, byte by byte', () => {
  expect(lees(maakZip(bestanden, new Date('2026-11-23T10:00:00Z')))).toEqual(bestanden)
})

it('is a file also when there is nothing in it', () => {
  expect(lees(maakZip([], new Date('2026-11-23T10:00:00Z')))).toEqual([])
})
