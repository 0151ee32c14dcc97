import type { z } from 'zod'
import { NieuwContact } from '#contract/relatieinvoer.ts'
import type { PartijKort } from '#contract/relaties.ts'
import type { InvalidParam } from '#kit/probleem.ts'

export type AdresVelden = {
  /** Quick entry: 1234AB56a. */
  invoer: string
  straatnaam: string
  huisnummer: number | null
  huisletter: string
  toevoeging: string
  postcode: string
  woonplaats: string
  land: string
  nummeraanduidingId: string | null
  handmatig: boolean
}
export type DigitaalVeld = { soort: 'telefoonnummer' | 'email' | 'overig'; adres: string; omschrijving: string }
export type PersoonVelden = {
  initialen: string
  voornaam: string
  tussenvoegsels: string
  achternaam: string
  geslachtsnaam: string
  geslacht: string | null
  geboortedatum: string | null
}

/** The form of a new klant: the fields of every soort at once, so that changing one's mind loses no text. */
export type NieuweKlant = {
  soort: 'persoon' | 'organisatie' | 'contactpersoon'
  bij: 'nieuw' | 'bestaand' | 'geen'
  huishouden: { id: string; rol: string; inwonendKind: boolean }
  /** Shown in the picker. */
  gekozen: PartijKort | null
  werktVoorId: string
  persoon: PersoonVelden
  organisatie: { naam: string; kvkNummer: string; vestigingsnummer: string; rsin: string }
  aanhefcode: string
  andersGenoemd: boolean
  naamAfwijking: { naam: string; reden: string }
  adressen: [AdresVelden]
  digitaleAdressen: DigitaalVeld[]
  iban: string
  geheimhouding: boolean
  interneNotitie: string
}

export const leegAdres: AdresVelden = {
  invoer: '',
  straatnaam: '',
  huisnummer: null,
  huisletter: '',
  toevoeging: '',
  postcode: '',
  woonplaats: '',
  land: 'NL',
  nummeraanduidingId: null,
  handmatig: false,
}

/** @param naam what somebody typed in the search box and did not find */
export function begin(naam = ''): NieuweKlant {
  return {
    soort: 'persoon',
    bij: 'nieuw',
    huishouden: { id: '', rol: '', inwonendKind: false },
    gekozen: null,
    werktVoorId: '',
    persoon: {
      initialen: '',
      voornaam: '',
      tussenvoegsels: '',
      achternaam: naam,
      geslachtsnaam: '',
      geslacht: null,
      geboortedatum: null,
    },
    organisatie: { naam, kvkNummer: '', vestigingsnummer: '', rsin: '' },
    aanhefcode: '',
    andersGenoemd: false,
    naamAfwijking: { naam: '', reden: '' },
    adressen: [leegAdres],
    digitaleAdressen: [
      { soort: 'telefoonnummer', adres: '', omschrijving: '' },
      { soort: 'email', adres: '', omschrijving: '' },
    ],
    iban: '',
    geheimhouding: false,
    interneNotitie: '',
  }
}

/** The person card opens when it is clear as what he comes. */
export function magPersoonKaart({ soort, bij, huishouden, werktVoorId }: NieuweKlant): boolean {
  if (soort === 'organisatie') return false
  if (soort === 'contactpersoon') return werktVoorId !== ''
  return bij === 'geen' || (huishouden.rol !== '' && (bij === 'nieuw' || huishouden.id !== ''))
}

/**
 * What is sent. Empty rows stay behind, so `rijen` remembers which row of the form each number of the request is.
 */
export function naarBody(k: NieuweKlant): { body: unknown; rijen: number[] } {
  const digitaal = k.digitaleAdressen.flatMap((each, rij) => (each.adres.trim() === '' ? [] : [{ each, rij }]))
  const gedeeld = {
    naamAfwijking: k.andersGenoemd ? k.naamAfwijking : null,
    ...(k.aanhefcode && { aanhefcode: k.aanhefcode }),
    geheimhouding: k.geheimhouding,
    interneNotitie: k.interneNotitie,
    adressen: k.adressen.filter(isIngevuld).map(({ invoer: _, ...adres }) => adres),
    digitaleAdressen: digitaal.map(({ each }) => each),
    rekeningnummers: k.iban.trim() ? [{ iban: k.iban }] : [],
  }
  const rijen = digitaal.map(({ rij }) => rij)
  if (k.soort === 'organisatie') return { body: { soort: k.soort, organisatie: k.organisatie, ...gedeeld }, rijen }
  const { persoon } = k
  if (k.soort === 'contactpersoon') {
    return { body: { soort: k.soort, persoon, werktVoorId: k.werktVoorId, ...gedeeld }, rijen }
  }
  const { id, rol, inwonendKind } = k.huishouden
  const huishouden = k.bij === 'geen' ? null : { rol, inwonendKind, ...(k.bij === 'bestaand' && { id }) }
  return { body: { soort: k.soort, persoon, huishouden, ...gedeeld }, rijen }
}

export type Verzending = { body: z.output<typeof NieuwContact>; rijen: number[] }

/** Checks the form against the contract; objections land on the fields of the form. */
export function controleer(
  k: NieuweKlant,
): { ok: true; verzending: Verzending } | { ok: false; fouten: { path: (string | number)[]; message: string }[] } {
  const { body, rijen } = naarBody(k)
  const parsed = NieuwContact.safeParse(body)
  if (parsed.success) return { ok: true, verzending: { body: parsed.data, rijen } }
  return {
    ok: false,
    fouten: parsed.error.issues.map((issue) => ({
      path: terugNaarVeld(
        issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
        rijen,
      ),
      message: issue.message,
    })),
  }
}

/** The same for what the server objects to. */
export function opVelden(params: readonly InvalidParam[], rijen: readonly number[]): InvalidParam[] {
  return params.map((param) => ({ ...param, name: terugNaarVeld(param.name.split('.'), rijen).join('.') }))
}

function terugNaarVeld(path: (string | number)[], rijen: readonly number[]): (string | number)[] {
  if (path[0] === 'digitaleAdressen' && path[1] !== undefined) {
    return ['digitaleAdressen', rijen[Number(path[1])] ?? path[1], ...path.slice(2)]
  }
  if (path[0] === 'rekeningnummers') return ['iban']
  return path
}

export function isIngevuld(adres: AdresVelden): boolean {
  return [adres.invoer, adres.straatnaam, adres.postcode, adres.woonplaats].some((each) => each.trim() !== '')
}
