import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '#server/platform/testing/rondom.ts'
import { maakPersoon } from '#server/relaties/testing/partijen.ts'
import { leesDatum } from './activeringPaginas.ts'
import { bezoeker, codeVoor, meldAan, postVoor, startMetPostbus, stuurCodes, verschuif } from './testing/bezoeker.ts'
import { maakKlant } from './testing/klanten.ts'

let rondom: Awaited<ReturnType<typeof startMetPostbus>>
let medewerker: Client
beforeAll(async () => {
  rondom = await startMetPostbus()
  medewerker = await rondom.als('klantcontactmedewerker', { bij: rondom.thuis })
}, 60_000)
afterAll(() => rondom.close())
beforeEach(() => sql`delete from auth_poging`.execute(rondom.thuis.db))

const thuisadres = { postcode: '3512AB', huisnummer: 12, straatnaam: 'Lange Nieuwstraat', woonplaats: 'Utrecht' }
const mens = () =>
  rondom.write(
    (w) => maakPersoon(w, { persoon: { geboortedatum: '1985-03-14' }, adressen: [thuisadres] }),
    rondom.thuis,
  )
const browser = (opties = {}) => bezoeker(rondom, rondom.thuis, opties)

/** Asks for the letter as an employee does. @returns the code that is printed in it */
async function brief(partijId: string): Promise<string> {
  const gestuurd = await medewerker.post(`/api/partijen/${partijId}/portaaltoegang/brief`)
  expect(gestuurd.statusCode, gestuurd.body).toBe(200)
  const { berichtId } = gestuurd.json().brief
  const row = await sql<{ tekst: string }>`select tekst from bericht where id = ${berichtId}`.execute(rondom.thuis.db)
  return /\*\*([0-9A-Z]{5}-[0-9A-Z]{5})\*\*/.exec(row.rows[0]?.tekst ?? '')?.[1] ?? expect.fail('no code in the letter')
}
const tekstVanBrief = async (partijId: string) =>
  (
    await sql<{ tekst: string }>`
      select tekst from bericht where partij_id = ${partijId} and kanaal = 'brief' order by id desc`.execute(
      rondom.thuis.db,
    )
  ).rows.map(({ tekst }) => tekst)

let teller = 0
const nieuwAdres = () => `nieuw-${++teller}@voorbeeld.nl`
const wrong = 'Deze code en gegevens passen niet bij elkaar.'

