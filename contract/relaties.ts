import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Domein } from './portaal/toegang.ts'
import {
  Aanhefcode,
  AdresInvoer,
  AdresSoort,
  BsnInvoer,
  DigitaalAdresInvoer,
  DigitaalAdresSoort,
  Geslacht,
  NieuwContact,
  PartijSoort,
  PartijWijziging,
  RekeningnummerInvoer,
  RolInvoer,
  RolWijziging,
  SignaleringInvoer,
  Validatie,
  VertegenwoordigingInvoer,
  VertegenwoordigingWijziging,
} from './relatieinvoer.ts'
import { Datum, Id, IdParams, Leeg, Moment, Versie } from './vormen.ts'

/** Enough of a partij to name it and to open it. */
export const PartijKort = z.object({ id: Id, nummer: z.int(), naam: z.string(), soort: PartijSoort })
export type PartijKort = z.infer<typeof PartijKort>

const looptijd = { begindatum: Datum, einddatum: Datum.nullable() }

/** A part of a partij: it has a period and a versie of its own. */
function onderdeel<S extends z.ZodRawShape>(velden: S) {
  return z.object({ id: Id, ...velden, ...looptijd, versie: Versie })
}

export const DigitaalAdres = onderdeel({
  soort: DigitaalAdresSoort,
  adres: z.string(),
  /** As shown: 06 12 34 56 78. */
  weergave: z.string(),
  genormaliseerd: z.string(),
  omschrijving: z.string(),
  isStandaard: z.boolean(),
  voorkeur: z.boolean(),
  verificatieDatum: Datum.nullable(),
})
export type DigitaalAdres = z.infer<typeof DigitaalAdres>

export const Adres = z.object({
  id: Id,
  soort: AdresSoort,
  straatnaam: z.string(),
  huisnummer: z.int().nullable(),
  huisletter: z.string(),
  toevoeging: z.string(),
  postcode: z.string(),
  woonplaats: z.string(),
  land: z.string(),
  adresregels: z.array(z.string()),
  nummeraanduidingId: z.string().nullable(),
  validatie: Validatie,
  /** On one line, as shown. */
  weergave: z.string(),
  begindatum: Datum.nullable(),
  einddatum: Datum.nullable(),
  versie: Versie,
})
export type Adres = z.infer<typeof Adres>

export const Rekeningnummer = onderdeel({
  iban: z.string(),
  bic: z.string().nullable(),
  tenaamstelling: z.string(),
  voorkeur: z.boolean(),
})

/** A role between two partijen; `partij` is the other one. */
export const PartijRol = onderdeel({
  partij: PartijKort,
  rol: z.string(),
  rolNaam: z.string(),
  inwonendKind: z.boolean(),
})
export type PartijRol = z.infer<typeof PartijRol>

export const Vertegenwoordiging = onderdeel({
  partij: PartijKort,
  soort: z.string(),
  soortNaam: z.string(),
  omvang: z.string(),
  /** What it covers in the portal; null: what goes with its kind. */
  domeinen: z.array(Domein).nullable(),
})
export type Vertegenwoordiging = z.infer<typeof Vertegenwoordiging>

export const Signalering = onderdeel({
  soort: z.string(),
  soortNaam: z.string(),
  detailsoort: z.string(),
  detailNaam: z.string(),
  omschrijving: z.string(),
})
export type Signalering = z.infer<typeof Signalering>

export const Partij = z.object({
  id: Id,
  nummer: z.int(),
  soort: PartijSoort,
  naam: z.string(),
  sorteernaam: z.string(),
  naamAfwijking: z.object({ naam: z.string(), reden: z.string() }).nullable(),
  aanhefcode: Aanhefcode,
  /** "Geachte heer Van den Berg" */
  aanhef: z.string(),
  /** "De heer J.A. van den Berg" */
  adresregel: z.string(),
  actief: z.boolean(),
  geheimhouding: z.boolean(),
  voorkeurstaal: z.string(),
  interneNotitie: z.string(),
  /** Merged into another: open that one. */
  samengevoegdIn: PartijKort.nullable(),
  persoon: z
    .object({
      initialen: z.string(),
      voornaam: z.string(),
      tussenvoegsels: z.string(),
      achternaam: z.string(),
      geslachtsnaam: z.string(),
      geslacht: Geslacht.nullable(),
      geboortedatum: Datum.nullable(),
      overlijdensdatum: Datum.nullable(),
    })
    .nullable(),
  organisatie: z
    .object({
      naam: z.string(),
      kvkNummer: z.string().nullable(),
      vestigingsnummer: z.string().nullable(),
      rsin: z.string().nullable(),
    })
    .nullable(),
  werktVoor: PartijKort.nullable(),
  digitaleAdressen: z.array(DigitaalAdres),
  adressen: z.array(Adres),
  rekeningnummers: z.array(Rekeningnummer),
  /** What this partij is in others: huurder in a huishouden, VvE-lid. */
  rollen: z.array(PartijRol),
  /** Who has a role in this one: the members of a huishouden, the contactpersonen of an organisatie. */
  leden: z.array(PartijRol),
  vertegenwoordigers: z.array(Vertegenwoordiging),
  vertegenwoordigt: z.array(Vertegenwoordiging),
  signaleringen: z.array(Signalering),
  versie: Versie,
  aangemaaktOp: Moment,
  gewijzigdOp: Moment,
})
export type Partij = z.infer<typeof Partij>

