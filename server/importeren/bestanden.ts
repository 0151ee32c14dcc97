import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Codering, onderzoekBestand } from './lezen/codering.ts'
import type { Bestandsoort } from './lezen/kolommen.ts'
import { leesToewijzing, soortVanNaam } from './lezen/toewijzing.ts'

/** One file of the folder that will be read. */
export type Bestand = {
  naam: string
  pad: string
  omvang: number
  inhoud:
    | {
        vorm: 'csv'
        soort: Bestandsoort
        codering: Codering
        kolommen: Record<string, string>
        scheiding: string | undefined
      }
    | { vorm: 'json'; codering: Codering }
    /** Not read at all; one line in the result says why. */
    | { vorm: 'onleesbaar'; reden: string }
}

export type Importmap = {
  bestanden: Bestand[]
  /** Files that were left alone because nobody says what they are. */
  overgeslagen: string[]
  /** Of names and contents: the same folder is the same import, so that it can go on after it was cut off. */
  vingerafdruk: string
}

/** The order of reading: what others refer to comes first, though nothing depends on it. */
const volgorde: (Bestandsoort | 'json')[] = [
  'adressen',
  'complexen',
  'eenheden',
  'organisaties',
  'personen',
  'huishoudens',
  'overeenkomsten',
  'json',
]

/** Looks what is in the folder. Every file is read through once, for its encoding and its fingerprint. */
export async function bekijkMap(map: string): Promise<Importmap> {
  const toewijzing = await leesToewijzing(map)
  const namen = (await readdir(map, { withFileTypes: true })).filter((each) => each.isFile()).map((each) => each.name)
  const bestanden: Bestand[] = []
  const overgeslagen: string[] = []
  const hash = createHash('sha256').update(JSON.stringify(toewijzing))
  for (const naam of namen.filter(isInvoer).sort()) {
    const pad = join(map, naam)
    const eigen = toewijzing[naam]
    const soort = eigen?.soort ?? soortVanNaam(naam)
    const isJson = /\.json$/i.test(naam)
    if (!isJson && !soort) {
      overgeslagen.push(naam)
      continue
    }
    const gevonden = await onderzoekBestand(pad)
    hash.update(`${naam}\0${gevonden.sha256}\0`)
    const { omvang } = gevonden
    if ('fout' in gevonden) bestanden.push({ naam, pad, omvang, inhoud: { vorm: 'onleesbaar', reden: gevonden.fout } })
    else if (isJson) bestanden.push({ naam, pad, omvang, inhoud: { vorm: 'json', codering: gevonden.codering } })
    else if (soort) {
      const { codering } = gevonden
      const { kolommen = {}, scheiding } = eigen ?? {}
      bestanden.push({ naam, pad, omvang, inhoud: { vorm: 'csv', soort, codering, kolommen, scheiding } })
    }
  }
  bestanden.sort((a, b) => plek(a) - plek(b))
  return { bestanden, overgeslagen, vingerafdruk: hash.digest('hex') }
}

const isInvoer = (naam: string) =>
  /\.(csv|txt|json)$/i.test(naam) && !/^(resultaat-.*\.csv|toewijzing\.json)$/i.test(naam)

const plek = ({ inhoud }: Bestand) => volgorde.indexOf(inhoud.vorm === 'csv' ? inhoud.soort : 'json')
