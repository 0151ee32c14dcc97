import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { KlantcontactPost } from './klantcontacten.ts'
import { PartijKort } from './relaties.ts'
import {
  BladzijdeQuery,
  bladzijde,
  Id,
  IdParams,
  JaNee,
  MedewerkerKort,
  Moment,
  regel,
  TeamKort,
  tekst,
  Versie,
} from './vormen.ts'

/** VERA list ZAAKSTATUSSOORT. */
export const zaakStatussen = ['AAN', 'INB', 'INU', 'AFG', 'GES', 'GEA'] as const
export const ZaakStatusCode = z.enum(zaakStatussen)
export type ZaakStatusCode = z.infer<typeof ZaakStatusCode>

export const zaakStatusNamen: Record<ZaakStatusCode, string> = {
  AAN: 'Aangemaakt',
  INB: 'In behandeling',
  INU: 'In uitvoering',
  AFG: 'Afgerond',
  GES: 'Gesloten',
  GEA: 'Geannuleerd',
}

/** Running: nothing but these can wait, be late or be worked on. */
export const lopendeStatussen = ['AAN', 'INB', 'INU'] as const satisfies readonly ZaakStatusCode[]

export const wachtenOp = ['klant', 'derde'] as const
export const WachtOp = z.enum(wachtenOp)
export type WachtOp = z.infer<typeof WachtOp>

export const wachtOpNamen: Record<WachtOp, string> = { klant: 'Wacht op klant', derde: 'Wacht op een ander' }

/** The generic roles of ZGW, and who a complaint is about. */
export const zaakRollen = [
  'initiator',
  'mede_initiator',
  'belanghebbende',
  'behandelaar',
  'zaakcoordinator',
  'beslisser',
  'adviseur',
  'klantcontacter',
  'beklaagde',
] as const
export const ZaakRolSoort = z.enum(zaakRollen)
export type ZaakRolSoort = z.infer<typeof ZaakRolSoort>

export const zaakRolNamen: Record<ZaakRolSoort, string> = {
  initiator: 'Initiator',
  mede_initiator: 'Mede-initiator',
  belanghebbende: 'Belanghebbende',
  behandelaar: 'Behandelaar',
  zaakcoordinator: 'Zaakcoördinator',
  beslisser: 'Beslisser',
  adviseur: 'Adviseur',
  klantcontacter: 'Klantcontacter',
  beklaagde: 'Over wie het gaat',
}

export const TermijnSoort = z.enum(['servicenorm', 'wettelijk', 'belofte'])
export type TermijnSoort = z.infer<typeof TermijnSoort>
export const TermijnStatus = z.enum(['loopt', 'gehaald', 'overschreden', 'vervallen'])
export type TermijnStatus = z.infer<typeof TermijnStatus>

/** How a running term stands today. */
export const TermijnStand = z.enum(['te-laat', 'vandaag', 'nadert', 'op-tijd', 'gepauzeerd'])
export type TermijnStand = z.infer<typeof TermijnStand>

export const ZaakTermijn = z.object({
  id: Id,
  soort: TermijnSoort,
  naam: z.string(),
  startOp: Moment,
  uitersteOp: z.string(),
  waarschuwOp: z.string().nullable(),
  gepauzeerdOp: Moment.nullable(),
  /** Days that pauses have added. */
  pauzedagen: z.int(),
  status: TermijnStatus,
  /** Null when it does not run any more. */
  stand: TermijnStand.nullable(),
  /** Working days left; negative when overdue, null when it does not run. */
  werkdagenOver: z.int().nullable(),
  overschredenOp: Moment.nullable(),
  gehaaldOp: Moment.nullable(),
})
export type ZaakTermijn = z.infer<typeof ZaakTermijn>

const EenheidKort = z.object({ id: Id, omschrijving: z.string() })

