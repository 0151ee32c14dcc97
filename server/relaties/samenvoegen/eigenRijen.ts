import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#server/platform/db/schema.ts'
import type { SamenvoegingRow } from '../tables.ts'
import { appendVerplaatst } from './store.ts'

/** Every column of ours that ties a row to a klant, and so follows him into another. */
export const eigenKolommen = [
  ['digitaal_adres', 'partij_id'],
  ['partij_adres', 'partij_id'],
  ['rekeningnummer', 'partij_id'],
  ['signalering', 'partij_id'],
  ['partij_identificator', 'partij_id'],
  ['partij_rol', 'partij_id'],
  ['partij_rol', 'in_partij_id'],
  ['vertegenwoordiging', 'vertegenwoordiger_id'],
  ['vertegenwoordiging', 'vertegenwoordigde_id'],
  ['tijdlijn_item', 'partij_id'],
] as const

/** These have the partij itself as key, or point from one partij to another. */
const anders = {
  bsn: 'partij_bsn.partij_id',
  werkgever: 'partij_persoon.werkte_voor_partij_id',
  eerder: 'partij.samengevoegd_in',
} as const

type Paar = { id: string; bron_id: string; doel_id: string }
type Rij = { tabel: string; rij: Record<string, unknown> }

/** Moves every row from bron to doel, and notes on the samenvoeging what it did. */
export async function moveEigenRijen(tx: Tx, paar: Paar): Promise<void> {
  await removeDubbeleRijen(tx, paar)
  await clearStandaarden(tx, paar)
  for (const [tabel, kolom] of eigenKolommen) {
    const ids = await idsOf(
      tx,
      sql`update ${sql.table(tabel)} set ${sql.ref(kolom)} = ${paar.doel_id} where ${sql.ref(kolom)} = ${paar.bron_id}
          returning id`,
    )
    await appendVerplaatst(tx, paar.id, `${tabel}.${kolom}`, ids)
  }
  await appendVerplaatst(
    tx,
    paar.id,
    anders.bsn,
    await idsOf(
      tx,
      sql`update partij_bsn set partij_id = ${paar.doel_id} where partij_id = ${paar.bron_id} returning partij_id as id`,
    ),
  )
  await appendVerplaatst(
    tx,
    paar.id,
    anders.werkgever,
    await idsOf(
      tx,
      sql`update partij_persoon set werkte_voor_partij_id = ${paar.doel_id}
          where werkte_voor_partij_id = ${paar.bron_id} returning partij_id as id`,
    ),
  )
  // Who was merged into bron before is from now on found at doel.
  await appendVerplaatst(
    tx,
    paar.id,
    anders.eerder,
    await idsOf(
      tx,
      sql`update partij set samengevoegd_in = ${paar.doel_id} where samengevoegd_in = ${paar.bron_id} returning id`,
    ),
  )
}

/** Moves back exactly what was noted, as far as it is still at doel; then puts back what had been double. */
export async function returnEigenRijen(tx: Tx, samenvoeging: SamenvoegingRow): Promise<void> {
  const { bron_id, doel_id } = samenvoeging
  const noted = (soort: string) => (samenvoeging.verplaatst[soort] ?? []).map(String)
  for (const [tabel, kolom] of eigenKolommen) {
    await sql`
      update ${sql.table(tabel)} set ${sql.ref(kolom)} = ${bron_id}
      where id = any(${noted(`${tabel}.${kolom}`)}::uuid[]) and ${sql.ref(kolom)} = ${doel_id}`.execute(tx)
  }
  if (noted(anders.bsn).length > 0) {
    await sql`update partij_bsn set partij_id = ${bron_id} where partij_id = ${doel_id}`.execute(tx)
  }
  await sql`
    update partij_persoon set werkte_voor_partij_id = ${bron_id}
    where partij_id = any(${noted(anders.werkgever)}::uuid[]) and werkte_voor_partij_id = ${doel_id}`.execute(tx)
  await sql`
    update partij set samengevoegd_in = ${bron_id}
    where id = any(${noted(anders.eerder)}::uuid[]) and samengevoegd_in = ${doel_id}`.execute(tx)
  for (const vlag of ['is_standaard', 'voorkeur'] as const) {
    await sql`
      update digitaal_adres set ${sql.ref(vlag)} = true
      where id = any(${noted(`digitaal_adres:${vlag}`)}::uuid[]) and partij_id = ${bron_id} and einddatum is null`.execute(
      tx,
    )
  }
  await sql`
    update rekeningnummer set voorkeur = true
    where id = any(${noted('rekeningnummer:voorkeur')}::uuid[]) and partij_id = ${bron_id} and einddatum is null`.execute(
    tx,
  )
  for (const { tabel, rij } of verwijderd(samenvoeging)) {
    await sql`insert into ${sql.table(tabel)}
      select * from jsonb_populate_record(null::${sql.table(tabel)}, ${JSON.stringify(rij)}::jsonb)`.execute(tx)
  }
}

