import type { Antwoordadres, Optie, Veld, Veldsoort } from '../../formulieren.ts'
import { cleanEenRegel, cleanText, normalizeEmail, normalizeIban, normalizePostcode } from '../kenmerken.ts'
import { isDatum } from '../werkdagen.ts'

/** What was filled in, as it is kept; `leeg` when nothing was; else what is wrong with it. */
export type Gelezen = { waarde: unknown } | 'leeg' | { code: string; melding: string }

/** What a field can take besides its own bounds: its options, or the days it lies between. */
export type Grenzen = { opties: readonly Optie[]; van: string | null; tot: string | null }

/** Reads what came for a field, from a browser or from anywhere: nothing but what the field asks for comes through. */
export function leesAntwoord(veld: Veld, ruw: unknown, grenzen: Grenzen): Gelezen {
  if (ruw === undefined || ruw === null || ruw === '') return 'leeg'
  if (Array.isArray(ruw) && ruw.length === 0) return 'leeg'
  // The reader of a kind gets the fields of that kind only.
  const lezer = lezers[veld.soort] as (veld: Veld, ruw: unknown, grenzen: Grenzen) => Gelezen
  return lezer(veld, ruw, grenzen)
}

type Lezers = { [S in Veldsoort]: (veld: Extract<Veld, { soort: S }>, ruw: unknown, grenzen: Grenzen) => Gelezen }

const lezers: Lezers = {
  tekst: (veld, ruw) => {
    if (typeof ruw !== 'string') return onjuist(veld)
    const tekst = cleanEenRegel(ruw)
    if (tekst === '') return 'leeg'
    return buitenLengte(veld, tekst) ?? leesVorm(veld, tekst)
  },
  tekstvak: (veld, ruw) => {
    if (typeof ruw !== 'string') return onjuist(veld)
    const tekst = cleanText(ruw)
    return tekst === '' ? 'leeg' : (buitenLengte(veld, tekst) ?? { waarde: tekst })
  },
  getal: (veld, ruw) => {
    if (typeof ruw !== 'number' || !Number.isFinite(ruw)) return fout('getal', `Vul bij "${veld.label}" een getal in.`)
    if (Number(ruw.toFixed(veld.decimalen)) !== ruw) {
      const hoe = veld.decimalen === 0 ? 'een heel getal' : `een getal met hoogstens ${veld.decimalen} decimalen`
      return fout('decimalen', `Vul bij "${veld.label}" ${hoe} in.`)
    }
    return buitenGrens(veld, ruw, veld.min, veld.max, String) ?? { waarde: ruw }
  },
  bedrag: (veld, ruw) => {
    if (!Number.isSafeInteger(ruw)) return fout('bedrag', `Vul bij "${veld.label}" een bedrag in, zoals 12,50.`)
    const centen = Number(ruw)
    return buitenGrens(veld, centen, veld.min, veld.max, euro) ?? { waarde: centen }
  },
  datum: (veld, ruw, { van, tot }) => {
    if (typeof ruw !== 'string' || !isDatum(ruw))
      return fout('datum', `Vul bij "${veld.label}" een datum in als dd-mm-jjjj.`)
    if (van && ruw < van) return fout('te-vroeg', `"${veld.label}" mag niet vóór ${dag(van)} liggen.`)
    if (tot && ruw > tot) return fout('te-laat', `"${veld.label}" mag niet na ${dag(tot)} liggen.`)
    return { waarde: ruw }
  },
  keuze: (veld, ruw, { opties }) =>
    opties.some(({ waarde }) => waarde === ruw)
      ? { waarde: ruw }
      : fout('keuze', `Kies bij "${veld.label}" een van de mogelijkheden.`),
  meerkeuze: (veld, ruw, { opties }) => {
    if (!Array.isArray(ruw)) return onjuist(veld)
    const gekozen = opties.map(({ waarde }) => waarde).filter((waarde) => ruw.includes(waarde))
    if (gekozen.length !== new Set(ruw).size) return fout('keuze', `Kies bij "${veld.label}" uit de mogelijkheden.`)
    if (gekozen.length < veld.min) return fout('te-weinig', `Kies bij "${veld.label}" er minstens ${veld.min}.`)
    if (gekozen.length > veld.max) return fout('te-veel', `Kies bij "${veld.label}" er hoogstens ${veld.max}.`)
    return { waarde: gekozen }
  },
  janee: (veld, ruw) =>
    typeof ruw === 'boolean' ? { waarde: ruw } : fout('keuze', `Kies ja of nee bij "${veld.label}".`),
  adres: leesAdres,
  eenheid: (veld, ruw) =>
    isId(ruw) ? { waarde: ruw } : fout('eenheid', `Kies bij "${veld.label}" een woning uit de lijst.`),
  bestand: leesBestanden,
  foto: leesBestanden,
  iban: (veld, ruw) => {
    const iban = typeof ruw === 'string' ? normalizeIban(ruw) : undefined
    return iban
      ? { waarde: iban }
      : fout('iban', `Dit is geen geldig rekeningnummer (IBAN) bij "${veld.label}". Controleer de cijfers en letters.`)
  },
  handtekening: leesHandtekening,
  informatie: () => 'leeg',
}

const fout = (code: string, melding: string) => ({ code, melding })
const onjuist = (veld: Veld) => fout('onjuist', `Vul "${veld.label}" opnieuw in.`)