const OnderdeelParams = z.strictObject({ id: Id, onderdeelId: Id })

export const leesPartij = endpoint({
  method: 'GET',
  path: '/api/partijen/:id',
  summary: 'A partij with its addresses, roles, representatives and warnings.',
  recht: 'partij.lezen',
  params: IdParams,
  response: Partij,
})

export const maakPartij = endpoint({
  method: 'POST',
  path: '/api/partijen',
  summary: 'A new contact in one call: persoon (with huishouden and role), organisatie, contactpersoon or huishouden.',
  recht: 'partij.schrijven',
  body: NieuwContact,
  response: Partij,
  status: 201,
})

export const wijzigPartij = endpoint({
  method: 'PUT',
  path: '/api/partijen/:id',
  summary: 'Change the own fields of a partij.',
  recht: 'partij.schrijven',
  params: IdParams,
  body: PartijWijziging,
  response: Partij,
  ifMatch: true,
})

// Parts of a partij. Each answer is the whole partij as it is now; each part has a versie of its own.

export const maakDigitaalAdres = toevoeging('digitale-adressen', 'Add a phone number or e-mail.', DigitaalAdresInvoer)
export const wijzigDigitaalAdres = wijziging(
  'digitale-adressen',
  'Change a phone number or e-mail.',
  DigitaalAdresInvoer,
)
export const beeindigDigitaalAdres = einde('digitale-adressen', 'End a phone number or e-mail; it stays in history.')

export const maakAdres = toevoeging('adressen', 'Add an address.', AdresInvoer)
export const wijzigAdres = wijziging('adressen', 'Change an address.', AdresInvoer)
export const beeindigAdres = einde('adressen', 'End an address; it stays in history.')

export const maakRekeningnummer = toevoeging('rekeningnummers', 'Add a bank account.', RekeningnummerInvoer)
export const wijzigRekeningnummer = wijziging('rekeningnummers', 'Change a bank account.', RekeningnummerInvoer)
export const beeindigRekeningnummer = einde('rekeningnummers', 'End a bank account; it stays in history.')

export const maakRol = toevoeging(
  'rollen',
  'Give this partij a role in another, such as huurder in a huishouden.',
  RolInvoer,
)
export const wijzigRol = wijziging('rollen', 'Change a role and its period.', RolWijziging)
export const beeindigRol = einde('rollen', 'End a role today.')

export const maakVertegenwoordiging = toevoeging(
  'vertegenwoordigingen',
  'Register who may act for this partij.',
  VertegenwoordigingInvoer,
)
export const wijzigVertegenwoordiging = wijziging(
  'vertegenwoordigingen',
  'Change a representation and its period.',
  VertegenwoordigingWijziging,
)
export const beeindigVertegenwoordiging = einde('vertegenwoordigingen', 'End a representation today.')

export const maakSignalering = toevoeging('signaleringen', 'Add a warning for colleagues.', SignaleringInvoer)
export const wijzigSignalering = wijziging('signaleringen', 'Change a warning.', SignaleringInvoer)
export const beeindigSignalering = einde('signaleringen', 'End a warning today.')

/** UAVG art. 46: only where the organisatie allows it, with a right of its own, and in no other answer than this. */
const Bsn = z.object({ bsn: z.string().nullable() })
export const leesBsn = endpoint({
  method: 'GET',
  path: '/api/partijen/:id/bsn',
  summary: 'The burgerservicenummer of a persoon.',
  recht: 'partij.bsn',
  params: IdParams,
  response: Bsn,
})
export const zetBsn = endpoint({
  method: 'PUT',
  path: '/api/partijen/:id/bsn',
  summary: 'Register the burgerservicenummer of a persoon.',
  recht: 'partij.bsn',
  params: IdParams,
  body: BsnInvoer,
  response: Leeg,
  status: 204,
})
export const wisBsn = endpoint({
  method: 'DELETE',
  path: '/api/partijen/:id/bsn',
  summary: 'Remove the burgerservicenummer of a persoon.',
  recht: 'partij.bsn',
  params: IdParams,
  response: Leeg,
  status: 204,
})

function toevoeging<const P extends string, B extends z.ZodType>(pad: P, summary: string, body: B) {
  return endpoint({
    method: 'POST',
    path: `/api/partijen/:id/${pad}`,
    summary,
    recht: 'partij.schrijven',
    params: IdParams,
    body,
    response: Partij,
    status: 201,
  })
}

function wijziging<const P extends string, B extends z.ZodType>(pad: P, summary: string, body: B) {
  return endpoint({
    method: 'PUT',
    path: `/api/partijen/:id/${pad}/:onderdeelId`,
    summary,
    recht: 'partij.schrijven',
    params: OnderdeelParams,
    body,
    response: Partij,
    ifMatch: true,
  })
}

function einde<const P extends string>(pad: P, summary: string) {
  return endpoint({
    method: 'DELETE',
    path: `/api/partijen/:id/${pad}/:onderdeelId`,
    summary,
    recht: 'partij.schrijven',
    params: OnderdeelParams,
    response: Partij,
    ifMatch: true,
  })
}
