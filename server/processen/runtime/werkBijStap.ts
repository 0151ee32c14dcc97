import type { WriteContext } from '#server/platform/http/context.ts'
import { zetStap } from '#server/zaken/index.ts'
import { isGereedstaand } from '../model/gereedstaand.ts'
import type { Wachtpunt } from '../motor/soorten.ts'
import type { Gehouden } from './gehouden.ts'

/** What people have to do counts first; a timer is what it is about only when nothing else is. */
const volgorde: Wachtpunt['soort'][] = ['taak', 'bericht', 'signaal', 'actie', 'timer']

/** Keeps with the zaak at which step it stands: of several at once the first that somebody has to do. */
export async function werkBijStap(
  w: WriteContext,
  { zaak, geladen: { model } }: Gehouden,
  wacht: readonly Wachtpunt[],
): Promise<void> {
  const [eerste] = wacht
    .flatMap((punt) => {
      const stap = model.stappen.get(punt.element)
      return stap && !isGereedstaand(model, stap) ? [{ soort: punt.soort, naam: stap.naam || stap.id }] : []
    })
    .sort((a, b) => volgorde.indexOf(a.soort) - volgorde.indexOf(b.soort))
  await zetStap(w, zaak, eerste?.naam ?? '')
}
