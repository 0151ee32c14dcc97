import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Partij, PartijKort } from './relaties.ts'
import { BladzijdeQuery, bladzijde, Datum, Id, IdParams, JaNee, MedewerkerKort, Moment, regel } from './vormen.ts'

/** What the search box finds; which of these one gets depends on one's rights. */
export const zoekSoorten = ['partij', 'eenheid', 'taak', 'klantcontact', 'overeenkomst', 'zaak'] as const
export const ZoekSoort = z.enum(zoekSoorten)
export type ZoekSoort = z.infer<typeof ZoekSoort>

/** Why a result is in the list: the words or the number that matched; `getypt` when a typing error was mended. */
export const Waarom = z.object({
  soort: z.enum(['woord', 'begin', 'typefout', 'telefoon', 'email', 'postcode', 'geboortedatum', 'nummer', 'iban']),
  tekst: z.string(),
  getypt: z.string().optional(),
})
export type Waarom = z.infer<typeof Waarom>

export const ZoekResultaat = z.object({
  soort: ZoekSoort,
  id: Id,
  titel: z.string(),
  ondertitel: z.string(),
  waarom: z.array(Waarom),
  /** For display only, as the owner of the object indexed it (numbers, status, birth date …). */
  gegevens: z.record(z.string(), z.unknown()),
})
export type ZoekResultaat = z.infer<typeof ZoekResultaat>

export const zoeken = endpoint({
  method: 'GET',
  path: '/api/zoeken',
  summary: 'Find people, addresses, tasks and contacts in one ranked list.',
  recht: 'zoeken',
  query: z.strictObject({
    q: regel(120, 1),
    soort: ZoekSoort.optional(),
    aantal: z.coerce.number().int().min(1).max(50).default(20),
  }),
  response: z.object({
    vraag: z.string(),
    resultaten: z.array(ZoekResultaat),
    /** There is more than is shown; there is no exact count on purpose. */
    meer: z.boolean(),
  }),
})
export type ZoekAntwoord = z.infer<typeof zoeken.response>

// ---- Klantbeeld -------------------------------------------------------------------------------------------------

/** A household (or organisation) the klant belongs to now, with everybody in it. For a huishouden itself: its members. */
export const BeeldHuishouden = z.object({
  partij: PartijKort,
  /** What the klant is in it; null when the klant is this huishouden. */
  rolNaam: z.string().nullable(),
  leden: z.array(
    z.object({
      partij: PartijKort,
      rol: z.string(),
      rolNaam: z.string(),
      inwonendKind: z.boolean(),
      geboortedatum: Datum.nullable(),
      /** His number, for calling somebody else of the household. */
      telefoon: z.string().nullable(),
    }),
  ),
})
export type BeeldHuishouden = z.infer<typeof BeeldHuishouden>

/** A running zaak, with the term that ends first. */
export const BeeldZaak = z.object({
  id: Id,
  nummer: z.string(),
  zaaktypeNaam: z.string(),
  omschrijving: z.string(),
  statusNaam: z.string(),
  wachtOp: z.enum(['klant', 'derde']).nullable(),
  uiterlijk: Datum.nullable(),
  teLaat: z.boolean(),
})

export const BeeldTaak = z.object({
  id: Id,
  nummer: z.number(),
  onderwerp: z.string(),
  status: z.string(),
  prioriteit: z.string(),
  team: z.object({ id: Id, naam: z.string() }),
  medewerker: MedewerkerKort.nullable(),
  deadline: Datum.nullable(),
  teLaat: z.boolean(),
  partijId: Id,
})
/** A promise to this klant that is not kept yet. Shown to everybody who may read the contact itself, without the taak. */
export const BeeldBelofte = z.object({
  klantcontactId: Id.nullable(),
  /** Only for who may see the taak. */
  taakId: Id.nullable(),
  onderwerp: z.string(),
  team: z.string(),
  uiterlijk: Datum.nullable(),
  teLaat: z.boolean(),
})
/** A colleague who is in contact with this klant, or has the klantbeeld open. */
export const BeeldCollega = z.object({
  medewerker: MedewerkerKort,
  /** In a running contact, rather than only looking. */
  inGesprek: z.boolean(),
  sinds: Moment.nullable(),
})

