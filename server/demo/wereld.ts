import {
  type Achternaam,
  bedrijven,
  type Herkomst,
  herkomsten,
  kiesFamilienaam,
  kiesVoornaam,
  type Persoonsnaam,
} from './namen.ts'
import { type Straat, stratenVoor } from './plaatsen.ts'
import { maakToeval, type Toeval, verdeling } from './toeval.ts'

export type Persoon = Persoonsnaam & {
  id: string
  tussenvoegsels: string
  achternaam: string
  geslachtsnaam: string
  geboortedatum: string
  telefoons: string[]
  email: string | undefined
}
export type Lid = { persoon: Persoon; rol: 'HUU' | 'MDH' | 'MBW'; inwonendKind: boolean }
export type Woning = {
  id: string
  code: string
  huisnummer: number
  toevoeging: string
  nummeraanduidingId: string
  kamers: number
  oppervlakte: number
  energielabel: string
}
export type Huishouden = {
  id: string
  leden: Lid[]
  sinds: string
  woning: Woning
  overeenkomst: { id: string; nummer: string; huurCent: number; betaalwijze: string }
}
export type Complex = {
  id: string
  code: string
  naam: string
  straat: Straat
  bouwjaar: number
  huishoudens: Huishouden[]
  leeg: Woning[]
}
/** What a load that is larger than life varies: a town has more streets and surnames than the demo lists. */
export type Bronnen = {
  straten: (aantal: number) => Straat[]
  familienaam: (toeval: Toeval, herkomst: Herkomst) => Achternaam
}
export type Bedrijf = { id: string; naam: string; telefoon: string; email: string }

/** Everybody in the sketches and the README lives here, in the first complex, whatever the seed. */
const vasteBewoners: {
  tussenvoegsels: string
  achternaam: string
  voornaam: string
  initialen: string
  geslacht: 'M' | 'V'
  geboren: string
  mobiel: string
}[] = [
  {
    voornaam: 'Johan',
    initialen: 'J.A.',
    tussenvoegsels: 'van den',
    achternaam: 'Berg',
    geslacht: 'M',
    geboren: '1961-03-12',
    mobiel: '+31612345670',
  },
  {
    voornaam: 'Fatima',
    initialen: 'F.',
    tussenvoegsels: 'el',
    achternaam: 'Amrani',
    geslacht: 'V',
    geboren: '1984-07-21',
    mobiel: '+31612345678',
  },
]

/**
 * The corporation as it stands on `vandaag`: complexes with their dwellings, households and people, one complex at a
 * time so that 50 000 dwellings never sit in memory together. The same seed gives the same people.
 */
export function* maakComplexen(
  woningen: number,
  zaad: string,
  vandaag: Date,
  bronnen: Bronnen = { straten: stratenVoor, familienaam: kiesFamilienaam },
): Generator<Complex> {
  const perComplex = 40
  const aantal = Math.ceil(woningen / perComplex)
  const straten = bronnen.straten(aantal)
  for (let i = 0; i < aantal; i++) {
    const straat = straten[i]
    if (straat)
      yield maakComplex(
        i,
        Math.min(perComplex, woningen - i * perComplex),
        straat,
        maakToeval(`${zaad}/complex/${i}`),
        vandaag,
        bronnen.familienaam,
      )
  }
}

export function maakBedrijven(zaad: string, vandaag: Date): Bedrijf[] {
  const toeval = maakToeval(`${zaad}/bedrijven`)
  return bedrijven.map((naam) => ({
    id: toeval.id(vandaag.getTime() - toeval.heel(1, 2000) * dag),
    naam,
    telefoon: `+3130${toeval.heel(2_000_000, 2_999_999)}`,
    email: `info@${eenvoudig(naam)}.example`,
  }))
}

const dag = 86_400_000

function maakComplex(
  nummer: number,
  aantal: number,
  straat: Straat,
  toeval: Toeval,
  vandaag: Date,
  familienaam: Bronnen['familienaam'],
): Complex {
  const bouwjaar = toeval.kies([1924, 1932, 1951, 1958, 1963, 1968, 1972, 1979, 1984, 1991, 1999, 2008, 2016, 2021])
  const hoogbouw = bouwjaar > 1955 && toeval.kans(0.5)
  const naam = `${straat.straatnaam} ${straat.vanaf}–${straat.vanaf + (aantal - 1) * 2}`
  const complex: Complex = {
    id: toeval.id(vandaag.getTime() - 3000 * dag),
    code: String(1001 + nummer),
    naam,
    straat,
    bouwjaar,
    huishoudens: [],
    leeg: [],
  }
  for (let i = 0; i < aantal; i++) {
    const woning: Woning = {
      id: toeval.id(vandaag.getTime() - 3000 * dag),
      code: `${complex.code}.${String(i + 1).padStart(3, '0')}`,
      huisnummer: straat.vanaf + i * 2,
      toevoeging: !hoogbouw && toeval.kans(0.06) ? toeval.kies(['bis', '1', '2', 'hs']) : '',
      nummeraanduidingId: `0344200${String(nummer * 1000 + i).padStart(9, '0')}`,
      kamers: toeval.heel(2, 5),
      oppervlakte: toeval.heel(38, 112),
      energielabel: toeval.kies(bouwjaar > 1995 ? ['A', 'A', 'A+', 'B'] : ['B', 'C', 'C', 'D', 'E']),
    }
    const vast = nummer === 0 ? vasteBewoners[i] : undefined
    if (!vast && toeval.kans(0.015)) complex.leeg.push(woning)
    else complex.huishoudens.push(maakHuishouden(woning, toeval, vandaag, familienaam, vast))
  }
  return complex
}

