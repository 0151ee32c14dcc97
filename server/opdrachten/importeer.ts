import { access, constants, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  ImportFout,
  importeer as importeerMap,
  schrijfResultaat,
  ToewijzingFout,
  type Uitkomst,
} from '#server/importeren/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import type { Invoer } from './invoer.ts'
import { contextVan, kiesOrganisatie, metDatabase, type Omgeving } from './omgeving.ts'
import { GebruikFout, type Opdracht, OpdrachtFout, type Toestel } from './opdracht.ts'
import type { Scherm } from './scherm.ts'

export const importeer: Opdracht = {
  naam: 'importeer',
  kort: 'Lees klanten, woningen en overeenkomsten in uit een map met CSV- of VERA-bestanden.',
  gebruik: ['importeer <map> [--soepel] [--opnieuw] [--resultaat bestand.csv]'],
  uitleg: `
Leest personen.csv, organisaties.csv, huishoudens.csv, complexen.csv, eenheden.csv, overeenkomsten.csv, adressen.csv
en *.json met VERA-objecten. Komma of puntkomma, UTF-8 of Windows-1252: dat ziet Rondom zelf. Andere namen van
bestanden en kolommen staan in toewijzing.json. Alles staat in docs/importeren.md.

Opnieuw inlezen van hetzelfde verandert niets. Is het inlezen onderbroken, dan gaat dezelfde opdracht verder.
Wat niet goed is, wordt afgekeurd: één regel per afgekeurde rij in resultaat-<datum>.csv in dezelfde map.
Afsluitcode 0: alles ingelezen. 1: er zijn rijen afgekeurd, of het inlezen is mislukt.`,
  opties: {
    soepel: { uitleg: 'laat een onjuist telefoonnummer, adres of IBAN weg in plaats van de rij af te keuren' },
    opnieuw: { uitleg: 'begin van voren af aan, ook als deze import was onderbroken' },
    resultaat: { waarde: 'bestand', uitleg: 'waar de afgekeurde rijen komen te staan' },
  },
  async run(invoer, toestel) {
    const map = await kiesMap(invoer)
    return await metDatabase(toestel, async (omgeving) => {
      const organisatie = await kiesOrganisatie(omgeving, invoer)
      const uitkomst = await lees(omgeving, organisatie, map, invoer, toestel)
      toon(toestel.scherm, uitkomst)
      if (uitkomst.afgekeurd + uitkomst.letOp > 0) {
        const pad = await kiesResultaat(invoer, map, toestel)
        await schrijfResultaat(organisatie.db, uitkomst.runId, pad)
        toestel.scherm.regel(`Waarom, staat per rij in ${pad}`)
      }
      return uitkomst.afgekeurd > 0 ? 1 : 0
    })
  },
}

async function kiesMap(invoer: Invoer): Promise<string> {
  const [gegeven, ...meer] = invoer.woorden
  if (!gegeven || meer.length > 0) throw new GebruikFout('Noem één map met bestanden.')
  const map = resolve(gegeven)
  const found = await stat(map).catch(() => undefined)
  if (!found) throw new OpdrachtFout(`De map ${map} bestaat niet.`)
  if (!found.isDirectory()) throw new OpdrachtFout(`${map} is geen map. Zet het bestand in een map en noem die.`)
  return map
}

async function lees(
  omgeving: Omgeving,
  organisatie: Organisatie,
  map: string,
  invoer: Invoer,
  { clock, scherm }: Toestel,
): Promise<Uitkomst> {
  const now = clock()
  const balk = scherm.voortgang('Inlezen')
  const meldingen: string[] = []
  try {
    return await importeerMap({
      databaseUrl: omgeving.databaseUrl,
      organisatie,
      log: omgeving.log,
      actor: contextVan(omgeving, organisatie, now).actor,
      map,
      now,
      soepel: invoer.vlag('soepel'),
      opnieuw: invoer.vlag('opnieuw'),
      voortgang: (deel, wat) => balk.stap(deel, wat),
      meld: (tekst) => meldingen.push(tekst),
    })
  } catch (error) {
    if (error instanceof ImportFout || error instanceof ToewijzingFout) throw new OpdrachtFout(error.message)
    throw error
  } finally {
    balk.klaar()
    for (const tekst of meldingen) scherm.melding(`! ${tekst}`)
  }
}

const namen: Record<string, string> = {
  adres: 'adressen (BAG)',
  complex: 'complexen',
  eenheid: 'eenheden',
  organisatie: 'organisaties',
  persoon: 'personen',
  huishouden: 'huishoudens',
  lid: 'rollen in huishoudens',
  overeenkomst: 'overeenkomsten',
  contractant: 'huurders op overeenkomsten',
}

function toon(scherm: Scherm, { hervat, gelezen, afgekeurd, letOp, tellingen, totaal }: Uitkomst): void {
  if (hervat) scherm.melding('Deze import was onderbroken en is afgemaakt.')
  scherm.tabel([
    ['', 'nieuw', 'gewijzigd', 'ongewijzigd'],
    ...Object.entries(namen).flatMap(([soort, naam]) => {
      const telling = tellingen.find((each) => each.soort === soort)
      return telling ? [[naam, telling.nieuw, telling.gewijzigd, telling.ongewijzigd]] : []
    }),
  ])
  const getal = (n: number) => n.toLocaleString('nl-NL')
  scherm.regel(
    `${getal(gelezen)} rijen gelezen, ${getal(afgekeurd)} afgekeurd${letOp > 0 ? `, ${getal(letOp)} met een opmerking` : ''}.`,
  )
  scherm.regel(
    `In Rondom staan nu ${getal(totaal.klanten)} klanten, ${getal(totaal.eenheden)} eenheden en ${getal(totaal.overeenkomsten)} overeenkomsten.`,
  )
}

/** Beside the files, where one looks; in the data folder when that folder may not be written. */
async function kiesResultaat(invoer: Invoer, map: string, { clock, config }: Toestel): Promise<string> {
  const gegeven = invoer.tekst('resultaat')
  if (gegeven) return resolve(gegeven)
  const now = clock()
  const tijd = now.toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam', hour12: false }).replaceAll(':', '')
  const naam = `resultaat-${dagVan(now)}-${tijd}.csv`
  const schrijfbaar = await access(map, constants.W_OK).then(
    () => true,
    () => false,
  )
  return join(schrijfbaar ? map : config.dataDir, naam)
}