export const ZaakRij = z.object({
  id: Id,
  nummer: z.string(),
  zaaktype: z.string(),
  zaaktypeNaam: z.string(),
  omschrijving: z.string(),
  status: ZaakStatusCode,
  /** What the process calls it, or else the name of the code. */
  statusNaam: z.string(),
  statusSinds: Moment,
  wachtOp: WachtOp.nullable(),
  partij: PartijKort.nullable(),
  eenheid: EenheidKort.nullable(),
  team: TeamKort.nullable(),
  behandelaar: MedewerkerKort.nullable(),
  ontvangenOp: Moment,
  /** Working days since it came in, until it was closed. */
  leeftijd: z.int(),
  /** The running term that ends first. */
  termijn: ZaakTermijn.nullable(),
  vertrouwelijk: z.boolean(),
  /** What it waits for now, as its process calls it; empty: nothing, or no process. */
  stap: z.string(),
  stapSinds: Moment.nullable(),
  /** Working days that it stands there. */
  stapDagen: z.int().nullable(),
  afgeslotenOp: Moment.nullable(),
  resultaatNaam: z.string(),
  versie: Versie,
})
export type ZaakRij = z.infer<typeof ZaakRij>

export const ZaakStatus = z.object({
  id: Id,
  status: ZaakStatusCode,
  naam: z.string(),
  wachtOp: WachtOp.nullable(),
  toelichting: z.string(),
  medewerker: MedewerkerKort,
  op: Moment,
})
export type ZaakStatus = z.infer<typeof ZaakStatus>

export const ZaakRol = z.object({
  id: Id,
  rol: ZaakRolSoort,
  omschrijving: z.string(),
  toelichting: z.string(),
  /** Exactly one of the three. */
  partij: PartijKort.nullable(),
  medewerker: MedewerkerKort.nullable(),
  team: TeamKort.nullable(),
  beginOp: Moment,
  eindOp: Moment.nullable(),
})
export type ZaakRol = z.infer<typeof ZaakRol>

export const ZaakEigenschap = z.object({ naam: z.string(), label: z.string(), waarde: z.string() })
export type ZaakEigenschap = z.infer<typeof ZaakEigenschap>

export const ZaakDocument = z.object({
  id: Id,
  titel: z.string(),
  beschrijving: z.string(),
  soort: z.string(),
  bestandsnaam: z.string(),
  mediatype: z.string(),
  /** What it is does not fit its name: opened with care. */
  onveilig: z.boolean(),
  omvang: z.int(),
  zichtbaarInPortaal: z.boolean(),
  medewerker: MedewerkerKort,
  op: Moment,
})
export type ZaakDocument = z.infer<typeof ZaakDocument>

/** Another zaak, as far as one may see it. */
const ZaakKort = z.object({
  id: Id,
  nummer: z.string(),
  zaaktypeNaam: z.string(),
  omschrijving: z.string(),
  status: ZaakStatusCode,
})

export const Zaak = ZaakRij.extend({
  toelichting: z.string(),
  contactpersoon: PartijKort.nullable(),
  overeenkomst: z.object({ id: Id, nummer: z.string() }).nullable(),
  kanaal: z.string().nullable(),
  zichtbaarInPortaal: z.boolean(),
  geopendOp: Moment,
  geopendDoor: MedewerkerKort,
  resultaat: z.object({ code: z.string(), naam: z.string(), toelichting: z.string() }).nullable(),
  hoofdzaak: ZaakKort.nullable(),
  deelzaken: z.array(ZaakKort),
  /** Newest first. */
  statussen: z.array(ZaakStatus),
  rollen: z.array(ZaakRol),
  eigenschappen: z.array(ZaakEigenschap),
  documenten: z.array(ZaakDocument),
  termijnen: z.array(ZaakTermijn),
  /** The contacts that belong to it and that this employee may read, newest first. */
  klantcontacten: z.array(KlantcontactPost),
  /** What this employee may do with it now; the server checks again. */
  mag: z.object({ wijzigen: z.boolean(), vertrouwelijk: z.boolean() }),
})
export type Zaak = z.infer<typeof Zaak>

const ZaakFilter = z.strictObject({
  zaaktype: regel(80).optional(),
  /** Default `lopend`: not finished, not closed, not cancelled. */
  status: z.enum(['lopend', 'gesloten', ...zaakStatussen]).default('lopend'),
  teamId: Id.optional(),
  /** Only those I handle. */
  mijn: JaNee.optional(),
  wachtOp: WachtOp.optional(),
  /** At this step of its process. */
  stap: regel(200).optional(),
  /** Of the running term that ends first. */
  termijn: z.enum(['te-laat', 'vandaag', 'nadert']).optional(),
  partijId: Id.optional(),
  eenheidId: Id.optional(),
  q: regel(100).optional(),
})

