import type { Vraag, Weergave } from './bron.ts'
import { mag } from './bron.ts'
import { bronVan } from './bronnen/index.ts'
import { isObject } from './controleer.ts'
import { toon, zichtbareIds } from './object.ts'

/** Which resource a field of references leads to. */
const doelen: Record<string, string> = {
  digitaleAdressen: 'digitaleadressen',
  betrokkenen: 'betrokkenen',
  hadKlantcontact: 'klantcontacten',
  categorieRelaties: 'categorie-relaties',
  hadBetrokkenen: 'betrokkenen',
  wasPartij: 'partijen',
  leiddeTotInterneTaken: 'internetaken',
  gingOverOnderwerpobjecten: 'onderwerpobjecten',
  omvatteBijlagen: 'bijlagen',
  verstrektDoorBetrokkene: 'betrokkenen',
}

/**
 * Puts what is referred to beside the reference, under `_expand`, level by level: one question per field for the whole
 * page, however many rows it has.
 */
export async function breidUit(vraag: Vraag, weergaven: readonly Weergave[], paden: readonly string[]): Promise<void> {
  const eerste = new Map<string, string[]>()
  for (const pad of paden) {
    const [veld = '', ...rest] = pad.split('.')
    const dieper = eerste.get(veld) ?? []
    if (rest.length > 0) dieper.push(rest.join('.'))
    eerste.set(veld, dieper)
  }
  for (const [veld, dieper] of eerste) {
    const bron = bronVan(doelen[veld] ?? '')
    // Who may not read it, does not read it by a detour either.
    const ids = mag(vraag, `${bron.onderdeel}.lezen`)
      ? [...new Set(weergaven.flatMap((each) => idsVan(each[veld])))]
      : []
    const gevonden = await toon(vraag, bron, await zichtbareIds(vraag, bron, ids))
    if (dieper.length > 0) await breidUit(vraag, gevonden, dieper)
    const perId = new Map(gevonden.map((each) => [String(each['uuid']), each]))
    for (const weergave of weergaven) {
      const delen = idsVan(weergave[veld]).flatMap((id) => perId.get(id) ?? [])
      const uit = Array.isArray(weergave[veld]) ? delen : delen[0]
      if (uit !== undefined) weergave['_expand'] = { ...(weergave['_expand'] as object), [veld]: uit }
    }
  }
}

function idsVan(waarde: unknown): string[] {
  if (Array.isArray(waarde)) return waarde.flatMap(idsVan)
  return isObject(waarde) && typeof waarde['uuid'] === 'string' ? [waarde['uuid']] : []
}
