import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { importeer } from './index.ts'
import { csv, foto, inMap, lees, opties } from './testing/inlezen.ts'

// Whole commands on a real database; two cores that are busy with other tests make them slow, never wrong.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let rondom: TestRondom
let keer = 0
beforeAll(async () => {
  rondom = await startTestRondom()
})
afterAll(() => rondom.close())
// Every test its own klanten, and a day of its own: what an earlier one left is older.
let p: string
beforeEach(() => {
  p = `T${++keer}-`
  rondom.clock.now = new Date(Date.UTC(2026, 10, 1 + keer, 10))
})

const persoon = async (nummer: string) =>
  await rondom.db
    .selectFrom('partij')
    .innerJoin('partij_persoon', 'partij_id', 'id')
    .selectAll()
    .where('extern_id', '=', nummer)
    .executeTakeFirstOrThrow()
const nummers = async (partijId: string) =>
  (
    await rondom.db
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
      select soort from gebeurtenis where ${`partij:${partijId}`} = any (onderwerpen) order by id`.execute(rondom.db)
  ).rows.map(({ soort }) => soort)

describe('importing again', () => {
  const kop =
    'nummer;voorletters;tussenvoegsels;achternaam;geboortedatum;telefoon;email;straat;huisnummer;postcode;woonplaats;iban'
  const rij = (anders: Record<string, string> = {}) =>
    Object.values({
      nummer: `${p}1`,
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
  const ander = () => `${p}2;K.;;Jansen;;0612345671;;;;;;`

  it('raises the version and tells of it only for a klant that really changed', async () => {
    await lees(rondom, { 'personen.csv': csv(kop, rij(), ander()) })
    rondom.clock.now = new Date(rondom.clock.now.getTime() + 60_000)
    const weer = await lees(rondom, { 'personen.csv': csv(kop, rij({ achternaam: 'Bergh' }), ander()) })
    expect(weer.tellingen).toEqual([{ soort: 'persoon', nieuw: 0, gewijzigd: 1, ongewijzigd: 1 }])
    const gewijzigd = await persoon(`${p}1`)
    expect(gewijzigd).toMatchObject({ naam: 'J.A. van den Bergh', sorteernaam: 'Bergh, J.A. van den', versie: 2 })
    expect(await gebeurtenissen(gewijzigd.id)).toEqual(['partij.gewijzigd'])
    const gelijk = await persoon(`${p}2`)
    expect(gelijk.versie).toBe(1)
    expect(await gebeurtenissen(gelijk.id)).toEqual([])
  })

  it('sees that another way of writing is no change', async () => {
    await lees(rondom, { 'personen.csv': csv(kop, rij()) })
    const voor = await foto(rondom.db)
    const anders = rij({ geboortedatum: '1961-03-12', postcode: '3512 ab', iban: 'nl91 abna 0417 1643 00' })
    const weer = await lees(rondom, { 'personen.csv': csv(kop, anders) })
    expect(weer.tellingen[0]).toMatchObject({ gewijzigd: 0, ongewijzigd: 1 })
    expect(await foto(rondom.db)).toEqual(voor)
  })

  it('adds a new number, ends the one that the source dropped, and keeps what an employee added', async () => {
    await lees(rondom, { 'personen.csv': csv(kop, rij()) })
    const { id } = await persoon(`${p}1`)
    await sql`insert into digitaal_adres (id, partij_id, soort, adres, genormaliseerd, begindatum)
      values (gen_random_uuid(), ${id}, 'telefoonnummer', '030-2345678', '+31302345678', '2026-11-01')`.execute(
      rondom.db,
    )
    rondom.clock.now = new Date('2026-12-05T10:00:00Z')
    await lees(rondom, { 'personen.csv': csv(kop, rij({ telefoon: '06 87654321' })) })
    expect((await nummers(id)).sort()).toEqual(
      ['+31302345678*', '+31612345670 tot 2026-12-05', '+31687654321', 'jan@voorbeeld.example*'].sort(),
    )
    expect((await persoon(`${p}1`)).versie).toBe(1)
  })

  it('does not bring back what an employee ended or removed', async () => {
    await lees(rondom, { 'personen.csv': csv(kop, rij()) })
    const { id } = await persoon(`${p}1`)
    await sql`update digitaal_adres set einddatum = '2026-11-20', is_standaard = false where partij_id = ${id}
      and soort = 'telefoonnummer'`.execute(rondom.db)
    await sql`delete from digitaal_adres where partij_id = ${id} and soort = 'email'`.execute(rondom.db)
    await lees(rondom, { 'personen.csv': csv(kop, rij({ achternaam: 'Berghe' })) })
    expect(await nummers(id)).toEqual(['+31612345670 tot 2026-11-20'])
    expect((await persoon(`${p}1`)).achternaam).toBe('Berghe')
  })

  it('moves somebody to his new address, and keeps the old one as history', async () => {
    await lees(rondom, { 'personen.csv': csv(kop, rij()) })
    await lees(rondom, { 'personen.csv': csv(kop, rij({ huisnummer: '44 B' })) })
    const { id } = await persoon(`${p}1`)
    const rows = await rondom.db
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
    await lees(rondom, { 'personen.csv': csv(kop, rij()) })
    await lees(rondom, {
      'personen.csv': csv(kop, rij({ geboortedatum: '', telefoon: '', iban: '', email: 'nieuw@voorbeeld.example' })),
    })
    await lees(rondom, {
      'personen.csv': csv('nummer;voorletters;tussenvoegsels;achternaam', `${p}1;J.A.;van den;Berg`),
    })
    const na = await persoon(`${p}1`)
    expect(na.geboortedatum).toBe('1961-03-12')
    expect((await nummers(na.id)).filter((each) => !each.includes(' tot ')).sort()).toEqual([
      '+31612345670*',
      'nieuw@voorbeeld.example*',
    ])
    const { rows } = await sql`select 1 from rekeningnummer where partij_id = ${na.id} and einddatum is null`.execute(
      rondom.db,
    )
    expect(rows).toHaveLength(1)
  })

  it('keeps a name that an employee gave with a reason', async () => {
    await lees(rondom, { 'personen.csv': csv(kop, rij()) })
    await sql`update partij set naam = 'Sjors van den Berg', naam_reden = 'Zo wil hij heten' where extern_id = ${`${p}1`}`.execute(
      rondom.db,
    )
    await lees(rondom, { 'personen.csv': csv(kop, rij({ geboortedatum: '13-03-1961' })) })
    expect(await persoon(`${p}1`)).toMatchObject({ naam: 'Sjors van den Berg', geboortedatum: '1961-03-13' })
  })

  it('leaves a klant that was merged into another merged, and ties his contract to the other', async () => {
    await lees(rondom, { 'personen.csv': csv(kop, rij(), ander()) })
    const [bron, doel] = [await persoon(`${p}1`), await persoon(`${p}2`)]
    await sql`update partij set samengevoegd_in = ${doel.id}, actief = false where id = ${bron.id}`.execute(rondom.db)
    const weer = await lees(rondom, {
      'personen.csv': csv(kop, rij({ achternaam: 'Verandert' })),
      'overeenkomsten.csv': csv('nummer;begindatum;huurder', `${p}C;1-1-2020;${p}1`),
    })
    expect(weer.redenen).toEqual([])
    expect((await persoon(`${p}1`)).achternaam).toBe('Berg')
    const { rows } = await sql<{ partij_id: string }>`
      select partij_id from overeenkomst_partij op join overeenkomst o on o.id = op.overeenkomst_id
      where o.nummer = ${`${p}C`}`.execute(rondom.db)
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
        where p.extern_id = ${nummer} order by r.einddatum nulls last, 1`.execute(rondom.db)
    ).rows.map(({ tekst }) => tekst)

  it('makes a household of the people who name it, called after the huurder', async () => {
    await lees(rondom, {
      'personen.csv': csv(kop, `${p}1;Kuiper;${p}H;medehuurder;1-1-2020`, `${p}2;van der Meer;${p}H;huurder;1-1-2020`),
    })
    expect(await rollen(`${p}1`)).toEqual(['MDH Huishouden Van der Meer'])
  })

  it('ends the role of somebody who moved to another household', async () => {
    await lees(rondom, { 'personen.csv': csv(kop, `${p}1;Kuiper;${p}H;huurder;1-1-2020`, `${p}2;Kuiper;${p}H;kind;`) })
    rondom.clock.now = new Date('2027-02-01T10:00:00Z')
    await lees(rondom, { 'personen.csv': csv(kop, `${p}2;Kuiper;${p}I;huurder;1-2-2027`) })
    expect(await rollen(`${p}2`)).toEqual(['MBW Huishouden Kuiper tot 2027-02-01', 'HUU Huishouden Kuiper'])
    expect(await rollen(`${p}1`)).toEqual(['HUU Huishouden Kuiper'])
  })

  it('reads members from lines of the household, whichever file comes first', async () => {
    const uitkomst = await lees(rondom, {
      'huishoudens.csv': csv(
        'huishoudnummer;naam;persoonnummer;rol',
        `${p}H;Familie Bos;${p}1;HUU`,
        `${p}H;Familie Bos;${p}2;MBW`,
      ),
      'personen.csv': csv('nummer;achternaam', `${p}1;Bos`, `${p}2;Bos`),
    })
    expect(uitkomst.redenen).toEqual([])
    expect(await rollen(`${p}2`)).toEqual(['MBW Familie Bos'])
  })

  it('makes somebody who works for an organisatie its contactpersoon', async () => {
    await lees(rondom, {
      'organisaties.csv': csv('nummer;naam', `${p}1;De Kraan B.V.`),
      'personen.csv': csv('nummer;achternaam;organisatienummer', `${p}1;Bos;${p}1`),
    })
    const { rows } = await sql<{ soort: string; werkgever: string }>`
      select p.soort, w.naam as werkgever from partij p join partij_persoon pp on pp.partij_id = p.id
      join partij w on w.id = pp.werkte_voor_partij_id where p.extern_id = ${`${p}1`}`.execute(rondom.db)
    expect(rows).toEqual([{ soort: 'contactpersoon', werkgever: 'De Kraan B.V.' }])
  })

  it('changes a contract in place, takes a gone huurder off it, and can undo an end', async () => {
    const contract = (regel: string) => ({
      'overeenkomsten.csv': csv('nummer;eenheid;huurder;begindatum;einddatum;huur', regel),
    })
    await lees(rondom, {
      'personen.csv': csv('nummer;achternaam', `${p}1;Bos`, `${p}2;Vos`),
      'eenheden.csv': csv('code;straat;huisnummer;postcode;woonplaats', `${p}E;Dorpsstraat;1;1234AB;Ons Dorp`),
      ...contract(`${p}C;${p}E;${p}1,${p}2;1-1-2020;31-12-2026;650,00`),
    })
    const rij = async () =>
      (
        await sql<{ huur: number; einde: string | null; wie: string[] }>`
          select o.brutohuur_cent as huur, o.einddatum as einde, array(select p.extern_id from overeenkomst_partij op
            join partij p on p.id = op.partij_id where op.overeenkomst_id = o.id order by 1) as wie
          from overeenkomst o where o.nummer = ${`${p}C`}`.execute(rondom.db)
      ).rows
    expect(await rij()).toEqual([{ huur: 65_000, einde: '2026-12-31', wie: [`${p}1`, `${p}2`] }])
    await lees(rondom, contract(`${p}C;${p}E;${p}1;1-1-2020;;675,50`))
    expect(await rij()).toEqual([{ huur: 67_550, einde: null, wie: [`${p}1`] }])
  })
})

