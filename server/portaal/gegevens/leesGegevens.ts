import type { Gegevens, Gegevensexport, Machtiging } from '#contract/portaal/gegevens.ts'
import { Domein } from '#contract/portaal/toegang.ts'
import { formatAdres } from '#contract/regels/adresweergave.ts'
import { formatTelefoon } from '#contract/regels/telefoonweergave.ts'
import { rolNaam, vertegenwoordigingen } from '#contract/relatiecodes.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { findPartijen, huishoudensVan, laadPartij } from '#server/relaties/index.ts'
import { domeinenVan } from '../toegang/domeinenVan.ts'
import { eisDomein, type Toegang } from '../toegang/toegang.ts'
import { selectAanbodAan, selectAanbodVan, selectEigenAdressen, selectExports } from './store.ts'
import type { AanbodRow, ExportRow } from './tables.ts'

/** What is known of the customer, as far as it is for him: never a note, a warning or a number of ours. */
export async function leesGegevens(ctx: ReadContext, toegang: Toegang): Promise<Gegevens> {
  eisDomein(toegang, 'gegevens')
  await logVerwerking(ctx, {
    actie: 'inzien',
    doel: 'Eigen gegevens bekijken',
    objectSoort: 'partij',
    objectId: toegang.partijId,
    partijIds: [toegang.partijId],
  })
  return verzamelGegevens(ctx, toegang)
}

export async function verzamelGegevens(ctx: ReadContext, toegang: Toegang): Promise<Gegevens> {
  const vandaag = dagVan(ctx.now)
  const geheel = await laadPartij(ctx.db, toegang.partijId)
  const loopt = (row: { einddatum: string | null }) => row.einddatum === null || row.einddatum >= vandaag
  const zelf = toegang.hoedanigheid === 'zelf'
  const naam = (id: string) => geheel.anderen.get(id)?.naam ?? ''
  const post = geheel.adressen.find((each) => loopt(each) && each.soort === 'POS') ?? geheel.adressen.find(loopt)
  const rekening = geheel.rekeningnummers.find(loopt)
  const machtiging = (row: (typeof geheel.vertegenwoordigers)[number], anderId: string): Machtiging => ({
    id: row.id,
    ander: naam(anderId),
    soort: row.soort in vertegenwoordigingen ? vertegenwoordigingen[row.soort as 'gemachtigde'].naam : row.soort,
    domeinen: [...domeinenVan(row.soort, row.domeinen)],
    begin: row.begindatum,
    einde: row.einddatum,
    intrekken: magIntrekken(toegang, row),
    versie: row.versie,
  })
  return {
    naam: geheel.partij.naam,
    klantnummer: geheel.partij.nummer,
    geboortedatum: geheel.persoon?.geboortedatum ?? null,
    taal: !geheel.partij.voorkeurstaal || geheel.partij.voorkeurstaal === 'nld' ? 'nl' : 'en',
    adressen: geheel.digitaleAdressen.flatMap((row) =>
      loopt(row) && row.soort !== 'overig'
        ? {
            id: row.id,
            soort: row.soort,
            adres: row.soort === 'telefoonnummer' ? formatTelefoon(row.genormaliseerd) : row.adres,
            standaard: row.is_standaard,
            gecontroleerd: row.verificatie_datum !== null,
            versie: row.versie,
          }
        : [],
    ),
    postadres: post
      ? [...post.adresregels, formatAdres({ ...post, straat: post.straatnaam })].filter(Boolean).join(', ')
      : '',
    rekening: rekening ? { iban: maskeer(rekening.iban), tenaamstelling: rekening.tenaamstelling } : null,
    huishoudens: await huishoudens(ctx, toegang.partijId, vandaag),
    gegeven: geheel.vertegenwoordigers.filter(loopt).map((row) => machtiging(row, row.vertegenwoordiger_id)),
    gekregen: zelf ? geheel.vertegenwoordigt.filter(loopt).map((row) => machtiging(row, row.vertegenwoordigde_id)) : [],
    aangeboden: zelf
      ? (await selectAanbodVan(ctx.db, toegang.partijId, ctx.now)).map((row) => aanbod(row, row.email))
      : [],
    uitnodigingen: zelf ? await uitnodigingen(ctx, toegang, vandaag) : [],
    exports: (await selectExports(ctx.db, toegang.partijId, toegang.klant.accountId, ctx.now)).map(presentExport),
    zelf,
  }
}

/** What one person agreed with another, one of the two can end; what a judge decided, only a judge. */
export function magIntrekken(
  toegang: Pick<Toegang, 'hoedanigheid' | 'partijId'>,
  row: { soort: string; vertegenwoordiger_id: string; vertegenwoordigde_id: string },
): boolean {
  if (toegang.hoedanigheid !== 'zelf' || row.soort !== 'gemachtigde') return false
  return row.vertegenwoordiger_id === toegang.partijId || row.vertegenwoordigde_id === toegang.partijId
}

/** "NL•• •••• 4300": enough to know which one it is, too little to use. */
export const maskeer = (iban: string): string => `${iban.slice(0, 2)}•• •••• ${iban.slice(-4)}`

export function presentExport(row: ExportRow): Gegevensexport {
  return {
    id: row.id,
    status: row.status,
    gevraagdOp: row.gevraagd_op.toISOString(),
    geldigTot: row.geldig_tot.toISOString(),
    omvang: row.omvang === null ? null : Number(row.omvang),
  }
}

async function huishoudens(ctx: ReadContext, partijId: string, vandaag: string): Promise<Gegevens['huishoudens']> {
  const uniek = new Map((await huishoudensVan(ctx.db, partijId, vandaag)).map(({ partij }) => [partij.id, partij]))
  return Promise.all(
    [...uniek.values()].map(async (partij) => {
      const { leden, anderen } = await laadPartij(ctx.db, partij.id)
      return {
        naam: partij.naam,
        personen: leden
          .filter((lid) => lid.begindatum <= vandaag && (lid.einddatum === null || lid.einddatum >= vandaag))
          .map((lid) => ({
            naam: anderen.get(lid.partij_id)?.naam ?? '',
            rol: rolNaam(lid.rol),
            sinds: lid.begindatum,
            uzelf: lid.partij_id === partijId,
          })),
      }
    }),
  )
}

async function uitnodigingen(ctx: ReadContext, toegang: Toegang, vandaag: string) {
  const emails = await selectEigenAdressen(ctx.db, toegang.partijId, vandaag)
  const rows = (await selectAanbodAan(ctx.db, emails, ctx.now)).filter((row) => row.van_id !== toegang.partijId)
  const van = await findPartijen(
    ctx.db,
    rows.map((row) => row.van_id),
  )
  return rows.map((row) => aanbod(row, van.get(row.van_id)?.naam ?? ''))
}

const aanbod = (row: AanbodRow, ander: string) => ({
  id: row.id,
  ander,
  domeinen: row.domeinen.flatMap((each) => Domein.safeParse(each).data ?? []),
  einde: row.einddatum,
  geldigTot: row.geldig_tot.toISOString(),
})
