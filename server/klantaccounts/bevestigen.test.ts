import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openKlantsessie } from './openKlantsessie.ts'
import { maakAuthenticator } from './testing/authenticator.ts'
import { type Bezoeker, bezoeker, codeVoor, meldAan, postVoor, startMetPostbus, verschuif } from './testing/bezoeker.ts'
import { maakKlant } from './testing/klanten.ts'

let rondom: Awaited<ReturnType<typeof startMetPostbus>>
beforeAll(async () => {
  rondom = await startMetPostbus()
}, 60_000)
afterAll(() => rondom.close())
beforeEach(() => sql`delete from auth_poging`.execute(rondom.thuis.db))

let teller = 0
/** Signed in with a code by e-mail; his telephone is known since long, unless a test says otherwise. */
async function ingelogd({ telefoon = true, sinds = '2025-01-01' } = {}) {
  const nummer = `06123450${String(++teller).padStart(2, '0')}`
  const gemaakt = await maakKlant(rondom, rondom.thuis, {
    digitaleAdressen: telefoon ? [{ soort: 'telefoonnummer', adres: nummer }] : [],
  })
  await sql`update digitaal_adres set begindatum = ${sinds} where partij_id = ${gemaakt.partijId}`.execute(
    rondom.thuis.db,
  )
  return { ...gemaakt, nummer: `+31${nummer.slice(1)}`, bezoek: await meldAan(rondom, rondom.thuis, gemaakt.email) }
}
const sterk = async (bezoek: Bezoeker) => (await bezoek.toon('/api/portaal/ik')).json().sterk as boolean
const json = { 'content-type': 'application/json', origin: 'http://thuis.test' }
const stuurJson = (bezoek: Bezoeker, url: string, body: object, headers = {}) =>
  rondom.app.inject({
    method: 'POST',
    url,
    headers: { host: 'thuis.test', ...json, cookie: koekjes(bezoek), ...headers },
    payload: JSON.stringify(body),
  })
const koekjes = (bezoek: Bezoeker) => [...bezoek.cookies].map(([naam, waarde]) => `${naam}=${waarde}`).join('; ')
async function json200(bezoek: Bezoeker, url: string, body: object) {
  const antwoord = await stuurJson(bezoek, url, body)
  expect(antwoord.statusCode, antwoord.body).toBeLessThan(300)
  for (const { name, value } of antwoord.cookies) bezoek.cookies.set(name, encodeURIComponent(value))
  return antwoord.body ? antwoord.json() : undefined
}
async function bevestig(bezoek: Bezoeker, nummer: string) {
  await bezoek.stuur('/aanmelden/bevestigen?terug=/gegevens')
  return bezoek.stuur('/aanmelden/code', { code: await codeVoor(rondom, rondom.thuis, nummer) })
}