export const BeeldOvereenkomst = z.object({
  id: Id,
  nummer: z.string(),
  soort: z.string(),
  status: z.string(),
  rol: z.string(),
  rolNaam: z.string(),
  begindatum: Datum,
  einddatum: Datum.nullable(),
  lopend: z.boolean(),
  brutohuurCent: z.number().nullable(),
  betaalwijze: z.string().nullable(),
  eenheid: z
    .object({
      id: Id,
      code: z.string(),
      soort: z.string(),
      adres: z.string(),
      postcode: z.string(),
      woonplaats: z.string(),
      bouwjaar: z.number().nullable(),
      oppervlakte: z.number().nullable(),
      kamers: z.number().nullable(),
      energielabel: z.string().nullable(),
    })
    .nullable(),
  complex: z.object({ id: Id, code: z.string(), naam: z.string() }).nullable(),
})

// ---- Tijdlijn ---------------------------------------------------------------------------------------------------

export const TijdlijnVerwijzing = z.object({ verwijzingId: Id, titel: z.string(), moment: Moment })
export type TijdlijnVerwijzing = z.infer<typeof TijdlijnVerwijzing>
export const TijdlijnItem = z.object({
  id: Id,
  moment: Moment,
  soort: z.string(),
  verwijzingId: Id,
  titel: z.string(),
  samenvatting: z.string(),
  kanaal: z.string().nullable(),
  richting: z.string().nullable(),
  medewerker: MedewerkerKort.nullable(),
  zichtbaarInPortaal: z.boolean(),
  vertrouwelijk: z.boolean(),
  gegevens: z.record(z.string(), z.unknown()),
  /** Filled when the item belongs to a household of the klant, not to the klant himself. */
  via: z.object({ id: Id, naam: z.string() }).nullable(),
  /** The question this is the answer to. */
  antwoordOp: TijdlijnVerwijzing.nullable(),
  /** The answers this question got, oldest first. */
  antwoorden: z.array(TijdlijnVerwijzing),
})
export type TijdlijnItem = z.infer<typeof TijdlijnItem>
export const TijdlijnBladzijde = bladzijde(TijdlijnItem)

/** Several values in one parameter, separated by commas. */
const lijst = z
  .string()
  .max(300)
  .transform((text) => text.split(',').filter(Boolean))

export const tijdlijn = endpoint({
  method: 'GET',
  path: '/api/partijen/:id/tijdlijn',
  summary: 'Page through everything that happened with a partij and its households.',
  recht: 'partij.lezen',
  params: IdParams,
  query: BladzijdeQuery.extend({
    kanaal: lijst.optional(),
    soort: lijst.optional(),
    van: Datum.optional(),
    tot: Datum.optional(),
    q: regel(100).optional(),
  }),
  response: TijdlijnBladzijde,
})

export const Klantbeeld = z.object({
  partij: Partij,
  huishoudens: z.array(BeeldHuishouden),
  nu: z.object({
    /** Of the klant and his huishoudens, as far as this employee may see them; at most fifty. */
    zaken: z.array(BeeldZaak),
    taken: z.array(BeeldTaak),
    beloften: z.array(BeeldBelofte),
    collegas: z.array(BeeldCollega),
  }),
  wonen: z.array(BeeldOvereenkomst),
  tijdlijn: TijdlijnBladzijde,
  /** Addresses of the klant that our messages came back from, as they are kept (`genormaliseerd`). */
  onbestelbaar: z.array(z.string()),
  /** Bounded: 100 means "100 or more". */
  aantallen: z.object({ contactenDitJaar: z.number(), openTaken: z.number(), overeenkomsten: z.number() }),
})
export type Klantbeeld = z.infer<typeof Klantbeeld>

export const klantbeeld = endpoint({
  method: 'GET',
  path: '/api/klantbeeld/:id',
  summary: 'Everything about one partij that an employee needs to start a contact, in one answer.',
  recht: 'partij.lezen',
  params: IdParams,
  response: Klantbeeld,
})

// ---- Vandaag and mijn werk ----------------------------------------------------------------------------------------

/** Today beside the average of the same weekday in the eight weeks before. */
const Instroom = z.object({ vandaag: z.number(), gemiddeldTotNu: z.number(), gemiddeld: z.number() })

