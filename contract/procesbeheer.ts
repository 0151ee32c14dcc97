import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ProcesParams } from './processen.ts'
import { Id, Leeg, MedewerkerKort, Moment, regel } from './vormen.ts'

export const VersieStatus = z.enum(['concept', 'gepubliceerd', 'vervallen'])
export type VersieStatus = z.infer<typeof VersieStatus>

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
  /** Since it was made. */
  gewijzigdOp: Moment.nullable(),
  gewijzigdDoor: MedewerkerKort.nullable(),
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
  /^(?:proces\.bpmn|regels\.dmn|instellingen\.json|portaal\.json|README\.md|(?:formulieren|berichten|documenten|scenarios)\/[a-z0-9-]{1,60}\.(?:json|md|ya?ml|typ))$/
export const Bestanden = z
  .record(z.string().regex(pad, 'Dit bestand hoort niet in een procesmap.'), z.string().max(1_000_000))
  .refine((waarde) => Object.keys(waarde).length <= 200, 'Een procesmap heeft hoogstens 200 bestanden.')

/** Who may put a draft in force: with four eyes, not the one who wrote it last. */
export const Publicatie = z.object({
  vierOgen: z.boolean(),
  /** This employee, as far as the eyes are concerned. */
  mag: z.boolean(),
  /** When he may not: who may; at most ten. */
  anderen: z.array(MedewerkerKort),
})
export type Publicatie = z.infer<typeof Publicatie>

export const ProcesVersie = ProcesVersieRij.extend({
  proces: z.string(),
  naam: z.string(),
  zaaktype: z.string(),
  bestanden: z.record(z.string(), z.string()),
  bevindingen: z.array(Bevinding),
  publicatie: Publicatie,
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

/** A decision as it was taken, with the decisions that it needed first. */
export const Besluit = z.object({
  beslissing: z.string(),
  naam: z.string(),
  uitkomst: z.unknown(),
  /** The rules that led to it, as people count them, from 1. */
  regels: z.array(z.object({ nummer: z.int(), opmerking: z.string() })),
  /** What its columns judged. */
  invoer: z.record(z.string(), z.unknown()),
})
export type Besluit = z.infer<typeof Besluit>

export const probeerBeslissing = endpoint({
  method: 'POST',
  path: '/api/beheer/procesversies/:id/beslissingen/:beslissing',
  summary: 'Take one decision of a version with these data; nothing of it stays.',
  recht: 'beheer.processen',
  params: VersieParams.extend({ beslissing: z.string().min(1).max(200) }),
  body: z.strictObject({
    /** By the names of the inputs. The settings of the process come by themselves, as they hold today. */
    invoer: z.record(z.string().max(200), z.json()),
    /** The text of `regels.dmn` while one works on it; else that of the version. */
    regels: z.string().max(1_000_000).optional(),
  }),
  response: z.object({
    /** The decision itself is the last. */
    besluiten: z.array(Besluit),
    /** Inputs that were not given: counted as not known. */
    onbekend: z.array(z.string()),
  }),
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

export type ActieBeschrijving = z.infer<typeof ActieBeschrijving>

export const listActiesoorten = endpoint({
  method: 'GET',
  path: '/api/beheer/actiesoorten',
  summary: 'Every action that a process can do, with its input, output and errors.',
  recht: 'beheer.processen',
  response: z.object({ rijen: z.array(ActieBeschrijving) }),
})
