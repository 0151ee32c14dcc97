import { z } from 'zod'
import { Domein, domeinen } from './portaal/toegang.ts'
import { AANHEFCODES } from './regels/aanhef.ts'
import {
  normalizeBsn,
  normalizeEmail,
  normalizeIban,
  normalizeKvkNummer,
  normalizePostcode,
  normalizeRsin,
  normalizeVestigingsnummer,
} from './regels/kenmerken.ts'
import {
  adressoorten,
  isSchrijfbareRol,
  signaleringdetails,
  signaleringsoorten,
  vertegenwoordigingen,
} from './relatiecodes.ts'
import { Datum, Id, regel, tekst } from './vormen.ts'

/** Klantinteracties API `soortPartij`, with `huishouden` (VERA Relatiegroep HUI) as fourth. */
export const partijSoorten = ['persoon', 'organisatie', 'contactpersoon', 'huishouden'] as const
export const PartijSoort = z.enum(partijSoorten)
export type PartijSoort = z.infer<typeof PartijSoort>

export const DigitaalAdresSoort = z.enum(['email', 'telefoonnummer', 'overig'])
export type DigitaalAdresSoort = z.infer<typeof DigitaalAdresSoort>

export const AdresSoort = z.enum(sleutels(adressoorten))
export type AdresSoort = z.infer<typeof AdresSoort>

/** `gevalideerd`: found in the BAG. `handmatig`: an employee says it is right. `niet_gevalideerd`: still to be checked. */
export const Validatie = z.enum(['gevalideerd', 'niet_gevalideerd', 'handmatig'])
export type Validatie = z.infer<typeof Validatie>

export const Aanhefcode = z.enum(AANHEFCODES)
/** VERA GESLACHT since 2024. */
export const Geslacht = z.enum(['M', 'V', 'O'])
export const Rol = z.string().refine(isSchrijfbareRol, 'Kies een rol uit de lijst.')
export const VertegenwoordigingSoort = z.enum(sleutels(vertegenwoordigingen))
export const SignaleringSoort = z.enum(sleutels(signaleringsoorten))

const Geboortedatum = Datum.refine((datum) => datum >= '1880-01-01', 'Deze datum ligt te ver terug.')

export const PersoonInvoer = z.strictObject({
  initialen: regel(40).default(''),
  voornaam: regel(100).default(''),
  tussenvoegsels: regel(40).default(''),
  achternaam: regel(200, 1),
  geslachtsnaam: regel(200).default(''),
  geslacht: Geslacht.nullable().default(null),
  geboortedatum: Geboortedatum.nullable().default(null),
  overlijdensdatum: Datum.nullable().default(null),
})
export type PersoonInvoer = z.output<typeof PersoonInvoer>

export const OrganisatieInvoer = z
  .strictObject({
    naam: regel(200, 1),
    kvkNummer: kenmerk(normalizeKvkNummer, 'Een KvK-nummer heeft 8 cijfers.'),
    vestigingsnummer: kenmerk(normalizeVestigingsnummer, 'Een vestigingsnummer heeft 12 cijfers.'),
    rsin: kenmerk(normalizeRsin, 'Dit is geen geldig RSIN. Controleer de negen cijfers.'),
  })
  .superRefine(({ kvkNummer, vestigingsnummer }, ctx) => {
    // Klantinteracties API: a vestigingsnummer is a sub-identificator of a KvK-nummer.
    if (vestigingsnummer && !kvkNummer) {
      ctx.addIssue({
        code: 'custom',
        path: ['kvkNummer'],
        message: 'Vul bij een vestigingsnummer ook het KvK-nummer in.',
      })
    }
  })
export type OrganisatieInvoer = z.output<typeof OrganisatieInvoer>

/** Another name than the rules compose; somebody will ask why. */
export const NaamAfwijking = z.strictObject({
  naam: regel(300, 1),
  reden: regel(500, 1),
})

