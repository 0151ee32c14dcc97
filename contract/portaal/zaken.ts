import { z } from 'zod'
import { BladzijdeQuery, bladzijde, Id, IdParams, Moment, tekst } from '../vormen.ts'
import { Namens, portaalEndpoint } from './endpoint.ts'

/** How a zaak stands for who asked it; `wacht-op-u` goes before anything else. */
export const PortaalStatus = z.enum(['ontvangen', 'bezig', 'wacht-op-u', 'klaar', 'gestopt'])
export type PortaalStatus = z.infer<typeof PortaalStatus>

/** Who does what, by when: what is said after sending, and on the page of the zaak. */
export const WieDoetWat = z.object({
  wie: z.enum(['u', 'wij', 'ander']),
  /** One sentence: "Wij plannen een monteur." */
  wat: z.string(),
  /** A day, when there is one. */
  uiterlijk: z.string().nullable(),
})
export type WieDoetWat = z.infer<typeof WieDoetWat>

export const PortaalZaakRij = z.object({
  id: Id,
  nummer: z.string(),
  /** What he asked: "Kraan in de keuken lekt". */
  titel: z.string(),
  /** In his words: "Reparatie". */
  soort: z.string(),
  icoon: z.string(),
  status: PortaalStatus,
  /** In words: "Wij plannen een monteur". */
  statusTekst: z.string(),
  /** The day that we promised; null when we promised none, or when it is done. */
  belofte: z.string().nullable(),
  /** What comes next, in words; empty when nothing does. */
  volgende: z.string(),
  /** Of the home that it is about. */
  adres: z.string(),
  ontvangenOp: Moment,
  gewijzigdOp: Moment,
  afgeslotenOp: Moment.nullable(),
})
export type PortaalZaakRij = z.infer<typeof PortaalZaakRij>

export const PortaalDocument = z.object({
  id: Id,
  titel: z.string(),
  bestandsnaam: z.string(),
  mediatype: z.string(),
  omvang: z.int(),
  op: Moment,
  /** He sent it himself. */
  vanU: z.boolean(),
})
export type PortaalDocument = z.infer<typeof PortaalDocument>

/** Something that happened, newest first. */
export const PortaalGebeurtenis = z.object({
  id: Id,
  soort: z.enum(['status', 'bericht', 'contact', 'u']),
  titel: z.string(),
  /** Plain text with line breaks; of a bericht Markdown. */
  tekst: z.string(),
  op: Moment,
  /** "U", or the team; never the name of an employee. */
  door: z.string(),
  documenten: z.array(PortaalDocument),
})
export type PortaalGebeurtenis = z.infer<typeof PortaalGebeurtenis>

export const PortaalAfspraak = z.object({
  zaakId: Id,
  titel: z.string(),
  begin: Moment,
  einde: Moment.nullable(),
  adres: z.string(),
  /** Another moment can be chosen. */
  verzetten: z.boolean(),
})
export type PortaalAfspraak = z.infer<typeof PortaalAfspraak>

export const PortaalTaakKort = z.object({
  id: Id,
  zaakId: Id,
  titel: z.string(),
  uiterlijk: z.string().nullable(),
  soort: z.enum(['taak', 'handtekening', 'afspraak', 'betaling']),
})
export type PortaalTaakKort = z.infer<typeof PortaalTaakKort>

export const PortaalZaak = PortaalZaakRij.extend({
  proces: z.string().nullable(),
  wieDoetWat: z.array(WieDoetWat),
  taken: z.array(PortaalTaakKort),
  afspraken: z.array(PortaalAfspraak),
  documenten: z.array(PortaalDocument),
  tijdlijn: z.array(PortaalGebeurtenis),
  resultaat: z.string(),
  /** Something is being looked up now: ask again in a moment. */
  bezig: z.boolean(),
  /** What he can do with it now. */
  acties: z.object({
    aanvullen: z.boolean(),
    intrekken: z.boolean(),
    tochNietOpgelost: z.boolean(),
    verzetten: z.boolean(),
  }),
  /** What stands on the button, when the usual words do not fit: "De afrekening klopt niet". */
  actieteksten: z.object({ intrekken: z.string().nullable(), tochNietOpgelost: z.string().nullable() }),
})
export type PortaalZaak = z.infer<typeof PortaalZaak>

export const listPortaalZaken = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/zaken',
  summary: 'Zaken that this customer may see: running ones, or those that are over, last come first',
  recht: 'klant',
  query: Namens.extend(BladzijdeQuery.shape).extend({ status: z.enum(['lopend', 'gesloten']).default('lopend') }),
  response: bladzijde(PortaalZaakRij),
})

export const getPortaalZaak = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/zaken/:id',
  summary: 'One zaak in the words of the customer: how it stands, what he can do, what happened',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: PortaalZaak,
})

export const downloadPortaalDocument = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/zaken/:id/documenten/:documentId/inhoud',
  summary: 'Download a document of a zaak that is meant for the customer, or a part of it (Range)',
  recht: 'klant',
  params: z.strictObject({ id: Id, documentId: Id }),
  query: Namens,
  response: z.string(),
  raw: true,
})

export const downloadPortaalAgenda = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/zaken/:id/afspraak.ics',
  summary: 'The appointment of a zaak as a file for a calendar',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: z.string(),
  raw: true,
})

/** A file that was sent before with `uploadPortaalBestand`. */
const Bestanden = z.array(z.strictObject({ id: Id, naam: z.string().max(300) })).max(10)

export const vulPortaalZaakAan = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/zaken/:id/aanvullen',
  summary: 'Add words and files to a running zaak',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  body: z.strictObject({ tekst: tekst(4000, 1), bestanden: Bestanden.default([]) }),
  response: PortaalZaak,
})

export const trekPortaalZaakIn = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/zaken/:id/intrekken',
  summary: 'It is no longer needed',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  body: z.strictObject({ reden: tekst(1000).default('') }),
  response: PortaalZaak,
})

export const meldTochNietOpgelost = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/zaken/:id/toch-niet-opgelost',
  summary: 'It was said to be done and is not: the same zaak goes on',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  body: z.strictObject({ tekst: tekst(4000, 1), bestanden: Bestanden.default([]) }),
  response: PortaalZaak,
})

/** Afterwards the zaak is `bezig`, and then has a taak to choose from moments that are free now. */
export const verzetPortaalAfspraak = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/zaken/:id/afspraak',
  summary: 'Another moment for the appointment: the old one stands until a new one is chosen',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  body: z.strictObject({}),
  response: PortaalZaak,
})
