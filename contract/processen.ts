import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Formulierdefinitie } from './formulieren.ts'
import { BladzijdeQuery, bladzijde, Id, IdParams, Leeg, MedewerkerKort, Moment, regel, tekst } from './vormen.ts'

export const VersieStatus = z.enum(['concept', 'gepubliceerd', 'vervallen'])
export type VersieStatus = z.infer<typeof VersieStatus>
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
const ProcesParams = z.strictObject({ proces: Proces })

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
  query: z.strictObject({ partijId: Id.optional(), eenheidId: Id.optional(), klantcontactId: Id.optional() }),
  response: z.object({
    proces: z.string(),
    naam: z.string(),
    formulier: Formulierdefinitie.nullable(),
    /** What conditions of the form may use besides the answers. */
    context: z.record(z.string(), z.unknown()),
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

/** One thing that is wrong, or that deserves a look, in a process folder. */
export const Bevinding = z.object({
  ernst: z.enum(['fout', 'waarschuwing']),
  bestand: z.string(),
  /** Id of the element, field, decision or cell. */
  plek: z.string(),
  /** Its name, as people know it. */
  naam: z.string(),
  melding: z.string(),
})
export type Bevinding = z.infer<typeof Bevinding>

export const ProcesVersieRij = z.object({
  id: Id,
  nummer: z.int(),
  status: VersieStatus,
  bron: z.enum(['levering', 'beheer']),
  reden: z.string(),
  aangemaaktOp: Moment,
  aangemaaktDoor: MedewerkerKort,
  gepubliceerdOp: Moment.nullable(),
  gepubliceerdDoor: MedewerkerKort.nullable(),
  /** Cases that run on it. */
  lopend: z.int(),
  versie: z.int(),
})

export type ProcesVersieRij = z.infer<typeof ProcesVersieRij>

export const BeheerProces = z.object({
  proces: z.string(),
  naam: z.string(),
  omschrijving: z.string(),
  actief: z.boolean(),
  volgorde: z.int(),
  versies: z.array(ProcesVersieRij),
  versie: z.int(),
})
export type BeheerProces = z.infer<typeof BeheerProces>

export const listBeheerProcessen = endpoint({
  method: 'GET',
  path: '/api/beheer/processen',
  summary: 'All processes with their versions.',
  recht: 'beheer.processen',
  response: z.object({ rijen: z.array(BeheerProces) }),
})

export const wijzigProces = endpoint({
  method: 'PUT',
  path: '/api/beheer/processen/:proces',
  summary: 'Switch a process on or off for new cases, and give it its place in the list.',
  recht: 'beheer.processen',
  params: ProcesParams,
  body: z.strictObject({ actief: z.boolean(), volgorde: z.int().min(0).max(1000) }),
  response: BeheerProces,
  ifMatch: true,
})

/** Path → text, as in the folder. Paths are checked: nothing outside the folder, and no file that no process has. */
const pad =
  /^(?:proces\.bpmn|regels\.dmn|instellingen\.json|README\.md|(?:formulieren|berichten|documenten|scenarios)\/[a-z0-9-]{1,60}\.(?:json|md|ya?ml|typ))$/
export const Bestanden = z
  .record(z.string().regex(pad, 'Dit bestand hoort niet in een procesmap.'), z.string().max(1_000_000))
  .refine((waarde) => Object.keys(waarde).length <= 200, 'Een procesmap heeft hoogstens 200 bestanden.')

export const ProcesVersie = ProcesVersieRij.extend({
  proces: z.string(),
  naam: z.string(),
  zaaktype: z.string(),
  bestanden: z.record(z.string(), z.string()),
  bevindingen: z.array(Bevinding),
})
export type ProcesVersie = z.infer<typeof ProcesVersie>

const VersieParams = z.strictObject({ id: Id })

export const getProcesVersie = endpoint({
  method: 'GET',
  path: '/api/beheer/procesversies/:id',
  summary: 'One version of a process with its files and what is wrong with it.',
  recht: 'beheer.processen',
  params: VersieParams,
  response: ProcesVersie,
})

export const maakConcept = endpoint({
  method: 'POST',
  path: '/api/beheer/processen/:proces/concept',
  summary: 'A new draft of a process: of the files given, or else of the version in force.',
  recht: 'beheer.processen',
  params: ProcesParams,
  body: z.strictObject({ bestanden: Bestanden.optional() }),
  response: ProcesVersie,
  status: 201,
})

export const bewaarConcept = endpoint({
  method: 'PUT',
  path: '/api/beheer/procesversies/:id',
  summary: 'Keep the files of a draft; says what is wrong with them.',
  recht: 'beheer.processen',
  params: VersieParams,
  body: z.strictObject({ bestanden: Bestanden }),
  response: ProcesVersie,
  ifMatch: true,
})

export const verwijderConcept = endpoint({
  method: 'DELETE',
  path: '/api/beheer/procesversies/:id',
  summary: 'Throw a draft away.',
  recht: 'beheer.processen',
  params: VersieParams,
  response: Leeg,
  status: 204,
  ifMatch: true,
})

export const publiceer = endpoint({
  method: 'POST',
  path: '/api/beheer/procesversies/:id/publicatie',
  summary: 'Put a draft in force for new cases; running cases keep their version.',
  recht: 'beheer.processen',
  params: VersieParams,
  body: z.strictObject({ reden: regel(500, 3) }),
  response: ProcesVersie,
  ifMatch: true,
})

export const ScenarioUitslag = z.object({
  bestand: z.string(),
  naam: z.string(),
  gelukt: z.boolean(),
  /** What differs from what was expected, in sentences. */
  verschillen: z.array(z.string()),
  /** What happened, in order. */
  verloop: z.array(z.object({ element: z.string(), naam: z.string(), wat: z.string(), op: Moment })),
})
export type ScenarioUitslag = z.infer<typeof ScenarioUitslag>

export const draaiScenario = endpoint({
  method: 'POST',
  path: '/api/beheer/procesversies/:id/scenarios',
  summary: 'Run one scenario of a version; nothing of it stays. One at a time: a process may have very many.',
  recht: 'beheer.processen',
  params: VersieParams,
  body: z.strictObject({
    bestand: regel(200, 1),
    /** Which of the file, from 1. */
    nummer: z.int().min(1).max(1000).default(1),
  }),
  response: z.object({ uitslag: ScenarioUitslag, meer: z.boolean() }),
})

export const ActieBeschrijving = z.object({
  naam: z.string(),
  label: z.string(),
  uitleg: z.string(),
  buiten: z.boolean(),
  /** JSON Schema of what goes in and what comes out. */
  invoer: z.record(z.string(), z.unknown()),
  uitvoer: z.record(z.string(), z.unknown()),
  fouten: z.array(z.object({ code: z.string(), uitleg: z.string() })),
})

export const listActiesoorten = endpoint({
  method: 'GET',
  path: '/api/beheer/actiesoorten',
  summary: 'Every action that a process can do, with its input, output and errors.',
  recht: 'beheer.processen',
  response: z.object({ rijen: z.array(ActieBeschrijving) }),
})
