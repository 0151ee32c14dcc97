import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Formulierdefinitie } from './formulieren.ts'
import { BladzijdeQuery, bladzijde, Id, IdParams, MedewerkerKort, Moment, regel, tekst } from './vormen.ts'

export const InstantieStatus = z.enum(['loopt', 'wacht', 'klaar', 'gestopt', 'fout'])
export type InstantieStatus = z.infer<typeof InstantieStatus>
export const WachtSoort = z.enum(['taak', 'formulier', 'bericht', 'signaal', 'timer', 'actie'])
export type WachtSoort = z.infer<typeof WachtSoort>
export const ActieStatus = z.enum(['klaar_te_staan', 'bezig', 'gelukt', 'mislukt', 'overgeslagen', 'vervallen'])
export type ActieStatus = z.infer<typeof ActieStatus>

/** The folder name of a process. */
export const Proces = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,60}$/, 'Gebruik kleine letters, cijfers en streepjes; begin met een letter.')
export const ProcesParams = z.strictObject({ proces: Proces })

/** What people filled in: any JSON, but not without end. The form of the process judges it. */
export const Antwoorden = z
  .record(z.string().max(100), z.json())
  .refine((waarde) => JSON.stringify(waarde).length <= 200_000, 'De antwoorden zijn te groot.')
export type Antwoorden = z.infer<typeof Antwoorden>

export const ProcesKort = z.object({
  proces: z.string(),
  naam: z.string(),
  omschrijving: z.string(),
  zaaktype: z.string(),
  versie: z.int(),
  heeftFormulier: z.boolean(),
})
export type ProcesKort = z.infer<typeof ProcesKort>

export const listProcessen = endpoint({
  method: 'GET',
  path: '/api/processen',
  summary: 'The processes that this employee can start.',
  recht: 'proces.starten',
  response: z.object({ rijen: z.array(ProcesKort) }),
})

export const getStartformulier = endpoint({
  method: 'GET',
  path: '/api/processen/:proces/startformulier',
  summary: 'The form that starts a process, with what is known of the customer filled in.',
  recht: 'proces.starten',
  params: ProcesParams,
  query: z.strictObject({
    partijId: Id.optional(),
    eenheidId: Id.optional(),
    overeenkomstId: Id.optional(),
    klantcontactId: Id.optional(),
  }),
  response: z.object({
    proces: z.string(),
    naam: z.string(),
    formulier: Formulierdefinitie.nullable(),
    /** What conditions of the form may use besides the answers. */
    context: z.record(z.string(), z.unknown()),
    /** What we know already; what the form itself begins with, is in the form. */
    antwoorden: z.record(z.string(), z.unknown()),
  }),
})

export const StartProces = z.strictObject({
  partijId: Id.nullable().default(null),
  contactpersoonId: Id.nullable().default(null),
  eenheidId: Id.nullable().default(null),
  overeenkomstId: Id.nullable().default(null),
  klantcontactId: Id.nullable().default(null),
  kanaal: regel(40).nullable().default(null),
  hoofdzaakId: Id.nullable().default(null),
  toelichting: tekst(4000).default(''),
  antwoorden: Antwoorden.default({}),
})

export const startProces = endpoint({
  method: 'POST',
  path: '/api/processen/:proces/instanties',
  summary: 'Start a process: opens a zaak and runs to the first wait.',
  recht: 'proces.starten',
  params: ProcesParams,
  body: StartProces,
  response: z.object({ instantieId: Id, zaakId: Id, nummer: z.string() }),
  status: 201,
})

export const ProcesWacht = z.object({
  id: Id,
  element: z.string(),
  naam: z.string(),
  soort: WachtSoort,
  /** The message or signal it waits for. */
  op: z.string(),
  moment: Moment.nullable(),
  sinds: Moment,
  taakId: Id.nullable(),
  formulier: Formulierdefinitie.nullable(),
  /** In a repetition: for which item. */
  lokaal: z.record(z.string(), z.unknown()),
  /** This employee may do it now. */
  mag: z.boolean(),
  /** It stands ready beside what is going on: a withdrawal, a reminder. */
  terzijde: z.boolean(),
})
export type ProcesWacht = z.infer<typeof ProcesWacht>

