import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { KlantcontactPost, notitieMax, Prioriteit, Richting } from './klantcontacten.ts'
import { PartijKort } from './relaties.ts'
import {
  BladzijdeQuery,
  bladzijde,
  Datum,
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

export const taakStatussen = ['niet_gestart', 'in_uitvoering', 'wacht_op_derden', 'afgerond', 'geannuleerd'] as const
export const TaakStatus = z.enum(taakStatussen)
export type TaakStatus = z.infer<typeof TaakStatus>

export const taakStatusNamen: Record<TaakStatus, string> = {
  niet_gestart: 'Niet gestart',
  in_uitvoering: 'In uitvoering',
  wacht_op_derden: 'Wacht op derden',
  afgerond: 'Afgerond',
  geannuleerd: 'Geannuleerd',
}

/** How the deadline stands today; null when there is none or the taak is closed. */
export const Termijn = z.enum(['te-laat', 'vandaag', 'op-tijd'])
export type Termijn = z.infer<typeof Termijn>

export const TaakRij = z.object({
  id: Id,
  nummer: z.int(),
  onderwerp: z.string(),
  soort: z.string(),
  status: TaakStatus,
  prioriteit: Prioriteit,
  team: TeamKort,
  /** Null: it is for the whole team. */
  medewerker: MedewerkerKort.nullable(),
  partij: PartijKort.nullable(),
  klantcontactId: Id.nullable(),
  deadline: z.string().nullable(),
  termijn: Termijn.nullable(),
  /** Working days until the deadline; negative when overdue. */
  werkdagenOver: z.int().nullable(),
  belofte: z.boolean(),
  belofteIngelostOp: Moment.nullable(),
  vertrouwelijk: z.boolean(),
  aangemaaktOp: Moment,
  opgepaktOp: Moment.nullable(),
  afgerondOp: Moment.nullable(),
  versie: Versie,
})
export type TaakRij = z.infer<typeof TaakRij>

export const TaakNotitie = z.object({
  id: Id,
  tekst: z.string(),
  medewerker: MedewerkerKort,
  op: Moment,
  corrigeert: Id.nullable(),
  /** Set when a later note corrects this one. */
  gecorrigeerdDoor: Id.nullable(),
})
export type TaakNotitie = z.infer<typeof TaakNotitie>

export const TaakGebeurtenis = z.object({
  id: Id,
  soort: z.enum([
    'aangemaakt',
    'opgepakt',
    'teruggegeven',
    'toegewezen',
    'doorgezet',
    'status',
    'gewijzigd',
    'afgerond',
    'geannuleerd',
    'teruggekoppeld',
  ]),
  van: z.record(z.string(), z.string().nullable()),
  naar: z.record(z.string(), z.string().nullable()),
  toelichting: z.string(),
  medewerker: MedewerkerKort,
  op: Moment,
})
export type TaakGebeurtenis = z.infer<typeof TaakGebeurtenis>

/** What this employee may do with this taak now; the server checks again. */
export const TaakMag = z.object({
  oppakken: z.boolean(),
  teruggeven: z.boolean(),
  verdelen: z.boolean(),
  doorzetten: z.boolean(),
  wijzigen: z.boolean(),
  notitie: z.boolean(),
  afronden: z.boolean(),
  annuleren: z.boolean(),
  terugkoppelen: z.boolean(),
})
export type TaakMag = z.infer<typeof TaakMag>

export const Taak = TaakRij.extend({
  toelichting: z.string(),
  uitkomst: z.string(),
  termijnWerkdagen: z.int().nullable(),
  aangemaaktDoor: MedewerkerKort,
  afgerondDoor: MedewerkerKort.nullable(),
  eenheid: z.object({ id: Id, omschrijving: z.string() }).nullable(),
  /** The zaak that this is a step of: there it is done. */
  zaakId: Id.nullable(),
  /** The question it came from; null when there is none or it is not for this employee. */
  klantcontact: KlantcontactPost.nullable(),
  terugkoppelingId: Id.nullable(),
  notities: z.array(TaakNotitie),
  historie: z.array(TaakGebeurtenis),
  mag: TaakMag,
  /** What the terugkoppeling starts from: same klant, onderwerp and kanaal as the question. */
  voorstel: z
    .object({ kanaalCode: z.string(), onderwerp: z.string(), toonInPortaal: z.boolean(), aanhef: z.string() })
    .nullable(),
})
export type Taak = z.infer<typeof Taak>

const uitleg = tekst(2000)
const taakVelden = {
  onderwerp: regel(200, 1),
  toelichting: tekst(notitieMax).default(''),
  prioriteit: Prioriteit.default('normaal'),
  termijnWerkdagen: z.int('Vul een heel aantal werkdagen in.').min(0).max(260).nullable().default(null),
}

export const Terugkoppeling = z.strictObject({
  kanaalCode: z.string({ error: 'Kies een kanaal.' }).min(1, 'Kies een kanaal.').max(40),
  richting: Richting.default('uitgaand'),
  onderwerp: regel(200, 1),
  antwoord: tekst(notitieMax, 1),
  interneNotitie: tekst(notitieMax).default(''),
  toonInPortaal: z.boolean().default(false),
  contactGelukt: z.boolean().default(true),
})
export type Terugkoppeling = z.infer<typeof Terugkoppeling>

export const listTaken = endpoint({
  method: 'GET',
  path: '/api/taken',
  summary: 'Taken that this employee may see, by deadline; keyset pages',
  recht: 'taak.lezen',
  query: BladzijdeQuery.extend({
    teamId: Id.optional(),
    /** Only those I have in hand. */
    mijn: JaNee.optional(),
    /** `vrij`: nobody has it; `opgepakt`: somebody has it. */
    wie: z.enum(['vrij', 'opgepakt']).optional(),
    /** Default `open`: not finished and not cancelled. */
    status: z.enum(['open', 'gesloten', ...taakStatussen]).default('open'),
    termijn: Termijn.optional(),
    prioriteit: Prioriteit.optional(),
    partijId: Id.optional(),
    klantcontactId: Id.optional(),
    q: regel(100).optional(),
  }),
  response: bladzijde(TaakRij),
})

/** Counts stop at 100: "99+" is as clear, and an exact count of a big list is not free. */
export const tellingMax = 100
const Telling = z.object({ open: z.int(), teLaat: z.int(), vandaag: z.int() })

export const countTaken = endpoint({
  method: 'GET',
  path: '/api/taken/tellingen',
  summary: 'Counts for the side bar; capped at 100',
  recht: 'taak.lezen',
  response: z.object({
    mijn: Telling,
    /** Not taken yet, per team I am in; a coördinator gets all teams. */
    teams: z.array(Telling.extend({ team: TeamKort, lid: z.boolean() })),
    beloften: z.int(),
  }),
})
export type TaakTellingen = z.infer<typeof countTaken.response>

export const listBeloften = endpoint({
  method: 'GET',
  path: '/api/beloften',
  summary: 'Promised to a customer and not fulfilled: past its deadline, or finished without a terugkoppeling',
  recht: 'taak.lezen',
  query: BladzijdeQuery.extend({ teamId: Id.optional(), mijn: JaNee.optional() }),
  response: bladzijde(TaakRij),
})

export const createTaak = endpoint({
  method: 'POST',
  path: '/api/taken',
  summary: 'A taak without a contact',
  recht: 'taak.behandelen',
  body: z.strictObject({
    ...taakVelden,
    teamId: Id,
    partijId: Id.nullable().default(null),
    eenheidId: Id.nullable().default(null),
    klantcontactId: Id.nullable().default(null),
    belofte: z.boolean().default(false),
  }),
  response: Taak,
  status: 201,
})

export const getTaak = endpoint({
  method: 'GET',
  path: '/api/taken/:id',
  summary: 'One taak with its notes and history',
  recht: 'taak.lezen',
  params: IdParams,
  response: Taak,
})

export const updateTaak = endpoint({
  method: 'PUT',
  path: '/api/taken/:id',
  summary: 'Change subject, explanation, priority or deadline',
  recht: 'taak.behandelen',
  params: IdParams,
  body: z.strictObject({
    onderwerp: regel(200, 1),
    toelichting: tekst(notitieMax),
    prioriteit: Prioriteit,
    deadline: Datum.nullable(),
  }),
  response: Taak,
  ifMatch: true,
})

/** 409 `al-opgepakt` names the winner and carries the Taak as `huidig`. */
export const claimTaak = endpoint({
  method: 'POST',
  path: '/api/taken/:id/behandeling',
  summary: 'Take a taak in hand; of all who try at once exactly one gets it',
  recht: 'taak.behandelen',
  params: IdParams,
  response: Taak,
})

export const releaseTaak = endpoint({
  method: 'DELETE',
  path: '/api/taken/:id/behandeling',
  summary: 'Give it back to the team, with a note',
  recht: 'taak.behandelen',
  params: IdParams,
  body: z.strictObject({ toelichting: tekst(2000, 1) }),
  response: Taak,
  ifMatch: true,
})

export const assignTaak = endpoint({
  method: 'PUT',
  path: '/api/taken/:id/toewijzing',
  summary: 'Give a taak to a team or a person (coördinator)',
  recht: 'taak.verdelen',
  params: IdParams,
  body: z.strictObject({ teamId: Id, medewerkerId: Id.nullable().default(null), toelichting: uitleg.default('') }),
  response: Taak,
  ifMatch: true,
})

export const forwardTaak = endpoint({
  method: 'POST',
  path: '/api/taken/:id/doorzetting',
  summary: 'It belongs to another team: pass it on, with a note',
  recht: 'taak.behandelen',
  params: IdParams,
  body: z.strictObject({ teamId: Id, toelichting: tekst(2000, 1) }),
  response: Taak,
  ifMatch: true,
})

export const addNotitie = endpoint({
  method: 'POST',
  path: '/api/taken/:id/notities',
  summary: 'Add a note; notes are never changed, a correction is a new note',
  recht: 'taak.behandelen',
  params: IdParams,
  body: z.strictObject({ tekst: tekst(notitieMax, 1), corrigeert: Id.nullable().default(null) }),
  response: Taak,
  status: 201,
})

export const setTaakStatus = endpoint({
  method: 'PUT',
  path: '/api/taken/:id/status',
  summary: 'Waiting for others, or going on',
  recht: 'taak.behandelen',
  params: IdParams,
  body: z.strictObject({ status: z.enum(['in_uitvoering', 'wacht_op_derden']), toelichting: uitleg.default('') }),
  response: Taak,
  ifMatch: true,
})

export const finishTaak = endpoint({
  method: 'POST',
  path: '/api/taken/:id/afronding',
  summary: 'Finish with an outcome, and register the terugkoppeling as a second klantcontact in the same transaction',
  recht: 'taak.behandelen',
  params: IdParams,
  body: z.strictObject({ uitkomst: tekst(notitieMax, 1), terugkoppeling: Terugkoppeling.nullable().default(null) }),
  response: Taak,
  ifMatch: true,
})

export const cancelTaak = endpoint({
  method: 'POST',
  path: '/api/taken/:id/annulering',
  summary: 'It need not be done after all; says why',
  recht: 'taak.behandelen',
  params: IdParams,
  body: z.strictObject({ reden: tekst(2000, 1) }),
  response: Taak,
  ifMatch: true,
})

export const fulfilBelofte = endpoint({
  method: 'POST',
  path: '/api/taken/:id/terugkoppeling',
  summary: 'Tell the customer after all: the terugkoppeling of a taak that was finished without one',
  recht: 'taak.behandelen',
  params: IdParams,
  body: Terugkoppeling,
  response: Taak,
  status: 201,
  ifMatch: true,
})
