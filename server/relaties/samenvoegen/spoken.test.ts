import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { maak, maakPersoon } from '../testing/partijen.ts'
import { maakOngedaan } from './maakOngedaan.ts'
import { voegSamen } from './voegSamen.ts'

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom()
})
afterAll(() => rondom.close())

type Kolom = { tabel: string; kolom: string }

/** Bron's own record stays with it, and the merge itself says who was merged into whom. */
const blijft = new Set([
  'partij_persoon.partij_id',
  'partij_organisatie.partij_id',
  'samenvoeging.bron_id',
  'samenvoeging.doel_id',
])

/** Every column in the database that points at a partij, found in the database itself: a new table is here at once. */
async function verwijzingen(): Promise<Kolom[]> {
  const result = await sql<Kolom>`
    select c.conrelid::regclass::text as tabel, a.attname as kolom
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid = 'partij'::regclass
    order by 1, 2`.execute(rondom.db)
  return result.rows.filter(({ tabel, kolom }) => !blijft.has(`${tabel}.${kolom}`))
}

/** All rows that point at a partij, without what a merge is meant to touch: version and time of change. */
async function afdruk(): Promise<Record<string, unknown[]>> {
  const tabellen = [...new Set([...(await verwijzingen()).map(({ tabel }) => tabel), 'partij_persoon'])]
  const all: Record<string, unknown[]> = {}
  for (const tabel of tabellen) {
    const result = await sql<{ rij: unknown }>`
      select to_jsonb(t) - 'versie' - 'gewijzigd_op' as rij from ${sql.table(tabel)} t order by to_jsonb(t)::text`.execute(
      rondom.db,
    )
    all[tabel] = result.rows.map(({ rij }) => JSON.stringify(rij)).sort()
  }
  return all
}

/**
 * A row for `partijId` in this column of this table, whatever the table is: required columns get a value of their type,
 * foreign keys the row made for them. So a table that somebody adds tomorrow takes part in the test by itself.
 */
async function maakRij(db: TestRondom['db'], { tabel, kolom }: Kolom, partijId: string, diepte = 0): Promise<void> {
  const columns = await sql<{ naam: string; type: string; verplicht: boolean; naar: string | null; sleutel: boolean }>`
    select a.attname as naam, format_type(a.atttypid, null) as type,
      a.attnotnull and not a.atthasdef and a.attidentity = '' as verplicht,
      (select f.confrelid::regclass::text from pg_constraint f
       where f.contype = 'f' and f.conrelid = a.attrelid and a.attnum = any(f.conkey) limit 1) as naar,
      exists (select from pg_constraint p where p.contype = 'p' and p.conrelid = a.attrelid and a.attnum = any(p.conkey)) as sleutel
    from pg_attribute a where a.attrelid = ${tabel}::regclass and a.attnum > 0 and not a.attisdropped
    order by a.attnum`.execute(db)
  const waarden: Record<string, unknown> = { [kolom]: partijId }
  for (const column of columns.rows) {
    // By whom goes with when.
    const hoortErbij = kolom.endsWith('_door') && column.naam === kolom.replace(/_door$/, '_op')
    if (column.naam === kolom || !(column.verplicht || hoortErbij)) continue
    waarden[column.naam] = column.naar
      ? await eenRij(db, column.naar, partijId, diepte)
      : await waardeVoor(db, tabel, column.naam, column.type)
  }
  await db
    .insertInto(tabel as never)
    .values(waarden as never)
    .execute()
}

