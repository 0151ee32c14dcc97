import { z } from 'zod'
import { BladzijdeQuery, bladzijde, Datum, Id, IdParams, Leeg, Moment, regel, tekst } from '../vormen.ts'
import { Namens, portaalEndpoint } from './endpoint.ts'

/** The longest question; the employees' side takes more, but nobody types that on a phone. */
export const vraagMax = 4000
export const bijlagenPerVraag = 10

export const ContactBijlage = z.object({
  id: Id,
  bestandsnaam: z.string(),
  mediatype: z.string(),
  omvang: z.int(),
})
export type ContactBijlage = z.infer<typeof ContactBijlage>

/** One message in a thread. A question that was answered on the telephone at once is two of them. */
export const Contactbericht = z.object({
  /** Of the klantcontact; two messages of one have the same. */
  id: Id,
  van: z.enum(['klant', 'organisatie']),
  tekst: z.string(),
  op: Moment,
  /** How it went: "Telefoon", "Klantportaal". */
  kanaal: z.string(),
  bijlagen: z.array(ContactBijlage),
  /** When he read it here; always null for what he said himself. */
  gelezenOp: Moment.nullable(),
})
export type Contactbericht = z.infer<typeof Contactbericht>

/** `wacht-op-ons`: somebody is to answer. */
export const Contactstatus = z.enum(['wacht-op-ons', 'beantwoord', 'gesloten'])
export type Contactstatus = z.infer<typeof Contactstatus>

const kop = {
  id: Id,
  onderwerp: z.string(),
  status: Contactstatus,
  /** The last day on which we promised to answer. */
  antwoordUiterlijk: Datum.nullable(),
  /** Answers of ours that he did not open yet. */
  ongelezen: z.int(),
}

export const Contactrij = z.object({
  ...kop,
  laatsteOp: Moment,
  laatsteVan: z.enum(['klant', 'organisatie']),
  /** The beginning of what was said last. */
  laatsteTekst: z.string(),
})
export type Contactrij = z.infer<typeof Contactrij>

export const Contactdraad = z.object({ ...kop, berichten: z.array(Contactbericht) })
export type Contactdraad = z.infer<typeof Contactdraad>

export const listContact = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/contact',
  summary: 'Questions of this customer with our answers, the latest first; as far as they are shown in the portal',
  recht: 'klant',
  query: Namens.extend(BladzijdeQuery.shape),
  response: bladzijde(Contactrij).extend({ ongelezen: z.int() }),
})

export const getContact = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/contact/:id',
  summary: 'One thread: the question, our answers and what followed, oldest first',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: Contactdraad,
})

export const listContactonderwerpen = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/contactonderwerpen',
  summary: 'What a new question can be about',
  recht: 'klant',
  query: Namens,
  response: z.object({ onderwerpen: z.array(z.object({ id: Id, naam: z.string() })) }),
})

const inhoud = {
  tekst: tekst(vraagMax, 1),
  /** The draft that files were uploaded to; chosen by the browser. */
  conceptId: Id.optional(),
  bijlageIds: z.array(Id).max(bijlagenPerVraag, `Stuur hoogstens ${bijlagenPerVraag} bestanden mee.`).default([]),
}

export const stelVraag = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/contact',
  summary: 'Ask something new: it goes to the team for this subject',
  recht: 'klant',
  query: Namens,
  body: z.strictObject({ onderwerpId: Id, onderwerp: regel(80).default(''), ...inhoud }),
  response: Contactdraad,
  status: 201,
})

export const beantwoordContact = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/contact/:id/antwoord',
  summary: 'Say something back in a thread: it goes to who answered',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  body: z.strictObject(inhoud),
  response: Contactdraad,
  status: 201,
})

export const leesContact = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/contact/:id/gelezen',
  summary: 'The customer has this thread on his screen: the moment is kept for the employee',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  body: z.strictObject({}),
  response: Leeg,
  status: 204,
})

export const uploadContactbijlage = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/contactconcepten/:id/bijlagen',
  summary:
    'Add one file (multipart field `bestand`) to a question that is being written; photos lose their place and camera',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: ContactBijlage,
  status: 201,
  raw: true,
})

export const downloadContactbijlage = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/contact/:id/bijlagen/:bijlageId/inhoud',
  summary: 'A file of a thread, always as a download',
  recht: 'klant',
  params: z.strictObject({ id: Id, bijlageId: Id }),
  query: Namens,
  response: z.unknown(),
  raw: true,
})
