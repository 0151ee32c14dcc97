import { z } from 'zod'
import type { QueryOf } from '#contract/endpoint.ts'
import {
  type exportZaken as ExportZaken,
  type listTermijnen as ListTermijnen,
  type listZaken as ListZaken,
  wachtOpNamen,
  type ZaakRij,
} from '#contract/zaken.ts'
import { dagVan } from '#server/platform/clock.ts'
import { type Kolom, writeCsv } from '#server/platform/csv/csv.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { page, readCursor } from '#server/platform/http/cursor.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { cursorOf, selectZaaklijst, type ZaakFilter } from './listStore.ts'
import { presentTermijnRijen, presentZaakRijen } from './present.ts'
import { selectNietNagekomen } from './termijnen/store.ts'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])
const DagCursor = z.tuple([z.iso.date(), z.uuid()])

/** A page of zaken that this employee may see; rights are in the query, so pages never show a gap. */
export async function listZaken(ctx: ReadContext, query: QueryOf<typeof ListZaken>) {
  const { na, aantal, ...rest } = query
  const filter = filterVan(ctx, rest)
  const rows = await selectZaaklijst(ctx.db, ctx.actor, filter, { na: readCursor(Cursor, na), aantal })
  const { rijen, volgende } = page(rows, aantal, (row) => cursorOf(row, filter))
  return { rijen: await presentZaakRijen(ctx, rijen), ...(volgende && { volgende }) }
}

const exportMax = 10_000

/** What is on the list, as a file; with a line in the verwerkingenlog that says of whom. */
export async function exportZaken(ctx: ReadContext, query: QueryOf<typeof ExportZaken>): Promise<string> {
  const page = { na: undefined, aantal: exportMax - 1 }
  const rows = await selectZaaklijst(ctx.db, ctx.actor, filterVan(ctx, query), page)
  const rijen = await presentZaakRijen(ctx, rows)
  await logVerwerking(ctx, {
    actie: 'exporteren',
    doel: 'Lijst van zaken',
    objectSoort: 'zaak',
    partijIds: [...new Set(rijen.flatMap((rij) => rij.partij?.id ?? []))],
  })
  return writeCsv(kolommen, rijen)
}

export async function listTermijnen(ctx: ReadContext, query: QueryOf<typeof ListTermijnen>) {
  const { na, aantal, mijn, teamId, soort } = query
  const behandelaarId = mijn ? ctx.actor.medewerkerId : undefined
  const filter = { teamId, soort, behandelaarId, vandaag: dagVan(ctx.now) }
  const rows = await selectNietNagekomen(ctx.db, ctx.actor, filter, { na: readCursor(DagCursor, na), aantal })
  const { rijen, volgende } = page(rows, aantal, (row) => [row.uiterste_op, row.id])
  return { rijen: await presentTermijnRijen(ctx, rijen), ...(volgende && { volgende }) }
}

function filterVan(ctx: ReadContext, { mijn, partijId, ...rest }: QueryOf<typeof ExportZaken>): ZaakFilter {
  return {
    ...rest,
    partijIds: partijId ? [partijId] : undefined,
    behandelaarId: mijn ? ctx.actor.medewerkerId : undefined,
    vandaag: dagVan(ctx.now),
  }
}

const kolommen: Kolom<ZaakRij>[] = [
  { kop: 'Nummer', cel: (rij) => rij.nummer },
  { kop: 'Zaaktype', cel: (rij) => rij.zaaktypeNaam },
  { kop: 'Omschrijving', cel: (rij) => rij.omschrijving },
  { kop: 'Status', cel: (rij) => rij.statusNaam },
  { kop: 'Stap', cel: (rij) => rij.stap },
  { kop: 'Stap sinds', cel: (rij) => rij.stapSinds && dagVan(new Date(rij.stapSinds)) },
  { kop: 'Werkdagen in stap', cel: (rij) => rij.stapDagen },
  { kop: 'Wacht op', cel: (rij) => rij.wachtOp && wachtOpNamen[rij.wachtOp] },
  { kop: 'Klant', cel: (rij) => rij.partij?.naam },
  { kop: 'Contactnummer', cel: (rij) => rij.partij?.nummer },
  { kop: 'Woning', cel: (rij) => rij.eenheid?.omschrijving },
  { kop: 'Team', cel: (rij) => rij.team?.naam },
  { kop: 'Behandelaar', cel: (rij) => rij.behandelaar?.naam },
  { kop: 'Ontvangen', cel: (rij) => dagVan(new Date(rij.ontvangenOp)) },
  { kop: 'Werkdagen oud', cel: (rij) => rij.leeftijd },
  { kop: 'Termijn', cel: (rij) => rij.termijn?.naam },
  { kop: 'Uiterlijk', cel: (rij) => rij.termijn?.uitersteOp },
  { kop: 'Werkdagen over', cel: (rij) => rij.termijn?.werkdagenOver },
  { kop: 'Afgesloten', cel: (rij) => rij.afgeslotenOp && dagVan(new Date(rij.afgeslotenOp)) },
  { kop: 'Resultaat', cel: (rij) => rij.resultaatNaam },
]
