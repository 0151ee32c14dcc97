import { z } from 'zod'
import type { Defect, Erp, NieuwOnderhoudsverzoek, Onderhoudsverzoek } from '#server/erp/index.ts'
import type { Resource, Vera } from '../vera.ts'
import {
  alsCode,
  alsExtra,
  alsTijdstip,
  code,
  codeUit,
  extraAttributen,
  extraVan,
  gevuld,
  lijst,
  type MetExtra,
  moment,
  Sleutels,
  sleutels,
  wel,
} from '../waarden.ts'

const Bericht = z.object({
  ...sleutels,
  ...extraAttributen,
  id: z.string(),
  omschrijving: wel(z.string()),
  status: codeUit('REG', 'BEO', 'INB', 'TEC', 'FIN', 'AFG', 'GEA'),
  melddatum: wel(moment),
  eenheid: wel(Sleutels),
  cluster: wel(Sleutels),
  defecten: lijst(z.object({ soort: code, omschrijving: wel(z.string()), locatie: code, oorzaak: code })),
  onderhoudsorders: lijst(Sleutels),
})
type Bericht = z.output<typeof Bericht>

const resource: Resource<Bericht> = {
  keten: 'ohd',
  pad: 'onderhoudsverzoeken',
  naam: 'onderhoudsverzoeken',
  bericht: Bericht,
}

export function onderhoudsverzoeken(vera: Vera): Erp['onderhoudsverzoeken'] {
  return {
    async maak(ctx, sleutel, nieuw) {
      return verzoekVan((await vera.maak(ctx, resource, sleutel, berichtVan(nieuw))).bericht)
    },
    async haal(ctx, id) {
      const gelezen = await vera.haal(ctx, resource, id)
      return gelezen && verzoekVan(gelezen.bericht)
    },
    async vanEenheid(ctx, eenheidCode) {
      const filter = { 'eenheid.code': eenheidCode }
      const berichten = await vera.lijst(ctx, resource, filter, (each) => each.eenheid?.code === eenheidCode)
      return berichten
        .map(verzoekVan)
        .sort((a, b) => (b.gemeldOp ?? '').localeCompare(a.gemeldOp ?? ''))
        .slice(0, 200)
    },
    async annuleer(ctx, sleutel, id, reden) {
      await vera.wijzig(ctx, resource, {
        id,
        sleutel,
        al: (bericht) => bericht.status === 'GEA',
        velden: () => ({ status: { code: 'GEA' }, 'extra-attributen': alsExtra({ redenAnnulering: reden }) }),
      })
    },
  }
}

function verzoekVan(bericht: Bericht): Onderhoudsverzoek {
  return {
    id: bericht.id,
    nummer: bericht.code ?? bericht.id,
    omschrijving: bericht.omschrijving ?? '',
    status: bericht.status,
    gemeldOp: bericht.melddatum,
    eenheidCode: bericht.eenheid?.code,
    complexCode: bericht.cluster?.code,
    defecten: bericht.defecten.map((defect, index) => ({ ...defect, element: elementVan(bericht, index) })),
    orderIds: bericht.onderhoudsorders.flatMap(({ id }) => (id === undefined ? [] : [id])),
  }
}

function berichtVan(nieuw: NieuwOnderhoudsverzoek): object {
  return gevuld({
    omschrijving: nieuw.omschrijving,
    onderhoudSoort: alsCode(nieuw.soort ?? 'REP'),
    status: alsCode('REG'),
    melddatum: alsTijdstip(nieuw.gemeldOp),
    eenheid: alsCode(nieuw.eenheidCode),
    cluster: alsCode(nieuw.complexCode),
    defecten: nieuw.defecten.map(defectbericht),
    alternatiefContactgegeven: nieuw.alternatiefContact,
    relaties: nieuw.relatienummer
      ? [{ code: nieuw.relatienummer, soort: { code: 'NAT' }, rollen: [{ soort: { code: 'MEL' } }] }]
      : undefined,
    voorkeurAfspraken: nieuw.voorkeur?.map(({ begin, eind }) => ({
      bloktijdBegin: alsTijdstip(begin),
      bloktijdEind: alsTijdstip(eind),
    })),
    'extra-attributen': alsExtra({
      zaaknummer: nieuw.zaaknummer,
      ...Object.fromEntries(nieuw.defecten.map(({ element }, index) => [elementNaam(index), element])),
    }),
  })
}

export function defectbericht({ soort, locatie, oorzaak, omschrijving }: Defect): object {
  return gevuld({ soort: alsCode(soort), locatie: alsCode(locatie), oorzaak: alsCode(oorzaak), omschrijving })
}

/**
 * VERA has the kind of element (BOUWKUNDIGELEMENTDETAILSOORT) only on an element that is registered; a tenant does not
 * know which of his taps that is. So the kind goes along as an extra attribute.
 */
const elementNaam = (index: number) => `defecten[${index}].bouwkundigElement.detailSoort`
const elementVan = (bericht: MetExtra, index: number) => extraVan(bericht, elementNaam(index))
