import { z } from 'zod'
import {
  type AfspraakOptie,
  type Dagdeel,
  type Erp,
  type ErpContext,
  ErpGeweigerd,
  type OptieVraag,
} from '#server/erp/index.ts'
import { adresVanEenheid } from '../bvg/eenheden.ts'
import type { Filter, Resource, Vera } from '../vera.ts'
import { alsTijdstip, code, moment, sleutels, wel } from '../waarden.ts'
import { onderhoudsorders } from './onderhoudsorders.ts'
import { Relaties, uitvoerderVan } from './personen.ts'

const Bericht = z
  .object({
    ...sleutels,
    begindatum: wel(moment),
    einddatum: wel(moment),
    bloktijdBegin: wel(moment),
    bloktijdEind: wel(moment),
    planningscore: wel(z.number()),
    specialisme: code,
    relaties: Relaties,
  })
  .refine((optie) => (optie.bloktijdBegin ?? optie.begindatum) && (optie.bloktijdEind ?? optie.einddatum), {
    message: 'een afspraakoptie zonder begin of einde',
  })
type Bericht = z.output<typeof Bericht>

const resource: Resource<Bericht> = { keten: 'ohd', pad: 'afspraak-opties', naam: 'afspraakopties', bericht: Bericht }

export function afspraakOpties(vera: Vera): Erp['afspraakOpties'] {
  return async (ctx, vraag) => {
    const { hoogstens = 10 } = vraag
    const filter = await filterVan(vera, ctx, vraag)
    const opties = (await vera.lijst(ctx, resource, filter, () => true)).map(optieVan)
    return opties
      .filter((optie) => past(optie, vraag, ctx.now))
      .sort((a, b) => b.score - a.score || a.begin.localeCompare(b.begin))
      .slice(0, hoogstens)
  }
}

/** The order is what gets planned; before there is one, the address and the skill say enough. */
async function filterVan(vera: Vera, ctx: ErpContext, vraag: OptieVraag): Promise<Filter> {
  const [order] = vraag.verzoekId ? await onderhoudsorders(vera).vanVerzoek(ctx, vraag.verzoekId) : []
  const adres = vraag.eenheidCode ? await adresVanEenheid(vera, ctx, vraag.eenheidCode) : undefined
  if (vraag.eenheidCode && !adres)
    throw new ErpGeweigerd('niet-gevonden', `De ERP kent eenheid ${vraag.eenheidCode} niet.`)
  return {
    'onderhoudsorder.id': order?.id,
    'adres.postcode': adres?.postcode,
    'adres.huisnummer': adres?.huisnummer,
    'specialisme.code': vraag.specialisme,
    duur: vraag.duur,
    bloktijdBegin: vraag.vanaf && alsTijdstip(vraag.vanaf),
    bloktijdEind: vraag.tot && alsTijdstip(vraag.tot),
  }
}

/** Tested here too: whether and how an ERP filters on these is not in the standard. */
function past(optie: AfspraakOptie, vraag: OptieVraag, nu: Date): boolean {
  const begin = Date.parse(optie.begin)
  if (begin < nu.getTime()) return false
  if (vraag.vanaf && begin < Date.parse(vraag.vanaf)) return false
  if (vraag.tot && Date.parse(optie.eind) > Date.parse(vraag.tot)) return false
  return !vraag.dagdelen?.length || vraag.dagdelen.includes(dagdeelVan(optie.begin))
}

/** VERA DAGDEEL has 8–12, 12–18 and 18–24; what is earlier counts as morning. */
function dagdeelVan(tekst: string): Dagdeel {
  const { hour } = Temporal.Instant.from(tekst).toZonedDateTimeISO('Europe/Amsterdam')
  return hour < 12 ? 'OCH' : hour < 18 ? 'MID' : 'AVO'
}

function optieVan(bericht: Bericht): AfspraakOptie {
  const begin = bericht.bloktijdBegin ?? bericht.begindatum ?? ''
  const [wie] = bericht.relaties
  return {
    id: bericht.id ?? [begin, wie?.id ?? wie?.code ?? ''].join('/'),
    begin,
    eind: bericht.bloktijdEind ?? bericht.einddatum ?? '',
    score: bericht.planningscore ?? 0,
    specialisme: bericht.specialisme,
    uitvoerder: uitvoerderVan(bericht.relaties),
  }
}