const samenstellingen = verdeling([
  ['alleen', 46],
  ['paar', 22],
  ['gezin', 20],
  ['eenouder', 12],
] as const)

function maakHuishouden(
  woning: Woning,
  toeval: Toeval,
  vandaag: Date,
  familienaam: Bronnen['familienaam'],
  vast?: (typeof vasteBewoners)[number],
): Huishouden {
  const herkomst: Herkomst = vast ? (vast.tussenvoegsels === 'el' ? 'ma' : 'nl') : toeval.weeg(herkomsten)
  const soort = vast ? 'gezin' : toeval.weeg(samenstellingen)
  const leeftijd = vast
    ? vandaag.getFullYear() - Number(vast.geboren.slice(0, 4))
    : soort === 'gezin' || soort === 'eenouder'
      ? toeval.heel(27, 54)
      : toeval.heel(21, 91)
  const familie = vast ?? familienaam(toeval, herkomst)
  const jarenHuur = Math.min(leeftijd - 18, toeval.heel(0, 25))
  const sinds = isoDatum(vandaag.getTime() - (jarenHuur * 365 + toeval.heel(20, 360)) * dag)
  const hoofd = maakPersoon(toeval, herkomst, familie, leeftijd, vandaag, vast)
  const leden: Lid[] = [{ persoon: hoofd, rol: 'HUU', inwonendKind: false }]
  if (soort === 'paar' || soort === 'gezin')
    leden.push({
      persoon: maakPartner(toeval, herkomst, hoofd, leeftijd, vandaag, familienaam),
      rol: toeval.kans(0.7) ? 'MDH' : 'MBW',
      inwonendKind: false,
    })
  if (soort === 'gezin' || soort === 'eenouder') {
    for (let i = toeval.heel(1, 3); i > 0; i--) {
      const kind = maakPersoon(toeval, herkomst, familie, toeval.heel(0, Math.min(22, leeftijd - 20)), vandaag)
      leden.push({ persoon: { ...kind, telefoons: [], email: undefined }, rol: 'MBW', inwonendKind: true })
    }
  }
  return {
    id: toeval.id(new Date(sinds).getTime()),
    leden,
    sinds,
    woning,
    overeenkomst: {
      id: toeval.id(new Date(sinds).getTime()),
      nummer: `HO-${woning.code}-${sinds.slice(2, 4)}`,
      huurCent: toeval.heel(48_000, 88_000),
      betaalwijze: toeval.weeg(betaalwijzen),
    },
  }
}

const betaalwijzen = verdeling([
  ['INC', 78],
  ['OVB', 18],
  ['ONL', 4],
] as const)

function maakPersoon(
  toeval: Toeval,
  herkomst: Herkomst,
  familie: { tussenvoegsels: string; achternaam: string },
  leeftijd: number,
  vandaag: Date,
  vast?: (typeof vasteBewoners)[number],
): Persoon {
  const naam = vast ?? kiesVoornaam(toeval, herkomst, toeval.kans(0.5) ? 'M' : 'V')
  const mobiel = vast?.mobiel ?? `+316${toeval.heel(10_000_000, 59_999_999)}`
  const vasteLijn = leeftijd > 55 && toeval.kans(0.6) ? [`+3130${toeval.heel(2_000_000, 2_999_999)}`] : []
  return {
    id: toeval.id(vandaag.getTime() - toeval.heel(30, 2500) * dag),
    voornaam: naam.voornaam,
    initialen: naam.initialen,
    geslacht: naam.geslacht,
    tussenvoegsels: familie.tussenvoegsels,
    achternaam: familie.achternaam,
    geslachtsnaam: '',
    geboortedatum: vast?.geboren ?? isoDatum(vandaag.getTime() - (leeftijd * 365.25 + toeval.heel(0, 364)) * dag),
    telefoons: [mobiel, ...vasteLijn],
    email:
      leeftijd < 80 || toeval.kans(0.3)
        ? `${eenvoudig(naam.voornaam)}.${eenvoudig(familie.achternaam)}${toeval.heel(1, 99)}@voorbeeld.example`
        : undefined,
  }
}

function maakPartner(
  toeval: Toeval,
  herkomst: Herkomst,
  hoofd: Persoon,
  leeftijd: number,
  vandaag: Date,
  familienaam: Bronnen['familienaam'],
): Persoon {
  const eigen = familienaam(toeval, herkomst)
  const naamVanPartner = herkomst === 'nl' && toeval.kans(0.3)
  const persoon = maakPersoon(
    toeval,
    herkomst,
    naamVanPartner ? hoofd : eigen,
    Math.max(19, leeftijd + toeval.heel(-6, 6)),
    vandaag,
  )
  if (!naamVanPartner) return persoon
  return { ...persoon, geslachtsnaam: [eigen.tussenvoegsels, eigen.achternaam].filter(Boolean).join(' ') }
}

export function isoDatum(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}

function eenvoudig(tekst: string): string {
  return tekst
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/[^a-z0-9]+/g, '')
}