function buitenLengte(veld: Extract<Veld, { soort: 'tekst' | 'tekstvak' }>, tekst: string): Gelezen | undefined {
  if (tekst.length > veld.max)
    return fout('te-lang', `Gebruik bij "${veld.label}" hoogstens ${veld.max} tekens; het zijn er nu ${tekst.length}.`)
  if (tekst.length < veld.min) return fout('te-kort', `Gebruik bij "${veld.label}" minstens ${veld.min} tekens.`)
  return undefined
}

function leesVorm(veld: Extract<Veld, { soort: 'tekst' }>, tekst: string): Gelezen {
  if (veld.vorm === 'e-mail') {
    const mail = normalizeEmail(tekst)
    return mail
      ? { waarde: mail }
      : fout('e-mail', `Vul bij "${veld.label}" een e-mailadres in, zoals naam@voorbeeld.nl.`)
  }
  if (veld.vorm === 'postcode') {
    const postcode = normalizePostcode(tekst)
    return postcode ? { waarde: postcode } : fout('postcode', `Vul bij "${veld.label}" een postcode in, zoals 1234 AB.`)
  }
  if (veld.vorm === 'telefoon') {
    // Numbers of all countries; the number itself is read where it is used.
    const cijfers = tekst.replace(/[\s().-]/g, '')
    return /^(\+|00)?[0-9]{9,15}$/.test(cijfers)
      ? { waarde: tekst }
      : fout('telefoon', `Vul bij "${veld.label}" een telefoonnummer in, zoals 06 12345678.`)
  }
  return { waarde: tekst }
}

function buitenGrens(
  veld: Veld,
  waarde: number,
  min: number | undefined,
  max: number | undefined,
  toon: (waarde: number) => string,
): Gelezen | undefined {
  if (min !== undefined && waarde < min) return fout('te-laag', `"${veld.label}" is minstens ${toon(min)}.`)
  if (max !== undefined && waarde > max) return fout('te-hoog', `"${veld.label}" is hoogstens ${toon(max)}.`)
  return undefined
}

function leesAdres(veld: Veld, ruw: unknown): Gelezen {
  if (typeof ruw !== 'object' || ruw === null) return onjuist(veld)
  const deel = (naam: keyof Antwoordadres): string => {
    const waarde = (ruw as Record<string, unknown>)[naam]
    return typeof waarde === 'string' ? cleanEenRegel(waarde, 100) : ''
  }
  const huisnummer = (ruw as Record<string, unknown>)['huisnummer']
  const postcode = normalizePostcode(deel('postcode'))
  const alles = ['straatnaam', 'postcode', 'woonplaats'] as const
  if (alles.every((naam) => deel(naam) === '') && !huisnummer) return 'leeg'
  if (!postcode) return fout('postcode', `Vul bij "${veld.label}" een postcode in, zoals 1234 AB.`)
  if (!Number.isInteger(huisnummer) || Number(huisnummer) < 1 || Number(huisnummer) > 99_999) {
    return fout('huisnummer', `Vul bij "${veld.label}" het huisnummer in.`)
  }
  if (deel('straatnaam') === '' || deel('woonplaats') === '') {
    return fout('adres', `Vul bij "${veld.label}" ook de straat en de plaats in.`)
  }
  const waarde: Antwoordadres = {
    straatnaam: deel('straatnaam'),
    huisnummer: Number(huisnummer),
    huisletter: deel('huisletter').slice(0, 1),
    toevoeging: deel('toevoeging').slice(0, 4),
    postcode,
    woonplaats: deel('woonplaats'),
  }
  return { waarde }
}

function leesBestanden(veld: Extract<Veld, { soort: 'bestand' | 'foto' }>, ruw: unknown): Gelezen {
  if (!Array.isArray(ruw)) return onjuist(veld)
  if (ruw.length > veld.max) return fout('te-veel', `Voeg bij "${veld.label}" hoogstens ${veld.max} bestanden toe.`)
  const bestanden = ruw.map((deel: unknown) => {
    if (typeof deel !== 'object' || deel === null || !('id' in deel) || !isId(deel.id)) return undefined
    return { id: deel.id, naam: 'naam' in deel && typeof deel.naam === 'string' ? cleanEenRegel(deel.naam, 255) : '' }
  })
  return bestanden.every((deel) => deel !== undefined) ? { waarde: bestanden } : onjuist(veld)
}

/** A drawing of a signature is some kB; much more is something else. */
const MAX_TEKENING = 100_000

function leesHandtekening(veld: Veld, ruw: unknown): Gelezen {
  if (typeof ruw !== 'object' || ruw === null || !('wijze' in ruw)) return onjuist(veld)
  const naam = 'naam' in ruw && typeof ruw.naam === 'string' ? cleanEenRegel(ruw.naam, 200) : ''
  if (ruw.wijze === 'getypt') {
    return naam ? { waarde: { wijze: 'getypt', naam } } : 'leeg'
  }
  const afbeelding = 'afbeelding' in ruw ? ruw.afbeelding : undefined
  if (ruw.wijze !== 'getekend' || typeof afbeelding !== 'string') return onjuist(veld)
  if (afbeelding === '') return 'leeg'
  if (afbeelding.length > MAX_TEKENING || !/^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/.test(afbeelding))
    return onjuist(veld)
  return { waarde: { wijze: 'getekend', afbeelding, naam } }
}

function isId(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(waarde)
}

function dag(iso: string): string {
  return iso.split('-').reverse().join('-')
}

function euro(centen: number): string {
  return `€ ${(centen / 100).toFixed(2).replace('.', ',')}`
}
