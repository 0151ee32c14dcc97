import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** The data of one server-sent event `gebeurtenis`; the SSE `id` is the cursor. */
export const Gebeurtenis = z.object({
  soort: z.string(),
  onderwerpen: z.array(z.string()),
  gegevens: z.record(z.string(), z.unknown()),
})
export type Gebeurtenis = z.infer<typeof Gebeurtenis>

/**
 * SSE. First event `begin` (its id is the cursor from now on), then `gebeurtenis`. A reconnect with `Last-Event-ID`
 * replays what was missed; when that is too long ago the server sends `opnieuw`: load everything again.
 */
export const volgGebeurtenissen = endpoint({
  method: 'GET',
  path: '/api/gebeurtenissen',
  summary: 'Follow what happens, as server-sent events with a cursor.',
  recht: 'ingelogd',
  query: z.strictObject({ na: z.coerce.number().int().min(0).optional() }),
  response: z.string(),
  raw: true,
})
