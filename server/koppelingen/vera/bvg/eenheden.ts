import { z } from 'zod'
import type { Complexgegevens, Eenheidgegevens, Erp, ErpContext } from '#server/erp/index.ts'
import type { Resource, Vera } from '../vera.ts'
import { bedrag, code, lijst, sleutels, wel } from '../waarden.ts'

const Adres = z.object({
  straatnaam: wel(z.string()),
  huisnummer: wel(z.string()),
  huisletter: wel(z.string()),
  huisnummerToevoeging: wel(z.string()),
  postcode: wel(z.string()),
  woonplaats: wel(z.object({ naam: wel(z.string()) })),
})

const Eenheidbericht = z.object({
  ...sleutels,
  id: z.string(),
  code: z.string(),
  soort: code,
  detailSoort: code,
  status: code,
  adres: wel(Adres),
  clusters: lijst(z.object(sleutels)),
  bouwjaar: wel(z.number().int()),
  gebruiksoppervlakte: wel(z.number()),
  kamersAantal: wel(z.number().int()),
  energieprestaties: lijst(z.object({ label: code })),
  brutohuur: wel(bedrag),
})

const eenheidresource: Resource<z.output<typeof Eenheidbericht>> = {
  keten: 'bvg',
  pad: 'eenheden',
  naam: 'eenheden',
  bericht: Eenheidbericht,
}

export function eenheden(vera: Vera): Omit<Erp['eenheden'], 'onderdelen'> {
  return {
    haal: (ctx, eenheidCode) => haalEenheid(vera, ctx, eenheidCode),
    async lijst(ctx, cursor) {
      const { rijen, verder } = await vera.pagina(ctx, eenheidresource, {}, cursor)
      return { rijen: rijen.map((rij) => eenheidVan(vera.lees(eenheidresource, rij).bericht)), cursor: verder }
    },
  }
}

export async function adresVanEenheid(vera: Vera, ctx: ErpContext, eenheidCode: string) {
  const eenheid = await haalEenheid(vera, ctx, eenheidCode)
  return eenheid && { postcode: eenheid.postcode, huisnummer: eenheid.huisnummer }
}

async function haalEenheid(vera: Vera, ctx: ErpContext, eenheidCode: string): Promise<Eenheidgegevens | undefined> {
  const past = (each: z.output<typeof Eenheidbericht>) => each.code === eenheidCode
  const [bericht] = await vera.lijst(ctx, eenheidresource, { code: eenheidCode }, past, { hoogstens: 1 })
  return bericht && eenheidVan(bericht)
}

function eenheidVan(bericht: z.output<typeof Eenheidbericht>): Eenheidgegevens {
  const { adres } = bericht
  return {
    id: bericht.id,
    code: bericht.code,
    soort: bericht.soort,
    detailsoort: bericht.detailSoort,
    status: bericht.status,
    complexCode: bericht.clusters[0]?.code,
    straatnaam: adres?.straatnaam ?? '',
    huisnummer: adres?.huisnummer ?? '',
    huisletter: adres?.huisletter ?? '',
    toevoeging: adres?.huisnummerToevoeging ?? '',
    postcode: (adres?.postcode ?? '').replace(/\s/g, '').toUpperCase(),
    woonplaats: adres?.woonplaats?.naam ?? '',
    bouwjaar: bericht.bouwjaar,
    oppervlakte: bericht.gebruiksoppervlakte,
    kamers: bericht.kamersAantal,
    energielabel: bericht.energieprestaties[0]?.label,
    brutohuurCent: bericht.brutohuur,
  }
}

const Clusterbericht = z.object({ ...sleutels, id: z.string(), code: z.string(), naam: wel(z.string()) })

const clusterresource: Resource<z.output<typeof Clusterbericht>> = {
  keten: 'bvg',
  pad: 'clusters',
  naam: 'clusters',
  bericht: Clusterbericht,
}

export function complexen(vera: Vera): Erp['complexen'] {
  return {
    async lijst(ctx, cursor) {
      const { rijen, verder } = await vera.pagina(ctx, clusterresource, {}, cursor)
      const complexVan = (rij: unknown): Complexgegevens => {
        const { id, code: clusterCode, naam } = vera.lees(clusterresource, rij).bericht
        return { id, code: clusterCode, naam: naam ?? clusterCode }
      }
      return { rijen: rijen.map(complexVan), cursor: verder }
    },
  }
}
