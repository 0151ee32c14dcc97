import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { NieuwContact } from '#contract/relatieinvoer.ts'
import { writeCsv } from '#server/platform/csv/csv.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { indexPartij, registerPartij } from '#server/relaties/index.ts'
import { csv, foto, lees } from './testing/inlezen.ts'

// Whole commands on a real database; two cores that are busy with other tests make them slow, never wrong.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let rondom: TestRondom
beforeAll(async () => {
  rondom = await startTestRondom()
})
afterAll(() => rondom.close())

const kolommen = [
  'nummer',
  'voorletters',
  'tussenvoegsels',
  'achternaam',
  'geslacht',
  'geboortedatum',
  'telefoon',
  'email',
  'straat',
  'huisnummer',
  'postcode',
  'woonplaats',
  'iban',
  'huishoudnummer',
  'rol',
  'vanaf',
] as const
type Rij = Record<(typeof kolommen)[number], string>

/** Good and bad, clean and dirty cells; few numbers, so that rows contradict each other too. */
const soms = (...waarden: string[]) => fc.constantFrom('', ...waarden)
const rij: fc.Arbitrary<Rij> = fc.record({
  nummer: fc.constantFrom('1', '2', '3', '4', ' 1', ''),
  voorletters: soms('J.A.', 'ja', '<b>'),
  tussenvoegsels: soms('van den', 'VAN DER', "'t"),
  achternaam: fc.oneof(soms('Berg', 'JANSEN', 'de Vries-el Idrissi', '=1+1'), fc.string({ maxLength: 20 })),
  geslacht: soms('m', 'V', 'koe'),
  geboortedatum: soms('12-03-1961', '1961-03-12', '31-02-2000', '12-3-61'),
  telefoon: soms('06 12345678', '0612345679 / 030-2345678', 'geen', '123'),
  email: soms('a@voorbeeld.example', 'A@Voorbeeld.example', 'b@voorbeeld.example; c@voorbeeld.example', 'x'),
  straat: soms('Lindelaan', 'Lindelaan 12'),
  huisnummer: soms('12', '12 A', '12-bis', 'x'),
  postcode: soms('3512AB', '3512 ab', '0000XX'),
  woonplaats: soms('Utrecht'),
  iban: soms('NL91ABNA0417164300', 'NL00'),
  huishoudnummer: soms('1', '2'),
  rol: soms('huurder', 'kind', 'MDH', 'zzz'),
  vanaf: soms('1-1-2020', '2021-05-05'),
})

const alsCsv = (rijen: readonly Rij[]) =>
  writeCsv(
    kolommen.map((kop) => ({ kop, cel: (each: Rij) => each[kop] })),
    rijen,
  )

/** Everything about klanten that does not differ by when it was made. */
async function stand(db: Db, voorvoegsel: string): Promise<unknown> {
  const { rows } = await sql`
    select p.extern_id, p.soort, p.naam, p.sorteernaam, p.aanhefcode, to_jsonb(pp) - 'partij_id' as persoon,
      (select jsonb_agg(jsonb_build_array(d.soort, d.genormaliseerd, d.is_standaard) order by d.soort, d.genormaliseerd)
       from digitaal_adres d where d.partij_id = p.id and d.einddatum is null) as digitaal,
      (select jsonb_agg(jsonb_build_array(a.postcode, a.huisnummer, a.huisletter, a.toevoeging) order by a.postcode, a.huisnummer)
       from partij_adres a where a.partij_id = p.id and a.einddatum is null) as adressen,
      (select jsonb_agg(r.iban) from rekeningnummer r where r.partij_id = p.id and r.einddatum is null) as ibans
    from partij p left join partij_persoon pp on pp.partij_id = p.id
    where p.extern_id like ${`${voorvoegsel}%`} order by p.extern_id`.execute(db)
  return rows
}

