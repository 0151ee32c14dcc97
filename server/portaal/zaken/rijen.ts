import { z } from 'zod'
import type { PortaalAfspraak, PortaalTaakKort, PortaalZaakRij, WieDoetWat } from '#contract/portaal/zaken.ts'
import { formatAdres } from '#contract/regels/adresweergave.ts'
import { lopendeStatussen } from '#contract/zaken.ts'
import { type AfspraakRow, listAfspraken } from '#server/afspraken/index.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { type Klanttaak, type Portaaldefinitie, type Portaalstand, portaalstandenVan } from '#server/processen/index.ts'
import { findEenheden } from '#server/wonen/index.ts'
import type { ZaakRow } from '#server/zaken/index.ts'
import type { Toegang } from '../toegang/toegang.ts'
import type { Aanbod } from './delingen.ts'
import { standVan } from './inWoorden.ts'
import { selectBeloften } from './store.ts'

/** One zaak with what its page, its row and the first page all need. */
export type Gelezen = {
  zaak: ZaakRow
  portaal: Portaaldefinitie | null
  proces: string | null
  stand: Portaalstand | undefined
  rij: PortaalZaakRij
  taken: PortaalTaakKort[]
  afspraken: PortaalAfspraak[]
  wieDoetWat: WieDoetWat[]
}

export async function leesZaken(
  ctx: ReadContext,
  toegang: Toegang,
  aanbod: Aanbod,
  zaken: readonly ZaakRow[],
): Promise<Gelezen[]> {
  const ids = zaken.map(({ id }) => id)
  const [standen, beloften, afspraken, eenheden] = await Promise.all([
    portaalstandenVan(ctx.db, ctx.now, ids),
    selectBeloften(ctx.db, ids),
    listAfspraken(ctx.db, ids),
    findEenheden(ctx.db, [...new Set(zaken.flatMap(({ eenheid_id }) => eenheid_id ?? []))]),
  ])
  const { taal } = toegang.klant
  return zaken.map((zaak) => {
    const stand = standen.get(zaak.id)
    // What runs keeps the words of its own version.
    const portaal = stand?.geladen.portaal ?? aanbod.perZaaktype.get(zaak.zaaktype)?.portaal ?? null
    const zijn = (stand?.taken ?? []).filter((taak) => isZijn(toegang, taak))
    // A step of his, or a message that it waits for and that is his to send.
    const isVanHem = new Set([
      ...zijn.map(({ stap }) => stap.id),
      ...(stand?.wacht ?? [])
        .filter(({ soort, naam }) => soort === 'bericht' && naam === portaal?.acties.aanvullen)
        .map(({ element }) => element),
    ])
    const { wie, ...woorden } = standVan(zaak, portaal, stand, { taal, isVanHem })
    const loopt = (lopendeStatussen as readonly string[]).includes(zaak.status)
    const eenheid = eenheden.get(zaak.eenheid_id ?? '')
    const adres = eenheid ? formatAdres({ ...eenheid, straat: eenheid.straatnaam }) : ''
    const belofte = loopt ? (beloften.get(zaak.id)?.uiterste_op ?? null) : null
    const taken = zijn.map((taak) => taakKort(zaak, portaal, taak, taal))
    const rij: PortaalZaakRij = {
      id: zaak.id,
      nummer: zaak.nummer,
      titel: zaak.omschrijving,
      soort: portaal?.naam[taal] ?? zaak.zaaktype_naam,
      icoon: portaal?.icoon ?? 'document',
      ...woorden,
      belofte,
      adres,
      ontvangenOp: zaak.ontvangen_op.toISOString(),
      gewijzigdOp: zaak.gewijzigd_op.toISOString(),
      afgeslotenOp: zaak.afgesloten_op?.toISOString() ?? null,
    }
    const verzetten = kan(portaal, stand, 'verzetten')
    return {
      zaak,
      portaal,
      proces: stand?.geladen.proces ?? null,
      stand,
      rij,
      taken,
      afspraken: loopt
        ? afsprakenVan(
            ctx.now,
            afspraken.filter(({ zaak_id }) => zaak_id === zaak.id),
            portaal,
            stand,
            { taal, verzetten },
          )
        : [],
      wieDoetWat: loopt
        ? [
            {
              wie: isVanHem.size > 0 ? ('u' as const) : wie,
              wat: woorden.statusTekst,
              uiterlijk: taken[0]?.uiterlijk ?? belofte,
            },
            ...(woorden.volgende ? [{ wie: 'wij' as const, wat: woorden.volgende, uiterlijk: null }] : []),
          ]
        : [],
    }
  })
}

/** A step that is his: of everybody who sees the zaak, or of him by name. */
export const isZijn = (toegang: Toegang, taak: Klanttaak): boolean =>
  taak.partijId === null || taak.partijId === toegang.partijId

/** The process waits for it now. */
export function kan(
  portaal: Portaaldefinitie | null,
  stand: Portaalstand | undefined,
  actie: 'intrekken' | 'tochNietOpgelost' | 'verzetten',
): boolean {
  const bericht = portaal?.acties[actie]
  return bericht !== undefined && (stand?.berichten.has(bericht) ?? false)
}

function taakKort(
  zaak: ZaakRow,
  portaal: Portaaldefinitie | null,
  { wacht, stap, formulier }: Klanttaak,
  taal: 'nl' | 'en',
): PortaalTaakKort {
  return {
    id: wacht.id,
    zaakId: zaak.id,
    titel: portaal?.stappen[stap.id]?.tekst[taal] ?? stap.naam,
    uiterlijk: null,
    soort: soortVan(stap.id, formulier),
  }
}

/** By what it is about, for the picture beside it. */
function soortVan(element: string, formulier: string): PortaalTaakKort['soort'] {
  const naam = `${element} ${formulier}`.toLowerCase()
  if (/moment|afspraak/.test(naam)) return 'afspraak'
  if (/instem|teken/.test(naam)) return 'handtekening'
  return /iban|betal/.test(naam) ? 'betaling' : 'taak'
}

const MetId = z.looseObject({ id: z.string() })

/** What is planned and not over yet, under the name that the process gives it. */
function afsprakenVan(
  now: Date,
  rijen: readonly AfspraakRow[],
  portaal: Portaaldefinitie | null,
  stand: Portaalstand | undefined,
  { taal, verzetten }: { taal: 'nl' | 'en'; verzetten: boolean },
): PortaalAfspraak[] {
  const isNaam = (naam: string, rij: AfspraakRow) =>
    MetId.safeParse(stand?.instantie.gegevens[naam]).data?.id === rij.extern_id
  return rijen
    .filter(({ status, eind }) => status === 'gepland' && eind >= now)
    .map((rij) => ({
      zaakId: rij.zaak_id,
      titel: portaal?.afspraken.find(({ naam }) => isNaam(naam, rij))?.titel[taal] ?? rij.titel,
      begin: rij.begin.toISOString(),
      einde: rij.eind.toISOString(),
      adres: rij.adres,
      verzetten,
    }))
}
