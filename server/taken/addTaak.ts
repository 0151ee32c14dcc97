import type { Prioriteit } from '#contract/klantcontacten.ts'
import { findKlantcontacten, mayViewKlantcontact, sameCustomer } from '#server/klantcontacten/index.ts'
import { type InvalidParam, invalidParams } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { findPartij } from '#server/relaties/index.ts'
import { findEenheden } from '#server/wonen/index.ts'
import { createTaak } from './createTaak.ts'
import type { TaakRow } from './tables.ts'

type Input = {
  teamId: string
  onderwerp: string
  toelichting: string
  prioriteit: Prioriteit
  termijnWerkdagen: number | null
  partijId: string | null
  eenheidId: string | null
  klantcontactId: string | null
  belofte: boolean
}

/** A taak that somebody makes without a contact. What it points at must exist and be his to see (A25, A28). */
export async function addTaak(w: WriteContext, input: Input): Promise<TaakRow> {
  const params: InvalidParam[] = []
  const refuse = (name: string, reason: string) => params.push({ name, code: 'onbekend', reason })
  const partij = input.partijId ? await findPartij(w.db, input.partijId) : undefined
  if (input.partijId && (!partij || partij.samengevoegd_in)) refuse('partijId', 'Kies een klant die bestaat.')
  if (input.eenheidId && !(await findEenheden(w.db, [input.eenheidId])).has(input.eenheidId)) {
    refuse('eenheidId', 'Kies een woning die bestaat.')
  }
  const post = input.klantcontactId
    ? (await findKlantcontacten(w.db, [input.klantcontactId])).get(input.klantcontactId)
    : undefined
  const mayLink =
    post && mayViewKlantcontact(w.actor, post) && (await sameCustomer(w.db, post.id, input.partijId, w.now))
  if (input.klantcontactId && !mayLink) refuse('klantcontactId', 'Dit contact hoort niet bij deze klant.')
  if (input.belofte && !input.partijId) refuse('belofte', 'Een belofte doet u aan een klant. Kies eerst de klant.')
  if (params.length > 0) throw invalidParams(params)
  return createTaak(w, { ...input, vertrouwelijk: post?.vertrouwelijk ?? false })
}