describe('whatever the file holds', () => {
  it('importing it twice changes nothing, and never crashes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rij, { minLength: 1, maxLength: 8 }), async (rijen) => {
        const bestanden = { 'personen.csv': alsCsv(rijen) }
        const eerste = await lees(rondom, bestanden)
        const na = await foto(rondom.db)
        const tweede = await lees(rondom, bestanden)
        expect(await foto(rondom.db)).toEqual(na)
        expect(tweede.redenen).toEqual(eerste.redenen)
        expect(tweede.tellingen.every(({ nieuw, gewijzigd }) => nieuw === 0 && gewijzigd === 0)).toBe(true)
        expect(eerste.gelezen).toBe(rijen.filter((each) => Object.values(each).some((cel) => cel.trim())).length)
      }),
      { numRuns: 10 },
    )
  }, 120_000)

  it('text of any kind is read or rejected, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, metKop) => {
        const kop = metKop ? 'nummer;achternaam;telefoon\n' : ''
        await lees(rondom, {
          'personen.csv': Buffer.concat([Buffer.from(kop), bytes]),
          'vera.json': Buffer.concat([Buffer.from(metKop ? '[{"id":"9","achternaam":"' : ''), bytes]),
        })
      }),
      { numRuns: 10 },
    )
  }, 120_000)
})

