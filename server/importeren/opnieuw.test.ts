import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { csv, foto, importPerBestand, lees, persoonVan } from './testing/inlezen.ts'

const t = importPerBestand()

const persoon = (nummer: string) => persoonVan(t.rondom.db, nummer)
const nummers = async (partijId: string) =>
  (
    await t.rondom.db
      .selectFrom('digitaal_adres')
      .selectAll()
      .where('partij_id', '=', partijId)
      .orderBy('begindatum')
      .orderBy('id')
      .execute()
  ).map((row) => `${row.genormaliseerd}${row.is_standaard ? '*' : ''}${row.einddatum ? ` tot ${row.einddatum}` : ''}`)
const gebeurtenissen = async (partijId: string) =>
  (
    await sql<{ soort: string }>`
      select soort from gebeurtenis where ${`partij:${partijId}`} = any (onderwerpen) order by id`.execute(t.rondom.db)
  ).rows.map(({ soort }) => soort)

describe('importing again', () => {
  const kop =
    'nummer;voorletters;tussenvoegsels;achternaam;geboortedatum;telefoon;email;straat;huisnummer;postcode;woonplaats;iban'
  const rij = (anders: Record<string, string> = {}) =>
    Object.values({
      nummer: `${t.p}1`,
      voorletters: 'J.A.',
      tussenvoegsels: 'van den',
      achternaam: 'Berg',
      geboortedatum: '12-03-1961',
      telefoon: '06 12345670',
      email: 'jan@voorbeeld.example',
      straat: 'Lindelaan',
      huisnummer: '12',
      postcode: '3512AB',
      woonplaats: 'Utrecht',
      iban: 'NL91ABNA0417164300',
      ...anders,
    }).join(';')
  const ander = () => `${t.p}2;K.;;Jansen;;0612345671;;;;;;`

  it('raises the version and tells of it only for a klant that really changed', async () => {
    await lees(t.rondom, { 'personen.csv': csv(kop, rij(), ander()) })
    t.rondom.clock.now = new Date(t.rondom.clock.now.getTime() + 60_000)
    const weer = await lees(t.rondom, { 'personen.csv': csv(kop, rij({ achternaam: 'Bergh' }), ander()) })
    expect(weer.tellingen).toEqual([{ soort: 'persoon', nieuw: 0, gewijzigd: 1, ongewijzigd: 1 }])
    const gewijzigd = await persoon(`${t.p}1`)
    expect(gewijzigd).toMatchObject({ naam: 'J.A. van den Bergh', sorteernaam: 'Bergh, J.A. van den', versie: 2 })
    expect(await gebeurtenissen(gewijzigd.id)).toEqual(['partij.gewijzigd'])
    const gelijk = await persoon(`${t.p}2`)
    expect(gelijk.versie).toBe(1)
    expect(await gebeurtenissen(gelijk.id)).toEqual([])
  })

  it('sees that another way of writing is no change', async () => {
    await lees(t.rondom, { 'personen.csv': csv(kop, rij()) })
    const voor = await foto(t.rondom.db)
    const anders = rij({ geboortedatum: '1961-03-12', postcode: '3512 ab', iban: 'nl91 abna 0417 1643 00' })
    const weer = await lees(t.rondom, { 'personen.csv': csv(kop, anders) })
    expect(weer.tellingen[0]).toMatchObject({ gewijzigd: 0, ongewijzigd: 1 })
    expect(await foto(t.rondom.db)).toEqual(voor)
  })

  it('adds a new number, ends the one that the source dropped, and keeps what an employee added', async () => {
    await lees(t.rondom, { 'personen.csv': csv(kop, rij()) })
    const { id } = await persoon(`${t.p}1`)
    await sql`insert into digitaal_adres (id, partij_id, soort, adres, genormaliseerd, begindatum)
      values (gen_random_uuid(), ${id}, 'telefoonnummer', '030-2345678', '+31302345678', '2026-11-01')`.execute(
      t.rondom.db,
    )
    t.rondom.clock.now = new Date('2026-12-05T10:00:00Z')
    await lees(t.rondom, { 'personen.csv': csv(kop, rij({ telefoon: '06 87654321' })) })
    expect((await nummers(id)).sort()).toEqual(
      ['+31302345678*', '+31612345670 tot 2026-12-05', '+31687654321', 'jan@voorbeeld.example*'].sort(),
    )
    expect((await persoon(`${t.p}1`)).versie).toBe(1)
  })

  it('does not bring back what an employee ended or removed', async () => {
    await lees(t.rondom, { 'personen.csv': csv(kop, rij()) })
    const { id } = await persoon(`${t.p}1`)
    await sql`update digitaal_adres set einddatum = '2026-11-20', is_standaard = false where partij_id = ${id}
      and soort = 'telefoonnummer'`.execute(t.rondom.db)
    await sql`delete from digitaal_adres where partij_id = ${id} and soort = 'email'`.execute(t.rondom.db)
    await lees(t.rondom, { 'personen.csv': csv(kop, rij({ achternaam: 'Berghe' })) })
    expect(await nummers(id)).toEqual(['+31612345670 tot 2026-11-20'])
    expect((await persoon(`${t.p}1`)).achternaam).toBe('Berghe')
  })

  it('moves somebody to his new address, and keeps the old one as history', async () => {
    await lees(t.rondom, { 'personen.csv': csv(kop, rij()) })
    await lees(t.rondom, { 'personen.csv': csv(kop, rij({ huisnummer: '44 B' })) })
    const { id } = await persoon(`${t.p}1`)
    const rows = await t.rondom.db
      .selectFrom('partij_adres')
      .selectAll()
      .where('partij_id', '=', id)
      .orderBy('einddatum')
      .execute()
    expect(rows.map((row) => [row.huisnummer, row.huisletter, row.einddatum !== null])).toEqual([
      [12, '', true],
      [44, 'B', false],
    ])
  })

  it('does not take away what the source leaves empty, and does not touch a column that is not there', async () => {
    await lees(t.rondom, { 'personen.csv': csv(kop, rij()) })
    await lees(t.rondom, {
      'personen.csv': csv(kop, rij({ geboortedatum: '', telefoon: '', iban: '', email: 'nieuw@voorbeeld.example' })),
    })
    await lees(t.rondom, {
      'personen.csv': csv('nummer;voorletters;tussenvoegsels;achternaam', `${t.p}1;J.A.;van den;Berg`),
    })
    const na = await persoon(`${t.p}1`)
    expect(na.geboortedatum).toBe('1961-03-12')
    expect((await nummers(na.id)).filter((each) => !each.includes(' tot ')).sort()).toEqual([
      '+31612345670*',
      'nieuw@voorbeeld.example*',
    ])
    const { rows } = await sql`select 1 from rekeningnummer where partij_id = ${na.id} and einddatum is null`.execute(
      t.rondom.db,
    )
    expect(rows).toHaveLength(1)
  })

  it('keeps a name that an employee gave with a reason', async () => {
    await lees(t.rondom, { 'personen.csv': csv(kop, rij()) })
    await sql`update partij set naam = 'Sjors van den Berg', naam_reden = 'Zo wil hij heten' where extern_id = ${`${t.p}1`}`.execute(
      t.rondom.db,
    )
    await lees(t.rondom, { 'personen.csv': csv(kop, rij({ geboortedatum: '13-03-1961' })) })
    expect(await persoon(`${t.p}1`)).toMatchObject({ naam: 'Sjors van den Berg', geboortedatum: '1961-03-13' })
  })

  it('leaves a klant that was merged into another merged, and ties his contract to the other', async () => {
    await lees(t.rondom, { 'personen.csv': csv(kop, rij(), ander()) })
    const [bron, doel] = [await persoon(`${t.p}1`), await persoon(`${t.p}2`)]
    await sql`update partij set samengevoegd_in = ${doel.id}, actief = false where id = ${bron.id}`.execute(t.rondom.db)
    const weer = await lees(t.rondom, {
      'personen.csv': csv(kop, rij({ achternaam: 'Verandert' })),
      'overeenkomsten.csv': csv('nummer;begindatum;huurder', `${t.p}C;1-1-2020;${t.p}1`),
    })
    expect(weer.redenen).toEqual([])
    expect((await persoon(`${t.p}1`)).achternaam).toBe('Berg')
    const { rows } = await sql<{ partij_id: string }>`
      select partij_id from overeenkomst_partij op join overeenkomst o on o.id = op.overeenkomst_id
      where o.nummer = ${`${t.p}C`}`.execute(t.rondom.db)
    expect(rows).toEqual([{ partij_id: doel.id }])
  })
})

