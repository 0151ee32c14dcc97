import type { Aanhefcode } from '#contract/regels/aanhef.ts'
import { voorgesteldeAanhefcode } from '#contract/regels/aanhef.ts'
import {
  achternaamInZin,
  composeNaam,
  type Naamdelen,
  type Naamvolgorde,
  normalizeNaamdelen,
  sorteernaam,
} from '#contract/regels/naam.ts'

/** How a partij is called: composed by the rules, unless an employee gave another name with a reason. */
export type Naamgeving = { naam: string; sorteernaam: string; naam_reden: string }

type Afwijking = { naam: string; reden: string } | null

export function naamVan(delen: Naamdelen, volgorde: Naamvolgorde, afwijking: Afwijking = null): Naamgeving {
  return {
    naam: afwijking?.naam ?? composeNaam(delen),
    sorteernaam: sorteernaam(delen, volgorde),
    naam_reden: afwijking?.reden ?? '',
  }
}

/** The name of an organisatie, or that an employee gave a huishouden: one piece, in every order of names. */
export function eigennaamVan(naam: string, afwijking: Afwijking = null): Naamgeving {
  return naamVan({ achternaam: naam, isOrganisatie: true }, 'initialen', afwijking)
}

/** The parts of a persoon as we store them. */
export function persoonsnaam(persoon: {
  initialen: string
  tussenvoegsels: string
  achternaam: string
  geslachtsnaam: string
}): ReturnType<typeof normalizeNaamdelen> {
  return normalizeNaamdelen(persoon)
}

/** A new huishouden is called after who it is made for: "Huishouden Van den Berg". */
export function huishoudnaam(delen: Naamdelen): Naamgeving {
  const { tussenvoegsels, achternaam, geslachtsnaam } = delen
  return {
    naam: `Huishouden ${achternaamInZin(delen)}`,
    sorteernaam: `${sorteernaam({ tussenvoegsels, achternaam, geslachtsnaam })} (huishouden)`,
    naam_reden: '',
  }
}

/** GESLACHT decides what a new person card proposes; everything else is BLANCO. */
export function aanhefcodeVan(
  soort: 'persoon' | 'overig',
  gekozen: Aanhefcode | undefined,
  geslacht: string | null,
): Aanhefcode {
  return gekozen ?? voorgesteldeAanhefcode(soort, geslacht)
}
