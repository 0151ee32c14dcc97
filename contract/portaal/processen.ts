import { z } from 'zod'
import { Formulierdefinitie } from '../formulieren.ts'
import { Procesbestand } from '../procesbestanden.ts'
import { Antwoorden, Proces, ProcesParams } from '../processen.ts'
import { Id, IdParams, Leeg, Moment, regel } from '../vormen.ts'
import { Namens, portaalEndpoint } from './endpoint.ts'
import { Domein } from './toegang.ts'
import { WieDoetWat } from './zaken.ts'

/** Something that a customer can arrange himself, in his words. */
export const PortaalProces = z.object({
  proces: z.string(),
  naam: z.string(),
  omschrijving: z.string(),
  /** What people type when they look for it: "kraan lekt". */
  woorden: z.array(z.string()),
  /** A name of the icons of the portal; unknown names show a plain one. */
  icoon: z.string(),
  domein: Domein,
  /** Sending it asks for a second proof that it is he: 403 `tweede-stap-nodig` without. */
  sterk: z.boolean(),
})
export type PortaalProces = z.infer<typeof PortaalProces>

export const listPortaalProcessen = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/processen',
  summary: 'What this customer can arrange himself now, in the order of the corporation',
  recht: 'klant',
  query: Namens,
  response: z.object({ rijen: z.array(PortaalProces) }),
})

/** A home that it can be about; the one that he rents now first. */
export const PortaalWoning = z.object({ overeenkomstId: Id, eenheidId: Id.nullable(), adres: z.string() })
export type PortaalWoning = z.infer<typeof PortaalWoning>

export const Portaalconcept = z.object({
  id: Id,
  proces: z.string(),
  naam: z.string(),
  overeenkomstId: Id.nullable(),
  antwoorden: z.record(z.string(), z.unknown()),
  /** The field that was asked last: there he goes on, also on another device. */
  stap: z.string(),
  gewijzigdOp: Moment,
  verlooptOp: Moment,
  versie: z.int().positive(),
})
export type Portaalconcept = z.infer<typeof Portaalconcept>

export const getPortaalStartformulier = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/processen/:proces',
  summary: 'The form that starts a process, as a customer is asked it, with what is known of him filled in',
  recht: 'klant',
  params: ProcesParams,
  /** For which home; without it that of the first of `woningen`. */
  query: Namens.extend({ overeenkomstId: Id.optional() }),
  response: PortaalProces.extend({
    formulier: Formulierdefinitie.nullable(),
    /** What conditions of the form may use besides the answers: nothing that he may not know. */
    context: z.record(z.string(), z.unknown()),
    antwoorden: z.record(z.string(), z.unknown()),
    woningen: z.array(PortaalWoning),
    overeenkomstId: Id.nullable(),
    /** Begun before, for the same person. */
    concept: Portaalconcept.nullable(),
  }),
})

export const startPortaalProces = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/processen/:proces',
  summary: 'Send the form: exactly one zaak, and its draft is gone',
  recht: 'klant',
  params: ProcesParams,
  query: Namens,
  body: z.strictObject({
    overeenkomstId: Id.nullable().default(null),
    antwoorden: Antwoorden.default({}),
    /** The draft that it was. */
    conceptId: Id.nullable().default(null),
  }),
  response: z.object({
    zaakId: Id,
    nummer: z.string(),
    /** What happens now, for the page that says thank you. */
    wieDoetWat: z.array(WieDoetWat),
  }),
  status: 201,
})

export const listConcepten = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/concepten',
  summary: 'Forms that were begun and not sent; they are kept for 60 days',
  recht: 'klant',
  query: Namens,
  response: z.object({ rijen: z.array(Portaalconcept) }),
})

export const getConcept = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/concepten/:id',
  summary: 'One form that was begun and not sent',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: Portaalconcept,
})

/** `If-Match: "0"` makes it: the client chooses the id, so that a draft made without a line arrives once. */
export const bewaarConcept = portaalEndpoint({
  method: 'PUT',
  path: '/api/portaal/concepten/:id',
  summary: 'Keep a form at every step; one per process and person: 409 `concept-bestaat` with the other as `huidig`',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  body: z.strictObject({
    proces: Proces,
    overeenkomstId: Id.nullable().default(null),
    antwoorden: Antwoorden,
    stap: regel(100).default(''),
  }),
  response: Portaalconcept,
  ifMatch: true,
})

export const verwijderConcept = portaalEndpoint({
  method: 'DELETE',
  path: '/api/portaal/concepten/:id',
  summary: 'Throw a form away that was begun',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: Leeg,
  status: 204,
})

export const uploadPortaalBestand = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/bestanden',
  summary: 'Add one file (multipart field `bestand`): photos lose the place where they were taken',
  recht: 'klant',
  query: Namens,
  response: Procesbestand,
  status: 201,
  raw: true,
})

/** Something that a running zaak waits for, and that this customer can do. */
export const PortaalTaak = z.object({
  id: Id,
  zaakId: Id,
  zaaknummer: z.string(),
  zaakTitel: z.string(),
  titel: z.string(),
  uitleg: z.string(),
  uiterlijk: z.string().nullable(),
  sterk: z.boolean(),
  formulier: Formulierdefinitie.nullable(),
  context: z.record(z.string(), z.unknown()),
  antwoorden: z.record(z.string(), z.unknown()),
})
export type PortaalTaak = z.infer<typeof PortaalTaak>

export const getPortaalTaak = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/taken/:id',
  summary: 'One step of a zaak that waits for this customer, with its form',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: PortaalTaak,
})

export const voltooiPortaalTaak = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/taken/:id',
  summary: 'Do a step; 409 `stap-voorbij` when somebody was first',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  body: z.strictObject({ antwoorden: Antwoorden.default({}) }),
  response: z.object({ zaakId: Id, nummer: z.string(), wieDoetWat: z.array(WieDoetWat) }),
})