describe('households and contracts', () => {
  const kop = 'nummer;achternaam;huishoudnummer;rol;vanaf'
  const rollen = async (nummer: string) =>
    (
      await sql<{ tekst: string }>`
        select r.rol || ' ' || h.naam || coalesce(' tot ' || r.einddatum, '') as tekst
        from partij_rol r join partij p on p.id = r.partij_id join partij h on h.id = r.in_partij_id
        where p.extern_id = ${nummer} order by r.einddatum nulls last, 1`.execute(t.rondom.db)
    ).rows.map(({ tekst }) => tekst)

  it('makes a household of the people who name it, called after the huurder', async () => {
    await lees(t.rondom, {
      'personen.csv': csv(
        kop,
        `${t.p}1;Kuiper;${t.p}H;medehuurder;1-1-2020`,
        `${t.p}2;van der Meer;${t.p}H;huurder;1-1-2020`,
      ),
    })
    expect(await rollen(`${t.p}1`)).toEqual(['MDH Huishouden Van der Meer'])
  })

  it('ends the role of somebody who moved to another household', async () => {
    await lees(t.rondom, {
      'personen.csv': csv(kop, `${t.p}1;Kuiper;${t.p}H;huurder;1-1-2020`, `${t.p}2;Kuiper;${t.p}H;kind;`),
    })
    t.rondom.clock.now = new Date('2027-02-01T10:00:00Z')
    await lees(t.rondom, { 'personen.csv': csv(kop, `${t.p}2;Kuiper;${t.p}I;huurder;1-2-2027`) })
    expect(await rollen(`${t.p}2`)).toEqual(['MBW Huishouden Kuiper tot 2027-02-01', 'HUU Huishouden Kuiper'])
    expect(await rollen(`${t.p}1`)).toEqual(['HUU Huishouden Kuiper'])
  })

  it('reads members from lines of the household, whichever file comes first', async () => {
    const uitkomst = await lees(t.rondom, {
      'huishoudens.csv': csv(
        'huishoudnummer;naam;persoonnummer;rol',
        `${t.p}H;Familie Bos;${t.p}1;HUU`,
        `${t.p}H;Familie Bos;${t.p}2;MBW`,
      ),
      'personen.csv': csv('nummer;achternaam', `${t.p}1;Bos`, `${t.p}2;Bos`),
    })
    expect(uitkomst.redenen).toEqual([])
    expect(await rollen(`${t.p}2`)).toEqual(['MBW Familie Bos'])
  })

  it('makes somebody who works for an organisatie its contactpersoon', async () => {
    await lees(t.rondom, {
      'organisaties.csv': csv('nummer;naam', `${t.p}1;De Kraan B.V.`),
      'personen.csv': csv('nummer;achternaam;organisatienummer', `${t.p}1;Bos;${t.p}1`),
    })
    const { rows } = await sql<{ soort: string; werkgever: string }>`
      select p.soort, w.naam as werkgever from partij p join partij_persoon pp on pp.partij_id = p.id
      join partij w on w.id = pp.werkte_voor_partij_id where p.extern_id = ${`${t.p}1`}`.execute(t.rondom.db)
    expect(rows).toEqual([{ soort: 'contactpersoon', werkgever: 'De Kraan B.V.' }])
  })

  it('changes a contract in place, takes a gone huurder off it, and can undo an end', async () => {
    const contract = (regel: string) => ({
      'overeenkomsten.csv': csv('nummer;eenheid;huurder;begindatum;einddatum;huur', regel),
    })
    await lees(t.rondom, {
      'personen.csv': csv('nummer;achternaam', `${t.p}1;Bos`, `${t.p}2;Vos`),
      'eenheden.csv': csv('code;straat;huisnummer;postcode;woonplaats', `${t.p}E;Dorpsstraat;1;1234AB;Ons Dorp`),
      ...contract(`${t.p}C;${t.p}E;${t.p}1,${t.p}2;1-1-2020;31-12-2026;650,00`),
    })
    const rij = async () =>
      (
        await sql<{ huur: number; einde: string | null; wie: string[] }>`
          select o.brutohuur_cent as huur, o.einddatum as einde, array(select p.extern_id from overeenkomst_partij op
            join partij p on p.id = op.partij_id where op.overeenkomst_id = o.id order by 1) as wie
          from overeenkomst o where o.nummer = ${`${t.p}C`}`.execute(t.rondom.db)
      ).rows
    expect(await rij()).toEqual([{ huur: 65_000, einde: '2026-12-31', wie: [`${t.p}1`, `${t.p}2`] }])
    await lees(t.rondom, contract(`${t.p}C;${t.p}E;${t.p}1;1-1-2020;;675,50`))
    expect(await rij()).toEqual([{ huur: 67_550, einde: null, wie: [`${t.p}1`] }])
  })
})