describe('the second step', () => {
  test('is asked for where it matters, is a code by sms, and counts for a quarter of an hour', async () => {
    const { bezoek, nummer } = await ingelogd()
    const geweigerd = await stuurJson(bezoek, '/aanmelden/passkey/nieuw/begin', {})
    expect(geweigerd.statusCode).toBe(403)
    expect(geweigerd.json()).toMatchObject({ code: 'tweede-stap-nodig' })
    const pagina = await bezoek.toon('/aanmelden/bevestigen?terug=/gegevens')
    expect(pagina.body).toContain(`•••• ${nummer.slice(-2)}`)
    expect(pagina.body).not.toContain(nummer)

    const klaar = await bevestig(bezoek, nummer)

    expect(klaar.headers.location).toBe('/gegevens')
    expect((await postVoor(rondom.thuis, nummer))[0]).toMatchObject({ kanaal: 'sms' })
    expect(await sterk(bezoek)).toBe(true)
    expect((await bezoek.toon('/aanmelden/bevestigen?terug=/zaken')).headers.location).toBe('/zaken')
    await verschuif(rondom.thuis, 15 * 60 + 1)
    expect(await bezoek.ik()).toBe(200)
    expect(await sterk(bezoek)).toBe(false)
  })

  test('asks for both codes when he signed in longer ago', async () => {
    const { bezoek, nummer, email } = await ingelogd()
    await verschuif(rondom.thuis, 15 * 60 + 1)
    expect((await bezoek.toon('/aanmelden/bevestigen')).body).toContain('eerst een code per e-mail')

    await bezoek.stuur('/aanmelden/bevestigen?terug=/gegevens')
    const eerst = await bezoek.stuur('/aanmelden/code', { code: await codeVoor(rondom, rondom.thuis, email) })
    expect(eerst.headers.location).toBe('/aanmelden/code')
    expect(await sterk(bezoek)).toBe(false)
    const dan = await bezoek.stuur('/aanmelden/code', { code: await codeVoor(rondom, rondom.thuis, nummer) })

    expect(dan.headers.location).toBe('/gegevens')
    expect(await sterk(bezoek)).toBe(true)
  })

  test('of another does not count, and a wrong code does nothing', async () => {
    const [een, ander] = [await ingelogd(), await ingelogd()]
    await een.bezoek.stuur('/aanmelden/bevestigen')
    const code = await codeVoor(rondom, rondom.thuis, een.nummer)
    const bewijs = een.bezoek.cookies.get('rondom-klant.bewijs') ?? ''
    ander.bezoek.cookies.set('rondom-klant.bewijs', bewijs)

    expect((await ander.bezoek.stuur('/aanmelden/code', { code: '00000000' })).statusCode).toBe(400)
    const gestolen = await ander.bezoek.stuur('/aanmelden/code', { code })

    expect(gestolen.body).toContain('U bent niet meer ingelogd.')
    expect(await sterk(ander.bezoek)).toBe(false)
    expect(await sterk(een.bezoek)).toBe(false)
  })

  test('never uses a number that was added this week and is not checked', async () => {
    const vandaag = rondom.clock.now.toISOString().slice(0, 10)
    for (const wie of [await ingelogd({ telefoon: false }), await ingelogd({ sinds: vandaag })]) {
      const pagina = await wie.bezoek.toon('/aanmelden/bevestigen')
      expect(pagina.body).toContain('Wij kunnen u geen sms sturen.')

      await wie.bezoek.stuur('/aanmelden/bevestigen')

      expect(await postVoor(rondom.thuis, wie.nummer)).toEqual([])
      expect(await sterk(wie.bezoek)).toBe(false)
    }
  })

  test('promises no sms where none can be sent', async () => {
    const { accountId } = await maakKlant(rondom, rondom.hier, {
      digitaleAdressen: [{ soort: 'telefoonnummer', adres: '06 12345699', verificatieDatum: '2026-01-02' }],
    })
    const cookie = await openKlantsessie(rondom.services, rondom.hier, accountId)
    const vraag = (method: 'GET' | 'POST') =>
      rondom.app.inject({ method, url: '/aanmelden/bevestigen', headers: { host: 'hier.test', cookie } })

    for (const antwoord of [await vraag('GET'), await vraag('POST')])
      expect(antwoord.body).toContain('Wij kunnen u geen sms sturen. Bel ons.')

    const bewijzen = await sql`select from klant_bewijs where account_id = ${accountId}`.execute(rondom.hier.db)
    expect(bewijzen.rows).toEqual([])
  })

  test('is for who is signed in', async () => {
    const niemand = bezoeker(rondom, rondom.thuis)
    const naar = '/aanmelden?fout=sessie&terug=%2Fgegevens'
    expect((await niemand.toon('/aanmelden/bevestigen?terug=/gegevens')).headers.location).toBe(naar)
    expect((await niemand.stuur('/aanmelden/bevestigen?terug=/gegevens')).headers.location).toBe(naar)
    expect((await niemand.toon(naar)).body).toContain('U bent niet meer ingelogd.')
  })
})

