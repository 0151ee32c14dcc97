import { z } from 'zod'
import type { Erp, Onderdeel } from '#server/erp/index.ts'
import type { Resource, Vera } from '../vera.ts'
import { code, extraAttributen, extraVan, lijst, Sleutels, sleutels, wel } from '../waarden.ts'

/** A warranty ends on a day; some systems send the moment. */
const dag = z.string().transform((waarde) => waarde.slice(0, 10))

const Bericht = z.object({
  ...sleutels,
  ...extraAttributen,
  id: z.string(),
  naam: wel(z.string()),
  omschrijving: wel(z.string()),
  detailSoort: code,
  eenheid: wel(Sleutels),
  garanties: lijst(z.object({ einddatum: wel(dag), relatie: wel(z.object({ naam: wel(z.string()) })) })),
})
type Bericht = z.output<typeof Bericht>

const resource: Resource<Bericht> = {
  keten: 'ohd',
  pad: 'bouwkundig-elementen',
  naam: 'bouwkundige elementen',
  bericht: Bericht,
}

export const onderdelen =
  (vera: Vera): Erp['eenheden']['onderdelen'] =>
  async (ctx, eenheidCode) => {
    const filter = { 'eenheid.code': eenheidCode }
    const berichten = await vera.lijst(ctx, resource, filter, (each) => each.eenheid?.code === eenheidCode)
    return berichten.slice(0, 200).map(onderdeelVan)
  }

function onderdeelVan(bericht: Bericht): Onderdeel {
  const garanties = bericht.garanties.filter(({ einddatum }) => einddatum !== undefined)
  const langste = garanties.sort((a, b) => (b.einddatum ?? '').localeCompare(a.einddatum ?? ''))[0]
  return {
    id: bericht.id,
    element: bericht.detailSoort,
    omschrijving: bericht.omschrijving ?? bericht.naam ?? '',
    garantieTot: langste?.einddatum,
    leverancier: langste?.relatie?.naam,
    // The standard has no place for who put it there.
    zelfAangebracht: extraVan(bericht, 'zelfAangebracht') === 'true',
  }
}
