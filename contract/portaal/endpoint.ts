import { z } from 'zod'
import type { Endpoint } from '../endpoint.ts'
import { endpoint } from '../endpoint.ts'
import { Id } from '../vormen.ts'

/**
 * For whom the customer acts: himself, unless he names somebody who gave him a mandate. It is part of the address and
 * not of the session, so that two tabs can act for two people and a link to a document keeps its meaning.
 */
export const Namens = z.strictObject({ namens: Id.optional() })
export type Namens = z.infer<typeof Namens>

/** An endpoint of the portal: for customers only, and always able to act for somebody else. */
export type PortaalEndpoint = Endpoint & {
  path: `/api/portaal/${string}`
  recht: 'klant' | 'klant-sterk'
  query: z.ZodObject<typeof Namens.shape>
}

/** As `endpoint`, for the portal: `query` is `Namens` or an extension of it. */
export function portaalEndpoint<const E extends PortaalEndpoint>(description: E): E {
  return endpoint(description)
}
