import type { Keuring } from '../keuren/keuring.ts'
import { keurHuishouden, keurLid, keurOrganisatie, keurPersoon } from '../keuren/partij.ts'
import { keurEenheid, keurOvereenkomst } from '../keuren/wonen.ts'
import type { Rij } from '../rij.ts'
import { adresVan, klantVan } from './bereikbaar.ts'
import { Eenheid, Huurovereenkomst, Relatie, Relatierol, type Sleutels } from './vormen.ts'

type Object_ = Record<string, unknown>

/** Checks one object of a VERA file. What it is shows from its attributes; the standard has no marker for it. */
export function keurVera(k: Keuring, object: Object_): { sleutel: string; rijen: Rij[] } {
  const vorm = vormen.find(({ past }) => past(object))
  const sleutel = String(object['id'] ?? object['idExtern'] ?? object['code'] ?? '')
  if (!vorm) {
    const bekend = 'NatuurlijkPersoon, Rechtspersoon, Relatiegroep, Relatierol, Eenheid of Huurovereenkomst'
    k.fout('', `Dit object wordt niet herkend als ${bekend} van VERA.`)
    return { sleutel, rijen: [] }
  }
  return { sleutel, rijen: vorm.keur(k, object) }
}

const heeft =
  (...namen: string[]) =>
  (object: Object_) =>
    namen.some((naam) => naam in object)

function soortIs(object: Object_, code: string): boolean {
  const soort = object['soort']
  return typeof soort === 'object' && soort !== null && 'code' in soort && soort.code === code
}

function isGroep(object: Object_): boolean {
  if (soortIs(object, 'GRO')) return true
  return heeft('naam')(object) && heeft('adressen', 'contactgegevens', 'groepen', 'rollen', 'relaties')(object)
}

/** In this order: a Huurovereenkomst has relaties too, and an Eenheid an adres. */
const vormen: { past: (object: Object_) => boolean; keur: (k: Keuring, object: Object_) => Rij[] }[] = [
  { past: heeft('rolRelatie'), keur: relatierol },
  {
    past: (object) =>
      heeft('eenheden', 'brutohuur', 'huurHerzieningsdatum')(object) && heeft('begindatum', 'relaties')(object),
    keur: huurovereenkomst,
  },
  {
    past: heeft(
      'bouwjaar',
      'clusters',
      'gebruiksoppervlakte',
      'kamersAantal',
      'energieprestaties',
      'adresseerbaarObjectBasisregistratie',
    ),
    keur: eenheid,
  },
  { past: (object) => soortIs(object, 'WOO') && heeft('adres')(object), keur: eenheid },
  {
    past: (object) =>
      soortIs(object, 'NAT') || heeft('achternaam', 'geslachtsnaam', 'geboortedatum', 'aanschrijfnaam')(object),
    keur: natuurlijkPersoon,
  },
  {
    past: (object) => soortIs(object, 'REC') || heeft('kvkNummer', 'organisatievorm', 'btwNummer')(object),
    keur: rechtspersoon,
  },
  { past: isGroep, keur: relatiegroep },
]

/** undefined when the object does not have the shape of the standard; the faults are noted. */
function lees<T>(k: Keuring, schema: { safeParse(data: unknown): Uitkomst<T> }, object: Object_): T | undefined {
  const gelezen = schema.safeParse(object)
  if (gelezen.success) return gelezen.data
  for (const { path } of gelezen.error.issues.slice(0, 5)) k.fout(path.join('.'), 'Dit heeft niet de vorm van VERA.')
  return undefined
}
type Uitkomst<T> = { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[] }[] } }

function natuurlijkPersoon(k: Keuring, object: Object_): Rij[] {
  const bron = lees(k, Relatie, object)
  if (!bron) return []
  return keurPersoon(k, {
    ...klantVan(bron),
    ...sleutelsVan(bron),
    voorletters: bron.initialen ?? bron.voorletters,
    voornaam: bron.voornaam ?? bron.roepnaam,
    tussenvoegsels: bron.tussenvoegsels ?? '',
    achternaam: bron.achternaam ?? bron.aanschrijfnaam ?? bron.geslachtsnaam,
    geslachtsnaam: bron.geslachtsnaam,
    geslacht: bron.geslacht,
    geboortedatum: bron.geboortedatum,
    overlijdensdatum: bron.overlijdensdatum,
    taal: bron.voorkeurstaal,
    huishoudens: lidmaatschappen(bron),
  })
}

/** A role with `rolRelatie` says in which group; one without belongs to the only group there is. */
function lidmaatschappen({ groepen, rollen }: Relatie) {
  const inGroep = rollen.flatMap((rol) => (rol.rolRelatie ? [{ ...rol, sleutels: alle(rol.rolRelatie) }] : []))
  const los = rollen.filter((rol) => !rol.rolRelatie)
  const zonderRol = groepen.filter(
    (groep) => !inGroep.some((rol) => rol.sleutels.some((each) => alle(groep).includes(each))),
  )
  const namen = new Map(groepen.flatMap((groep) => alle(groep).map((sleutel) => [sleutel, groep.naam] as const)))
  return [
    ...inGroep.map(({ sleutels, soort, begindatum, einddatum }) => ({
      sleutels,
      rol: soort,
      begindatum,
      einddatum,
      naam: sleutels.map((each) => namen.get(each)).find(Boolean),
    })),
    ...zonderRol.map((groep) => ({
      sleutels: alle(groep),
      rol: groepen.length === 1 ? los[0]?.soort : undefined,
      begindatum: groepen.length === 1 ? los[0]?.begindatum : undefined,
      naam: groep.naam,
    })),
  ]
}

