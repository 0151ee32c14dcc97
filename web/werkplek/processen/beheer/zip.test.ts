import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ordenMap } from './mapbestanden.ts'
import { leesZip, maakZip } from './zip.ts'

const bestanden = { 'proces.bpmn': '<a/>', 'berichten/één.md': 'Beste meneer', 'README.md': '' }

describe('a ZIP of a process folder', () => {
  it('is read back as it was made', async () => {
    const uit = await leesZip(maakZip('hek', bestanden))

    expect(uit).toEqual(Object.fromEntries(Object.entries(bestanden).map(([pad, tekst]) => [`hek/${pad}`, tekst])))
  })

  it('may be compressed', async () => {
    const uit = await leesZip(ingepakt('hek/proces.bpmn', Buffer.from('<proces/>'.repeat(500))))

    expect(uit['hek/proces.bpmn']).toBe('<proces/>'.repeat(500))
  })

  it('is refused when it unpacks to more than a folder can hold, whatever it says of its size', async () => {
    await expect(leesZip(ingepakt('bom', Buffer.alloc(30_000_000)))).rejects.toMatchObject({ soort: 'groot' })
  })

  it.each([
    ['no ZIP at all', new Blob(['geen zip'])],
    ['cut off', maakZip('hek', bestanden).slice(40)],
    ['not text', ingepakt('hek/proces.bpmn', Buffer.from([0xff, 0xfe, 0x00]))],
  ])('is refused when it is %s', async (_, bestand) => {
    await expect(leesZip(bestand)).rejects.toMatchObject({ soort: 'onleesbaar' })
  })
})

describe('the files of a folder', () => {
  it('are those around proces.bpmn; nothing outside it and nothing strange goes along', () => {
    expect(
      ordenMap({
        'a/hek/proces.bpmn': 'x',
        'a/hek/berichten/ontvangst.md': 'y',
        'a/hek/.DS_Store': 'z',
        'a/hek/../geheim.md': 'z',
        'a/elders.md': 'z',
      }),
    ).toEqual({
      map: 'hek',
      bestanden: { 'proces.bpmn': 'x', 'berichten/ontvangst.md': 'y' },
      overgeslagen: ['a/hek/.DS_Store', 'a/hek/../geheim.md', 'a/elders.md'],
    })
  })
})

/** One file, deflated, with sizes that say nothing. */
function ingepakt(naam: string, inhoud: Buffer): Blob {
  const data = deflateRawSync(inhoud)
  const pad = Buffer.from(naam)
  const kop = Buffer.alloc(30)
  kop.writeUInt32LE(0x04034b50, 0)
  kop.writeUInt16LE(8, 8)
  kop.writeUInt16LE(pad.length, 26)
  const lijst = Buffer.alloc(46)
  lijst.writeUInt32LE(0x02014b50, 0)
  lijst.writeUInt16LE(8, 10)
  lijst.writeUInt32LE(data.length, 20)
  lijst.writeUInt16LE(pad.length, 28)
  const eind = Buffer.alloc(22)
  eind.writeUInt32LE(0x06054b50, 0)
  eind.writeUInt16LE(1, 8)
  eind.writeUInt16LE(1, 10)
  eind.writeUInt32LE(kop.length + pad.length + data.length, 16)
  return new Blob([Buffer.concat([kop, pad, data, lijst, pad, eind])])
}
