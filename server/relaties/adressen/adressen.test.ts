import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Adresantwoord } from '#contract/adressen.ts'
import type { Partij } from '#contract/relaties.ts'
import { upsertBagAdressen } from '#server/koppelingen/bag/store.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { type BagAdres, BagOnbereikbaar } from '../bag.ts'
import { persoonIn } from '../testing/partijen.ts'
import { zoekAdres } from './zoekAdres.ts'

let rondom: TestRondom
let medewerker: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  medewerker = await rondom.als('klantcontactmedewerker')
  await upsertBagAdressen(rondom.db, bestaande, rondom.clock.now)
})
afterAll(() => rondom.close())

let volgnummer = 0
function adres(postcode: string, huisnummer: number, huisletter = '', toevoeging = ''): BagAdres {
  volgnummer += 1
  return {
    nummeraanduidingId: String(344200000000000 + volgnummer).padStart(16, '0'),
    postcode,
    huisnummer,
    huisletter,
    toevoeging,
    straatnaam: 'Lange Nieuwstraat',
    woonplaats: 'Utrecht',
    gemeente: 'Utrecht',
  }
}
const bestaande = [
  adres('1234AB', 56, 'A'),
  adres('1234AB', 56, 'A', '2'),
  adres('3512AB', 12),
  adres('3512AB', 12, '', 'bis'),
  adres('1016GC', 22, '', '3'),
  adres('1016GC', 22, '', 'hs'),
  adres('1012JS', 1),
  adres('9999XX', 7, 'B', '1'),
  adres('9999XX', 7, '', 'b1'),
]

const zoek = async (invoer: string) =>
  (await medewerker.get(`/api/adressen?invoer=${encodeURIComponent(invoer)}`)).json<Adresantwoord>()

describe('quick entry', () => {
  it.each([
    ['1234AB56a', 'Lange Nieuwstraat 56A, 1234 AB Utrecht'],
    ['1234 ab 56 A', 'Lange Nieuwstraat 56A, 1234 AB Utrecht'],
    ['1234AB56-a', 'Lange Nieuwstraat 56A, 1234 AB Utrecht'],
    ['1234AB56A2', 'Lange Nieuwstraat 56A-2, 1234 AB Utrecht'],
    ['3512 ab 12bis', 'Lange Nieuwstraat 12-bis, 3512 AB Utrecht'],
    ['1016GC22-3', 'Lange Nieuwstraat 22-3, 1016 GC Utrecht'],
    ['1016GC22hs', 'Lange Nieuwstraat 22-hs, 1016 GC Utrecht'],
    ['1012JS1', 'Lange Nieuwstraat 1, 1012 JS Utrecht'],
  ])('fills in %s', async (invoer, weergave) => {
    expect(await zoek(invoer)).toMatchObject({ soort: 'gevonden', adressen: [{ weergave }], melding: '' })
  })

  it('lets choose when two readings exist', async () => {
    const antwoord = await zoek('9999XX7b1')

    expect(antwoord.soort).toBe('keuze')
    expect(antwoord.adressen.map((each) => each.weergave)).toEqual([
      'Lange Nieuwstraat 7B-1, 9999 XX Utrecht',
      'Lange Nieuwstraat 7-b1, 9999 XX Utrecht',
    ])
  })

  it('shows what does exist on the number when the addition does not', async () => {
    const antwoord = await zoek('1016GC22-9')

    expect(antwoord).toMatchObject({
      soort: 'onbekend',
      gelezen: { postcode: '1016GC', huisnummer: 22, toevoeging: '9' },
    })
    expect(antwoord.adressen).toHaveLength(2)
    expect(antwoord.melding).toMatch(/Deze toevoeging bestaat niet/)
    expect(await zoek('8888ZZ1')).toMatchObject({ soort: 'onbekend', adressen: [] })
  })

  it('says what is missing, as an answer and not as an error', async () => {
    expect(await zoek('Kerkstraat 5')).toMatchObject({ soort: 'onleesbaar', gelezen: null })
    expect((await zoek('1234AB')).melding).toMatch(/huisnummer/)
    expect((await medewerker.get(`/api/adressen?invoer=${'x'.repeat(101)}`)).statusCode).toBe(400)
  })

  it('goes on when the service is down', async () => {
    const ctx = rondom.context()
    const stuk = { zoek: () => Promise.reject(new BagOnbereikbaar('down')) }

    const antwoord = await zoekAdres(ctx, stuk, '1234AB56a')

    expect(antwoord).toMatchObject({ soort: 'onbereikbaar', gelezen: { postcode: '1234AB', huisnummer: 56 } })
    expect(antwoord.melding).toMatch(/toch bewaren/)
  })
})

