import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

/** Whose portal it is, as everybody may see it: also who is not signed in yet. */
export const Portaalorganisatie = z.object({
  /** The name of the portal, or that of the organisatie. */
  naam: z.string(),
  /** Address of the picture; null: the first letter in the colour of the organisatie. */
  logo: z.string().nullable(),
  welkom: z.string(),
  telefoon: z.string(),
  /** For what cannot wait, day and night. */
  spoedtelefoon: z.string(),
  openingstijden: z.string(),
  privacyverklaring: z.string(),
  toegankelijkheidsverklaring: z.string(),
})
export type Portaalorganisatie = z.infer<typeof Portaalorganisatie>

export const getPortaalorganisatie = endpoint({
  method: 'GET',
  path: '/api/portaal/organisatie',
  summary: 'Whose portal this is: name, telephone numbers, opening hours',
  recht: 'openbaar',
  response: Portaalorganisatie,
})

export const getThema = endpoint({
  method: 'GET',
  path: '/portaal/thema.css',
  summary: 'The colours of the organisatie for the portal, as a style sheet',
  recht: 'openbaar',
  response: z.string(),
  raw: true,
})

export const getManifest = endpoint({
  method: 'GET',
  path: '/portaal/manifest.webmanifest',
  summary: 'What a phone needs to install the portal as an app',
  recht: 'openbaar',
  response: z.unknown(),
  raw: true,
})

/** `svg` for a browser tab; squares for the start screen of a phone, `rond` with room for a round mask. */
export const Icoonmaat = z.enum(['icoon.svg', 'icoon-192.png', 'icoon-512.png', 'icoon-rond-512.png'])
export type Icoonmaat = z.infer<typeof Icoonmaat>

export const getIcoon = endpoint({
  method: 'GET',
  path: '/portaal/beeld/:maat',
  summary: 'The icon of the portal: the first letter of the organisatie in its colour',
  recht: 'openbaar',
  params: z.strictObject({ maat: Icoonmaat }),
  response: z.unknown(),
  raw: true,
})
