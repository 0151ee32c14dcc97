import { type Insertable, sql, type Updateable } from 'kysely'
import { explainConstraints } from '#server/platform/db/constraints.ts'
import type { Db, Tables, Tx } from '#server/platform/db/schema.ts'
import { invalid } from '#server/platform/errors.ts'
import type {
  AdresTable,
  DigitaalAdresTable,
  PartijRow,
  RekeningnummerTable,
  RolRow,
  RolTable,
  SignaleringTable,
  VertegenwoordigingTable,
} from '../tables.ts'

/** A huishouden or organisatie in which the partij has a role. */
export type InPartij = { rol: RolRow; partij: PartijRow }

/** The current roles of a partij in others, on a day; with the other partij. */
export async function selectRollenIn(db: Db, partijId: string, op: string): Promise<InPartij[]> {
  const rollen = await db
    .selectFrom('partij_rol')
    .selectAll()
    .where('partij_id', '=', partijId)
    .where('begindatum', '<=', op)
    .where((eb) => eb.or([eb('einddatum', 'is', null), eb('einddatum', '>=', op)]))
    .orderBy('begindatum')
    .execute()
  if (rollen.length === 0) return []
  const partijen = await db
    .selectFrom('partij')
    .selectAll()
    .where('id', 'in', [...new Set(rollen.map((rol) => rol.in_partij_id))])
    .execute()
  const byId = new Map(partijen.map((partij) => [partij.id, partij]))
  return rollen.flatMap((rol) => {
    const partij = byId.get(rol.in_partij_id)
    return partij ? [{ rol, partij }] : []
  })
}

/** More than anybody has; a service that was registered as one klant must not make the screen unusable. */
const hoogstens = 200

/** All parts of one partij, ended ones too, in the order of the screen: what runs first, then the latest. */
export async function selectOnderdelen(db: Db, partijId: string) {
  const lopendeEerst = sql`einddatum desc nulls first`
  const [
    digitaleAdressen,
    adressen,
    rekeningnummers,
    rollen,
    leden,
    vertegenwoordigers,
    vertegenwoordigt,
    signaleringen,
  ] = await Promise.all([
    db
      .selectFrom('digitaal_adres')
      .selectAll()
      .where('partij_id', '=', partijId)
      .orderBy(lopendeEerst)
      .orderBy('soort', 'desc')
      .orderBy('is_standaard', 'desc')
      .orderBy('id')
      .limit(hoogstens)
      .execute(),
    db
      .selectFrom('partij_adres')
      .selectAll()
      .where('partij_id', '=', partijId)
      .orderBy(lopendeEerst)
      .orderBy(sql`soort = 'WOO' desc`)
      .orderBy('id')
      .limit(hoogstens)
      .execute(),
    db
      .selectFrom('rekeningnummer')
      .selectAll()
      .where('partij_id', '=', partijId)
      .orderBy(lopendeEerst)
      .orderBy('voorkeur', 'desc')
      .orderBy('id')
      .limit(hoogstens)
      .execute(),
    db
      .selectFrom('partij_rol')
      .selectAll()
      .where('partij_id', '=', partijId)
      .orderBy(lopendeEerst)
      .orderBy('id')
      .limit(hoogstens)
      .execute(),
    db
      .selectFrom('partij_rol')
      .selectAll()
      .where('in_partij_id', '=', partijId)
      .orderBy(lopendeEerst)
      .orderBy('id')
      .limit(hoogstens)
      .execute(),
    db
      .selectFrom('vertegenwoordiging')
      .selectAll()
      .where('vertegenwoordigde_id', '=', partijId)
      .orderBy(lopendeEerst)
      .orderBy('id')
      .limit(hoogstens)
      .execute(),
    db
      .selectFrom('vertegenwoordiging')
      .selectAll()
      .where('vertegenwoordiger_id', '=', partijId)
      .orderBy(lopendeEerst)
      .orderBy('id')
      .limit(hoogstens)
      .execute(),
    db
      .selectFrom('signalering')
      .selectAll()
      .where('partij_id', '=', partijId)
      .orderBy(lopendeEerst)
      .orderBy('id')
      .limit(hoogstens)
      .execute(),
  ])
  return {
    digitaleAdressen,
    adressen,
    rekeningnummers,
    rollen,
    leden,
    vertegenwoordigers,
    vertegenwoordigt,
    signaleringen,
  }
}

