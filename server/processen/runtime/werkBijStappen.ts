import { doorWie, type WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { isGereedstaand } from '../model/gereedstaand.ts'
import type { Voorval } from '../motor/soorten.ts'
import { insertStappen, selectOpenStappen, sluitStap } from '../store.ts'
import { type Gehouden, isNieuw } from './gehouden.ts'

/** Keeps what was done, when and by whom. What did not end and is no longer there, was broken off. */
export async function werkBijStappen(
  w: WriteContext,
  gehouden: Gehouden,
  voorvallen: readonly Voorval[],
  levend: ReadonlySet<string>,
): Promise<void> {
  const { instantie, geladen } = gehouden
  const geeindigd = new Set(voorvallen.filter(({ wat }) => wat === 'eind').map(({ sleutel }) => sleutel))
  const einde = (uitvoering: string) => {
    const eind = geeindigd.has(uitvoering)
    return { eind_op: eind || !levend.has(uitvoering) ? w.now : null, afgebroken: !eind && !levend.has(uitvoering) }
  }
  for (const stap of isNieuw(gehouden) ? [] : await selectOpenStappen(w.db, instantie.id)) {
    const nu = einde(stap.uitvoering)
    if (nu.eind_op) await sluitStap(w.tx, stap.id, { ...nu, door: doorWie(w) })
  }
  const nieuw = voorvallen.flatMap(({ element, sleutel, wat }) => {
    const stap = geladen.model.stappen.get(element)
    // An event that stands ready is a step when it comes, and not before.
    if (!stap || wat !== (isGereedstaand(geladen.model, stap) ? 'eind' : 'begin')) return []
    const { soort, naam } = stap
    const wanneer = { begin_op: w.now, ...einde(sleutel), door: doorWie(w) }
    return [{ id: newId(), instantie_id: instantie.id, element, uitvoering: sleutel, soort, naam, ...wanneer }]
  })
  await insertStappen(w.tx, nieuw)
}
