import { evalFeel, FeelError } from '#contract/regels/feel/feel.ts'
import { kalenderVan } from '#server/beheer/index.ts'
import { conflict } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { enqueue } from '#server/platform/jobs/jobs.ts'
import { meldWijziging } from '../meldWijziging.ts'
import { draai, WachtVoorbij } from '../motor/draai.ts'
import { type Omgeving, type Prikkel, ProcesFout, type Rust, type Voorval } from '../motor/soorten.ts'
import { updateInstantie } from '../store.ts'
import type { Postvak, ProcesInstantieRow } from '../tables.ts'
import { contextVan } from './context.ts'
import { type Gehouden, namens } from './gehouden.ts'
import { tijdstip } from './tijdstip.ts'
import { type Feel, voer } from './voer.ts'
import { werkBijStap } from './werkBijStap.ts'
import { werkBijStappen } from './werkBijStappen.ts'
import { werkBijWacht } from './werkBijWacht.ts'
import { werkBijZaak } from './werkBijZaak.ts'

/**
 * Runs a held process from rest to rest and writes everything that follows, in the transaction of `w`: state, data,
 * waits with their taken and timers, actions, history, the status of the zaak, and the event.
 * @param gegevens what the step brought, already merged with what was known
 * @throws 409 `stap-voorbij` when somebody was first, 409 `proces-fout` when the drawing cannot go on
 */
export async function zetVoort(
  w: WriteContext,
  gehouden: Gehouden,
  prikkel?: Prikkel,
  gegevens: Record<string, unknown> = { ...gehouden.instantie.gegevens },
): Promise<ProcesInstantieRow> {
  const { instantie, geladen } = gehouden
  const als = namens(w, gehouden.zaak)
  const { isVrij } = await kalenderVan(w.db)
  const vast = await contextVan(w, gehouden.zaak, geladen)
  const klok = { nu: w.now, isVrij }
  const context = () => ({ ...gegevens, ...vast })
  const feel: Feel = (expressie, lokaal) => evalFeel(expressie, { ...context(), ...lokaal }, klok)
  const omgeving: Omgeving = {
    feel,
    tijdstip: (soort, waarde) => tijdstip(soort, waarde, klok),
    voer: (werk) => voer({ w: als, gehouden, gegevens, context, feel, klok }, werk),
  }
  const loop = { bereid: geladen.bereid, items: geladen.items, omgeving }
  const postvak: Postvak = [...instantie.postvak]
  const voorvallen: Voorval[] = []
  const signalen: string[] = []
  let rust: Rust
  let staat = instantie.staat ?? undefined
  let volgende = prikkel
  do {
    rust = await stap(gehouden, () => draai(loop, staat, volgende))
    voorvallen.push(...rust.voorvallen)
    signalen.push(...rust.signalen)
    staat = rust.staat
    volgende = uitPostvak(postvak, rust, gegevens)
  } while (volgende && staat)

  const na = await updateInstantie(w.tx, instantie, {
    staat: rust.staat ?? null,
    gegevens,
    postvak,
    status: rust.staat ? 'wacht' : 'klaar',
    klaar_op: rust.staat ? null : w.now,
  })
  await werkBijStappen(w, gehouden, voorvallen, rust.levend)
  await werkBijZaak(als, gehouden, voorvallen, rust)
  await stap(gehouden, () => werkBijWacht(als, gehouden, rust.wacht, feel))
  await werkBijStap(w, gehouden, rust.wacht)
  for (const naam of new Set(signalen)) await enqueue(w, 'processen.roep', { naam, behalve: instantie.id, na: leegId })
  await meldWijziging(w, gehouden.zaak, na)
  return na
}

const leegId = '00000000-0000-0000-0000-000000000000'

/** A message that came before anybody waited for it. */
function uitPostvak(postvak: Postvak, rust: Rust, gegevens: Record<string, unknown>): Prikkel | undefined {
  for (const [plek, post] of postvak.entries()) {
    const punt = rust.wacht.find(({ soort, naam }) => soort === post.soort && naam === post.naam)
    if (!punt) continue
    postvak.splice(plek, 1)
    Object.assign(gegevens, post.gegevens)
    return { soort: 'voltooi', sleutel: punt.sleutel }
  }
  return undefined
}

/** What the engine says, in words for who did the step; a ProcesFout in words for who drew it. */
async function stap<T>({ geladen }: Gehouden, werk: () => Promise<T>): Promise<T> {
  try {
    return await werk()
  } catch (error) {
    if (error instanceof WachtVoorbij) throw conflict('stap-voorbij', 'Deze stap is al gedaan, of niet meer nodig.')
    if (error instanceof FeelError) throw conflict('proces-fout', `Het proces kan niet verder: ${error.message}`)
    if (!(error instanceof ProcesFout)) throw error
    const naam = geladen.model.stappen.get(error.element)?.naam || error.element
    throw conflict('proces-fout', `Het proces kan niet verder bij "${naam}": ${error.message}`, {
      element: error.element,
    })
  }
}
