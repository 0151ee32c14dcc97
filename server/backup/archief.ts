import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { Header } from 'tar'
import { merk, OntsleutelFout, ontsleutel, versleutel } from './versleuteling.ts'

/** One file in the archive. Its size is in the header before it, so it must be known. */
export type Onderdeel = { naam: string; omvang: number; inhoud: AsyncIterable<Buffer> }

/** The file is no backup of Rondom, or it is damaged. */
export class ArchiefFout extends Error {}

const blok = 512

/** Writes a tar.gz, encrypted when there is a password. The file appears under its name only when it is complete. */
export async function schrijfArchief(
  pad: string,
  onderdelen: AsyncIterable<Onderdeel>,
  wachtwoord: string | undefined,
): Promise<void> {
  const gzip = createGzip({ level: 6 })
  const file = await open(pad, 'wx', 0o600)
  try {
    const vullen = pipeline(Readable.from(tar(onderdelen)), gzip)
    const schrijven = (async () => {
      for await (const deel of wachtwoord === undefined ? buffers(gzip) : versleutel(buffers(gzip), wachtwoord)) {
        await file.writeFile(deel)
      }
    })()
    await Promise.all([vullen, schrijven])
    await file.sync()
  } finally {
    await file.close()
  }
}

/** @throws ArchiefFout, OntsleutelFout */
export async function* leesArchief(pad: string, wachtwoord: string | undefined): AsyncGenerator<Onderdeel> {
  const bron = buffers(createReadStream(pad))
  if (wachtwoord === undefined && (await isVersleuteld(pad))) {
    throw new OntsleutelFout('Deze reservekopie is versleuteld. Geef het wachtwoord met --wachtwoord.')
  }
  const gunzip = createGunzip()
  const uitpakken = pipeline(Readable.from(wachtwoord === undefined ? bron : ontsleutel(bron, wachtwoord)), gunzip)
  yield* untar(zonderZlib(buffers(gunzip), uitpakken))
  await uitpakken
}

/** A damaged file shows itself while its content is read: then it is a sentence, and its cause the one that came first. */
async function* zonderZlib(bron: AsyncIterable<Buffer>, uitpakken: Promise<void>): AsyncGenerator<Buffer> {
  // Awaited at the end; a fault must not be unhandled when the reader stops first.
  uitpakken.catch(() => {})
  try {
    yield* bron
  } catch (error) {
    await uitpakken.catch((oorzaak: unknown) => {
      if (oorzaak instanceof OntsleutelFout) throw oorzaak
    })
    if (!isZlib(error)) throw error
    throw new ArchiefFout('Dit is geen reservekopie van Rondom, of het bestand is beschadigd of niet compleet.')
  }
}

export async function isVersleuteld(pad: string): Promise<boolean> {
  const file = await open(pad, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(merk.length), 0, merk.length, 0)
    return bytesRead === merk.length && buffer.equals(merk)
  } finally {
    await file.close()
  }
}

/** Passes a stream on and tells afterwards what it weighed. */
export function weeg(bron: AsyncIterable<Buffer>) {
  const hash = createHash('sha256')
  const gewogen = { omvang: 0, sha256: '' }
  async function* door(): AsyncGenerator<Buffer> {
    for await (const deel of bron) {
      hash.update(deel)
      gewogen.omvang += deel.length
      yield deel
    }
    gewogen.sha256 = hash.digest('hex')
  }
  return { inhoud: door(), gewogen }
}

async function* tar(onderdelen: AsyncIterable<Onderdeel>): AsyncGenerator<Buffer> {
  for await (const { naam, omvang, inhoud } of onderdelen) {
    const header = Buffer.alloc(blok)
    const needPax = new Header({ path: naam, size: omvang, type: 'File', mode: 0o600, mtime: new Date() }).encode(
      header,
    )
    if (needPax) throw new Error(`${naam} does not fit in a plain tar header`)
    yield header
    let geschreven = 0
    for await (const deel of inhoud) {
      geschreven += deel.length
      yield deel
    }
    if (geschreven !== omvang) throw new Error(`${naam} changed while it was written`)
    yield Buffer.alloc((blok - (omvang % blok)) % blok)
  }
  yield Buffer.alloc(2 * blok)
}

/** Plain files only: no links, no devices, no long names. Where they go is decided by who reads, never by the archive. */
async function* untar(bron: AsyncIterable<Buffer>): AsyncGenerator<Onderdeel> {
  const lezer = maakLezer(bron)
  for (;;) {
    const kop = await lezer.precies(blok)
    if (kop.length < blok) throw new ArchiefFout('De reservekopie is niet compleet.')
    if (kop.every((byte) => byte === 0)) return
    const header = new Header(kop, 0)
    if (!header.cksumValid || header.path === undefined || header.size === undefined) {
      throw new ArchiefFout('Dit is geen reservekopie van Rondom, of het bestand is beschadigd.')
    }
    if (header.type !== 'File')
      throw new ArchiefFout(`De reservekopie bevat iets anders dan bestanden: ${header.path}.`)
    const omvang = header.size
    const inhoud = lezer.deel(omvang)
    yield { naam: header.path, omvang, inhoud }
    // What the reader left, and the filling up to a block.
    for await (const _ of inhoud);
    await lezer.precies((blok - (omvang % blok)) % blok)
  }
}

function maakLezer(bron: AsyncIterable<Buffer>) {
  const iterator = bron[Symbol.asyncIterator]()
  let rest = Buffer.alloc(0)
  async function meer(): Promise<boolean> {
    const next = await iterator.next()
    if (next.done) return false
    rest = rest.length > 0 ? Buffer.concat([rest, next.value]) : Buffer.from(next.value)
    return true
  }
  return {
    async precies(omvang: number): Promise<Buffer> {
      while (rest.length < omvang && (await meer()));
      const deel = rest.subarray(0, omvang)
      rest = rest.subarray(deel.length)
      return deel
    },
    async *deel(omvang: number): AsyncGenerator<Buffer> {
      for (let over = omvang; over > 0; ) {
        if (rest.length === 0 && !(await meer())) throw new ArchiefFout('De reservekopie is niet compleet.')
        const deel = rest.subarray(0, over)
        rest = rest.subarray(deel.length)
        over -= deel.length
        yield deel
      }
    },
  }
}

async function* buffers(stream: Readable): AsyncGenerator<Buffer> {
  for await (const deel of stream) yield deel as Buffer
}

function isZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_|PREMATURE_CLOSE/.test(String(error.code))
}
