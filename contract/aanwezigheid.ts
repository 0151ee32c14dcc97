import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, MedewerkerKort } from './vormen.ts'

/** What somebody can have open: a klantbeeld or a taak. */
const Plek = {
  objectSoort: z.enum(['partij', 'taak']),
  objectId: Id,
}

/** A colleague who has it open now; `bezig` means that he is working on it (a running contact, a note). */
export const Aanwezige = z.object({ medewerker: MedewerkerKort, bezig: z.boolean() })
export type Aanwezige = z.infer<typeof Aanwezige>

/** Colleagues, never oneself. */
const Aanwezigen = z.object({ aanwezig: z.array(Aanwezige) })

/** How often a screen says that it is still open, in seconds; after `verlooptNa` it counts as gone. */
export const hartslag = 15
export const verlooptNa = 45

/** `venster` tells the tabs of one employee apart. */
const Venster = z.string().regex(/^[\w-]{4,40}$/)

export const meldAanwezig = endpoint({
  method: 'PUT',
  path: '/api/aanwezigheid',
  summary: 'Tell that this screen has a klant or taak open; repeat every 15 seconds. Answers who else has.',
  recht: 'ingelogd',
  body: z.strictObject({ ...Plek, venster: Venster, bezig: z.boolean().default(false) }),
  response: Aanwezigen,
})

export const meldAfwezig = endpoint({
  method: 'DELETE',
  path: '/api/aanwezigheid',
  summary: 'Tell that this screen was closed.',
  recht: 'ingelogd',
  query: z.strictObject({ ...Plek, venster: Venster }),
  response: Aanwezigen,
})

export const leesAanwezigheid = endpoint({
  method: 'GET',
  path: '/api/aanwezigheid',
  summary: 'Which colleagues have a klant or taak open.',
  recht: 'ingelogd',
  query: z.strictObject(Plek),
  response: Aanwezigen,
})