export const AdresInvoer = z
  .strictObject({
    soort: AdresSoort.default('WOO'),
    straatnaam: regel(255).default(''),
    huisnummer: z
      .int()
      .min(1, 'Een huisnummer ligt tussen 1 en 99999.')
      .max(99_999, 'Een huisnummer ligt tussen 1 en 99999.')
      .nullable()
      .default(null),
    huisletter: z
      .string()
      .trim()
      .regex(/^[A-Za-z]?$/, 'Een huisletter is één letter.')
      .transform((letter) => letter.toUpperCase())
      .default(''),
    toevoeging: regel(20).default(''),
    postcode: regel(20).default(''),
    woonplaats: regel(120).default(''),
    land: z
      .string()
      .regex(/^[A-Z]{2}$/, 'Gebruik de landcode van twee hoofdletters, zoals NL of BE.')
      .default('NL'),
    adresregels: z.array(regel(80, 1)).max(3, 'Gebruik hoogstens drie adresregels.').default([]),
    nummeraanduidingId: z
      .string()
      .regex(/^\d{16}$/, 'Een BAG-nummeraanduiding heeft 16 cijfers.')
      .nullable()
      .default(null),
    /** The employee is sure, although the BAG does not know it. */
    handmatig: z.boolean().default(false),
    begindatum: Datum.nullable().default(null),
    einddatum: Datum.nullable().default(null),
  })
  .superRefine((adres, ctx) => {
    if (adres.land === 'NL' && adres.postcode && !normalizePostcode(adres.postcode)) {
      ctx.addIssue({ code: 'custom', path: ['postcode'], message: 'Vul een postcode in zoals 1234 AB.' })
    }
    const bruikbaar =
      (adres.postcode && adres.huisnummer !== null) ||
      (adres.straatnaam && adres.woonplaats) ||
      adres.adresregels.length
    if (!bruikbaar) {
      ctx.addIssue({
        code: 'custom',
        path: ['postcode'],
        message: 'Vul postcode en huisnummer in, of straat en plaats.',
      })
    }
    periode(adres, ctx)
  })
export type AdresInvoer = z.output<typeof AdresInvoer>

export const DigitaalAdresInvoer = z
  .strictObject({
    soort: DigitaalAdresSoort,
    adres: regel(254, 1),
    omschrijving: regel(40).default(''),
    isStandaard: z.boolean().default(false),
    voorkeur: z.boolean().default(false),
    verificatieDatum: Datum.nullable().default(null),
  })
  .superRefine(({ soort, adres }, ctx) => {
    if (soort === 'email' && !normalizeEmail(adres)) {
      ctx.addIssue({ code: 'custom', path: ['adres'], message: 'Vul een e-mailadres in zoals naam@voorbeeld.nl.' })
    }
  })
export type DigitaalAdresInvoer = z.output<typeof DigitaalAdresInvoer>

export const RekeningnummerInvoer = z.strictObject({
  iban: z
    .string()
    .max(60)
    .transform((value, ctx) => {
      const iban = normalizeIban(value)
      if (!iban)
        ctx.addIssue({ code: 'custom', message: 'Dit rekeningnummer (IBAN) klopt niet. Controleer de cijfers.' })
      return iban ?? ''
    }),
  bic: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'Een BIC heeft 8 of 11 tekens.')
    .nullable()
    .default(null),
  tenaamstelling: regel(140).default(''),
  voorkeur: z.boolean().default(false),
})
export type RekeningnummerInvoer = z.output<typeof RekeningnummerInvoer>

const perioden = { begindatum: Datum, einddatum: Datum.nullable().default(null) }

export const RolInvoer = z
  .strictObject({ inPartijId: Id, rol: Rol, inwonendKind: z.boolean().default(false), ...perioden })
  .superRefine(periode)
export const RolWijziging = z
  .strictObject({ rol: z.string().max(3), inwonendKind: z.boolean().default(false), ...perioden })
  .superRefine(periode)

/** What a mandate covers in the portal; null: what goes with its kind. */
const Machtigingsdomeinen = z
  .array(Domein)
  .max(domeinen.length)
  .transform((gekozen) => [...new Set(gekozen)])
  .nullable()
  .default(null)

export const VertegenwoordigingInvoer = z
  .strictObject({
    vertegenwoordigerId: Id,
    soort: VertegenwoordigingSoort,
    omvang: tekst(1000).default(''),
    domeinen: Machtigingsdomeinen,
    ...perioden,
  })
  .superRefine(periode)
export const VertegenwoordigingWijziging = z
  .strictObject({
    soort: VertegenwoordigingSoort,
    omvang: tekst(1000).default(''),
    domeinen: Machtigingsdomeinen,
    ...perioden,
  })
  .superRefine(periode)

export const SignaleringInvoer = z
  .strictObject({
    soort: SignaleringSoort,
    detailsoort: z.string().max(3).default(''),
    omschrijving: tekst(1000).default(''),
    ...perioden,
  })
  .superRefine((signalering, ctx) => {
    const detail = signaleringdetails[signalering.detailsoort]
    if (signalering.detailsoort && (!detail || (detail.soort && detail.soort !== signalering.soort))) {
      ctx.addIssue({
        code: 'custom',
        path: ['detailsoort'],
        message: 'Dit past niet bij de gekozen soort waarschuwing.',
      })
    }
    periode(signalering, ctx)
  })