describe('activation by letter', () => {
  test.each([
    ['his date of birth', { geboortedatum: '14-3-1985' }],
    ['his postcode and house number', { postcode: '3512 ab', huisnummer: '12' }],
  ])('with the code and %s, and an address that he proves, lets him in, strongly', async (_, wie) => {
    const { id } = await mens()
    const code = await brief(id)
    const email = nieuwAdres()
    const bezoek = browser()

    const eerst = await bezoek.stuur('/aanmelden/activeren', { code: code.toLowerCase().replace('-', ' '), ...wie })
    expect(eerst.headers.location).toBe('/aanmelden/activeren/adres')
    const dan = await bezoek.stuur('/aanmelden/activeren/adres', { email, eigen: 'ja' })
    expect(dan.headers.location).toBe('/aanmelden/code')
    const binnen = await bezoek.stuur('/aanmelden/code', { code: await codeVoor(rondom, rondom.thuis, email) })

    expect(binnen.headers.location).toBe('/')
    expect((await bezoek.toon('/api/portaal/ik')).json()).toMatchObject({ naam: 'J.A. van den Berg', sterk: true })
    expect((await medewerker.get(`/api/partijen/${id}/portaaltoegang`)).json()).toMatchObject({
      account: { email, status: 'actief', sessies: 1 },
      brief: null,
    })
    // Nobody reads the code any more, and the letter serves once.
    expect(await tekstVanBrief(id)).toEqual(['De code in deze brief is gebruikt.'])
    expect((await browser().stuur('/aanmelden/activeren', { code, ...wie })).body).toContain(wrong)
    expect(await (await meldAan(rondom, rondom.thuis, email)).ik()).toBe(200)
  })

  test('is refused with what only he knows wrong, and the letter ends after five times', async () => {
    const { id } = await mens()
    const code = await brief(id)
    for (const wie of [
      { geboortedatum: '15-03-1985' },
      { postcode: '3512AB', huisnummer: '13' },
      { postcode: '3512AC', huisnummer: '12' },
      { geboortedatum: '01-01-1900' },
      { geboortedatum: '02-01-1900' },
    ]) {
      const fout = await browser().stuur('/aanmelden/activeren', { code, ...wie })
      expect(fout.statusCode).toBe(400)
      expect(fout.body).toContain(wrong)
    }

    expect((await browser().stuur('/aanmelden/activeren', { code, geboortedatum: '14-03-1985' })).body).toContain(wrong)
  })

  test('says in plain words what is missing', async () => {
    const fout = async (velden: Record<string, string>) => (await browser().stuur('/aanmelden/activeren', velden)).body
    expect(await fout({})).toContain('Vul de code uit de brief in.')
    expect(await fout({ code: 'BCDFG-23456' })).toContain('Vul uw geboortedatum in, of uw postcode en huisnummer.')
    expect(await fout({ code: 'BCDFG-23456', geboortedatum: '31-02-1985' })).toContain('Vul de datum in als')
    expect(await fout({ code: 'BCDFG-23456', postcode: '3512AB' })).toContain('Vul uw geboortedatum in, of')
    expect(await fout({ code: 'BCDFG-23456', geboortedatum: '14-03-1985' })).toContain(wrong)
  })

  test('ends after fourteen days, and when a newer letter is sent; the job takes the code out of the old one', async () => {
    const { id } = await mens()
    const oud = await brief(id)
    const nieuw = await brief(id)
    const geboortedatum = '14-03-1985'
    expect((await browser().stuur('/aanmelden/activeren', { code: oud, geboortedatum })).body).toContain(wrong)
    expect((await tekstVanBrief(id))[1]).toBe('De code in deze brief is vervallen.')

    const straks = rondom.clock.now
    rondom.clock.now = new Date(straks.getTime() + 14 * 86_400_000 + 1000)
    try {
      expect((await browser().stuur('/aanmelden/activeren', { code: nieuw, geboortedatum })).body).toContain(wrong)
      const { allJobs } = await import('#server/slices.ts')
      await allJobs(rondom.services)['klantaccounts.opruimen']?.run(rondom.context(rondom.thuis), {})
      expect((await tekstVanBrief(id))[0]).toBe('De code in deze brief is verlopen.')
    } finally {
      rondom.clock.now = straks
    }
  })

  test('waits after twenty invented codes from one place', async () => {
    for (let keer = 0; keer < 20; keer++)
      await browser().stuur('/aanmelden/activeren', { code: `BCDFG2345${keer % 10}`, geboortedatum: '14-03-1985' })

    const teveel = await browser().stuur('/aanmelden/activeren', { code: 'BCDFG23456', geboortedatum: '14-03-1985' })

    expect(teveel.statusCode).toBe(429)
    expect(teveel.body).toContain('U probeerde het te vaak. Wacht')
  })

  test('with an address of somebody else is refused only after he proved that it is his; the letter stays good', async () => {
    const bezet = await maakKlant(rondom, rondom.thuis)
    const { id } = await mens()
    const code = await brief(id)
    const bezoek = browser()
    await bezoek.stuur('/aanmelden/activeren', { code, geboortedatum: '14-03-1985' })
    expect((await bezoek.stuur('/aanmelden/activeren/adres', { email: bezet.email })).statusCode).toBe(303)

    const fout = await bezoek.stuur('/aanmelden/code', { code: await codeVoor(rondom, rondom.thuis, bezet.email) })

    expect(fout.body).toContain('Met dit e-mailadres logt al iemand anders in.')
    expect(await bezoek.ik()).toBe(401)
    expect((await browser().stuur('/aanmelden/activeren', { code, geboortedatum: '14-03-1985' })).statusCode).toBe(303)
  })

  test('of who has an account already changes the address, ends what was open, and tells the old address', async () => {
    const { email, partijId } = await maakKlant(rondom, rondom.thuis, {
      persoon: { geboortedatum: '1985-03-14' },
      adressen: [thuisadres],
    })
    const oud = await meldAan(rondom, rondom.thuis, email)
    const code = await brief(partijId)
    const anders = nieuwAdres()
    const bezoek = browser()
    await bezoek.stuur('/aanmelden/activeren', { code, geboortedatum: '14-03-1985' })
    await bezoek.stuur('/aanmelden/activeren/adres', { email: anders })
    await bezoek.stuur('/aanmelden/code', { code: await codeVoor(rondom, rondom.thuis, anders) })

    expect(await bezoek.ik()).toBe(200)
    expect(await oud.ik()).toBe(401)
    await stuurCodes(rondom)
    expect((await postVoor(rondom.thuis, email))[0]?.tekst).toContain(
      'Hebt u dat niet zelf gedaan? Bel ons dan meteen.',
    )
  })

  test('needs the browser that began it, and goes on within ten minutes', async () => {
    const { id } = await mens()
    const code = await brief(id)
    const bezoek = browser()
    expect((await bezoek.toon('/aanmelden/activeren/adres')).headers.location).toBe('/aanmelden?fout=begin')
    await bezoek.stuur('/aanmelden/activeren', { code, geboortedatum: '14-03-1985' })
    expect((await bezoek.toon('/aanmelden/activeren/adres')).statusCode).toBe(200)

    await verschuif(rondom.thuis, 601)

    const laat = await bezoek.stuur('/aanmelden/activeren/adres', { email: nieuwAdres() })
    expect(laat.headers.location).toBe('/aanmelden?fout=begin')
    expect((await bezoek.toon('/aanmelden?fout=begin')).body).toContain('Het duurde te lang')
  })
})

test.each([
  ['14-03-1985', '1985-03-14'],
  ['4/3/1985', '1985-03-04'],
  ['14031985', '1985-03-14'],
  [' 14 3 1985 ', '1985-03-14'],
  ['29-02-2024', '2024-02-29'],
  ['29-02-2023', undefined],
  ['1985-03-14', undefined],
  ['veertien maart', undefined],
])('a date as people write it: %s', (getypt, gelezen) => {
  expect(leesDatum(getypt)).toBe(gelezen)
})
