import { z } from 'zod'

/** RFC 9457 problem details with the `invalidParams` of the Dutch API strategy (ZGW `ValidatieFout`). */
export const Probleem = z.object({
  type: z.string(),
  code: z.string(),
  title: z.string(),
  status: z.int(),
  /** A Dutch sentence the user can act on. */
  detail: z.string(),
  instance: z.string(),
  invalidParams: z.array(z.object({ name: z.string(), code: z.string(), reason: z.string() })).optional(),
  /** With 409 `verouderd`: the resource as it is now, so the screen can show what changed and keep the text. */
  huidig: z.unknown().optional(),
})
export type Probleem = z.infer<typeof Probleem>
