import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { OntsleutelFout, ontsleutel, versleutel } from './versleuteling.ts'

async function alles(bron: AsyncIterable<Buffer>): Promise<Buffer> {
  const delen: Buffer[] = []
  for await (const deel of bron) delen.push(deel)
  return Buffer.concat(delen)
}

async function* van(inhoud: Buffer, stuk = 50_000): AsyncGenerator<Buffer> {
  for (let i = 0; i < inhoud.length; i += stuk) yield inhoud.subarray(i, i + stuk)
}

const wachtwoord = 'kreukel tafelbeen morgenzon fiets'
const stuk = 64 * 1024
/** The real cost takes seconds; the header carries it. */
const vlot = { log2N: 10, r: 8, p: 1 }

describe('encrypting a backup', () => {
  it.each([0, 1, stuk - 1, stuk, stuk + 1, 3 * stuk, 200_000])(
    'gives %d bytes back, and hides them',
    async (omvang) => {
      const inhoud = Buffer.concat([Buffer.from('geheim'.repeat(10)), randomBytes(200_000)]).subarray(0, omvang)
      const verborgen = await alles(versleutel(van(inhoud), wachtwoord, vlot))
      expect(verborgen.subarray(0, 15).toString()).toBe('RONDOM-BACKUP-1')
      expect(verborgen.includes('geheimgeheim')).toBe(false)
      expect((await alles(ontsleutel(van(verborgen, 999), wachtwoord))).equals(inhoud)).toBe(true)
    },
  )

  it('opens with no other password', async () => {
    const verborgen = await alles(versleutel(van(Buffer.from('inhoud')), wachtwoord, vlot))
    await expect(alles(ontsleutel(van(verborgen), `${wachtwoord}s`))).rejects.toThrow('wachtwoord klopt niet')
  })

  it('notices a file that was cut off, changed, or put together otherwise', async () => {
    const inhoud = randomBytes(3 * stuk)
    const goed = await alles(versleutel(van(inhoud), wachtwoord, vlot))
    const kop = goed.length - 3 * (stuk + 16)
    const deel = (i: number) => goed.subarray(kop + i * (stuk + 16), kop + (i + 1) * (stuk + 16))
    const gewijzigd = Buffer.from(goed)
    gewijzigd[kop + stuk + 100] = (gewijzigd[kop + stuk + 100] ?? 0) ^ 1
    const andereKop = Buffer.from(goed)
    andereKop[kop - 1] = (andereKop[kop - 1] ?? 0) ^ 1
    for (const kapot of [
      goed.subarray(0, -1),
      goed.subarray(0, kop + 2 * (stuk + 16)),
      goed.subarray(0, kop),
      goed.subarray(0, 20),
      gewijzigd,
      andereKop,
      Buffer.concat([goed.subarray(0, kop), deel(1), deel(0), deel(2)]),
      Buffer.concat([goed, deel(2)]),
    ]) {
      await expect(alles(ontsleutel(van(kapot), wachtwoord))).rejects.toThrow(OntsleutelFout)
    }
  })
})
