import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ProcesParams } from './processen.ts'
import { Id } from './vormen.ts'

/** A file that was sent for a field of a form, as its answer names it. */
export const Procesbestand = z.object({ id: Id, naam: z.string(), omvang: z.int() })
export type Procesbestand = z.infer<typeof Procesbestand>

/** What one employee may have sent without having sent the form. */
export const losseBestandenMax = 100

export const uploadStartbestand = endpoint({
  method: 'POST',
  path: '/api/processen/:proces/bestanden',
  summary: 'Add one file (multipart field `bestand`) to the form that starts a process',
  recht: 'proces.starten',
  params: ProcesParams,
  response: Procesbestand,
  status: 201,
  raw: true,
})

export const uploadStapbestand = endpoint({
  method: 'POST',
  path: '/api/zaken/:id/stappen/:element/bestanden',
  summary:
    'Add one file (multipart field `bestand`) to the form of a step; a document of the zaak once the form is sent',
  recht: 'zaak.behandelen',
  params: z.strictObject({ id: Id, element: z.string().max(200) }),
  response: Procesbestand,
  status: 201,
  raw: true,
})
