import { z } from 'zod'
import { Id, Moment } from '../vormen.ts'
import { Namens, portaalEndpoint } from './endpoint.ts'
import { Portaalconcept, PortaalProces } from './processen.ts'
import { PortaalAfspraak, PortaalTaakKort, PortaalZaakRij } from './zaken.ts'

/** Something to know about the home: a disturbance in the complex, or news. */
export const PortaalMelding = z.object({
  id: Id,
  soort: z.enum(['storing', 'nieuws']),
  titel: z.string(),
  tekst: z.string(),
  sinds: Moment,
  /** A day. */
  verwachtKlaar: z.string().nullable(),
  voorbij: z.boolean(),
})
export type PortaalMelding = z.infer<typeof PortaalMelding>

export const getThuis = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/thuis',
  summary: 'The first page: what to do, what is going on, what can be arranged, what to know',
  recht: 'klant',
  query: Namens,
  response: z.object({
    /** What waits for him, the first deadline first. */
    doen: z.array(PortaalTaakKort.extend({ zaaknummer: z.string(), zaakTitel: z.string() })),
    /** Running zaken, last come first; `meer`: there are others on the page of zaken. */
    loopt: z.array(PortaalZaakRij),
    meer: z.boolean(),
    regelen: z.array(PortaalProces),
    concepten: z.array(Portaalconcept),
    /** Of his complex. */
    meldingen: z.array(PortaalMelding),
    afspraken: z.array(PortaalAfspraak),
  }),
})
