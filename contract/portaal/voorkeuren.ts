import { z } from 'zod'
import { Namens, portaalEndpoint } from './endpoint.ts'

/** What a klant can choose about, in the order of the screen. */
export const keuzeDoelen = [
  'wettelijk',
  'afspraken',
  'voortgang',
  'antwoorden',
  'betalingen',
  'nieuws',
  'enquetes',
] as const
export const KeuzeDoel = z.enum(keuzeDoelen)
export type KeuzeDoel = z.infer<typeof KeuzeDoel>

/** `portaal`: it is there to be read and nothing tells of it. `uit`: not at all. */
export const KanaalKeuze = z.enum(['email', 'sms', 'push', 'brief', 'portaal', 'uit'])
export type KanaalKeuze = z.infer<typeof KanaalKeuze>

/**
 * What can be chosen for each purpose. What the law makes us tell must be kept by the klant, so it comes by mail or by
 * letter; nobody has to hear news or answer questions about how we did (Telecommunicatiewet, article 11.7).
 */
export const mogelijkeKeuzes: Record<KeuzeDoel, readonly KanaalKeuze[]> = {
  wettelijk: ['email', 'brief'],
  afspraken: ['email', 'sms', 'push', 'brief'],
  voortgang: ['email', 'sms', 'push', 'brief', 'portaal'],
  antwoorden: ['email', 'sms', 'push', 'brief', 'portaal'],
  betalingen: ['email', 'sms', 'push', 'brief', 'portaal'],
  nieuws: ['email', 'push', 'portaal', 'uit'],
  enquetes: ['email', 'sms', 'push', 'uit'],
}

export const VoorkeurRegel = z.object({
  doel: KeuzeDoel,
  /** Null: as the organisatie does it, by the way that he prefers in general. */
  kanaal: KanaalKeuze.nullable(),
  mogelijk: z.array(KanaalKeuze),
})

export const Voorkeuren = z.object({
  regels: z.array(VoorkeurRegel),
  geenSms: z.boolean(),
  /** By which ways he can be reached now; a choice that cannot be, is passed over. */
  bereikbaar: z.object({
    email: z.string().nullable(),
    mobiel: z.string().nullable(),
    post: z.boolean(),
    push: z.boolean(),
  }),
  /** Addresses of his at which our messages came back: he is asked to mend them. */
  onbestelbaar: z.array(z.string()),
  /** 0 as long as nothing was chosen; to be sent in If-Match all the same. */
  versie: z.int().nonnegative(),
})
export type Voorkeuren = z.infer<typeof Voorkeuren>

export const getVoorkeuren = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/voorkeuren',
  summary: 'By which way the customer wants to hear of what',
  recht: 'klant',
  query: Namens,
  response: Voorkeuren,
})

export const changeVoorkeuren = portaalEndpoint({
  method: 'PUT',
  path: '/api/portaal/voorkeuren',
  summary: 'Change by which way the customer wants to hear of what',
  recht: 'klant',
  query: Namens,
  body: z.strictObject({
    regels: z
      .array(z.strictObject({ doel: KeuzeDoel, kanaal: KanaalKeuze.nullable() }))
      .max(keuzeDoelen.length)
      .refine((regels) => regels.every(({ doel, kanaal }) => !kanaal || mogelijkeKeuzes[doel].includes(kanaal)), {
        message: 'Deze keuze kan hier niet.',
      }),
    geenSms: z.boolean(),
  }),
  response: Voorkeuren,
  ifMatch: true,
})