function rechtspersoon(k: Keuring, object: Object_): Rij[] {
  const bron = lees(k, Relatie, object)
  if (!bron) return []
  return keurOrganisatie(k, { ...klantVan(bron), ...sleutelsVan(bron), naam: bron.naam, kvkNummer: bron.kvkNummer })
}

function relatiegroep(k: Keuring, object: Object_): Rij[] {
  const bron = lees(k, Relatie, object)
  return bron ? keurHuishouden(k, { ...klantVan(bron), ...sleutelsVan(bron), naam: bron.naam }) : []
}

function relatierol(k: Keuring, object: Object_): Rij[] {
  const bron = lees(k, Relatierol, object)
  if (!bron) return []
  if (!bron.relatie || !bron.rolRelatie) {
    k.fout('relatie', 'Bij een losse Relatierol moeten relatie (wie) en rolRelatie (waarin) allebei staan.')
    return []
  }
  const { soort, begindatum, einddatum } = bron
  return keurLid(k, alle(bron.relatie), { sleutels: alle(bron.rolRelatie), rol: soort, begindatum, einddatum })
}

/** What an employee calls the complex: the financial one, or else the first that has a name. */
const clusterkeuze = ['FIN', 'OND', 'VEX', 'PRO']

function eenheid(k: Keuring, object: Object_): Rij[] {
  const bron = lees(k, Eenheid, object)
  if (!bron) return []
  const cluster =
    clusterkeuze.map((code) => bron.clusters.find((each) => each.soort === code)).find(Boolean) ?? bron.clusters[0]
  const [code, ...aliassen] = metCodeVoorop(bron)
  const [clustercode, ...clusteraliassen] = cluster ? metCodeVoorop(cluster) : []
  return keurEenheid(k, {
    ...(bron.adres ? adresVan(bron.adres) : {}),
    code,
    aliassen,
    complex: clustercode
      ? {
          code: clustercode,
          aliassen: clusteraliassen,
          naam: cluster?.naam ?? clustercode,
          plaats: bron.adres?.woonplaats?.naam,
        }
      : undefined,
    soortCode: bron.soort,
    detailsoort: bron.detailSoort,
    status: bron.status,
    bouwjaar: bron.bouwjaar,
    oppervlakte: bron.gebruiksoppervlakte,
    kamers: bron.kamersAantal,
    energielabel: labelVan(bron.energieprestaties.find((each) => !each.einddatum)?.label),
  })
}

/** ENERGIELABEL AP is A+, APP is A++, AP3 is A+++. */
function labelVan(code: string | undefined): string | undefined {
  return code?.replace(/^AP(P|\d)?$/, (_, meer?: string) => `A${'+'.repeat(meer === 'P' ? 2 : Number(meer ?? 1))}`)
}

function huurovereenkomst(k: Keuring, object: Object_): Rij[] {
  const bron = lees(k, Huurovereenkomst, object)
  if (!bron) return []
  const [nummer, ...aliassen] = metCodeVoorop(bron)
  return keurOvereenkomst(k, {
    nummer,
    aliassen,
    eenheid: bron.eenheden[0] && metCodeVoorop(bron.eenheden[0]),
    soort: bron.soort,
    status: bron.status,
    begindatum: bron.begindatum,
    einddatum: bron.einddatum,
    brutohuur: bron.brutohuur === null || bron.brutohuur === undefined ? undefined : inCenten(bron.brutohuur),
    betaalwijze: bron.betaalwijzen.find((each) => !each.einddatum)?.soort,
    contractanten: bron.relaties.flatMap((relatie) => {
      const rollen =
        relatie.rollen.length > 0 ? relatie.rollen : [{ soort: 'HUU', begindatum: undefined, einddatum: undefined }]
      return rollen.map(({ soort, begindatum, einddatum }) => ({
        sleutels: alle(relatie),
        rol: soort,
        begindatum,
        einddatum,
      }))
    }),
  })
}

/** A float of VERA; one with more than two decimals is not an amount, and stays unreadable. */
function inCenten(euro: number): string {
  const tekst = euro.toFixed(2)
  return Number(tekst) === euro ? tekst : `${euro} euro`
}

/** A relatie is known by its id, for codes of people and groups may be the same. */
function sleutelsVan(bron: Sleutels) {
  const [nummer, ...aliassen] = alle(bron)
  return { nummer, aliassen }
}

const alle = ({ id, idExtern, code }: Sleutels) => uniek([id, idExtern, code])

/** Eenheden, clusters and contracts have a code that people use; it is ours too. */
const metCodeVoorop = ({ id, idExtern, code }: Sleutels) => uniek([code, id, idExtern])

const uniek = (waarden: (string | undefined)[]) =>
  [...new Set(waarden.map((each) => each?.trim()).filter((each) => !!each))] as string[]
