import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'

/** The password is wrong, or the file was changed or cut off. */
export class OntsleutelFout extends Error {}

/** First line of an encrypted backup, in readable text for who finds one. */
export const merk = Buffer.from('RONDOM-BACKUP-1\n')

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)

/** OWASP Password Storage: scrypt with N = 2^17, r = 8, p = 1 (128 MB). */
const kosten = { log2N: 17, r: 8, p: 1 }
const stuk = 64 * 1024
const zegel = 16
const kop = merk.length + 16 + 3 + 7

/**
 * AES-256-GCM in pieces, so that a backup of any size streams: each piece is sealed on its own, with its number and
 * whether it is the last in the nonce (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár). So a piece
 * that was changed, moved, repeated or cut off is noticed before it is used.
 */
export async function* versleutel(
  bron: AsyncIterable<Buffer>,
  wachtwoord: string,
  { log2N, r, p } = kosten,
): AsyncGenerator<Buffer> {
  const header = Buffer.concat([merk, randomBytes(16), Buffer.from([log2N, r, p]), randomBytes(7)])
  const sleutel = await sleutelVan(wachtwoord, header)
  yield header
  let nummer = 0
  for await (const { deel, laatste } of inStukken(bron, stuk)) {
    const cipher = createCipheriv('aes-256-gcm', sleutel, nonce(header, nummer++, laatste))
    cipher.setAAD(header)
    yield Buffer.concat([cipher.update(deel), cipher.final(), cipher.getAuthTag()])
  }
}

/** @throws OntsleutelFout */
export async function* ontsleutel(bron: AsyncIterable<Buffer>, wachtwoord: string): AsyncGenerator<Buffer> {
  let header: Buffer | undefined
  let sleutel: Buffer | undefined
  let nummer = 0
  for await (const { deel, laatste } of inStukken(bron, stuk + zegel, kop)) {
    if (!header || !sleutel) {
      header = deel
      if (header.length !== kop || !header.subarray(0, merk.length).equals(merk)) throw new OntsleutelFout(GEEN)
      sleutel = await sleutelVan(wachtwoord, header)
      if (laatste) throw new OntsleutelFout(FOUT)
      continue
    }
    if (deel.length < zegel) throw new OntsleutelFout(FOUT)
    const decipher = createDecipheriv('aes-256-gcm', sleutel, nonce(header, nummer, laatste))
    decipher.setAAD(header)
    decipher.setAuthTag(deel.subarray(-zegel))
    try {
      yield Buffer.concat([decipher.update(deel.subarray(0, -zegel)), decipher.final()])
    } catch {
      throw new OntsleutelFout(nummer === 0 ? FOUT : KAPOT)
    }
    nummer++
  }
}

const GEEN = 'Dit is geen versleutelde reservekopie van Rondom.'
const FOUT = 'Het wachtwoord klopt niet, of het bestand is beschadigd.'
const KAPOT = 'Het bestand is beschadigd of niet compleet.'

async function sleutelVan(wachtwoord: string, header: Buffer): Promise<Buffer> {
  const [log2N = 0, r = 0, p = 0] = header.subarray(merk.length + 16, merk.length + 19)
  // What a stranger wrote in the header must not take all memory.
  if (log2N < 10 || log2N > 20 || r < 1 || r > 16 || p < 1 || p > 4) throw new OntsleutelFout(KAPOT)
  const zout = header.subarray(merk.length, merk.length + 16)
  const N = 2 ** log2N
  return await derive(wachtwoord.normalize('NFKC'), zout, 32, { N, r, p, maxmem: 256 * N * r })
}

function nonce(header: Buffer, nummer: number, laatste: boolean): Buffer {
  const teller = Buffer.alloc(5)
  teller.writeUInt32BE(nummer)
  teller[4] = laatste ? 1 : 0
  return Buffer.concat([header.subarray(-7), teller])
}

/** Pieces of exactly this size (the first may have another), and which one is the last. */
async function* inStukken(bron: AsyncIterable<Buffer>, omvang: number, eerste = omvang) {
  let wacht: Buffer[] = []
  let lengte = 0
  let grootte = eerste
  for await (const deel of bron) {
    wacht.push(deel)
    lengte += deel.length
    // One byte more than a piece proves that it is not the last.
    while (lengte > grootte) {
      const alles = Buffer.concat(wacht)
      yield { deel: alles.subarray(0, grootte), laatste: false }
      wacht = [alles.subarray(grootte)]
      lengte = alles.length - grootte
      grootte = omvang
    }
  }
  yield { deel: Buffer.concat(wacht), laatste: true }
}
