import { z } from 'zod'
import { type Afspraak, type Erp, ErpBezet, type ErpContext, ErpGeweigerd } from '#server/erp/index.ts'
import type { Resource, Vera } from '../vera.ts'
import { alsExtra, codeUit, gevuld, moment, Sleutels, sleutels, wel } from '../waarden.ts'
import { afspraakOpties } from './afspraakOpties.ts'
import { Relaties, uitvoerderVan } from './personen.ts'
import { isMoment, optiebericht, tijdVan } from './tijden.ts'

const Bericht = z.object({
  ...sleutels,
  id: z.string(),
  onderwerp: wel(z.string()),
  status: codeUit('AAN', 'GEP', 'AFG', 'ANN'),
  begindatum: wel(moment),
  einddatum: wel(moment),
  bloktijdBegin: wel(moment),
  bloktijdEind: wel(moment),
  onderhoudsorder: wel(Sleutels),
  onderhoudsverzoek: wel(Sleutels),
  relaties: Relaties,
})
type Bericht = z.output<typeof Bericht>

const resource: Resource<Bericht> = { keten: 'ohd', pad: 'afspraken', naam: 'afspraken', bericht: Bericht }

export function afspraken(vera: Vera): Erp['afspraken'] {
  return {
    async boek(ctx, sleutel, { verzoekId, optie, onderwerp }) {
      const bericht = {
        ...optiebericht(optie),
        onderwerp: onderwerp ?? 'Reparatie',
        status: { code: 'GEP' },
        onderhoudsverzoek: { id: verzoekId },
        'extra-attributen': alsExtra({ afspraakOptie: optie.id }),
      }
      return await ofBezet(vera, ctx, { verzoekId, specialisme: optie.specialisme }, async () =>
        afspraakVan((await vera.maak(ctx, resource, sleutel, bericht)).bericht),
      )
    },
    async verzet(ctx, sleutel, id, optie) {
      const nu = await vera.haal(ctx, resource, id)
      const verzoekId = nu?.bericht.onderhoudsverzoek?.id
      return await ofBezet(vera, ctx, { verzoekId, specialisme: optie.specialisme }, async () => {
        const gelezen = await vera.wijzig(ctx, resource, {
          id,
          sleutel,
          al: (bericht) => bericht.status === 'GEP' && isMoment(bericht, optie),
          velden: () => ({
            ...optiebericht(optie),
            status: { code: 'GEP' },
            'extra-attributen': alsExtra({ afspraakOptie: optie.id }),
          }),
        })
        return afspraakVan(gelezen.bericht)
      })
    },
    async annuleer(ctx, sleutel, id, reden) {
      await vera.wijzig(ctx, resource, {
        id,
        sleutel,
        al: (bericht) => bericht.status === 'ANN',
        velden: () => gevuld({ status: { code: 'ANN' }, 'extra-attributen': alsExtra({ redenAnnulering: reden }) }),
      })
    },
    async haal(ctx, id) {
      const gelezen = await vera.haal(ctx, resource, id)
      return gelezen && afspraakVan(gelezen.bericht)
    },
  }
}

/** VERA has no word for a slot that is taken; 409 is what HTTP has for it, and the codes are those that ERPs use. */
const bezetCodes = new Set(['409', 'BEZET', 'AFSPRAAK_BEZET'])

/** Turns "taken" into the slots that are free now. */
export async function ofBezet<T>(
  vera: Vera,
  ctx: ErpContext,
  vraag: { verzoekId?: string | undefined; specialisme?: string | undefined },
  doe: () => Promise<T>,
): Promise<T> {
  try {
    return await doe()
  } catch (error) {
    if (!(error instanceof ErpGeweigerd) || !bezetCodes.has(error.code.toUpperCase())) throw error
    throw new ErpBezet(await afspraakOpties(vera)(ctx, vraag), { cause: error })
  }
}

function afspraakVan(bericht: Bericht): Afspraak {
  return {
    id: bericht.id,
    status: bericht.status,
    onderwerp: bericht.onderwerp ?? '',
    ...tijdVan(bericht),
    uitvoerder: uitvoerderVan(bericht.relaties),
    verzoekId: bericht.onderhoudsverzoek?.id,
    orderId: bericht.onderhoudsorder?.id,
  }
}
