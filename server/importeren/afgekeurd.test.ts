import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { schrijfResultaat } from './index.ts'
import { csv, importPerBestand, inMap, lees, persoonVan } from './testing/inlezen.ts'

const t = importPerBestand()

const persoon = (nummer: string) => persoonVan(t.rondom.db, nummer)

describe('rows that are not right', () => {
  it('are rejected with all reasons on one line, and the others are taken over', async () => {
    const uitkomst = await lees(t.rondom, {
      'personen.csv': csv(
        'nummer;achternaam;geboortedatum;telefoon;email;iban;postcode;huisnummer;rol;huishoudnummer',
        `${t.p}1;Goed;1-1-1980;0612345678;goed@voorbeeld.example;;3512AB;1;;`,
        `${t.p}2;Datum;31-02-1980;;;;;;;`,
        `${t.p}3;Alles;1-1-2090;12;geen-mail;NL00ABNA0417164300;0012AB;x;koning;${t.p}H`,
        `;Zonder nummer;;;;;;;;`,
        `${t.p}5;;;;;;;;;`,
        `${t.p}6;Half`,
        `${t.p}1;Dubbel;;;;;;;;`,
        `${t.p}8;"Kapot;;;;;;;;`,
        `${t.p}9;Ook goed;;;;;;;;`,
      ),
    })
    expect(uitkomst.redenen.map((reden) => reden.replaceAll(t.p, ''))).toEqual([
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
    expect((await persoon(`${t.p}1`)).achternaam).toBe('Goed')
  })

  it('are taken over without the part that is wrong when one asks for it', async () => {
    const bestanden = {
      'personen.csv': csv(
        'nummer;achternaam;telefoon;geboortedatum',
        `${t.p}1;Goed;geen nummer;31-02-1980`,
        `${t.p}2;;;`,
      ),
    }
    const uitkomst = await lees(t.rondom, bestanden, { soepel: true })
    expect(uitkomst).toMatchObject({ afgekeurd: 1, letOp: 1 })
    expect((await persoon(`${t.p}1`)).geboortedatum).toBeNull()
  })

  it('are rejected when they refer to what is not there, and whatever leans on them too', async () => {
    const uitkomst = await lees(t.rondom, {
      'personen.csv': csv('nummer;achternaam;organisatienummer', `${t.p}1;Goed;`, `${t.p}2;Wees;${t.p}nergens`),
      'eenheden.csv': csv('code;complex;straat;huisnummer;woonplaats', `${t.p}E;${t.p}X;Dorpsstraat;1;Ons Dorp`),
      'overeenkomsten.csv': csv(
        'nummer;eenheid;huurder;begindatum',
        `${t.p}C1;${t.p}E;${t.p}1;1-1-2020`,
        `${t.p}C2;;${t.p}2;1-1-2020`,
        `${t.p}C3;;${t.p}1;1-1-2020`,
      ),
    })
    expect(uitkomst.redenen.map((reden) => reden.replaceAll(t.p, ''))).toEqual([
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
    const uitkomst = await lees(t.rondom, {
      'personen.csv': csv(
        'nummer;achternaam;huishoudnummer;rol;organisatienummer',
        `${t.p}1;Kuiper;${t.p}H;huurder;${t.p}nergens`,
        `${t.p}2;Kuiper;${t.p}H;medehuurder;`,
      ),
    })
    expect(uitkomst.afgekeurd).toBe(1)
    const { rows } = await sql`select 1 from partij_rol r join partij p on p.id = r.partij_id
      where p.extern_id = ${`${t.p}2`}`.execute(t.rondom.db)
    expect(rows).toHaveLength(1)
  })

  it('are rejected when a KvK number is of another klant', async () => {
    await lees(t.rondom, { 'organisaties.csv': csv('nummer;naam;kvk', `${t.p}1;Een;77777777`) })
    const weer = await lees(t.rondom, {
      'organisaties.csv': csv(
        'nummer;naam;kvk',
        `${t.p}2;Twee;77777777`,
        `${t.p}3;Drie;66666666`,
        `${t.p}4;Vier;66666666`,
        `${t.p}1;Een;77777777`,
      ),
    })
    expect(weer.redenen).toEqual([
      expect.stringMatching(/organisaties.csv:2 KvK-nummer 77777777 staat al bij klant \d+\./),
      'organisaties.csv:4 KvK-nummer 66666666 staat al bij een eerdere rij.',
    ])
  })

  it('come in the result file as one line each, harmless for a spreadsheet', async () => {
    const uitkomst = await lees(t.rondom, {
      'personen.csv': csv('nummer;achternaam', `=HYPERLINK("http://x");`, `"=1+1";""`, `${t.p}3;`),
    })
    await inMap({}, async (map) => {
      const pad = join(map, 'resultaat.csv')
      await schrijfResultaat(t.rondom.db, uitkomst.runId, pad)
      const regels = (await readFile(pad, 'utf8')).replace('\uFEFF', '').trim().split('\r\n')
      expect(regels[0]).toBe('bestand;regel;nummer;uitkomst;reden')
      expect(regels).toHaveLength(4)
      expect(regels[1]).toContain(`"'=HYPERLINK`)
      expect(regels[2]).toContain(`;'=1+1;`)
    })
  })
})

describe('files that are not right', () => {
  const goed = () => csv('nummer;achternaam', `${t.p}1;Bérénice Ağaoğlu`)

  it.each([
    ['UTF-8 with a byte order mark', (tekst: string) => Buffer.from(`\uFEFF${tekst}`)],
    ['UTF-16 of Excel', (tekst: string) => Buffer.from(`\uFEFF${tekst}`, 'utf16le')],
  ])('reads %s', async (_, codeer) => {
    await lees(t.rondom, { 'personen.csv': codeer(goed()) })
    expect((await persoon(`${t.p}1`)).achternaam).toBe('Bérénice Ağaoğlu')
  })

  it('reads Windows-1252, commas, and a separator that Excel wrote on its own line', async () => {
    const tekst = `sep=,\r\nnummer,achternaam,plaats,straat\r\n${t.p}1,"Gr\xf6n, de",'s-Gravenhage,Caf\xe9straat \x80\r\n`
    const uitkomst = await lees(t.rondom, { 'personen.csv': Buffer.from(tekst, 'latin1') })
    expect(uitkomst.redenen).toEqual([])
    expect(await persoon(`${t.p}1`)).toMatchObject({ achternaam: 'Grön', tussenvoegsels: 'de' })
    const adres = await t.rondom.db
      .selectFrom('partij_adres')
      .select('straatnaam')
      .where('woonplaats', '=', "'s-Gravenhage")
      .execute()
    expect(adres[0]?.straatnaam).toBe('Caféstraat €')
  })

  it('rejects a row with characters that cannot be read, in a file that is UTF-8 otherwise', async () => {
    const tekst = Buffer.concat([
      Buffer.from(goed()),
      Buffer.from(`${t.p}2;Gr`),
      Buffer.from([0xf6]),
      Buffer.from('n\r\n'),
    ])
    const uitkomst = await lees(t.rondom, { 'personen.csv': tekst })
    expect(uitkomst.redenen).toEqual([expect.stringContaining('tekens die niet te lezen zijn')])
    expect((await persoon(`${t.p}1`)).achternaam).toBe('Bérénice Ağaoğlu')
  })

  it.each([
    ['empty', Buffer.alloc(0), 'leeg'],
    ['an Excel file', Buffer.from('PK\u0003\u0004rest'), 'Excel'],
    ['bytes', Buffer.from([1, 0, 2, 0, 3]), 'geen tekstbestand'],
    ['without the columns that are needed', Buffer.from('a;b;c\n1;2;3\n'), 'ontbreekt: nummer, achternaam'],
    ['only blank lines', Buffer.from('\n\n'), 'geen kopregel'],
  ])('rejects a file that is %s as one line, and reads the others', async (_, inhoud, reden) => {
    const uitkomst = await lees(t.rondom, {
      'personen.csv': inhoud,
      'organisaties.csv': csv('nummer;naam', `${t.p}1;Wel goed`),
    })
    expect(uitkomst.redenen).toEqual([expect.stringContaining(reden)])
    expect(uitkomst.tellingen).toEqual([{ soort: 'organisatie', nieuw: 1, gewijzigd: 0, ongewijzigd: 0 }])
  })

  it('reads VERA objects one by one: broken, unknown and misshapen ones are rejected', async () => {
    const uitkomst = await lees(t.rondom, {
      'vera.json': `[{"id":"${t.p}1","achternaam":"Goed"},{"id":"${t.p}2",achternaam},{"id":"${t.p}3","kleur":"rood"},
        {"id":"${t.p}4","achternaam":{"x":1}},{"id":"${t.p}5","achternaam":"Ook goed","geboortedatum":"1980-01-01T00:00:00Z"},
        {"code":"${t.p}C","begindatum":"2020-01-01","brutohuur":650.125,"eenheden":[],"relaties":[{"id":"${t.p}1"}]},
        {"soort":{"code":"HUU"},"rolRelatie":{"id":"x"}}]`,
    })
    expect(uitkomst.redenen).toEqual([
      'vera.json:2 Dit object is geen geldige JSON.',
      expect.stringContaining('vera.json:3 Dit object wordt niet herkend'),
      'vera.json:4 achternaam: Dit heeft niet de vorm van VERA.',
      'vera.json:6 huur: "650.125 euro" is geen bedrag.',
      expect.stringContaining('vera.json:7 relatie: Bij een losse Relatierol'),
    ])
    expect((await persoon(`${t.p}5`)).geboortedatum).toBe('1980-01-01')
  })

  it('maps other names with toewijzing.json, and says what it leaves alone', async () => {
    const uitkomst = await lees(t.rondom, {
      'toewijzing.json': JSON.stringify({
        'export huurders.csv': {
          soort: 'personen',
          kolommen: { 'Rel. id': 'nummer', Omschrijving: 'achternaam', Code: 'negeren' },
        },
      }),
      'export huurders.csv': csv('Rel. id;Omschrijving;Code;Schoenmaat;BSN', `${t.p}1;Jansen;x;43;111222333`),
      'iets anders.csv': csv('a', 'b'),
    })
    expect((await persoon(`${t.p}1`)).achternaam).toBe('Jansen')
    expect(uitkomst.meldingen).toEqual([
      expect.stringContaining('iets anders.csv: overgeslagen'),
      'export huurders.csv: deze kolommen worden niet ingelezen: Schoenmaat',
      expect.stringContaining('het BSN wordt nooit ingelezen'),
    ])
    const { rows } = await sql`select 1 from partij_bsn`.execute(t.rondom.db)
    expect(rows).toEqual([])
  })

  it.each([
    ['{', 'geen geldige JSON'],
    ['{"a.csv":{"soort":"mensen"}}', 'Kies als soort'],
    ['{"personen.csv":{"kolommen":{"Naam":"achternaaam"}}}', 'is geen kolom van personen'],
  ])('stops at a mistake in toewijzing.json: %s', async (toewijzing, melding) => {
    const bestanden = { 'toewijzing.json': toewijzing, 'personen.csv': goed() }
    await expect(lees(t.rondom, bestanden)).rejects.toThrow(melding)
  })

  it('stops when there is nothing to read', async () => {
    await expect(lees(t.rondom, { 'foto.jpg': 'x' })).rejects.toThrow('geen bestanden die Rondom herkent')
  })
})