export const listZaken = endpoint({
  method: 'GET',
  path: '/api/zaken',
  summary: 'Zaken that this employee may see; running ones oldest first, closed ones last closed first; keyset pages',
  recht: 'zaak.lezen',
  query: ZaakFilter.extend(BladzijdeQuery.shape),
  response: bladzijde(ZaakRij),
})

export const exportZaken = endpoint({
  method: 'GET',
  path: '/api/zaken/export',
  summary: 'The same list as CSV, at most 10 000 zaken',
  recht: 'zaak.lezen',
  query: ZaakFilter,
  response: z.string(),
  raw: true,
})

export const listZaaktypen = endpoint({
  method: 'GET',
  path: '/api/zaken/zaaktypen',
  summary: 'The kinds of zaak that there are, for the filter above the list',
  recht: 'zaak.lezen',
  response: z.object({ rijen: z.array(z.object({ code: z.string(), naam: z.string() })) }),
})

export const listZaakstappen = endpoint({
  method: 'GET',
  path: '/api/zaken/stappen',
  summary: 'The steps at which running zaken of a kind stand, for the filter above the list',
  recht: 'zaak.lezen',
  query: z.strictObject({ zaaktype: regel(80, 1) }),
  response: z.object({ rijen: z.array(z.string()) }),
})

export const getZaak = endpoint({
  method: 'GET',
  path: '/api/zaken/:id',
  summary: 'One zaak with everything that belongs to it',
  recht: 'zaak.lezen',
  params: IdParams,
  response: Zaak,
})

export const updateZaak = endpoint({
  method: 'PUT',
  path: '/api/zaken/:id',
  summary: 'Change the explanation, who handles it, and whether the klant sees it in the portal',
  recht: 'zaak.behandelen',
  params: IdParams,
  body: z.strictObject({
    toelichting: tekst(1000),
    teamId: Id.nullable(),
    behandelaarId: Id.nullable(),
    zichtbaarInPortaal: z.boolean(),
    vertrouwelijk: z.boolean(),
  }),
  response: Zaak,
  ifMatch: true,
})

export const ontkoppelZaak = endpoint({
  method: 'DELETE',
  path: '/api/zaken/:id/hoofdzaak',
  summary: 'Detach a zaak from the one that it hangs under: it goes its own way again',
  recht: 'zaak.behandelen',
  params: IdParams,
  response: Zaak,
  ifMatch: true,
})

export const downloadZaakdocument = endpoint({
  method: 'GET',
  path: '/api/zaken/:id/documenten/:documentId/inhoud',
  summary: 'Download a document of a zaak',
  recht: 'zaak.lezen',
  params: z.strictObject({ id: Id, documentId: Id }),
  response: z.string(),
  raw: true,
})

export const uploadZaakdocument = endpoint({
  method: 'POST',
  path: '/api/zaken/:id/documenten',
  summary: 'Add a file to a zaak; multipart, in field `bestand`',
  recht: 'zaak.behandelen',
  params: IdParams,
  response: ZaakDocument,
  status: 201,
  raw: true,
})

export const ZaakTermijnRij = ZaakTermijn.extend({
  zaak: ZaakKort,
  partij: PartijKort.nullable(),
  team: TeamKort.nullable(),
  behandelaar: MedewerkerKort.nullable(),
})
export type ZaakTermijnRij = z.infer<typeof ZaakTermijnRij>

export const listTermijnen = endpoint({
  method: 'GET',
  path: '/api/termijnen',
  summary: 'Terms of zaken that passed and were not met yet, the oldest first',
  recht: 'zaak.lezen',
  query: BladzijdeQuery.extend({ teamId: Id.optional(), mijn: JaNee.optional(), soort: TermijnSoort.optional() }),
  response: bladzijde(ZaakTermijnRij),
})
