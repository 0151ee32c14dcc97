import { z } from 'zod'
import type { QueryOf } from '#contract/endpoint.ts'
import type { listPortaalZaken, PortaalGebeurtenis, PortaalZaak } from '#contract/portaal/zaken.ts'
import { findKlantcontacten } from '#server/klantcontacten/index.ts'
import { notFound } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { page, readCursor } from '#server/platform/http/cursor.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { listKlantcontactIds, type ZaakRow } from '#server/zaken/index.ts'
import { selectZichtbaar } from '../contact/store.ts'
import type { Toegang } from '../toegang/toegang.ts'
import { type Aanbod, aanbodVan } from './delingen.ts'
import { standVan } from './inWoorden.ts'
import { type Gelezen, kan, leesZaken } from './rijen.ts'
import { selectBerichten, selectDocumenten, selectStatussen, selectZaak, selectZaken } from './store.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

export async function listZaken(ctx: ReadContext, toegang: Toegang, query: QueryOf<typeof listPortaalZaken>) {
  const { status, aantal } = query
  const aanbod = await aanbodVan(ctx.db)
  const rows = await selectZaken(ctx.db, toegang, aanbod.delingen, { status, na: readCursor(Cursor, query.na), aantal })
  const { rijen, volgende } = page(rows, aantal, (row) => [
    ((status === 'gesloten' && row.afgesloten_op) || row.ontvangen_op).toISOString(),
    row.id,
  ])
  const gelezen = await leesZaken(ctx, toegang, aanbod, rijen)
  await logVerwerking(ctx, {
    actie: 'inzien',
    doel: 'Eigen zaken bekijken',
    objectSoort: 'partij',
    objectId: toegang.partijId,
    partijIds: [toegang.partijId],
  })
  return { rijen: gelezen.map(({ rij }) => rij), ...(volgende && { volgende }) }
}

/** @throws 404 for what is not there, and for what is not his: the same */
export async function eisZaak(
  ctx: ReadContext,
  toegang: Toegang,
  id: string,
): Promise<{ zaak: ZaakRow; aanbod: Aanbod }> {
  const aanbod = await aanbodVan(ctx.db)
  const zaak = await selectZaak(ctx.db, toegang, aanbod.delingen, id)
  if (!zaak) throw notFound()
  return { zaak, aanbod }
}

/** As `eisZaak`, with where its process stands. */
export async function eisGelezen(ctx: ReadContext, toegang: Toegang, id: string): Promise<Gelezen> {
  const { zaak, aanbod } = await eisZaak(ctx, toegang, id)
  const [gelezen] = await leesZaken(ctx, toegang, aanbod, [zaak])
  if (!gelezen) throw new Error('a zaak was not read')
  return gelezen
}

export async function leesZaak(ctx: ReadContext, toegang: Toegang, id: string): Promise<PortaalZaak> {
  const gelezen = await eisGelezen(ctx, toegang, id)
  await logVerwerking(ctx, {
    actie: 'inzien',
    doel: 'Eigen zaak bekijken',
    objectSoort: 'zaak',
    objectId: id,
    partijIds: [toegang.partijId],
  })
  return presentZaak(ctx, toegang, gelezen)
}

async function presentZaak(ctx: ReadContext, toegang: Toegang, gelezen: Gelezen): Promise<PortaalZaak> {
  const { zaak, portaal, stand, rij, taken, afspraken, wieDoetWat, proces } = gelezen
  const documenten = (await selectDocumenten(ctx.db, zaak.id)).map((row) => ({
    id: row.id,
    titel: row.titel,
    bestandsnaam: row.bestandsnaam,
    mediatype: row.mediatype,
    omvang: Number(row.omvang),
    op: row.op.toISOString(),
    vanU: row.medewerker_id === toegang.klant.accountId,
  }))
  const loopt = zaak.afgesloten_op === null
  const { taal } = toegang.klant
  return {
    ...rij,
    proces,
    wieDoetWat,
    taken,
    afspraken,
    documenten,
    tijdlijn: await tijdlijnVan(ctx, toegang, gelezen),
    resultaat: zaak.resultaat_naam,
    bezig: stand?.bezig ?? false,
    acties: {
      aanvullen: loopt,
      intrekken: loopt && kan(portaal, stand, 'intrekken'),
      tochNietOpgelost: kan(portaal, stand, 'tochNietOpgelost'),
      verzetten: loopt && kan(portaal, stand, 'verzetten'),
    },
    actieteksten: {
      intrekken: portaal?.actieteksten.intrekken?.[taal] ?? null,
      tochNietOpgelost: portaal?.actieteksten.tochNietOpgelost?.[taal] ?? null,
    },
  }
}

/** What happened, in his words, newest first: the statuses, what we sent him, and what was said. */
async function tijdlijnVan(
  ctx: ReadContext,
  toegang: Toegang,
  { zaak, portaal }: Gelezen,
): Promise<PortaalGebeurtenis[]> {
  const contactIds = await listKlantcontactIds(ctx.db, zaak.id)
  const [statussen, berichten, zichtbaar, contacten] = await Promise.all([
    selectStatussen(ctx.db, zaak.id),
    selectBerichten(ctx.db, zaak.id, toegang.partijId),
    selectZichtbaar(ctx.db, toegang, contactIds),
    findKlantcontacten(ctx.db, contactIds),
  ])
  const { taal } = toegang.klant
  const wij = taal === 'en' ? 'We' : 'Wij'
  const u = taal === 'en' ? 'You' : 'U'
  const leeg = { documenten: [] }
  return [
    ...statussen.map(({ id, status, naam, toelichting, op }) => ({
      id,
      soort: 'status' as const,
      titel: naam || standVan({ status }, portaal, undefined, { taal, isVanHem: new Set() }).statusTekst,
      tekst: toelichting,
      op: op.toISOString(),
      door: wij,
      ...leeg,
    })),
    ...berichten.map(({ id, onderwerp, tekst, aangemaakt_op }) => ({
      id,
      soort: 'bericht' as const,
      titel: onderwerp,
      tekst,
      op: aangemaakt_op.toISOString(),
      door: wij,
      ...leeg,
    })),
    ...[...contacten.values()]
      .filter(({ id }) => zichtbaar.has(id))
      .map(({ id, richting, onderwerp, vraag, antwoord, plaatsgevonden_op }) => ({
        id,
        soort: richting === 'inkomend' ? ('u' as const) : ('contact' as const),
        titel: onderwerp,
        tekst: [vraag, antwoord].filter(Boolean).join('\n\n'),
        op: plaatsgevonden_op.toISOString(),
        door: richting === 'inkomend' ? u : wij,
        ...leeg,
      })),
  ].sort((a, b) => b.op.localeCompare(a.op))
}