export function selectRol(db: Db, id: string): Promise<RolRow | undefined> {
  return db.selectFrom('partij_rol').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertRol(tx: Tx, row: Insertable<RolTable>): Promise<void> {
  await explainConstraints(tx.insertInto('partij_rol').values(row).execute(), rolFouten)
}

export async function insertDigitaleAdressen(tx: Tx, rows: Insertable<DigitaalAdresTable>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('digitaal_adres').values(rows).execute()
}

export async function insertAdressen(tx: Tx, rows: Insertable<AdresTable>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('partij_adres').values(rows).execute()
}

export async function insertRekeningnummers(tx: Tx, rows: Insertable<RekeningnummerTable>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('rekeningnummer').values(rows).execute()
}

export async function insertVertegenwoordiging(tx: Tx, row: Insertable<VertegenwoordigingTable>): Promise<void> {
  await tx.insertInto('vertegenwoordiging').values(row).execute()
}

export async function insertSignalering(tx: Tx, row: Insertable<SignaleringTable>): Promise<void> {
  await tx.insertInto('signalering').values(row).execute()
}

/** The tables of parts: each has an id, a versie and a period. */
export const onderdeelTabellen = [
  'digitaal_adres',
  'partij_adres',
  'rekeningnummer',
  'partij_rol',
  'vertegenwoordiging',
  'signalering',
] as const
export type OnderdeelTabel = (typeof onderdeelTabellen)[number]
type Onderdeel = {
  id: string
  versie: number
  begindatum: string | null
  einddatum: string | null
  partijIds: string[]
}

/** The part, held until the end of the transaction, with every partij that it belongs to. */
export async function lockOnderdeel(tx: Tx, tabel: OnderdeelTabel, id: string): Promise<Onderdeel | undefined> {
  const kolommen = {
    digitaal_adres: sql`array[partij_id]`,
    partij_adres: sql`array[partij_id]`,
    rekeningnummer: sql`array[partij_id]`,
    signalering: sql`array[partij_id]`,
    partij_rol: sql`array[partij_id, in_partij_id]`,
    vertegenwoordiging: sql`array[vertegenwoordigde_id, vertegenwoordiger_id]`,
  }[tabel]
  const result = await sql<Onderdeel>`
    select id, versie, begindatum, einddatum, ${kolommen} as "partijIds" from ${sql.table(tabel)}
    where id = ${id} for update`.execute(tx)
  return result.rows[0]
}

export async function updateOnderdeel<T extends OnderdeelTabel>(
  tx: Tx,
  tabel: T,
  id: string,
  changes: Updateable<Tables[T]>,
): Promise<void> {
  const sets = Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const update = sql`
    update ${sql.table(tabel)} set ${sql.join([...sets, sql`versie = versie + 1`])} where id = ${id}`.execute(tx)
  await explainConstraints(update, rolFouten)
}

export async function removeOnderdeel(tx: Tx, tabel: OnderdeelTabel, id: string): Promise<void> {
  await sql`delete from ${sql.table(tabel)} where id = ${id}`.execute(tx)
}

/** Only one number per soort is the standard one, and only one of all is preferred. */
export async function clearStandaard(
  tx: Tx,
  partijId: string,
  soort: DigitaalAdresTable['soort'],
  behalveId: string | null,
): Promise<void> {
  await sql`
    update digitaal_adres set is_standaard = false, versie = versie + 1
    where partij_id = ${partijId} and soort = ${soort} and is_standaard
      and id is distinct from ${behalveId}::uuid`.execute(tx)
}

export async function clearVoorkeur(
  tx: Tx,
  tabel: 'digitaal_adres' | 'rekeningnummer',
  partijId: string,
  behalveId: string | null,
): Promise<void> {
  await sql`
    update ${sql.table(tabel)} set voorkeur = false, versie = versie + 1
    where partij_id = ${partijId} and voorkeur and id is distinct from ${behalveId}::uuid`.execute(tx)
}

const rolFouten = {
  partij_rol_nu: () => invalid('rol', 'bestaat', 'Deze klant heeft deze rol hier al.'),
  partij_rol_check: () => invalid('inPartijId', 'zichzelf', 'Een klant kan geen rol in zichzelf hebben.'),
}
