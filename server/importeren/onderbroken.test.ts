import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { importeer } from './index.ts'
import { csv, importPerBestand, inMap, lees, opties } from './testing/inlezen.ts'

const t = importPerBestand()

describe('an import that is cut off', () => {
  const aantal = 60
  const bestanden = () => ({
    'personen.csv': csv(
      'nummer;achternaam;huishoudnummer;rol;telefoon',
      ...Array.from(
        { length: aantal },
        (_, i) => `${t.p}${i};Naam${i};${t.p}H${i % 20};${i < 20 ? 'huurder' : 'kind'};0612${String(100_000 + i)}`,
      ),
      `${t.p}fout;`,
    ),
    'eenheden.csv': csv('code;straat;huisnummer;woonplaats', `${t.p}E;Dorpsstraat;1;Ons Dorp`),
    'overeenkomsten.csv': csv(
      'nummer;eenheid;huurder;begindatum',
      `${t.p}C;${t.p}E;${t.p}1;1-1-2020`,
      `${t.p}D;;${t.p}fout;1-1-2020`,
    ),
  })
  const tellingen = [
    { soort: 'contractant', nieuw: 1, gewijzigd: 0, ongewijzigd: 0 },
    { soort: 'eenheid', nieuw: 1, gewijzigd: 0, ongewijzigd: 0 },
    { soort: 'huishouden', nieuw: 20, gewijzigd: 0, ongewijzigd: 0 },
    { soort: 'lid', nieuw: aantal, gewijzigd: 0, ongewijzigd: 0 },
    { soort: 'overeenkomst', nieuw: 1, gewijzigd: 0, ongewijzigd: 0 },
    { soort: 'persoon', nieuw: aantal, gewijzigd: 0, ongewijzigd: 0 },
  ]

  it.each(['eenheden.csv', 'controleren', 'eenheden', 'klanten', 'huishoudens', 'overeenkomsten', 'zoeken'])(
    'at %s goes on where it was, and ends as if nothing had happened',
    async (waar) => {
      await inMap(bestanden(), async (map) => {
        const val = importeer({
          ...opties(t.rondom, map),
          voortgang: (_, wat) => {
            if (wat === waar) throw new Error('stekker eruit')
          },
        })
        await expect(val).rejects.toThrow('stekker eruit')
        const uitkomst = await importeer(opties(t.rondom, map))
        expect(uitkomst).toMatchObject({ hervat: true, afgekeurd: 2, gelezen: aantal + 4 })
        expect([...uitkomst.tellingen].sort((a, b) => a.soort.localeCompare(b.soort))).toEqual(tellingen)
        const { rows } = await sql<{ klanten: number; vindbaar: number }>`
          select count(*)::int as klanten,
            count(*) filter (where exists (select from zoek_item z where z.object_id = p.id))::int as vindbaar
          from partij p where extern_id like ${`%${t.p}%`}`.execute(t.rondom.db)
        expect(rows).toEqual([{ klanten: aantal + 20, vindbaar: aantal + 20 }])
      })
    },
  )

  it('reads again when a crash of PostgreSQL emptied staging, without counting twice', async () => {
    await inMap(bestanden(), async (map) => {
      const val = importeer({
        ...opties(t.rondom, map),
        voortgang: (_, wat) => {
          if (wat === 'huishoudens') throw new Error('stekker eruit')
        },
      })
      await expect(val).rejects.toThrow('stekker eruit')
      await sql`truncate import_rij, import_wijzer`.execute(t.rondom.db)
      const uitkomst = await importeer(opties(t.rondom, map))
      expect([...uitkomst.tellingen].sort((a, b) => a.soort.localeCompare(b.soort))).toEqual(tellingen)
      expect(uitkomst.afgekeurd).toBe(2)
    })
  })

  it('starts anew when the files are others by now', async () => {
    await inMap(bestanden(), async (map) => {
      const val = importeer({
        ...opties(t.rondom, map),
        voortgang: () => {
          throw new Error('stekker eruit')
        },
      })
      await expect(val).rejects.toThrow('stekker eruit')
      await writeFile(join(map, 'personen.csv'), csv('nummer;achternaam', `${t.p}1;Alleen deze`))
      const uitkomst = await importeer(opties(t.rondom, map))
      expect(uitkomst).toMatchObject({ hervat: false })
      expect(uitkomst.tellingen.find(({ soort }) => soort === 'persoon')).toMatchObject({ nieuw: 1 })
    })
  })

  it('is not run by two at once', async () => {
    await inMap(bestanden(), async (map) => {
      const samen = await Promise.allSettled([importeer(opties(t.rondom, map)), importeer(opties(t.rondom, map))])
      expect(samen.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(String(samen.find((each) => each.status === 'rejected')?.reason)).toContain('al een import bezig')
    })
  })

  it('leaves nothing in staging and one line in the verwerkingenlog when it is done', async () => {
    const voor = await sql<{ aantal: number }>`select count(*)::int as aantal from verwerking`.execute(t.rondom.db)
    const { runId } = await lees(t.rondom, bestanden())
    const { rows } = await sql`select actie, object_soort, object_id from verwerking where id > (
      select coalesce(max(id), 0) from (select id from verwerking order by id limit ${voor.rows[0]?.aantal ?? 0}) v)`.execute(
      t.rondom.db,
    )
    expect(rows).toEqual([{ actie: 'importeren', object_soort: 'import', object_id: runId }])
    expect((await sql`select 1 from import_rij`.execute(t.rondom.db)).rows).toEqual([])
  })
})
