import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { checkKey } from '#server/platform/files/fileStore.ts'
import { ArchiefFout, leesArchief, type Onderdeel, weeg } from './archief.ts'
import { bestandNaam, formaat, Manifest, manifestNaam, tabelNaam } from './manifest.ts'

/** A backup that lies open and was found whole: every file is there, with the fingerprint of the manifest. */
export type Uitgepakt = { manifest: Manifest; padVan: (naam: string) => string }

/**
 * Unpacks a backup in a folder and proves it whole before anything is done with it.
 * @throws ArchiefFout, OntsleutelFout
 */
export async function pakUit(pad: string, map: string, wachtwoord: string | undefined): Promise<Uitgepakt> {
  const gezien = new Map<string, { omvang: number; sha256: string }>()
  let manifest: Manifest | undefined
  for await (const onderdeel of leesArchief(pad, wachtwoord)) {
    const { naam } = onderdeel
    if (gezien.has(naam)) throw new ArchiefFout(`De reservekopie bevat ${naam} twee keer.`)
    if (naam === manifestNaam) manifest = await leesManifest(onderdeel)
    else gezien.set(naam, await legNeer(onderdeel, join(map, veilig(naam))))
  }
  if (!manifest) throw new ArchiefFout('De reservekopie is niet compleet: het overzicht (manifest.json) ontbreekt.')
  const beloofd = new Map([
    ...manifest.tabellen.map((each) => [tabelNaam(each.naam), each] as const),
    ...manifest.bestanden.map((each) => [bestandNaam(each.naam), each] as const),
  ])
  for (const [naam, { omvang, sha256 }] of beloofd) {
    const er = gezien.get(naam)
    if (!er) throw new ArchiefFout(`De reservekopie is niet compleet: ${naam} ontbreekt.`)
    if (er.omvang !== omvang || er.sha256 !== sha256)
      throw new ArchiefFout(`De reservekopie is beschadigd: ${naam} klopt niet.`)
  }
  const extra = [...gezien.keys()].find((naam) => !beloofd.has(naam))
  if (extra) throw new ArchiefFout(`De reservekopie bevat iets onbekends: ${extra}.`)
  return { manifest, padVan: (naam) => join(map, naam) }
}

/** Only two kinds of names exist; whatever else the archive says (`../`, `/etc/…`), nothing is written. */
function veilig(naam: string): string {
  if (/^tabellen\/[a-z_][a-z0-9_]{0,62}\.copy$/.test(naam)) return naam
  try {
    if (naam.startsWith('bestanden/') && bestandNaam(checkKey(naam.slice('bestanden/'.length))) === naam) return naam
  } catch {
    // Not one of our keys: refused below.
  }
  throw new ArchiefFout(`De reservekopie bevat iets onbekends: ${naam.slice(0, 100)}.`)
}

async function legNeer({ inhoud }: Onderdeel, pad: string): Promise<{ omvang: number; sha256: string }> {
  await mkdir(dirname(pad), { recursive: true, mode: 0o700 })
  const { inhoud: bron, gewogen } = weeg(inhoud)
  await pipeline(Readable.from(bron), createWriteStream(pad, { flags: 'wx', mode: 0o600 }))
  return gewogen
}

async function leesManifest({ inhoud, omvang }: Onderdeel): Promise<Manifest> {
  if (omvang > 256 * 1024 * 1024) throw new ArchiefFout('Het overzicht (manifest.json) is te groot.')
  const delen: Buffer[] = []
  for await (const deel of inhoud) delen.push(deel)
  let ruw: unknown
  try {
    ruw = JSON.parse(Buffer.concat(delen).toString('utf8'))
  } catch {
    throw new ArchiefFout('Het overzicht (manifest.json) is niet te lezen.')
  }
  if (typeof ruw === 'object' && ruw !== null && 'formaat' in ruw && Number(ruw.formaat) > formaat) {
    throw new ArchiefFout('Deze reservekopie is gemaakt met een nieuwere versie van Rondom. Werk Rondom eerst bij.')
  }
  const manifest = Manifest.safeParse(ruw)
  if (!manifest.success) throw new ArchiefFout('Het overzicht (manifest.json) klopt niet.')
  return manifest.data
}
