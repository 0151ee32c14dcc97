import { z } from 'zod'
import {
  type Betaalwijze,
  type Erp,
  type ErpContext,
  ErpGeweigerd,
  type Overeenkomst,
  type OvereenkomstWijziging,
  type Prijscomponent,
} from '#server/erp/index.ts'
import type { Gelezen, Resource, Vera } from '../vera.ts'
import { alsCode, bedrag, code, dag, gevuld, inEuro, lijst, Sleutels, sleutels, wel } from '../waarden.ts'

const Bericht = z.object({
  ...sleutels,
  id: z.string(),
  soort: code,
  status: z.object({ code: z.string() }).transform((each) => each.code),
  begindatum: wel(dag),
  einddatum: wel(dag),
  opzegdatum: wel(dag),
  brutohuur: wel(bedrag),
  waarborgsom: wel(bedrag),
  eenheden: lijst(Sleutels),
  relaties: lijst(Sleutels),
  prijscomponenten: lijst(
    z.object({
      ...sleutels,
      naam: wel(z.string()),
      soort: code,
      detailSoort: code,
      bedrag: wel(bedrag),
      begindatum: wel(dag),
      einddatum: wel(dag),
    }),
  ),
  betaalwijzen: lijst(
    z.object({
      soort: code,
      begindatum: wel(dag),
      einddatum: wel(dag),
      betaalgegeven: wel(z.object({ iban: wel(z.string()), rekeninghouder: wel(z.string()) })),
    }),
  ),
})
type Bericht = z.output<typeof Bericht>

const resource: Resource<Bericht> = { keten: 'bog', pad: 'overeenkomsten', naam: 'overeenkomsten', bericht: Bericht }

export function overeenkomsten(vera: Vera): Erp['overeenkomsten'] {
  return {
    async haal(ctx, nummer) {
      const id = await idVan(vera, ctx, nummer)
      const gelezen = id === undefined ? undefined : await vera.haal(ctx, resource, id)
      return gelezen && overeenkomstVan(gelezen)
    },
    async wijzig(ctx, sleutel, nummer, wijziging) {
      const id = await idVan(vera, ctx, nummer)
      if (id === undefined) throw new ErpGeweigerd('niet-gevonden', `De ERP kent overeenkomst ${nummer} niet.`)
      const gelezen = await vera.wijzig(ctx, resource, {
        id,
        sleutel,
        gebaseerdOp: wijziging.gebaseerdOp,
        al: (bericht) => isAl(overeenkomstVan({ bericht, vingerafdruk: '' }), wijziging),
        velden: () => veldenVan(wijziging),
      })
      return overeenkomstVan(gelezen)
    },
  }
}

/** We know a contract by its nummer; the ERP wants its own id in the address. */
async function idVan(vera: Vera, ctx: ErpContext, nummer: string): Promise<string | undefined> {
  const [gevonden] = await vera.lijst(ctx, resource, { code: nummer }, (each) => each.code === nummer, { hoogstens: 1 })
  return gevonden?.id
}

function isAl(nu: Overeenkomst, wil: OvereenkomstWijziging): boolean {
  const { gebaseerdOp: _, prijscomponenten, betaalwijze, ...velden } = wil
  if (Object.entries(velden).some(([naam, waarde]) => waarde !== undefined && Reflect.get(nu, naam) !== waarde))
    return false
  if (betaalwijze && !nu.betaalwijzen.some((each) => gelijk(each, betaalwijze))) return false
  return (
    prijscomponenten === undefined ||
    (prijscomponenten.length === nu.prijscomponenten.length &&
      prijscomponenten.every((een) => nu.prijscomponenten.some(({ id: _id, ...ander }) => gelijk(een, ander))))
  )
}

const gelijk = <T extends object>(een: T, ander: T) =>
  Object.keys({ ...een, ...ander }).every((naam) => Reflect.get(een, naam) === Reflect.get(ander, naam))

function veldenVan({ status, einddatum, opzegdatum, prijscomponenten, betaalwijze }: OvereenkomstWijziging): object {
  return gevuld({
    status: alsCode(status),
    einddatum,
    opzegdatum,
    prijscomponenten: prijscomponenten?.map(prijsbericht),
    betaalwijzen: betaalwijze && [betaalbericht(betaalwijze)],
  })
}

/** VERA has moments here where a day is meant. */
const begintijd = (tekst: string | undefined) => tekst && `${tekst}T00:00:00Z`

function prijsbericht(each: Omit<Prijscomponent, 'id'>): object {
  return gevuld({
    naam: each.naam,
    soort: alsCode(each.soort),
    detailSoort: alsCode(each.detailsoort),
    bedrag: inEuro(each.bedragCent),
    begindatum: begintijd(each.vanaf),
    einddatum: begintijd(each.tot),
  })
}

function betaalbericht({ soort, iban, rekeninghouder, vanaf, tot }: Betaalwijze): object {
  return gevuld({
    soort: { code: soort },
    begindatum: vanaf,
    einddatum: tot,
    betaalgegeven: iban === undefined ? undefined : gevuld({ iban, rekeninghouder }),
  })
}

function overeenkomstVan({ bericht, vingerafdruk }: Gelezen<Bericht>): Overeenkomst {
  return {
    id: bericht.id,
    nummer: bericht.code ?? bericht.id,
    soort: bericht.soort,
    status: bericht.status,
    begindatum: bericht.begindatum,
    einddatum: bericht.einddatum,
    opzegdatum: bericht.opzegdatum,
    brutohuurCent: bericht.brutohuur,
    waarborgsomCent: bericht.waarborgsom,
    eenheidCodes: bericht.eenheden.flatMap((each) => each.code ?? []),
    relatienummers: bericht.relaties.flatMap((each) => each.code ?? []),
    prijscomponenten: bericht.prijscomponenten.map((each) => ({
      id: each.id ?? '',
      naam: each.naam ?? '',
      soort: each.soort,
      detailsoort: each.detailSoort,
      bedragCent: each.bedrag ?? 0,
      vanaf: each.begindatum,
      tot: each.einddatum,
    })),
    betaalwijzen: bericht.betaalwijzen.flatMap(({ soort, betaalgegeven, begindatum, einddatum }) =>
      soort === undefined
        ? []
        : [
            {
              soort,
              iban: betaalgegeven?.iban,
              rekeninghouder: betaalgegeven?.rekeninghouder,
              vanaf: begindatum,
              tot: einddatum,
            },
          ],
    ),
    vingerafdruk,
  }
}