/** A row that a foreign key may point at: for a partij another one, for anything else one that is there or is made. */
async function eenRij(db: TestRondom['db'], tabel: string, partijId: string, diepte: number): Promise<unknown> {
  if (tabel === 'partij') return (await rondom.write((w) => maakPersoon(w))).id
  const [sleutel] = (
    await sql<{ naam: string }>`
      select a.attname as naam from pg_constraint p join pg_attribute a on a.attrelid = p.conrelid and a.attnum = any(p.conkey)
      where p.contype = 'p' and p.conrelid = ${tabel}::regclass`.execute(db)
  ).rows
  if (!sleutel) throw new Error(`${tabel} has no primary key`)
  if (diepte > 4) throw new Error(`${tabel}: foreign keys go round`)
  const columns = await sql<{ naam: string; type: string; verplicht: boolean; naar: string | null }>`
    select a.attname as naam, format_type(a.atttypid, null) as type,
      a.attnotnull and not a.atthasdef and a.attidentity = '' as verplicht,
      (select f.confrelid::regclass::text from pg_constraint f
       where f.contype = 'f' and f.conrelid = a.attrelid and a.attnum = any(f.conkey) limit 1) as naar
    from pg_attribute a where a.attrelid = ${tabel}::regclass and a.attnum > 0 and not a.attisdropped`.execute(db)
  const waarden: Record<string, unknown> = {}
  for (const column of columns.rows) {
    if (!column.verplicht) continue
    waarden[column.naam] = column.naar
      ? await eenRij(db, column.naar, partijId, diepte + 1)
      : await waardeVoor(db, tabel, column.naam, column.type)
  }
  await db
    .insertInto(tabel as never)
    .values(waarden as never)
    .execute()
  return waarden[sleutel.naam]
}

let teller = 0
/** A value that fits: the first word of a check `column in ('a', 'b')`, or something of the type. */
async function waardeVoor(db: TestRondom['db'], tabel: string, kolom: string, type: string): Promise<unknown> {
  teller += 1
  const checks = await sql<{ tekst: string }>`
    select pg_get_constraintdef(oid) as tekst from pg_constraint
    where contype = 'c' and conrelid = ${tabel}::regclass`.execute(db)
  const check = checks.rows.find(({ tekst }) => new RegExp(`\\(\\(?${kolom} = ANY`).test(tekst))
  const [, eerste] = /'([^']+)'::text/.exec(check?.tekst ?? '') ?? []
  if (eerste) return eerste
  switch (type) {
    case 'uuid':
      return crypto.randomUUID()
    case 'text':
    case 'character varying':
      return `waarde-${teller}`
    case 'date':
      return '2026-01-01'
    case 'timestamp with time zone':
      // Each later than the one before: what begins comes before what ends.
      return new Date(Date.UTC(2026, 0, 1) + teller * 60_000)
    case 'boolean':
      return false
    case 'bytea':
      return Buffer.from(String(teller))
    case 'jsonb':
      return '{}'
    case 'integer':
    case 'bigint':
      return teller
    case 'time without time zone':
      return '09:00'
    case 'text[]':
    case 'uuid[]':
      return []
    default:
      throw new Error(`no test value for ${tabel}.${kolom} (${type})`)
  }
}

async function spoken(): Promise<string[]> {
  const found: string[] = []
  for (const { tabel, kolom } of await verwijzingen()) {
    const result = await sql<{ n: number }>`
      select count(*) n from ${sql.table(tabel)} t join partij p on p.id = t.${sql.ref(kolom)}
      where p.samengevoegd_in is not null`.execute(rondom.db)
    if (result.rows[0]?.n) found.push(`${tabel}.${kolom}`)
  }
  return found
}

describe('nothing points at a ghost', () => {
  it('moves a row of every table that has a column with a partij, and moves it back', async () => {
    const kolommen = await verwijzingen()
    expect(kolommen.map(({ tabel, kolom }) => `${tabel}.${kolom}`)).toEqual(
      expect.arrayContaining([
        'tijdlijn_item.partij_id',
        'overeenkomst_partij.partij_id',
        'betrokkene.partij_id',
        'taak.partij_id',
      ]),
    )
    const bron = await rondom.write((w) => maakPersoon(w))
    const doel = await rondom.write((w) => maakPersoon(w))
    for (const each of kolommen) {
      if (each.tabel === 'partij' || each.tabel === 'partij_persoon') continue
      await maakRij(rondom.db, each, bron.id)
    }
    const voor = await afdruk()

    const samen = await rondom.write((w) => voegSamen(w, doel.id, { bronId: bron.id, bevestigd: true }))

    expect(await spoken()).toEqual([])
    await rondom.write((w) => maakOngedaan(w, samen.id))
    expect(await afdruk()).toEqual(voor)
  })
})

