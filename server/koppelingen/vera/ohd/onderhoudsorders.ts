import { z } from 'zod'
import { type Erp, ErpStoring, type Onderhoudsorder } from '#server/erp/index.ts'
import type { Resource, Vera } from '../vera.ts'
import { code, codeUit, lijst, moment, Sleutels, sleutels, wel } from '../waarden.ts'
import { Relaties, uitvoerderVan } from './personen.ts'
import { tijdVan } from './tijden.ts'

const Bericht = z.object({
  ...sleutels,
  id: z.string(),
  omschrijving: wel(z.string()),
  onderhoudSoort: code,
  onderhoudDetailSoort: code,
  status: codeUit('REG', 'OFF', 'WOG', 'GUN', 'PLN', 'INB', 'STE', 'TEC', 'FIN', 'AFG', 'GEA'),
  opdrachtdatum: wel(moment),
  uitersteGereeddatum: wel(moment),
  technischGereeddatum: wel(moment),
  uitvoerendeSoort: wel(codeUit('VAK', 'LEV')),
  relaties: Relaties,
  onderhoudsverzoeken: lijst(Sleutels),
  afspraken: lijst(
    z.object({
      ...sleutels,
      status: codeUit('AAN', 'GEP', 'AFG', 'ANN'),
      begindatum: wel(moment),
      einddatum: wel(moment),
      bloktijdBegin: wel(moment),
      bloktijdEind: wel(moment),
    }),
  ),
  onderhoudstaken: lijst(
    z.object({
      ...sleutels,
      omschrijving: wel(z.string()),
      status: codeUit('CON', 'GEP', 'REI', 'UIT', 'PAU', 'OND', 'UWT', 'GER', 'GES'),
      detailStatus: wel(codeUit('AFW', 'MAT', 'DIS', 'INS', 'OFF', 'ONV')),
      specialisme: code,
    }),
  ),
})
type Bericht = z.output<typeof Bericht>

const resource: Resource<Bericht> = {
  keten: 'ohd',
  pad: 'onderhoudsorders',
  naam: 'onderhoudsorders',
  bericht: Bericht,
}

/** The clock of the ERP and the moment it shows a change are not the same: look back a little, twice is harmless. */
const overlapMs = 60_000
const hoogstensBladen = 50

export function onderhoudsorders(vera: Vera): Erp['onderhoudsorders'] {
  return {
    async haal(ctx, id) {
      const gelezen = await vera.haal(ctx, resource, id)
      return gelezen && orderVan(gelezen.bericht)
    },
    async vanVerzoek(ctx, verzoekId) {
      const filter = { 'onderhoudsverzoeken.id': verzoekId }
      const hoortErbij = (order: Bericht) => order.onderhoudsverzoeken.some(({ id }) => id === verzoekId)
      return (await vera.lijst(ctx, resource, filter, hoortErbij)).map(orderVan)
    },
    async gewijzigdSinds(ctx, cursor) {
      const sinds = cursor ?? new Date().toISOString()
      const orders: Onderhoudsorder[] = []
      const onleesbaar: { id: string; reden: string }[] = []
      let klok: string | undefined
      let vervolg: string | undefined
      for (let blad = 0; blad < hoogstensBladen; blad++) {
        // Not in VERA, which has neither webhooks nor a moment of change: agree it with the supplier of the ERP. One that
        // ignores it gives all orders; `server/erp` compares them with what it knows.
        const { rijen, verder, antwoord } = await vera.pagina(ctx, resource, { gewijzigdSinds: sinds }, vervolg)
        klok ??= antwoord.koppen.get('date') ?? undefined
        for (const rij of rijen) {
          try {
            orders.push(orderVan(vera.lees(resource, rij).bericht))
          } catch (error) {
            if (!(error instanceof ErpStoring)) throw error
            // One order that cannot be read must not keep the others from us, now and at every next time.
            onleesbaar.push({ id: String(Reflect.get(Object(rij), 'id') ?? '?'), reden: error.message })
          }
        }
        if (verder === undefined) return { orders, onleesbaar, cursor: klokVan(klok) }
        vervolg = verder
      }
      throw new ErpStoring('onzin', 'De ERP geeft te veel gewijzigde onderhoudsorders.')
    },
  }
}

function klokVan(klok: string | undefined): string {
  const moment = klok === undefined ? Number.NaN : Date.parse(klok)
  return new Date((Number.isNaN(moment) ? Date.now() : moment) - overlapMs).toISOString()
}

function orderVan(bericht: Bericht): Onderhoudsorder {
  return {
    id: bericht.id,
    nummer: bericht.code ?? bericht.id,
    omschrijving: bericht.omschrijving ?? '',
    status: bericht.status,
    soort: bericht.onderhoudSoort,
    detailsoort: bericht.onderhoudDetailSoort,
    uitvoering: bericht.uitvoerendeSoort,
    uitvoerder: uitvoerderVan(bericht.relaties),
    verzoekIds: bericht.onderhoudsverzoeken.flatMap(({ id }) => (id === undefined ? [] : [id])),
    opgedragenOp: bericht.opdrachtdatum,
    uiterlijkGereed: bericht.uitersteGereeddatum,
    technischGereedOp: bericht.technischGereeddatum,
    taken: bericht.onderhoudstaken.map(({ id, omschrijving, status, detailStatus, specialisme }) => ({
      id: id ?? '',
      omschrijving: omschrijving ?? '',
      status,
      onderbrokenOm: detailStatus,
      specialisme,
    })),
    afspraken: bericht.afspraken.map((each) => ({ id: each.id ?? '', status: each.status, ...tijdVan(each) })),
  }
}
