import { stringify } from 'yaml'
import type { ProcesVersie } from '#contract/procesbeheer.ts'
import type { Proefverzoek } from '#contract/procesproef.ts'
import { conflict } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { bewaarConcept, houdConcept } from '../versies/beheer.ts'
import { alsVerwachting } from './neemWaar.ts'
import { andereMappen } from './proefdraaien.ts'
import type { Scenario } from './scenario.ts'
import { stapVoorStap } from './stapVoorStap.ts'
import { terugdraaibaar } from './terugdraaibaar.ts'

/** Where a beheerder keeps what he tried himself. */
const eigen = 'scenarios/eigen.yaml'

/** Thrown to roll back the rehearsal, not what is kept of it. */
class Gezien extends Error {}

/**
 * Keeps a rehearsal in a draft: its example and steps as they were, what was seen as what is expected from now on.
 * @throws 404, 409 for a draft that somebody else changed, or an example that does not go to its end
 */
export async function bewaarScenario(
  w: WriteContext,
  id: string,
  versie: number,
  { naam, ...verzoek }: Proefverzoek & { naam: string },
): Promise<ProcesVersie> {
  const concept = await houdConcept(w, id, versie)
  let uitslag: Awaited<ReturnType<typeof stapVoorStap>> | undefined
  await terugdraaibaar(w, async () => {
    uitslag = await stapVoorStap(w, concept, verzoek, await andereMappen(w, concept.proces))
    throw new Gezien()
  }).catch((error: unknown) => {
    if (!(error instanceof Gezien)) throw error
  })
  if (!uitslag?.gezien || uitslag.stand.fout)
    throw conflict('proef-loopt-vast', uitslag?.stand.fout?.melding ?? 'Dit voorbeeld begint niet.')
  const scenario = {
    naam,
    gegeven: zonderLeeg(verzoek.start),
    ...(verzoek.stappen.length > 0 && { stappen: verzoek.stappen.map(zonderLeeg) }),
    verwacht: alsVerwachting(uitslag.gezien),
  } satisfies Partial<Scenario>
  const eerder = concept.bestanden[eigen]?.trimEnd()
  const tekst = stringify(scenario, { aliasDuplicateObjects: false, lineWidth: 120 })
  return bewaarConcept(w, id, versie, {
    ...concept.bestanden,
    [eigen]: eerder ? `${eerder}\n---\n${tekst}` : tekst,
  })
}

/** What is as it is anyway, is left out: easier to read. */
function zonderLeeg<T extends object>(delen: T): T {
  const leeg = (waarde: unknown) =>
    waarde === undefined || waarde === false || (typeof waarde === 'object' && waarde !== null && isLeeg(waarde))
  return Object.fromEntries(Object.entries(delen).filter(([naam, waarde]) => naam === 'uitvoer' || !leeg(waarde))) as T
}

const isLeeg = (waarde: object) => Object.keys(waarde).length === 0