describe('rows that are not right', () => {
  it('are rejected with all reasons on one line, and the others are taken over', async () => {
    const uitkomst = await lees(rondom, {
      'personen.csv': csv(
        'nummer;achternaam;geboortedatum;telefoon;email;iban;postcode;huisnummer;rol;huishoudnummer',
        `${p}1;Goed;1-1-1980;0612345678;goed@voorbeeld.example;;3512AB;1;;`,
        `${p}2;Datum;31-02-1980;;;;;;;`,
        `${p}3;Alles;1-1-2090;12;geen-mail;NL00ABNA0417164300;0012AB;x;koning;${p}H`,
        `;Zonder nummer;;;;;;;;`,
        `${p}5;;;;;;;;;`,
        `${p}6;Half`,
        `${p}1;Dubbel;;;;;;;;`,
        `${p}8;"Kapot;;;;;;;;`,
        `${p}9;Ook goed;;;;;;;;`,
      ),
    })
    expect(uitkomst.redenen.map((reden) => reden.replaceAll(p, ''))).toEqual([
      'personen.csv:3 geboortedatum: De datum "31-02-1980" bestaat niet.',
      expect.stringMatching(
        /^personen.csv:4 geboortedatum: .*toekomst.* \| telefoon: "12": .*te kort.* \| email: "geen-mail" is geen e-mailadres. \| huisnummer: "x" is geen huisnummer. \| iban: .* \| rol: "koning" is geen bekende rol.$/,
      ),
      'personen.csv:5 nummer: Dit nummer ontbreekt; zonder nummer is de rij niet terug te vinden.',
      'personen.csv:6 achternaam: Vul dit veld in.',
      expect.stringContaining('personen.csv:7 Deze rij heeft 2 kolommen, de kopregel 10.'),
      'personen.csv:8 Nummer "1" staat ook in personen.csv op regel 2, met andere gegevens.',
      expect.stringContaining('personen.csv:9 Een aanhalingsteken (") in deze rij wordt niet gesloten.'),
    ])
    expect(uitkomst).toMatchObject({ gelezen: 9, afgekeurd: 7 })
    expect(uitkomst.tellingen).toEqual([{ soort: 'persoon', nieuw: 2, gewijzigd: 0, ongewijzigd: 0 }])
    expect((await persoon(`${p}1`)).achternaam).toBe('Goed')
  })

  it('are taken over without the part that is wrong when one asks for it', async () => {
    const bestanden = {
      'personen.csv': csv('nummer;achternaam;telefoon;geboortedatum', `${p}1;Goed;geen nummer;31-02-1980`, `${p}2;;;`),
    }
    const uitkomst = await lees(rondom, bestanden, { soepel: true })
    expect(uitkomst).toMatchObject({ afgekeurd: 1, letOp: 1 })
    expect((await persoon(`${p}1`)).geboortedatum).toBeNull()
  })

  it('are rejected when they refer to what is not there, and whatever leans on them too', async () => {
    const uitkomst = await lees(rondom, {
      'personen.csv': csv('nummer;achternaam;organisatienummer', `${p}1;Goed;`, `${p}2;Wees;${p}nergens`),
      'eenheden.csv': csv('code;complex;straat;huisnummer;woonplaats', `${p}E;${p}X;Dorpsstraat;1;Ons Dorp`),
      'overeenkomsten.csv': csv(
        'nummer;eenheid;huurder;begindatum',
        `${p}C1;${p}E;${p}1;1-1-2020`,
        `${p}C2;;${p}2;1-1-2020`,
        `${p}C3;;${p}1;1-1-2020`,
      ),
    })
    expect(uitkomst.redenen.map((reden) => reden.replaceAll(p, ''))).toEqual([
      'eenheden.csv:2 complex: "X" is niet bekend, of die rij is zelf afgekeurd.',
      'overeenkomsten.csv:2 eenheid: "E" is niet bekend, of die rij is zelf afgekeurd.',
      'overeenkomsten.csv:3 huurder: "2" is niet bekend, of die rij is zelf afgekeurd.',
      'personen.csv:3 organisatie: "nergens" is niet bekend, of die rij is zelf afgekeurd.',
    ])
    expect(uitkomst.tellingen).toEqual(
      expect.arrayContaining([
        { soort: 'persoon', nieuw: 1, gewijzigd: 0, ongewijzigd: 0 },
        { soort: 'overeenkomst', nieuw: 1, gewijzigd: 0, ongewijzigd: 0 },
      ]),
    )
  })

  it('do not take the rest of a family along', async () => {
    const uitkomst = await lees(rondom, {
      'personen.csv': csv(
        'nummer;achternaam;huishoudnummer;rol;organisatienummer',
        `${p}1;Kuiper;${p}H;huurder;${p}nergens`,
        `${p}2;Kuiper;${p}H;medehuurder;`,
      ),
    })
    expect(uitkomst.afgekeurd).toBe(1)
    const { rows } = await sql`select 1 from partij_rol r join partij p on p.id = r.partij_id
      where p.extern_id = ${`${p}2`}`.execute(rondom.db)
    expect(rows).toHaveLength(1)
  })

  it('are rejected when a KvK number is of another klant', async () => {
    await lees(rondom, { 'organisaties.csv': csv('nummer;naam;kvk', `${p}1;Een;77777777`) })
    const weer = await lees(rondom, {
      'organisaties.csv': csv(
        'nummer;naam;kvk',
        `${p}2;Twee;77777777`,
        `${p}3;Drie;66666666`,
        `${p}4;Vier;66666666`,
        `${p}1;Een;77777777`,
      ),
    })
    expect(weer.redenen).toEqual([
      expect.stringMatching(/organisaties.csv:2 KvK-nummer 77777777 staat al bij klant \d+\./),
      'organisaties.csv:4 KvK-nummer 66666666 staat al bij een eerdere rij.',
    ])
  })

  it('come in the result file as one line each, harmless for a spreadsheet', async () => {
    const { schrijfResultaat } = await import('./index.ts')
    const uitkomst = await lees(rondom, {
      'personen.csv': csv('nummer;achternaam', `=HYPERLINK("http://x");`, `"=1+1";""`, `${p}3;`),
    })
    await inMap({}, async (map) => {
      const pad = join(map, 'resultaat.csv')
      await schrijfResultaat(rondom.db, uitkomst.runId, pad)
      const { readFile } = await import('node:fs/promises')
      const regels = (await readFile(pad, 'utf8')).replace('\uFEFF', '').trim().split('\r\n')
      expect(regels[0]).toBe('bestand;regel;nummer;uitkomst;reden')
      expect(regels).toHaveLength(4)
      expect(regels[1]).toContain(`"'=HYPERLINK`)
      expect(regels[2]).toContain(`;'=1+1;`)
    })
  })
})