/** The partijen that rows to be put back point at: each must still be there as itself. */
export function partijenInVerwijderd(samenvoeging: SamenvoegingRow): string[] {
  const kolommen = new Set<string>(eigenKolommen.map(([, kolom]) => kolom))
  return verwijderd(samenvoeging).flatMap(({ rij }) =>
    Object.entries(rij).flatMap(([kolom, waarde]) => (kolommen.has(kolom) && waarde ? [String(waarde)] : [])),
  )
}

function verwijderd(samenvoeging: SamenvoegingRow): Rij[] {
  // Written by `remove` below, read by nobody else.
  return (samenvoeging.verplaatst['verwijderd'] ?? []) as Rij[]
}

/** What both have, or what would tie a klant to himself: bron's row leaves, whole, and comes back when undone. */
async function removeDubbeleRijen(tx: Tx, paar: Paar): Promise<void> {
  const { bron_id: bron, doel_id: doel } = paar
  const beide = (kolom: string) => sql`b.${sql.ref(kolom)} = ${bron} and d.${sql.ref(kolom)} = ${doel}`
  const lopend = sql`b.einddatum is null and d.einddatum is null`
  await remove(tx, paar, 'partij_rol', sql`${[bron, doel]}::uuid[] @> array[b.partij_id, b.in_partij_id]`)
  await remove(
    tx,
    paar,
    'vertegenwoordiging',
    sql`${[bron, doel]}::uuid[] @> array[b.vertegenwoordiger_id, b.vertegenwoordigde_id]`,
  )
  const zelfde: [tabel: string, kolom: string, gelijk: RawBuilder<unknown>][] = [
    ['digitaal_adres', 'partij_id', sql`${lopend} and (b.soort, b.genormaliseerd) = (d.soort, d.genormaliseerd)`],
    ['rekeningnummer', 'partij_id', sql`${lopend} and b.iban = d.iban`],
    [
      'partij_adres',
      'partij_id',
      sql`${lopend} and (b.soort, b.land, b.postcode, b.huisnummer, b.huisletter, b.toevoeging, b.straatnaam, b.adresregels)
        is not distinct from (d.soort, d.land, d.postcode, d.huisnummer, d.huisletter, d.toevoeging, d.straatnaam, d.adresregels)`,
    ],
    ['partij_rol', 'partij_id', sql`${lopend} and (b.in_partij_id, b.rol) = (d.in_partij_id, d.rol)`],
    ['partij_rol', 'in_partij_id', sql`${lopend} and (b.partij_id, b.rol) = (d.partij_id, d.rol)`],
    [
      'vertegenwoordiging',
      'vertegenwoordiger_id',
      sql`${lopend} and (b.vertegenwoordigde_id, b.soort) = (d.vertegenwoordigde_id, d.soort)`,
    ],
    [
      'vertegenwoordiging',
      'vertegenwoordigde_id',
      sql`${lopend} and (b.vertegenwoordiger_id, b.soort) = (d.vertegenwoordiger_id, d.soort)`,
    ],
    // A contact that concerned both is on one timeline now: once.
    ['tijdlijn_item', 'partij_id', sql`(b.verwijzing_id, b.soort) = (d.verwijzing_id, d.soort)`],
  ]
  for (const [tabel, kolom, gelijk] of zelfde) {
    await remove(tx, paar, tabel, sql`exists (select from ${sql.table(tabel)} d where ${beide(kolom)} and ${gelijk})`)
  }
}

async function remove(tx: Tx, paar: Paar, tabel: string, where: RawBuilder<unknown>): Promise<void> {
  const gone = await sql<{ rij: Record<string, unknown> }>`
    delete from ${sql.table(tabel)} b where ${where} returning to_jsonb(b) as rij`.execute(tx)
  await appendVerplaatst(
    tx,
    paar.id,
    'verwijderd',
    gone.rows.map(({ rij }) => ({ tabel, rij })),
  )
}

/** Doel keeps its own standard number, preference and account; those of bron step back. */
async function clearStandaarden(tx: Tx, { id, bron_id: bron, doel_id: doel }: Paar): Promise<void> {
  const flags = [
    ['digitaal_adres', 'is_standaard', sql`d.soort = b.soort and d.is_standaard`],
    ['digitaal_adres', 'voorkeur', sql`d.voorkeur`],
    ['rekeningnummer', 'voorkeur', sql`d.voorkeur`],
  ] as const
  for (const [tabel, vlag, heeft] of flags) {
    const ids = await idsOf(
      tx,
      sql`update ${sql.table(tabel)} b set ${sql.ref(vlag)} = false
          where b.partij_id = ${bron} and b.${sql.ref(vlag)}
            and exists (select from ${sql.table(tabel)} d where d.partij_id = ${doel} and ${heeft}) returning b.id`,
    )
    await appendVerplaatst(tx, id, `${tabel}:${vlag}`, ids)
  }
}

async function idsOf(tx: Tx, statement: RawBuilder<unknown>): Promise<string[]> {
  const result = await (statement as RawBuilder<{ id: string }>).execute(tx)
  return result.rows.map((row) => row.id)
}
