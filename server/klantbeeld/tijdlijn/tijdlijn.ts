import { z } from 'zod'
import type { TijdlijnItem, TijdlijnVerwijzing } from '#contract/klantbeeld.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { page, readCursor } from '#server/platform/http/cursor.ts'
import { vouw } from '#server/platform/search/vouwen.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { getPartij, huishoudensVan } from '#server/relaties/index.ts'
import { type Bron, type Draad, type ItemRow, selectDraden, selectItems } from './store.ts'

type Vraag = {
  kanaal?: string[] | undefined
  soort?: string[] | undefined
  van?: string | undefined
  tot?: string | undefined
  q?: string | undefined
  na?: string | undefined
  aantal: number
}

type Bladzijde = { rijen: TijdlijnItem[]; volgende?: string }

/**
 * Everything that happened with a partij and the huishoudens he is in now, newest first. One line in the
 * verwerkingenlog per question, not per page.
 * @throws 404
 */
export async function listTijdlijn(ctx: ReadContext, partijId: string, vraag: Vraag): Promise<Bladzijde> {
  await getPartij(ctx.db, partijId)
  const huishoudens = await huishoudensVan(ctx.db, partijId, dagVan(ctx.now))
  const via = huishoudens.map(({ partij, begindatum }) => ({ id: partij.id, naam: partij.naam, vanaf: begindatum }))
  if (vraag.na === undefined) {
    const doel = 'Tijdlijn inzien'
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel,
      objectSoort: 'partij',
      objectId: partijId,
      partijIds: [partijId],
    })
  }
  return await tijdlijnVan(ctx, partijId, via, vraag)
}

/** The same for who knows the huishoudens already. */
export async function tijdlijnVan(
  ctx: ReadContext,
  partijId: string,
  huishoudens: { id: string; naam: string; vanaf: string }[],
  vraag: Vraag,
): Promise<Bladzijde> {
  const na = readCursor(Cursor, vraag.na)
  const bronnen: Bron[] = [{ partijId, vanaf: null }, ...huishoudens.map(({ id, vanaf }) => ({ partijId: id, vanaf }))]
  const rows = await selectItems(ctx.db, bronnen, ctx.actor, {
    ...vraag,
    woorden: vouw(vraag.q ?? '')
      .split(' ')
      .filter(Boolean)
      .slice(0, 6),
    na: na && { micros: na[0], id: na[1] },
  })
  const { rijen, volgende } = page(rows, vraag.aantal, (row) => [row.micros, row.id])
  const contacten = rijen.filter(({ soort }) => soort === 'klantcontact').map((row) => row.verwijzing_id)
  const draden = await selectDraden(ctx.db, contacten, ctx.actor)
  const naam = new Map(huishoudens.map((huishouden) => [huishouden.id, huishouden.naam]))
  return {
    rijen: rijen.map((row) => present(row, draden, row.partij_id === partijId ? undefined : naam.get(row.partij_id))),
    ...(volgende && { volgende }),
  }
}

const Cursor = z.tuple([z.string().regex(/^-?\d{1,18}$/), z.uuid()])

function present(row: ItemRow, draden: Draad[], via: string | undefined): TijdlijnItem {
  const eigen = draden.filter(({ bij }) => bij === row.verwijzing_id)
  const vraag = eigen.find(({ soort }) => soort === 'vraag')
  return {
    id: row.id,
    moment: row.moment.toISOString(),
    soort: row.soort,
    verwijzingId: row.verwijzing_id,
    titel: row.titel,
    samenvatting: row.samenvatting,
    kanaal: row.kanaal,
    richting: row.richting,
    medewerker: row.medewerker_id ? { id: row.medewerker_id, naam: row.medewerker_naam ?? 'Onbekend' } : null,
    zichtbaarInPortaal: row.zichtbaar_in_portaal,
    vertrouwelijk: row.vertrouwelijk,
    gegevens: row.gegevens,
    via: via === undefined ? null : { id: row.partij_id, naam: via },
    antwoordOp: vraag ? verwijzing(vraag) : null,
    antwoorden: eigen.filter(({ soort }) => soort === 'antwoord').map(verwijzing),
  }
}

function verwijzing({ verwijzing_id, titel, moment }: Draad): TijdlijnVerwijzing {
  return { verwijzingId: verwijzing_id, titel, moment: moment.toISOString() }
}