const telefoons = ['0612345678', '0201234567', '0301234567']
const emails = ['a@voorbeeld.nl', 'b@voorbeeld.nl']
const ibans = ['NL91ABNA0417164300', 'NL02ABNA0123456789']

const klant = fc.record({
  telefoons: fc.subarray(telefoons),
  emails: fc.subarray(emails),
  ibans: fc.subarray(ibans),
  huisnummers: fc.subarray([1, 2]),
  huishoudens: fc.subarray([0, 1]),
  rol: fc.constantFrom('HUU', 'MDH'),
  voor: fc.boolean(),
  geboortedatum: fc.constantFrom(null, '1980-03-12'),
  notitie: fc.constantFrom('', 'Bel voor tienen'),
  tijdlijn: fc.subarray([0, 1, 2]),
})

describe('merge and undo', () => {
  it('leave the database as it was, whatever the two had in common', async () => {
    const verwijzing = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
    await fc.assert(
      fc.asyncProperty(klant, klant, async (a, b) => {
        const [doel, bron] = await rondom.write(async (w) => {
          const huishoudens = [
            await maak(w, { soort: 'huishouden', naam: 'Een' }),
            await maak(w, { soort: 'huishouden', naam: 'Twee' }),
          ]
          const gezamenlijk = await maakPersoon(w)
          const made = []
          for (const each of [a, b]) {
            const partij = await maakPersoon(w, {
              persoon: { geboortedatum: each.geboortedatum },
              interneNotitie: each.notitie,
              digitaleAdressen: [
                ...each.telefoons.map((adres) => ({ soort: 'telefoonnummer' as const, adres, voorkeur: true })),
                ...each.emails.map((adres) => ({ soort: 'email' as const, adres })),
              ],
              rekeningnummers: each.ibans.map((iban) => ({ iban })),
              adressen: each.huisnummers.map((huisnummer) => ({ postcode: '1234AB', huisnummer })),
            })
            for (const i of each.huishoudens) {
              await w.tx
                .insertInto('partij_rol')
                .values({
                  id: crypto.randomUUID(),
                  partij_id: partij.id,
                  in_partij_id: huishoudens[i]?.id ?? '',
                  rol: each.rol,
                  begindatum: '2026-01-01',
                })
                .execute()
            }
            if (each.voor) {
              await w.tx
                .insertInto('vertegenwoordiging')
                .values({
                  id: crypto.randomUUID(),
                  vertegenwoordiger_id: partij.id,
                  vertegenwoordigde_id: gezamenlijk.id,
                  soort: 'gemachtigde',
                  begindatum: '2026-01-01',
                })
                .execute()
            }
            for (const i of each.tijdlijn) {
              await w.tx
                .insertInto('tijdlijn_item')
                .values({
                  id: crypto.randomUUID(),
                  partij_id: partij.id,
                  moment: w.now,
                  soort: 'klantcontact',
                  verwijzing_id: verwijzing[i] ?? '',
                  titel: `Contact ${i}`,
                })
                .execute()
            }
            made.push(partij)
          }
          return made
        })
        if (!doel || !bron) throw new Error('two klanten were made')
        const voor = await afdruk()

        const samen = await rondom.write((w) => voegSamen(w, doel.id, { bronId: bron.id, bevestigd: true }))
        const ghosts = await spoken()
        await rondom.write((w) => maakOngedaan(w, samen.id))

        expect(ghosts).toEqual([])
        expect(await afdruk()).toEqual(voor)
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})