describe('what the importer writes', () => {
  it('is what the use case writes for the same klant, and as findable', async () => {
    const input = NieuwContact.parse({
      soort: 'persoon',
      persoon: {
        initialen: 'j a',
        tussenvoegsels: 'VAN DEN',
        achternaam: 'berg',
        geslacht: 'M',
        geboortedatum: '1961-03-12',
      },
      digitaleAdressen: [
        { soort: 'telefoonnummer', adres: '06 12345670', omschrijving: 'mobiel' },
        { soort: 'telefoonnummer', adres: '030-2345670' },
        { soort: 'email', adres: 'J.Berg@Voorbeeld.example' },
      ],
      adressen: [
        { straatnaam: 'Kerkstraat', huisnummer: 12, huisletter: 'a', postcode: '3512 ab', woonplaats: 'Utrecht' },
      ],
      rekeningnummers: [{ iban: 'NL91 ABNA 0417 1643 00', tenaamstelling: 'J.A. van den Berg' }],
    })
    const gemaakt = await rondom.write((w) => registerPartij(w, input))
    await lees(rondom, {
      'personen.csv': csv(
        'nummer;voorletters;tussenvoegsels;achternaam;geslacht;geboortedatum;mobiel;telefoon;email;straat;huisnummer;huisletter;postcode;woonplaats;iban;tenaamstelling',
        'zelfde;j a;VAN DEN;berg;M;12-3-1961;06 12345670;030-2345670;J.Berg@Voorbeeld.example;Kerkstraat;12;a;3512 ab;Utrecht;NL91 ABNA 0417 1643 00;J.A. van den Berg',
      ),
    })
    const { id } = await rondom.db
      .selectFrom('partij')
      .select('id')
      .where('extern_id', '=', 'zelfde')
      .executeTakeFirstOrThrow()
    const alles = async (partijId: string) => {
      const { rows } = await sql`
        select (select to_jsonb(t) - '{id,nummer,extern_id,aangemaakt_op,gewijzigd_op}'::text[] from partij t where id = ${partijId}) as partij,
          (select to_jsonb(t) - 'partij_id' from partij_persoon t where partij_id = ${partijId}) as persoon,
          (select jsonb_agg(to_jsonb(t) - '{id,partij_id}'::text[] order by genormaliseerd) from digitaal_adres t where partij_id = ${partijId}) as digitaal,
          (select jsonb_agg(to_jsonb(t) - '{id,partij_id}'::text[]) from partij_adres t where partij_id = ${partijId}) as adres,
          (select jsonb_agg(to_jsonb(t) - '{id,partij_id}'::text[]) from rekeningnummer t where partij_id = ${partijId}) as rekening,
          (select jsonb_build_array(titel, ondertitel, gewicht, woorden, gegevens - 'nummer') from zoek_item where object_id = ${partijId}) as zoek`.execute(
        rondom.db,
      )
      return rows[0]
    }
    expect(await alles(id)).toEqual(await alles(gemaakt.id))
  })

  it('is indexed as a use case would, for every klant', async () => {
    await lees(rondom, {
      'organisaties.csv': csv('nummer;naam;kvk;telefoon', 'o1;De Kraan B.V.;12345678;0302345678'),
      'personen.csv': csv(
        'nummer;achternaam;voornaam;huishoudnummer;rol;telefoon;telefoon2;email;straat;huisnummer;woonplaats;organisatienummer;geheim',
        'i1;El Amrani;Fatima;ih;huurder;0612345678;0302345678;f@voorbeeld.example;Lindelaan;1;Utrecht;;',
        'i2;Bakker;Piet;ih;kind;;;;;;;;ja',
        'i3;Visser;Kees;;;;;;;;;o1;',
      ),
    })
    const items = async () =>
      (
        await sql<{
          rij: string
        }>`select (to_jsonb(z) - 'id')::text as rij from zoek_item z order by object_id`.execute(rondom.db)
      ).rows
    const voor = await items()
    const { rows } = await sql<{ id: string }>`select id from partij where samengevoegd_in is null`.execute(rondom.db)
    await rondom.write(async (w) => {
      for (const { id } of rows) await indexPartij(w, id)
    })
    expect(await items()).toEqual(voor)
  })

  it('has names in the order of the setting, for new klanten and for known ones', async () => {
    const bestanden = (achternaam: string) => ({
      'personen.csv': csv('nummer;voorletters;tussenvoegsels;achternaam', `volgorde;J.A.;van den;${achternaam}`),
    })
    const sorteernaam = async () =>
      (
        await rondom.db
          .selectFrom('partij')
          .select('sorteernaam')
          .where('extern_id', '=', 'volgorde')
          .executeTakeFirstOrThrow()
      ).sorteernaam
    const beheerder = await rondom.als('functioneel-beheerder')
    await beheerder.put('/api/beheer/instellingen/sorteernaamVolgorde', { waarde: 'tussenvoegsels' }, 0)

    await lees(rondom, bestanden('Berg'))
    expect(await sorteernaam()).toBe('Berg, van den, J.A.')
    await lees(rondom, bestanden('Dal'))
    expect(await sorteernaam()).toBe('Dal, van den, J.A.')

    await beheerder.put('/api/beheer/instellingen/sorteernaamVolgorde', { waarde: null }, 1)
    await lees(rondom, bestanden('Dam'))
    expect(await sorteernaam()).toBe('Dam, J.A. van den')
    expect((await lees(rondom, bestanden('Dam'))).tellingen[0]).toMatchObject({ gewijzigd: 0, ongewijzigd: 1 })
  })

  it('ends the same whichever way it came there', async () => {
    const een = (nummer: string, anders: Partial<Rij> = {}): Rij => ({
      ...(Object.fromEntries(kolommen.map((kop) => [kop, ''])) as Rij),
      nummer,
      achternaam: 'Berg',
      telefoon: '0612345678',
      straat: 'Lindelaan',
      huisnummer: '1',
      woonplaats: 'Utrecht',
      ...anders,
    })
    const nieuw = { achternaam: 'Bergh', telefoon: '0687654321', huisnummer: '2', iban: 'NL91ABNA0417164300' }
    await lees(rondom, { 'personen.csv': alsCsv([een('omweg')]) })
    await lees(rondom, { 'personen.csv': alsCsv([een('omweg', nieuw)]) })
    await lees(rondom, { 'personen.csv': alsCsv([een('direct', nieuw)]) })
    const zonderNummer = (rows: unknown) => JSON.stringify(rows).replace(/omweg|direct/g, 'x')
    expect(zonderNummer(await stand(rondom.db, 'omweg'))).toBe(zonderNummer(await stand(rondom.db, 'direct')))
  })
})