export const ZaakProces = z.object({
  instantieId: Id,
  proces: z.string(),
  naam: z.string(),
  versieNummer: z.int(),
  status: InstantieStatus,
  bpmn: z.string(),
  gegevens: z.record(z.string(), z.unknown()),
  /** What conditions of forms may use besides: klant, eenheid, zaak, instellingen. */
  context: z.record(z.string(), z.unknown()),
  wacht: z.array(ProcesWacht),
  /** What comes after what waits now, as far as no choice has to be made. */
  daarna: z.array(z.object({ element: z.string(), naam: z.string() })),
  stappen: z.array(
    z.object({
      element: z.string(),
      naam: z.string(),
      soort: z.string(),
      beginOp: Moment,
      eindOp: Moment.nullable(),
      afgebroken: z.boolean(),
      door: MedewerkerKort,
    }),
  ),
  beslissingen: z.array(
    z.object({
      element: z.string(),
      beslissing: z.string(),
      naam: z.string(),
      regels: z.array(z.object({ nummer: z.int(), opmerking: z.string() })),
      invoer: z.record(z.string(), z.unknown()),
      uitkomst: z.unknown(),
      op: Moment,
    }),
  ),
  acties: z.array(z.object({ id: Id, element: z.string(), soort: z.string(), status: ActieStatus, fout: z.string() })),
  versie: z.int(),
})
export type ZaakProces = z.infer<typeof ZaakProces>

export const getZaakProces = endpoint({
  method: 'GET',
  path: '/api/zaken/:id/proces',
  summary: 'Where a zaak stands: the diagram, what waits, what was done and decided.',
  recht: 'zaak.lezen',
  params: IdParams,
  response: ZaakProces,
})

export const voltooiStap = endpoint({
  method: 'POST',
  path: '/api/zaken/:id/stappen/:element',
  summary: 'Do a step of a zaak with the answers of its form.',
  recht: 'zaak.behandelen',
  params: z.strictObject({ id: Id, element: z.string().max(200) }),
  body: z.strictObject({
    /** Which one, when the step waits more than once. */
    wachtId: Id.optional(),
    antwoorden: Antwoorden.default({}),
    uitkomst: tekst(4000).default(''),
  }),
  response: ZaakProces,
})

export const signaleerZaak = endpoint({
  method: 'POST',
  path: '/api/zaken/:id/signalen',
  summary: 'Tell a zaak that something happened that it waits for.',
  recht: 'zaak.behandelen',
  params: IdParams,
  body: z.strictObject({
    soort: z.enum(['bericht', 'signaal']).default('bericht'),
    naam: regel(100, 1),
    gegevens: Antwoorden.default({}),
  }),
  response: ZaakProces,
})

export const ActieRij = z.object({
  id: Id,
  /** Only for who may see the zaak. */
  zaakId: Id.nullable(),
  zaaknummer: z.string(),
  proces: z.string(),
  element: z.string(),
  stap: z.string(),
  soort: z.string(),
  naam: z.string(),
  status: ActieStatus,
  fout: z.string(),
  foutCode: z.string(),
  pogingen: z.int(),
  volgendePoging: Moment.nullable(),
  aangemaaktOp: Moment,
  /** Only for who may see the zaak: it holds data of the customer. */
  invoer: z.record(z.string(), z.unknown()).nullable(),
  versie: z.int(),
})
export type ActieRij = z.infer<typeof ActieRij>

export const listActies = endpoint({
  method: 'GET',
  path: '/api/acties',
  summary: 'Actions that failed, or that are being tried again.',
  recht: 'proces.acties',
  query: BladzijdeQuery.extend({ status: z.enum(['mislukt', 'wacht', 'alles']).default('mislukt') }),
  response: bladzijde(ActieRij),
})

export const herkansActie = endpoint({
  method: 'POST',
  path: '/api/acties/:id/opnieuw',
  summary: 'Try an action again, now.',
  recht: 'proces.acties',
  params: IdParams,
  body: z.strictObject({}),
  response: ActieRij,
})

export const slaActieOver = endpoint({
  method: 'POST',
  path: '/api/acties/:id/overslaan',
  summary: 'Let the process go on without this action.',
  recht: 'proces.acties',
  params: IdParams,
  body: z.strictObject({ reden: tekst(1000, 1), uitvoer: Antwoorden.default({}) }),
  response: ActieRij,
})

export const verbeterActie = endpoint({
  method: 'POST',
  path: '/api/acties/:id/invoer',
  summary: 'Correct what an action was given, and try again.',
  recht: 'proces.acties',
  params: IdParams,
  body: z.strictObject({ invoer: Antwoorden }),
  response: ActieRij,
})