describe('files that are not right', () => {
  const goed = () => csv('nummer;achternaam', `${p}1;Bérénice Ağaoğlu`)

  it.each([
    ['UTF-8 with a byte order mark', (tekst: string) => Buffer.from(`\uFEFF${tekst}`)],
    ['UTF-16 of Excel', (tekst: string) => Buffer.from(`\uFEFF${tekst}`, 'utf16le')],
  ])('reads %s', async (_, codeer) => {
    await lees(rondom, { 'personen.csv': codeer(goed()) })
    expect((await persoon(`${p}1`)).achternaam).toBe('Bérénice Ağaoğlu')
  })

  it('reads Windows-1252, commas, and a separator that Excel wrote on its own line', async () => {
    const tekst = `sep=,\r\nnummer,achternaam,plaats,straat\r\n${p}1,"Gr\xf6n, de",'s-Gravenhage,Caf\xe9straat \x80\r\n`
    const uitkomst = await lees(rondom, { 'personen.csv': Buffer.from(tekst, 'latin1') })
    expect(uitkomst.redenen).toEqual([])
    expect(await persoon(`${p}1`)).toMatchObject({ achternaam: 'Grön', tussenvoegsels: 'de' })
    const adres = await rondom.db
      .selectFrom('partij_adres')
      .select('straatnaam')
      .where('woonplaats', '=', "'s-Gravenhage")
      .execute()
    expect(adres[0]?.straatnaam).toBe('Caféstraat €')
  })

  it('rejects a row with characters that cannot be read, in a file that is UTF-8 otherwise', async () => {
    const tekst = Buffer.concat([
      Buffer.from(goed()),
      Buffer.from(`${p}2;Gr`),
      Buffer.from([0xf6]),
      Buffer.from('n\r\n'),
    ])
    const uitkomst = await lees(rondom, { 'personen.csv': tekst })
    expect(uitkomst.redenen).toEqual([expect.stringContaining('tekens die niet te lezen zijn')])
    expect((await persoon(`${p}1`)).achternaam).toBe('Bérénice Ağaoğlu')
  })

  it.each([
    ['empty', Buffer.alloc(0), 'leeg'],
    ['an Excel file', Buffer.from('PK\u0003\u0004rest'), 'Excel'],
    ['bytes', Buffer.from([1, 0, 2, 0, 3]), 'geen tekstbestand'],
    ['without the columns that are needed', Buffer.from('a;b;c\n1;2;3\n'), 'ontbreekt: nummer, achternaam'],
    ['only blank lines', Buffer.from('\n\n'), 'geen kopregel'],
  ])('rejects a file that is %s as one line, and reads the others', async (_, inhoud, reden) => {
    const uitkomst = await lees(rondom, {
      'personen.csv': inhoud,
      'organisaties.csv': csv('nummer;naam', `${p}1;Wel goed`),
    })
    expect(uitkomst.redenen).toEqual([expect.stringContaining(reden)])
    expect(uitkomst.tellingen).toEqual([{ soort: 'organisatie', nieuw: 1, gewijzigd: 0, ongewijzigd: 0 }])
  })

  it('reads VERA objects one by one: broken, unknown and misshapen ones are rejected', async () => {
    const uitkomst = await lees(rondom, {
      'vera.json': `[{"id":"${p}1","achternaam":"Goed"},{"id":"${p}2",achternaam},{"id":"${p}3","kleur":"rood"},
        {"id":"${p}4","achternaam":{"x":1}},{"id":"${p}5","achternaam":"Ook goed","geboortedatum":"1980-01-01T00:00:00Z"},
        {"code":"${p}C","begindatum":"2020-01-01","brutohuur":650.125,"eenheden":[],"relaties":[{"id":"${p}1"}]},
        {"soort":{"code":"HUU"},"rolRelatie":{"id":"x"}}]`,
    })
    expect(uitkomst.redenen).toEqual([
      'vera.json:2 Dit object is geen geldige JSON.',
      expect.stringContaining('vera.json:3 Dit object wordt niet herkend'),
      'vera.json:4 achternaam: Dit heeft niet de vorm van VERA.',
      'vera.json:6 huur: "650.125 euro" is geen bedrag.',
      expect.stringContaining('vera.json:7 relatie: Bij een losse Relatierol'),
    ])
    expect((await persoon(`${p}5`)).geboortedatum).toBe('1980-01-01')
  })

  it('maps other names with toewijzing.json, and says what it leaves alone', async () => {
    const uitkomst = await lees(rondom, {
      'toewijzing.json': JSON.stringify({
        'export huurders.csv': {
          soort: 'personen',
          kolommen: { 'Rel. id': 'nummer', Omschrijving: 'achternaam', Code: 'negeren' },
        },
      }),
      'export huurders.csv': csv('Rel. id;Omschrijving;Code;Schoenmaat;BSN', `${p}1;Jansen;x;43;111222333`),
      'iets anders.csv': csv('a', 'b'),
    })
    expect((await persoon(`${p}1`)).achternaam).toBe('Jansen')
    expect(uitkomst.meldingen).toEqual([
      expect.stringContaining('iets anders.csv: overgeslagen'),
      'export huurders.csv: deze kolommen worden niet ingelezen: Schoenmaat',
      expect.stringContaining('het BSN wordt nooit ingelezen'),
    ])
    const { rows } = await sql`select 1 from partij_bsn`.execute(rondom.db)
    expect(rows).toEqual([])
  })

  it.each([
    ['{', 'geen geldige JSON'],
    ['{"a.csv":{"soort":"mensen"}}', 'Kies als soort'],
    ['{"personen.csv":{"kolommen":{"Naam":"achternaaam"}}}', 'is geen kolom van personen'],
  ])('stops at a mistake in toewijzing.json: %s', async (toewijzing, melding) => {
    const bestanden = { 'toewijzing.json': toewijzing, 'personen.csv': goed() }
    await expect(lees(rondom, bestanden)).rejects.toThrow(melding)
  })

  it('stops when there is nothing to read', async () => {
    await expect(lees(rondom, { 'foto.jpg': 'x' })).rejects.toThrow('geen bestanden die Rondom herkent')
  })
})

