import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Optie } from './formulieren.ts'
import { IdParams } from './vormen.ts'

/** What the editors of forms and messages ask of the server, for one version of a process. */
export const Procesnaam = z.object({
  naam: z.string(),
  /** Of the case itself, a question of a form, a decision, or what a step leaves. */
  herkomst: z.enum(['vast', 'formulier', 'beslissing', 'stap']),
})
export type Procesnaam = z.infer<typeof Procesnaam>

export const getProcesnamen = endpoint({
  method: 'GET',
  path: '/api/beheer/procesversies/:id/namen',
  summary:
    'The names that forms, conditions and messages of a version may use, an example of each, and the lists of forms.',
  recht: 'beheer.processen',
  params: IdParams,
  response: z.object({
    namen: z.array(Procesnaam),
    voorbeeld: z.record(z.string(), z.unknown()),
    lijsten: z.record(z.string(), z.array(Optie)),
  }),
})

const pad = z
  .string()
  .max(100)
  .regex(/^(?:berichten|documenten)\/[a-z0-9-]{1,60}\.md$/, 'Dit is geen bericht of document van een procesmap.')
const Tekst = z.strictObject({
  pad,
  /** As it is while one works on it. */
  tekst: z.string().max(100_000),
})

export const toonProcesbericht = endpoint({
  method: 'POST',
  path: '/api/beheer/procesversies/:id/berichtvoorbeeld',
  summary: 'A message or document with example data filled in, as each channel brings it.',
  recht: 'beheer.processen',
  params: IdParams,
  body: Tekst.extend({ brief: z.boolean().default(false) }),
  response: z.object({
    onderwerp: z.string(),
    /** Made of Markdown by the server. */
    html: z.string(),
    tekst: z.string(),
    /** What an sms says; null when this is never sent by sms. */
    sms: z.string().nullable(),
    /** The letter as PDF in base64, when asked for. */
    brief: z.string().nullable(),
    /** Why it cannot be shown. */
    fout: z.string().nullable(),
  }),
})

export const stuurProefbericht = endpoint({
  method: 'POST',
  path: '/api/beheer/procesversies/:id/proefbericht',
  summary: 'Send a message with example data to oneself, marked as a test.',
  recht: 'beheer.processen',
  params: IdParams,
  body: Tekst,
  response: z.object({ aan: z.string() }),
})
