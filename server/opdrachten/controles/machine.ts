import { randomUUID } from 'node:crypto'
import { mkdir, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#server/platform/config/config.ts'
import { type Bevinding, fout, goed, letOp } from './bevinding.ts'

/** What can be known without a database. */
export async function controleerMachine(config: Config): Promise<Bevinding[]> {
  return [
    controleerInstellingen(config),
    await controleerMap(config),
    await controleerGeheim(config),
    await controleerSchijf(config),
  ]
}

function controleerInstellingen(config: Config): Bevinding {
  const overal = config.host !== '127.0.0.1' && config.host !== 'localhost'
  if (overal && !config.publicUrl) {
    const tekst = `Rondom luistert op ${config.host}, maar RONDOM_URL is leeg: koppelingen in e-mail en cookies kloppen dan niet.`
    return letOp('instellingen', tekst, 'Zet RONDOM_URL op het adres dat gebruikers typen, met https://.')
  }
  if (config.publicUrl?.startsWith('http:') && !/^http:\/\/(localhost|127\.)/.test(config.publicUrl)) {
    const tekst = `${config.publicUrl} is niet versleuteld.`
    return fout('instellingen', tekst, 'Zet een proxy met een certificaat voor Rondom, en RONDOM_URL op https://.')
  }
  return goed('instellingen', 'De instellingen zijn geldig.')
}

async function controleerMap({ dataDir }: Config): Promise<Bevinding> {
  const proef = join(dataDir, `.proef-${randomUUID()}`)
  try {
    await mkdir(dataDir, { recursive: true })
    await writeFile(proef, 'proef')
    await rm(proef)
    return goed('gegevensmap', `In ${dataDir} kan worden geschreven.`)
  } catch (error) {
    const reden = error instanceof Error ? error.message : String(error)
    const advies = 'Geef de gebruiker van Rondom schrijfrechten, of kies een andere map met RONDOM_DATA.'
    return fout('gegevensmap', `In ${dataDir} kan niet worden geschreven: ${reden}`, advies)
  }
}

async function controleerGeheim({ dataDir, secret }: Config): Promise<Bevinding> {
  if (secret) return goed('geheim', 'RONDOM_GEHEIM is ingesteld.')
  const pad = join(dataDir, 'geheim')
  const found = await stat(pad).catch(() => undefined)
  if (!found) return goed('geheim', 'Wordt bij de eerste start gemaakt.')
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    return fout('geheim', `Anderen op deze machine kunnen ${pad} lezen.`, `chmod 600 ${pad}`)
  }
  return goed('geheim', 'Alleen Rondom kan het lezen. Bewaar er een kopie van, apart van de reservekopie.')
}

const gigabyte = 1024 ** 3

async function controleerSchijf({ dataDir }: Config): Promise<Bevinding> {
  const { bavail, blocks, bsize } = await statfs(dataDir)
  const vrij = bavail * bsize
  const tekst = `${(vrij / gigabyte).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} GB vrij bij ${dataDir}.`
  const advies = 'Maak ruimte, of vergroot de schijf. Een volle schijf zet Rondom stil.'
  if (vrij < gigabyte) return fout('schijf', tekst, advies)
  if (vrij < 5 * gigabyte && bavail / blocks < 0.1) return letOp('schijf', tekst, advies)
  return goed('schijf', tekst)
}