describe('an import that is cut off', () => {
  const aantal = 60
  const bestanden = () => ({
    'personen.csv': csv(
      'nummer;achternaam;huishoudnummer;rol;telefoon',
      ...Array.from(
        { length: aantal },
        (_, i) => `${p}${i};Naam${i};${p}H${i % 20};${i < 20 ? 'huurder' : 'kind'};0612${String(100_000 + i)}`,
      ),
      `${p}fout;`,
    ),
    'eenheden.csv': csv('code;straat;huisnummer;woonplaats', `${p}E;Dorpsstraat;1;Ons Dorp`),
    'overeenkomsten.csv': csv(
      'nummer;eenheid;huurder;begindatum',
      `${p}C;${p}E;${p}1;1-1-2020`,
      `${p}D;;${p}fout;1-1-2020`,
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
          ...opties(rondom, map),
          voortgang: (_, wat) => {
            if (wat === waar) throw new Error('stekker eruit')
          },
        })
        await expect(val).rejects.toThrow('stekker eruit')
        const uitkomst = await importeer(opties(rondom, map))
        expect(uitkomst).toMatchObject({ hervat: true, afgekeurd: 2, gelezen: aantal + 4 })
        expect([...uitkomst.tellingen].sort((a, b) => a.soort.localeCompare(b.soort))).toEqual(tellingen)
        const { rows } = await sql<{ klanten: number; vindbaar: number }>`
          select count(*)::int as klanten,
            count(*) filter (where exists (select from zoek_item z where z.object_id = p.id))::int as vindbaar
          from partij p where extern_id like ${`%${p}%`}`.execute(rondom.db)
        expect(rows).toEqual([{ klanten: aantal + 20, vindbaar: aantal + 20 }])
      })
    },
  )

  it('reads again when a crash of PostgreSQL emptied staging, without counting twice', async () => {
    await inMap(bestanden(), async (map) => {
      const val = importeer({
        ...opties(rondom, map),
        voortgang: (_, wat) => {
          if (wat === 'huishoudens') throw new Error('stekker eruit')
        },
      })
      await expect(val).rejects.toThrow('stekker eruit')
      await sql`truncate import_rij, import_wijzer`.execute(rondom.db)
      const uitkomst = await importeer(opties(rondom, map))
      expect([...uitkomst.tellingen].sort((a, b) => a.soort.localeCompare(b.soort))).toEqual(tellingen)
      expect(uitkomst.afgekeurd).toBe(2)
    })
  })

  it('starts anew when the files are others by now', async () => {
    await inMap(bestanden(), async (map) => {
      const val = importeer({
        ...opties(rondom, map),
        voortgang: () => {
          throw new Error('stekker eruit')
        },
      })
      await expect(val).rejects.toThrow('stekker eruit')
      await writeFile(join(map, 'personen.csv'), csv('nummer;achternaam', `${p}1;Alleen deze`))
      const uitkomst = await importeer(opties(rondom, map))
      expect(uitkomst).toMatchObject({ hervat: false })
      expect(uitkomst.tellingen.find(({ soort }) => soort === 'persoon')).toMatchObject({ nieuw: 1 })
    })
  })

  it('is not run by two at once', async () => {
    await inMap(bestanden(), async (map) => {
      const samen = await Promise.allSettled([importeer(opties(rondom, map)), importeer(opties(rondom, map))])
      expect(samen.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(String(samen.find((each) => each.status === 'rejected')?.reason)).toContain('al een import bezig')
    })
  })

  it('leaves nothing in staging and one line in the verwerkingenlog when it is done', async () => {
    const voor = await sql<{ aantal: number }>`select count(*)::int as aantal from verwerking`.execute(rondom.db)
    const { runId } = await lees(rondom, bestanden())
    const { rows } = await sql`select actie, object_soort, object_id from verwerking where id > (
      select coalesce(max(id), 0) from (select id from verwerking order by id limit ${voor.rows[0]?.aantal ?? 0}) v)`.execute(
      rondom.db,
    )
    expect(rows).toEqual([{ actie: 'importeren', object_soort: 'import', object_id: runId }])
    expect((await sql`select 1 from import_rij`.execute(rondom.db)).rows).toEqual([])
  })
})
