import { z } from 'zod'
import type { Adres, Erp, ErpContext, Huuropzegging, Inspectie, NieuweInspectie } from '#server/erp/index.ts'
import { ofBezet, afspraken as ohdAfspraken } from '../ohd/afspraken.ts'
import { isMoment, optiebericht, tijdVan } from '../ohd/tijden.ts'
import type { Gelezen, Resource, Vera } from '../vera.ts'
import { alsCode, alsExtra, code, codeUit, dag, gevuld, lijst, moment, Sleutels, sleutels, wel } from '../waarden.ts'

const Inspectieafspraak = z.object({
  ...sleutels,
  onderwerp: wel(z.string()),
  status: codeUit('AAN', 'GEP', 'AFG', 'ANN'),
  begindatum: wel(moment),
  einddatum: wel(moment),
  bloktijdBegin: wel(moment),
  bloktijdEind: wel(moment),
})

const Bericht = z.object({
  ...sleutels,
  id: z.string(),
  status: codeUit('AAN', 'INB', 'GOE', 'AFG', 'GEA'),
  begindatum: wel(dag),
  opzegdatum: wel(dag),
  eindeReden: code,
  eindeDetailReden: code,
  huurdersafspraken: lijst(z.object({ code: z.string() })),
  huurovereenkomst: Sleutels,
  inspectieafspraken: lijst(Inspectieafspraak),
  onderhoudsverzoek: wel(Sleutels),
})
type Bericht = z.output<typeof Bericht>

const resource: Resource<Bericht> = {
  keten: 'vhe',
  pad: 'huuropzeggingen',
  naam: 'huuropzeggingen',
  bericht: Bericht,
}

export function huuropzeggingen(vera: Vera): Erp['huuropzeggingen'] {
  return {
    async maak(ctx, sleutel, nieuw) {
      const bericht = gevuld({
        status: alsCode('AAN'),
        // VERA: begindatum is when notice was given, opzegdatum the day it takes effect, einddatum when it was handled.
        begindatum: nieuw.ontvangenOp,
        opzegdatum: nieuw.einddatum,
        eindeReden: alsCode(nieuw.reden ?? 'OPZ'),
        eindeDetailReden: alsCode(nieuw.detailreden),
        huurdersafspraken: nieuw.afspraken?.map((each) => ({ code: each })),
        huurovereenkomst: { code: nieuw.overeenkomstNummer },
        nieuweAdressen: nieuw.nieuwAdres && [adresbericht(nieuw.nieuwAdres)],
        relaties: nieuw.relatienummers?.map((nummer) => ({
          code: nummer,
          soort: { code: 'NAT' },
          rollen: [{ soort: { code: 'HUU' } }],
        })),
        'extra-attributen': alsExtra({ zaaknummer: nieuw.zaaknummer }),
      })
      return await opzeggingVan(vera, ctx, await vera.maak(ctx, resource, sleutel, bericht))
    },
    async haal(ctx, id) {
      const gelezen = await vera.haal(ctx, resource, id)
      return gelezen && (await opzeggingVan(vera, ctx, gelezen))
    },
    async wijzig(ctx, sleutel, id, { gebaseerdOp, status, einddatum, nieuwAdres, afspraken }) {
      const gelezen = await vera.wijzig(ctx, resource, {
        id,
        sleutel,
        gebaseerdOp,
        // An address is not read back, so a change of it is always sent: the same one twice is harmless.
        al: (bericht) =>
          nieuwAdres === undefined &&
          (status === undefined || bericht.status === status) &&
          (einddatum === undefined || bericht.opzegdatum === einddatum) &&
          (afspraken === undefined || String(bericht.huurdersafspraken.map((each) => each.code)) === String(afspraken)),
        velden: () =>
          gevuld({
            status: alsCode(status),
            opzegdatum: einddatum,
            huurdersafspraken: afspraken?.map((each) => ({ code: each })),
            nieuweAdressen: nieuwAdres && [adresbericht(nieuwAdres)],
          }),
      })
      return await opzeggingVan(vera, ctx, gelezen)
    },
  }
}