const gedeeld = {
  aanhefcode: Aanhefcode.optional(),
  naamAfwijking: NaamAfwijking.nullable().default(null),
  geheimhouding: z.boolean().default(false),
  voorkeurstaal: z
    .string()
    .regex(/^[a-z]{3}$/, 'Gebruik de taalcode van drie letters, zoals nld.')
    .default('nld'),
  interneNotitie: tekst(1000).default(''),
}
const bereikbaar = {
  adressen: z.array(AdresInvoer).max(10, 'Geef hoogstens 10 adressen op.').default([]),
  digitaleAdressen: z.array(DigitaalAdresInvoer).max(20, 'Geef hoogstens 20 nummers en e-mailadressen op.').default([]),
  rekeningnummers: z.array(RekeningnummerInvoer).max(10, 'Geef hoogstens 10 rekeningnummers op.').default([]),
}

/** In which household, new or known, and as what. The role is chosen before the person card opens. */
export const HuishoudenKeuze = z.strictObject({
  /** Absent: a new huishouden. */
  id: Id.optional(),
  naam: regel(200).default(''),
  rol: Rol,
  inwonendKind: z.boolean().default(false),
  begindatum: Datum.optional(),
})

/** A new contact in one call. A klant need not have a contract, nor a household. */
export const NieuwContact = z.discriminatedUnion('soort', [
  z.strictObject({
    soort: z.literal('persoon'),
    persoon: PersoonInvoer,
    huishouden: HuishoudenKeuze.nullable().default(null),
    ...gedeeld,
    ...bereikbaar,
  }),
  z.strictObject({
    soort: z.literal('contactpersoon'),
    persoon: PersoonInvoer,
    werktVoorId: Id,
    ...gedeeld,
    ...bereikbaar,
  }),
  z.strictObject({ soort: z.literal('organisatie'), organisatie: OrganisatieInvoer, ...gedeeld, ...bereikbaar }),
  z.strictObject({
    soort: z.literal('huishouden'),
    naam: regel(200, 1),
    leden: z
      .array(z.strictObject({ partijId: Id, rol: Rol, inwonendKind: z.boolean().default(false) }))
      .max(30, 'Een huishouden heeft hoogstens 30 leden.')
      .default([]),
    ...gedeeld,
    ...bereikbaar,
  }),
])
export type NieuwContact = z.output<typeof NieuwContact>

/** The own fields of a partij; numbers, addresses, roles and warnings are resources of their own. */
export const PartijWijziging = z.strictObject({
  persoon: PersoonInvoer.optional(),
  organisatie: OrganisatieInvoer.optional(),
  huishoudnaam: regel(200, 1).optional(),
  werktVoorId: Id.optional(),
  aanhefcode: Aanhefcode,
  naamAfwijking: NaamAfwijking.nullable(),
  geheimhouding: z.boolean(),
  voorkeurstaal: gedeeld.voorkeurstaal,
  interneNotitie: tekst(1000),
  actief: z.boolean(),
})
export type PartijWijziging = z.output<typeof PartijWijziging>

export const BsnInvoer = z.strictObject({
  bsn: z
    .string()
    .max(20)
    .transform((value, ctx) => {
      const bsn = normalizeBsn(value)
      if (!bsn)
        ctx.addIssue({
          code: 'custom',
          message: 'Dit is geen geldig burgerservicenummer. Controleer de negen cijfers.',
        })
      return bsn ?? ''
    }),
})

function sleutels<T extends Record<string, unknown>>(lijst: T): [keyof T & string, ...(keyof T & string)[]] {
  // The lists are constants with at least one member.
  return Object.keys(lijst) as [keyof T & string, ...(keyof T & string)[]]
}

/** An identifying number: empty is none, anything else must be one. */
function kenmerk(normalize: (input: string) => string | undefined, melding: string) {
  return z
    .string()
    .max(40)
    .nullable()
    .default(null)
    .transform((value, ctx) => {
      if (!value?.trim()) return null
      const normal = normalize(value)
      if (!normal) ctx.addIssue({ code: 'custom', message: melding })
      return normal ?? null
    })
}

function periode(
  { begindatum, einddatum }: { begindatum: string | null; einddatum: string | null },
  ctx: z.RefinementCtx,
): void {
  if (begindatum && einddatum && einddatum < begindatum) {
    ctx.addIssue({ code: 'custom', path: ['einddatum'], message: 'De einddatum ligt voor de begindatum.' })
  }
}