export const vandaag = endpoint({
  method: 'GET',
  path: '/api/vandaag',
  summary: 'The figures of today: intake, answers at once, tasks and promises.',
  recht: 'overzicht.lezen',
  response: z.object({
    dag: Datum,
    op: Moment,
    instroom: Instroom,
    perUur: z.array(z.object({ uur: z.number(), vandaag: z.number(), gemiddeld: z.number() })),
    perKanaal: z.array(Instroom.extend({ code: z.string(), naam: z.string() })),
    perOnderwerp: z.array(Instroom.extend({ id: Id, naam: z.string() })),
    directBeantwoord: z.object({
      vandaag: z.object({ aantal: z.number(), van: z.number() }),
      vierWeken: z.object({ aantal: z.number(), van: z.number() }),
    }),
    taken: z.array(
      z.object({
        team: z.object({ id: Id, naam: z.string() }),
        open: z.number(),
        nietOpgepakt: z.number(),
        vandaag: z.number(),
        teLaat: z.number(),
      }),
    ),
    beloften: z.object({ open: z.number(), vandaag: z.number(), teLaat: z.number() }),
  }),
})
export type Vandaag = z.infer<typeof vandaag.response>

export const mijnWerk = endpoint({
  method: 'GET',
  path: '/api/mijn-werk',
  summary: 'What waits for the signed-in employee, as counts for the menu.',
  recht: 'ingelogd',
  response: z.object({
    mijn: z.object({ open: z.number(), vandaag: z.number(), teLaat: z.number() }),
    teams: z.array(
      z.object({
        id: Id,
        naam: z.string(),
        open: z.number(),
        nietOpgepakt: z.number(),
        vandaag: z.number(),
        teLaat: z.number(),
      }),
    ),
    gesprekken: z.number(),
    beloften: z.object({ open: z.number(), teLaat: z.number() }),
  }),
})
export type MijnWerk = z.infer<typeof mijnWerk.response>

// ---- Verwerkingenlog ----------------------------------------------------------------------------------------------

export const verwerkingActies = [
  'inzien',
  'zoeken',
  'toevoegen',
  'wijzigen',
  'verwijderen',
  'samenvoegen',
  'exporteren',
  'importeren',
] as const

export const Verwerking = z.object({
  id: z.number(),
  op: Moment,
  medewerkerId: Id.nullable(),
  actor: z.string(),
  actie: z.string(),
  doel: z.string(),
  objectSoort: z.string(),
  objectId: z.string().nullable(),
  partijen: z.array(z.object({ id: Id, nummer: z.number().nullable(), naam: z.string() })),
  verzoekId: z.string().nullable(),
  /** Part of the hash chain; new lines are sealed within a minute. */
  verzegeld: z.boolean(),
})
export type Verwerking = z.infer<typeof Verwerking>

const VerwerkingFilter = z.strictObject({
  medewerkerId: Id.optional(),
  partijId: Id.optional(),
  /** The number on screen: a privacy-officer has no right to search by name. */
  contactnummer: z.coerce.number().int().positive().optional(),
  actie: z.enum(verwerkingActies).optional(),
  van: Datum.optional(),
  tot: Datum.optional(),
})

export const verwerkingenlog = endpoint({
  method: 'GET',
  path: '/api/verwerkingenlog',
  summary: 'Who did what with whose data, newest first.',
  recht: 'verwerkingenlog.lezen',
  query: VerwerkingFilter.extend(BladzijdeQuery.shape),
  response: bladzijde(Verwerking),
})

export const verwerkingenlogExport = endpoint({
  method: 'GET',
  path: '/api/verwerkingenlog/export',
  summary: 'The same lines as CSV, at most 50 000.',
  recht: 'verwerkingenlog.lezen',
  query: VerwerkingFilter,
  response: z.string(),
  raw: true,
})

export const KetenControle = z.object({
  ok: z.boolean(),
  gecontroleerd: z.number(),
  verzegeldTotEnMet: z.number().nullable(),
  /** Lines not sealed yet; normally the last minute. */
  openstaand: z.number(),
  breuk: z
    .object({
      soort: z.enum(['gewijzigd', 'verwijderd', 'zegel-ontbreekt', 'zegel-gewijzigd']),
      volgnummer: z.number(),
      verwerkingId: z.number().nullable(),
      op: Moment.nullable(),
      uitleg: z.string(),
    })
    .nullable(),
})
export type KetenControle = z.infer<typeof KetenControle>

export const verwerkingenlogControle = endpoint({
  method: 'GET',
  path: '/api/verwerkingenlog/controle',
  summary: 'Check the hash chain over the verwerkingenlog.',
  recht: 'verwerkingenlog.lezen',
  query: z.strictObject({ alles: JaNee.optional() }),
  response: KetenControle,
})