const onderwerpen = { voor: 'Voorinspectie', eind: 'Eindinspectie' } as const

/** An inspection is an appointment within the huuropzegging; VERA has no resource of its own for it. */
export async function planInspectie(
  vera: Vera,
  ctx: ErpContext,
  sleutel: string,
  { huuropzeggingId, soort, optie }: NieuweInspectie,
): Promise<Inspectie> {
  const zelfde = (bericht: Bericht) =>
    bericht.inspectieafspraken.find((each) => each.idExtern === sleutel || each.code === sleutel) ??
    bericht.inspectieafspraken.find(
      (each) => soortVan(each.onderwerp) === soort && each.status === 'GEP' && isMoment(each, optie),
    )
  const nu = await vera.haal(ctx, resource, huuropzeggingId)
  const verzoekId = nu?.bericht.onderhoudsverzoek?.id
  return await ofBezet(vera, ctx, { verzoekId, specialisme: optie.specialisme }, async () => {
    const { bericht } = await vera.wijzig(ctx, resource, {
      id: huuropzeggingId,
      sleutel,
      al: (each) => zelfde(each) !== undefined,
      velden: (each) => ({
        inspectieafspraken: [
          ...each.inspectieafspraken.map(({ id }) => gevuld({ id })),
          {
            ...optiebericht(optie),
            idExtern: sleutel,
            onderwerp: onderwerpen[soort],
            status: { code: 'GEP' },
          },
        ],
      }),
    })
    const gepland = zelfde(bericht)
    if (!gepland) throw new Error('the ERP took the inspection, but does not show it')
    return await inspectieVan(vera, ctx, gepland)
  })
}

/** In Verhuren people have keys but no names: who comes is in the appointment as Onderhoud knows it. */
async function inspectieVan(
  vera: Vera,
  ctx: ErpContext,
  bericht: z.output<typeof Inspectieafspraak>,
): Promise<Inspectie> {
  const id = bericht.id ?? ''
  const afspraak = id ? await ohdAfspraken(vera).haal(ctx, id) : undefined
  return {
    id,
    soort: soortVan(bericht.onderwerp),
    status: bericht.status,
    ...tijdVan(bericht),
    inspecteur: afspraak?.uitvoerder,
  }
}

/** VERA gives an appointment no kind; what it is called is all there is. */
const soortVan = (onderwerp: string | undefined) => (/eind/i.test(onderwerp ?? '') ? 'eind' : 'voor')

async function opzeggingVan(
  vera: Vera,
  ctx: ErpContext,
  { bericht, vingerafdruk }: Gelezen<Bericht>,
): Promise<Huuropzegging> {
  return {
    id: bericht.id,
    nummer: bericht.code ?? bericht.id,
    status: bericht.status,
    overeenkomstNummer: bericht.huurovereenkomst.code ?? bericht.huurovereenkomst.id ?? '',
    ontvangenOp: bericht.begindatum,
    einddatum: bericht.opzegdatum,
    reden: bericht.eindeReden,
    detailreden: bericht.eindeDetailReden,
    afspraken: bericht.huurdersafspraken.map((each) => each.code),
    inspecties: await Promise.all(bericht.inspectieafspraken.map((each) => inspectieVan(vera, ctx, each))),
    verzoekId: bericht.onderhoudsverzoek?.id,
    vingerafdruk,
  }
}

function adresbericht(adres: Adres): object {
  return {
    soort: { code: 'WOO' },
    adres: gevuld({
      soort: { code: 'EEN' },
      straatnaam: adres.straatnaam,
      huisnummer: adres.huisnummer,
      huisletter: adres.huisletter,
      huisnummerToevoeging: adres.toevoeging,
      postcode: adres.postcode,
      woonplaats: { naam: adres.woonplaats },
    }),
  }
}
