import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Larger than any form without a script. */
const maxBytes = 16 * 1024

/**
 * Lets the forms of plain pages in. What they send stays text until a page reads its own fields: no other endpoint can
 * mistake a form, which any site can send, for a body (see `refuseForm`).
 */
export function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: maxBytes },
    (_request, body, done) => done(null, body),
  )
}

/** The fields of a form with these names; of a name that comes twice the first. */
export function leesFormulier<N extends string>(
  request: FastifyRequest,
  namen: readonly N[],
): Partial<Record<N, string>> {
  const gestuurd = new URLSearchParams(typeof request.body === 'string' ? request.body : '')
  const velden: Partial<Record<N, string>> = {}
  for (const naam of namen) {
    const waarde = gestuurd.get(naam)
    if (waarde !== null) velden[naam] = waarde
  }
  return velden
}
