import type { BereikbaarBron } from '../keuren/bereikbaar.ts'
import type { Keuring } from '../keuren/keuring.ts'
import { keurHuishouden, keurOrganisatie, keurPersoon } from '../keuren/partij.ts'
import { keurBagAdres, keurComplex, keurEenheid, keurOvereenkomst } from '../keuren/wonen.ts'
import { leesJaNee } from '../regels/codes.ts'
import type { Rij } from '../rij.ts'
import type { Bestandsoort } from './kolommen.ts'

/** The cells of one row by field; undefined: the file does not have the column. */
export type Cellen = Record<string, string | undefined>

/** Checks one row of a CSV file. */
export function keurCsv(k: Keuring, soort: Bestandsoort, c: Cellen): Rij[] {
  switch (soort) {
    case 'personen':
      return keurPersoon(k, {
        ...klantVan(c),
        nummer: c['nummer'],
        voorletters: c['voorletters'],
        voornaam: c['voornaam'],
        tussenvoegsels: c['tussenvoegsels'],
        achternaam: c['achternaam'],
        geslachtsnaam: c['geslachtsnaam'],
        geslacht: c['geslacht'],
        geboortedatum: c['geboortedatum'],
        overlijdensdatum: c['overlijdensdatum'],
        organisatie: organisaties(c['organisatienummer']),
        huishoudens: huishoudens(c['huishoudnummer']).map((sleutel) => ({
          ...lidVan(c),
          sleutels: [sleutel],
          naam: c['huishoudnaam']?.trim() || undefined,
        })),
      })
    case 'organisaties':
      return keurOrganisatie(k, {
        ...klantVan(c),
        nummer: eigen('organisatie', c['nummer']),
        naam: c['naam'],
        kvkNummer: c['kvk'],
        vestigingsnummer: c['vestigingsnummer'],
        rsin: c['rsin'],
      })
    case 'huishoudens': {
      const persoon = c['persoonnummer']?.trim()
      return keurHuishouden(k, {
        ...klantVan(c),
        nummer: eigen('huishouden', c['nummer']),
        naam: c['naam'],
        leden: persoon ? [{ ...lidVan(c), persoon: [persoon], sleutels: [] }] : [],
      })
    }
    case 'complexen':
      return keurComplex(k, { code: c['code'], naam: c['naam'], plaats: c['plaats'] })
    case 'eenheden':
      return keurEenheid(k, {
        ...adresVan(c),
        code: c['code'],
        complex: { code: c['complex'], naam: c['complexnaam'], plaats: c['woonplaats'] },
        soortCode: c['soort'],
        detailsoort: c['detailsoort'],
        status: c['status'],
        nummeraanduiding: c['nummeraanduiding'],
        bouwjaar: c['bouwjaar'],
        oppervlakte: c['oppervlakte'],
        kamers: c['kamers'],
        energielabel: c['energielabel'],
      })
    case 'overeenkomsten':
      return keurOvereenkomst(k, {
        nummer: c['nummer'],
        eenheid: lijst(c['eenheid']),
        soort: c['soort'],
        status: c['status'],
        begindatum: c['begindatum'],
        einddatum: c['einddatum'],
        brutohuur: c['huur'],
        betaalwijze: c['betaalwijze'],
        contractanten: [
          ...lijst(c['huurder']).map((each) => ({ sleutels: alsKlant(each), rol: c['rol'] || 'HUU' })),
          ...lijst(c['medehuurder']).map((each) => ({ sleutels: alsKlant(each), rol: 'MDH' })),
          ...huishoudens(c['huishouden']).map((each) => ({ sleutels: [each], rol: 'HUU' })),
          ...(organisaties(c['organisatie']) ?? []).map((each) => ({ sleutels: [each], rol: 'HUU' })),
        ],
      })
    case 'adressen':
      return keurBagAdres(k, { ...adresVan(c), nummeraanduiding: c['nummeraanduiding'], gemeente: c['gemeente'] })
  }
}

/** Huishoudens and organisaties are often numbered apart from people, so their numbers get a space of their own. */
const eigen = (soort: 'huishouden' | 'organisatie', nummer: string | undefined) =>
  nummer?.trim() ? `${soort}/${nummer.trim()}` : nummer

const huishoudens = (cel: string | undefined) => lijst(cel).map((nummer) => `huishouden/${nummer}`)

function organisaties(cel: string | undefined): string[] | undefined {
  const nummers = lijst(cel).map((nummer) => `organisatie/${nummer}`)
  return nummers.length > 0 ? nummers : undefined
}

/** A contract may name a person, an organisatie or a huishouden in the same column. */
const alsKlant = (nummer: string) => [nummer, `organisatie/${nummer}`, `huishouden/${nummer}`]

const lijst = (cel: string | undefined) =>
  (cel ?? '')
    .split(/[;,|]/)
    .map((deel) => deel.trim())
    .filter(Boolean)

function lidVan(c: Cellen) {
  return { rol: c['rol'], kind: c['kind'], begindatum: c['begindatum'], einddatum: c['einddatum'] }
}

function klantVan(c: Cellen): BereikbaarBron & Record<string, unknown> {
  const inactief = /^(ina|inactief|niet actief|vertrokken|sla|slapend)$/i.test(c['status']?.trim() ?? '')
  const actief = c['actief'] === undefined || c['actief'] === '' ? undefined : leesJaNee(c['actief'])
  return {
    aanhef: c['aanhef'],
    geheimhouding: c['geheimhouding'],
    taal: c['taal'],
    actief: inactief ? false : actief,
    ...bereikbaarVan(c),
  }
}

const telefoonkolommen = { mobiel: 'mobiel', telefoon: '', telefoon2: '', telefoonwerk: 'werk' }
const emailkolommen = { email: '', email2: '' }
const adreskolommen = ['adres', 'straat', 'huisnummer', 'postcode', 'woonplaats']

function bereikbaarVan(c: Cellen): BereikbaarBron {
  const gegeven = (velden: Record<string, string>) =>
    Object.entries(velden).flatMap(([veld, omschrijving]) => {
      const waarde = c[veld]
      return waarde === undefined ? [] : [{ waarde, omschrijving }]
    })
  const telefoons = gegeven(telefoonkolommen)
  const emails = gegeven(emailkolommen)
  return {
    ...(telefoons.length > 0 && { telefoons }),
    ...(emails.length > 0 && { emails }),
    ...(adreskolommen.some((veld) => c[veld] !== undefined) && { adressen: [adresVan(c)] }),
    ...(c['iban'] !== undefined && {
      rekeningen: [{ iban: c['iban'], bic: c['bic'] ?? '', tenaamstelling: c['tenaamstelling'] ?? '' }],
    }),
  }
}

const adresvelden = [
  'adres',
  'straat',
  'huisnummer',
  'huisletter',
  'toevoeging',
  'postcode',
  'woonplaats',
  'land',
] as const

function adresVan(c: Cellen): Partial<Record<(typeof adresvelden)[number], string>> {
  return Object.fromEntries(adresvelden.flatMap((veld) => (c[veld] === undefined ? [] : [[veld, c[veld]]])))
}
