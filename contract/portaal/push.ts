import { z } from 'zod'
import { Namens, portaalEndpoint } from './endpoint.ts'

/** As `PushSubscription.toJSON()` of a browser gives it. */
export const Pushabonnement = z.object({
  endpoint: z.url().max(1000),
  keys: z.object({
    /** Public key of the browser: an uncompressed point on P-256, 65 bytes. */
    p256dh: z.string().regex(/^[\w-]{87}=?$/),
    auth: z.string().regex(/^[\w-]{22}={0,2}$/),
  }),
})

export const getPush = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/push',
  summary: 'Our public key for push messages, and how many devices of this customer get them',
  recht: 'klant',
  query: Namens,
  response: z.object({ sleutel: z.string(), apparaten: z.int() }),
})

/** Always for himself: whoever he acts for, the device is his. */
export const addPush = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/push',
  summary: 'This device of the customer wants push messages',
  recht: 'klant',
  query: Namens,
  body: Pushabonnement,
  response: z.object({ apparaten: z.int() }),
})

export const removePush = portaalEndpoint({
  method: 'DELETE',
  path: '/api/portaal/push',
  summary: 'This device wants no push messages any more',
  recht: 'klant',
  query: Namens.extend({ endpoint: z.string().max(1000) }),
  response: z.object({ apparaten: z.int() }),
})