describe('a passkey', () => {
  async function metPasskey() {
    const wie = await ingelogd()
    await bevestig(wie.bezoek, wie.nummer)
    const telefoon = maakAuthenticator('http://thuis.test')
    const opties = await json200(wie.bezoek, '/aanmelden/passkey/nieuw/begin', {})
    await json200(wie.bezoek, '/aanmelden/passkey/nieuw', { antwoord: telefoon.maak(opties) })
    return { ...wie, telefoon }
  }

  test('is added after a second step, signs in without a code, and is strong by itself', async () => {
    const { telefoon, partijId } = await metPasskey()
    const nieuw = bezoeker(rondom, rondom.thuis)
    const opties = await json200(nieuw, '/aanmelden/passkey/begin', {})
    expect(opties.userVerification).toBe('required')

    const naar = await json200(nieuw, '/aanmelden/passkey', {
      antwoord: telefoon.teken(opties),
      eigen: true,
      terug: '/zaken',
    })

    expect(naar).toEqual({ naar: '/zaken' })
    expect((await nieuw.toon('/api/portaal/ik')).json()).toMatchObject({ sterk: true, dossiers: [{ partijId }] })
    const sessies = await sql<{ wijze: string; eigen: boolean }>`
      select wijze, eigen_apparaat as eigen from klant_sessie s join klant_account a on a.id = s."userId"
      where a.partij_id = ${partijId} and wijze = 'passkey'`.execute(rondom.thuis.db)
    // One session of ours; the one of the library made place for it.
    expect(sessies.rows).toEqual([{ wijze: 'passkey', eigen: true }])
  })

  test('is refused a second time, without the person, from another site, and without the beginning', async () => {
    const { telefoon } = await metPasskey()
    const bezoek = bezoeker(rondom, rondom.thuis)
    const opties = await json200(bezoek, '/aanmelden/passkey/begin', {})
    const zonderPersoon = telefoon.teken(opties, { persoon: false })
    expect((await stuurJson(bezoek, '/aanmelden/passkey', { antwoord: zonderPersoon })).statusCode).toBe(401)

    const weer = await json200(bezoek, '/aanmelden/passkey/begin', {})
    const antwoord = telefoon.teken(weer)
    for (const origin of ['https://evil.example', 'http://hier.test'])
      expect((await stuurJson(bezoek, '/aanmelden/passkey', { antwoord }, { origin })).statusCode).toBe(403)
    expect((await stuurJson(bezoeker(rondom, rondom.thuis), '/aanmelden/passkey', { antwoord })).statusCode).toBe(401)
    expect((await stuurJson(bezoek, '/aanmelden/passkey', { antwoord })).statusCode).toBe(200)
    expect((await stuurJson(bezoek, '/aanmelden/passkey', { antwoord })).statusCode).toBe(401)
  })

  test('of somebody else is no second step', async () => {
    const { telefoon } = await metPasskey()
    const { bezoek } = await ingelogd()
    const opties = await json200(bezoek, '/aanmelden/passkey/begin', {})

    const antwoord = await stuurJson(bezoek, '/aanmelden/passkey', { antwoord: telefoon.teken(opties) })

    expect(antwoord.statusCode).toBe(401)
    expect(await sterk(bezoek)).toBe(false)
  })

  test('is the second step of his own session, and can be removed', async () => {
    const { bezoek, telefoon } = await metPasskey()
    await verschuif(rondom.thuis, 15 * 60 + 1)
    expect(await sterk(bezoek)).toBe(false)
    expect((await bezoek.toon('/aanmelden/bevestigen')).body).toContain('Bevestigen met uw passkey')
    const opties = await json200(bezoek, '/aanmelden/passkey/begin', {})
    await json200(bezoek, '/aanmelden/passkey', { antwoord: telefoon.teken(opties), terug: '/gegevens' })
    expect(await sterk(bezoek)).toBe(true)

    const pagina = (await bezoek.toon('/aanmelden/beveiliging')).body
    const id = /name="passkey" value="([^"]+)"/.exec(pagina)?.[1] ?? expect.fail('no passkey')
    await bezoek.stuur('/aanmelden/beveiliging', { passkey: id })

    expect((await bezoek.toon('/aanmelden/beveiliging')).body).toContain('U hebt nog geen passkey.')
    const weer = await json200(bezoek, '/aanmelden/passkey/begin', {})
    expect((await stuurJson(bezoek, '/aanmelden/passkey', { antwoord: telefoon.teken(weer) })).statusCode).toBe(401)
  })
})

describe('his devices', () => {
  test('are listed as he knows them, and each can be signed out; those of another cannot', async () => {
    const { bezoek, email } = await ingelogd()
    const ander = await meldAan(rondom, rondom.thuis, email)
    const vreemd = await ingelogd()
    const pagina = (await bezoek.toon('/aanmelden/beveiliging')).body
    expect(pagina).toContain('dit apparaat')
    const ids = [...pagina.matchAll(/name="sessie" value="([^"]+)"/g)].map(([, id]) => id ?? '')
    expect(ids).toHaveLength(1)

    for (const id of [...ids, 'geen-id', "'"]) await vreemd.bezoek.stuur('/aanmelden/beveiliging', { sessie: id })
    expect(await ander.ik()).toBe(200)
    await bezoek.stuur('/aanmelden/beveiliging', { sessie: ids[0] ?? '' })

    expect(await ander.ik()).toBe(401)
    const derde = await meldAan(rondom, rondom.thuis, email)
    await bezoek.stuur('/aanmelden/beveiliging', { alle: 'ja' })
    expect([await derde.ik(), await bezoek.ik(), await vreemd.bezoek.ik()]).toEqual([401, 200, 200])
  })
})
