import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Datum, Id, IdParams, MedewerkerKort, Moment, tekst, Versie } from './vormen.ts'
import { ZaakStatusCode } from './zaken.ts'

/** A disturbance in a complex: shown with every tenant who lives there, so that nobody has to ask around. */
export const Storing = z.object({
  id: Id,
  soort: z.string(),
  /** "de lift". */
  naam: z.string(),
  complex: z.object({ id: Id, naam: z.string() }),
  /** The zaak in which it is solved. */
  hoofdzaak: z.object({ id: Id, nummer: z.string(), status: ZaakStatusCode, statusNaam: z.string() }),
  /** How many reports hang under it, the first included. */
  meldingen: z.int(),
  /** What we tell who asks; empty when nobody wrote anything yet. */
  tekst: z.string(),
  verwachtKlaarOp: Datum.nullable(),
  begonnenOp: Moment,
  gewijzigdDoor: MedewerkerKort,
  gewijzigdOp: Moment,
  versie: Versie,
})
export type Storing = z.infer<typeof Storing>

export const listStoringen = endpoint({
  method: 'GET',
  path: '/api/storingen',
  summary:
    'Disturbances that are going on: in the complexes where this klant rents now, of a home, of a complex, or all',
  recht: 'wonen.lezen',
  query: z.strictObject({ partijId: Id.optional(), eenheidId: Id.optional(), complexId: Id.optional() }),
  response: z.object({ rijen: z.array(Storing) }),
})

export const updateStoring = endpoint({
  method: 'PUT',
  path: '/api/storingen/:id',
  summary: 'Change what tenants are told about a disturbance, and when it will be over',
  recht: 'storing.bijwerken',
  params: IdParams,
  body: z.strictObject({ tekst: tekst(500), verwachtKlaarOp: Datum.nullable() }),
  response: Storing,
  ifMatch: true,
})

export const eindigStoring = endpoint({
  method: 'POST',
  path: '/api/storingen/:id/einde',
  summary: 'End a disturbance by hand; it ends by itself when its zaak is solved',
  recht: 'storing.bijwerken',
  params: IdParams,
  response: Storing,
  ifMatch: true,
})
