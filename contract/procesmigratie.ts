import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { VersieStatus } from './procesbeheer.ts'
import { Id, IdParams, MedewerkerKort, Moment, regel } from './vormen.ts'

/** Element of the version that is left → element of the version that is gone to. */
export const Overzetdoelen = z
  .record(z.string().max(200), z.string().max(200))
  .refine((doelen) => Object.keys(doelen).length <= 50, 'Kies hoogstens vijftig stappen.')
  .default({})

const Keuze = z.strictObject({
  /** Default: the version in force. */
  naar: Id.optional(),
  doelen: Overzetdoelen,
})
const Opdracht = z.strictObject({ naar: Id, doelen: Overzetdoelen, reden: regel(500, 3) })

export const Overzetstap = z.object({
  van: z.string(),
  naam: z.string(),
  wat: z.enum(['blijft', 'opnieuw', 'verplaatst', 'kiezen', 'kan-niet']),
  naar: z.string(),
  naarNaam: z.string(),
  uitleg: z.array(z.string()),
})
export type Overzetstap = z.infer<typeof Overzetstap>

const VersieKort = z.object({ id: Id, nummer: z.int(), status: VersieStatus })

/** What is different between two versions, for who decides. */
export const Overzetverschil = z.object({
  formulieren: z.array(
    z.object({ titel: z.string(), stap: z.string(), erbij: z.array(z.string()), weg: z.array(z.string()) }),
  ),
  /** Names that only the new version, or only the old one, gives a value. */
  gegevens: z.object({ erbij: z.array(z.string()), weg: z.array(z.string()) }),
  termijnen: z.array(z.string()),
})
export type Overzetverschil = z.infer<typeof Overzetverschil>

const Kop = z.object({
  van: VersieKort,
  naar: VersieKort.nullable(),
  /** Published versions that it can go to, newest first. */
  versies: z.array(VersieKort),
  /** Where somebody can set a case down. */
  doelen: z.array(z.object({ element: z.string(), naam: z.string() })),
  verschil: Overzetverschil,
})

export const Overzetvoorbeeld = Kop.extend({
  stappen: z.array(Overzetstap),
  kan: z.boolean(),
  /** Of the running process: give it back as If-Match. */
  versie: z.int(),
})
export type Overzetvoorbeeld = z.infer<typeof Overzetvoorbeeld>

export const bekijkOverzetting = endpoint({
  method: 'POST',
  path: '/api/zaken/:id/proces/overzetting/voorbeeld',
  summary: 'What becomes of this zaak when it goes on with another version of its process; changes nothing',
  recht: 'beheer.processen',
  params: IdParams,
  body: Keuze,
  response: Overzetvoorbeeld,
})

export const zetZaakOver = endpoint({
  method: 'POST',
  path: '/api/zaken/:id/proces/overzetting',
  summary: 'Let this zaak go on with another version of its process',
  recht: 'beheer.processen',
  params: IdParams,
  body: Opdracht,
  response: z.object({ nummer: z.int(), versie: z.int() }),
  ifMatch: true,
})

export const Overzetgroep = z.object({
  /** Where these cases stand. */
  stappen: z.array(Overzetstap),
  aantal: z.int(),
  kan: z.boolean(),
})
export type Overzetgroep = z.infer<typeof Overzetgroep>

export const Overzettingsplan = Kop.extend({
  aantal: z.int(),
  /** How many can go over as chosen now. */
  kan: z.int(),
  groepen: z.array(Overzetgroep),
})
export type Overzettingsplan = z.infer<typeof Overzettingsplan>

export const bekijkOverzettingen = endpoint({
  method: 'POST',
  path: '/api/beheer/procesversies/:id/overzetting/voorbeeld',
  summary: 'What becomes of all cases that run on this version when they go on with another; changes nothing',
  recht: 'beheer.processen',
  params: IdParams,
  body: Keuze,
  response: Overzettingsplan,
})

export const Overzetting = z.object({
  id: Id,
  van: VersieKort,
  naar: VersieKort,
  reden: z.string(),
  door: MedewerkerKort,
  begonnenOp: Moment,
  klaarOp: Moment.nullable(),
  gelukt: z.int(),
  /** What stayed where it was, and why; by the number of the zaak. */
  geweigerd: z.array(z.object({ zaaknummer: z.string(), reden: z.string() })),
  geweigerdAantal: z.int(),
})
export type Overzetting = z.infer<typeof Overzetting>

export const zetVersieOver = endpoint({
  method: 'POST',
  path: '/api/beheer/procesversies/:id/overzetting',
  summary: 'Let all cases of this version that can, go on with another; one by one, in the background',
  recht: 'beheer.processen',
  params: IdParams,
  body: Opdracht,
  response: Overzetting,
  status: 201,
})

export const listOverzettingen = endpoint({
  method: 'GET',
  path: '/api/beheer/procesversies/:id/overzettingen',
  summary: 'The last times that cases of this version went to another, and how far that is',
  recht: 'beheer.processen',
  params: IdParams,
  response: z.object({ rijen: z.array(Overzetting) }),
})
