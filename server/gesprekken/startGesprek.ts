import type { BodyOf } from '#contract/endpoint.ts'
import type { startGesprek as StartGesprek } from '#contract/gesprekken.ts'
import { listKanalen } from '#server/beheer/index.ts'
import { findKlantcontacten, type KlantcontactRow, mayViewKlantcontact } from '#server/klantcontacten/index.ts'
import { conflict, notFound } from '#server/platform/errors.ts'
import { eisRecht, type WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { getTaak } from '#server/taken/index.ts'
import { tell } from './bewaarGesprek.ts'
import { leegGesprek, legeVraag } from './regels/leegGesprek.ts'
import { resolvePartij } from './resolvePartij.ts'
import { insertConcept, selectConcepten } from './store.ts'
import type { ConceptRow } from './tables.ts'

/** As many tabs as a person can keep apart; more is a sign that nothing is finished. */
export const maxGesprekken = 12

/** Begins a contact: empty, with a klant, as the answer to an earlier question, or to call back for a taak. */
export async function startGesprek(w: WriteContext, input: BodyOf<typeof StartGesprek>): Promise<ConceptRow> {
  eisRecht(w.actor, 'klantcontact.registreren')
  if ((await selectConcepten(w.db, w.actor.medewerkerId, maxGesprekken)).length >= maxGesprekken) {
    throw conflict('te-veel-gesprekken', `U heeft ${maxGesprekken} gesprekken open. Rond er eerst een af.`)
  }
  const taak = input.taakId ? await getTaak(w, input.taakId) : undefined
  const question = await questionOf(w, taak?.klantcontact_id ?? null, input.antwoordOp)
  const partijId = await resolvePartij(w.db, taak?.partij_id ?? input.partijId)
  const answering = taak !== undefined || question !== undefined
  const vraag = {
    ...legeVraag(newId()),
    ...(answering && {
      type: 'terugkoppeling' as const,
      onderwerp: question?.onderwerp ?? taak?.onderwerp ?? '',
      antwoordOp: question?.id ?? null,
      toonInPortaal: question?.toon_in_portaal ?? false,
      vertrouwelijk: question?.vertrouwelijk ?? taak?.vertrouwelijk ?? false,
    }),
  }
  const concept = await insertConcept(w.tx, {
    id: newId(),
    medewerker_id: w.actor.medewerkerId,
    partij_id: partijId,
    taak_id: taak?.id ?? null,
    inhoud: leegGesprek({
      kanaalCode: input.kanaalCode ?? question?.kanaal_code ?? (await firstKanaal(w)),
      richting: answering ? 'uitgaand' : input.richting,
      vraag,
    }),
    begonnen_op: w.now,
    gewijzigd_op: w.now,
  })
  await tell(w, concept, 'begonnen', [partijId])
  if (partijId) {
    await logVerwerking(w, {
      actie: 'toevoegen',
      doel: 'Gesprek beginnen',
      objectSoort: 'gesprek',
      objectId: concept.id,
      partijIds: [partijId],
    })
  }
  return concept
}

/** The channel that the administrator put on top is the one most contacts come in by: one choice less per call. */
async function firstKanaal(w: WriteContext): Promise<string | null> {
  return (await listKanalen(w.db)).find((kanaal) => kanaal.actief)?.code ?? null
}

/** Who may see the taak may answer its question; any other post must be his to see. */
async function questionOf(
  w: WriteContext,
  vanTaak: string | null,
  antwoordOp: string | null,
): Promise<KlantcontactRow | undefined> {
  const id = vanTaak ?? antwoordOp
  if (id === null) return undefined
  const post = (await findKlantcontacten(w.db, [id])).get(id)
  if (!post || (vanTaak === null && !mayViewKlantcontact(w.actor, post))) throw notFound()
  return post
}