describe('what is saved', () => {
  it('is what the BAG says when the nummeraanduiding is known, whatever was sent along', async () => {
    const [bekend] = bestaande
    const partij = await persoonIn(rondom, {
      adressen: [
        {
          straatnaam: 'Verzonnen laan',
          postcode: '1234AB',
          huisnummer: 99,
          nummeraanduidingId: bekend?.nummeraanduidingId,
        },
        { soort: 'BEZ', postcode: '1234AB', huisnummer: 99, nummeraanduidingId: '0000000000000009' },
      ],
    })

    const { adressen } = (await medewerker.get(`/api/partijen/${partij.id}`)).json<Partij>()
    expect(adressen.map((each) => [each.weergave, each.validatie, each.nummeraanduidingId])).toEqual([
      ['Lange Nieuwstraat 56A, 1234 AB Utrecht', 'gevalideerd', bekend?.nummeraanduidingId],
      ['99, 1234 AB', 'niet_gevalideerd', null],
    ])
  })

  it('is listed while nobody checked it, page by page, and repaired', async () => {
    const made: { id: string }[] = []
    for (let i = 0; i < 3; i++) {
      made.push(await persoonIn(rondom, { adressen: [{ postcode: '3512AB', huisnummer: 12, toevoeging: `x${i}` }] }))
    }
    const eerste = (await medewerker.get('/api/adressen/niet-gevalideerd?aantal=2')).json()
    expect(eerste.rijen).toHaveLength(2)
    const tweede = (await medewerker.get(`/api/adressen/niet-gevalideerd?aantal=2&na=${eerste.volgende}`)).json()
    const rijen: { id: string; partij: { id: string }; invoer: string }[] = [...eerste.rijen, ...tweede.rijen]
    expect(new Set(rijen.map((rij) => rij.id)).size).toBe(rijen.length)
    const rij = rijen.find((each) => each.partij.id === made[0]?.id)
    expect(rij?.invoer).toBe('3512AB12x0')

    const onbekend = await medewerker.post(`/api/adressen/${rij?.id}/validatie`, {
      nummeraanduidingId: '0000000000000009',
    })
    expect(onbekend.json().invalidParams).toMatchObject([{ name: 'nummeraanduidingId' }])
    const goed = await medewerker.post(`/api/adressen/${rij?.id}/validatie`, {
      nummeraanduidingId: bestaande[3]?.nummeraanduidingId,
    })
    expect(goed.json<Partij>().adressen).toMatchObject([{ toevoeging: 'bis', validatie: 'gevalideerd' }])
    const na = (await medewerker.get('/api/adressen/niet-gevalideerd')).json()
    expect(na.rijen.map((each: { id: string }) => each.id)).not.toContain(rij?.id)
  })

  it('can be declared right by hand, and only by who may change', async () => {
    const partij = await persoonIn(rondom, { adressen: [{ postcode: '3512AB', huisnummer: 900 }] })
    const [adresRij] = (await medewerker.get(`/api/partijen/${partij.id}`)).json<Partij>().adressen
    const lezer = await rondom.als('redacteur', { rechten: ['partij.lezen'] })
    const daar = await rondom.als('klantcontactmedewerker', { bij: rondom.elders })
    const pad = `/api/adressen/${adresRij?.id}/validatie`

    expect((await lezer.post(pad, { handmatig: true })).statusCode).toBe(403)
    expect((await daar.post(pad, { handmatig: true })).statusCode).toBe(404)
    const goed = await medewerker.post(pad, { handmatig: true, reden: 'Nieuwbouw' })
    expect(goed.json<Partij>().adressen).toMatchObject([{ validatie: 'handmatig' }])
  })
})
