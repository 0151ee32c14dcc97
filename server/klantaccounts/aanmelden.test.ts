import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deel, startMailserver } from '#server/berichten/testing/mailserver.ts'
import { startTestRondom } from '#server/platform/testing/rondom.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'
import { openKlantsessie } from './openKlantsessie.ts'
import { bezoeker, codeVoor, meldAan, postVoor, startMetPostbus, stuurCodes, verschuif } from './testing/bezoeker.ts'
import { maakKlant } from './testing/klanten.ts'

let rondom: Awaited<ReturnType<typeof startMetPostbus>>
beforeAll(async () => {
  rondom = await startMetPostbus({ RONDOM_PROXY: 'ja' })
}, 60_000)
afterAll(() => rondom.close())
beforeEach(() => sql`delete from auth_poging`.execute(rondom.thuis.db))

const klant = () => maakKlant(rondom, rondom.thuis)
const browser = (opties = {}) => bezoeker(rondom, rondom.thuis, opties)
const code = (email: string) => codeVoor(rondom, rondom.thuis, email)
const anders = (goed: string) => `${(Number(goed[0]) + 1) % 10}${goed.slice(1)}`
const sessie = 'rondom-klant.session_token'

describe('signing in with a code by e-mail', () => {
  test('opens a session with a cookie that scripts and other sites cannot use, and goes on where he was', async () => {
    const { email, partijId } = await klant()
    const bezoek = browser()
    const gevraagd = await bezoek.stuur('/aanmelden?terug=/zaken?namens=1', { email: ` ${email.toUpperCase()} ` })
    expect(gevraagd.headers.location).toBe('/aanmelden/code')
    expect((await bezoek.toon('/aanmelden/code')).body).toContain(email)

    const gekregen = await code(email)
    const binnen = await bezoek.stuur('/aanmelden/code', {
      code: ` ${gekregen.slice(0, 4)} ${gekregen.slice(4)} `,
    })

    expect(binnen.statusCode).toBe(303)
    expect(binnen.headers.location).toBe('/zaken?namens=1')
    const cookie = binnen.cookies.find(({ name }) => name === sessie)
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(cookie).not.toHaveProperty('maxAge')
    expect((await bezoek.toon('/api/portaal/ik')).json()).toMatchObject({ naam: 'J.A. van den Berg', sterk: false })
    const gehoord = await sql`
      select from gebeurtenis where soort = 'klant.aangemeld' and ${`partij:${partijId}`} = any(onderwerpen)`.execute(
      rondom.thuis.db,
    )
    expect(gehoord.rows).toHaveLength(1)
  })

  test('uses __Host- cookies over https, and a cookie of plain http does not count there', async () => {
    const { email } = await klant()
    const https = browser({ https: true })
    await https.stuur('/aanmelden', { email })
    const binnen = await https.stuur('/aanmelden/code', { code: await code(email) })

    const cookie = binnen.cookies.find(({ name }) => name === `__Host-${sessie}`)
    expect(cookie).toMatchObject({ secure: true, path: '/' })
    expect(cookie).not.toHaveProperty('domain')
    expect(await https.ik()).toBe(200)
    const gewoon = await meldAan(rondom, rondom.thuis, email)
    for (const [naam, waarde] of gewoon.cookies) https.cookies.set(naam, waarde)
    https.cookies.delete(`__Host-${sessie}`)
    expect(await https.ik()).toBe(401)
  })

  test('stays for weeks on his own device, and goes with the window or after an hour of rest on another', async () => {
    const { email } = await klant()
    const eigen = await meldAan(rondom, rondom.thuis, email, { eigen: 'ja' })
    const gedeeld = await meldAan(rondom, rondom.thuis, email)

    await verschuif(rondom.thuis, 3601)

    expect(await gedeeld.ik()).toBe(401)
    expect(await eigen.ik()).toBe(200)
    await verschuif(rondom.thuis, 29 * 86_400)
    expect(await eigen.ik()).toBe(200)
    await verschuif(rondom.thuis, 31 * 86_400)
    expect(await eigen.ik()).toBe(401)
  })

  test('keeps the code nowhere: not in the table, the queue, the messages or the log of events', async () => {
    const { email } = await klant()
    await browser().stuur('/aanmelden', { email })
    const gekregen = await code(email)
    const leesbaar = `${gekregen.slice(0, 4)} ${gekregen.slice(4)}`

    const tabellen = await sql<{ naam: string }>`
      select table_name as naam from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'postbus'`.execute(
      rondom.thuis.db,
    )
    const gevonden: string[] = []
    for (const { naam } of tabellen.rows) {
      const rijen = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(naam)} t
        where to_jsonb(t)::text like ${`%${gekregen}%`} or to_jsonb(t)::text like ${`%${leesbaar}%`}`.execute(
        rondom.thuis.db,
      )
      if (rijen.rows[0]?.n) gevonden.push(naam)
    }
    expect(tabellen.rows.length).toBeGreaterThan(50)
    expect(gevonden).toEqual([])
  })
})

describe('a code', () => {
  test('works once', async () => {
    const { email } = await klant()
    const bezoek = browser()
    await bezoek.stuur('/aanmelden', { email })
    const bewijs = bezoek.cookies.get('rondom-klant.bewijs') ?? ''
    const gekregen = await code(email)
    await bezoek.stuur('/aanmelden/code', { code: gekregen })

    const weer = browser()
    weer.cookies.set('rondom-klant.bewijs', bewijs)
    const opnieuw = await weer.stuur('/aanmelden/code', { code: gekregen })

    expect(opnieuw.statusCode).toBe(400)
    expect(opnieuw.body).toContain('Deze code werkt niet meer.')
    expect(await weer.ik()).toBe(401)
  })

  test('ends after five wrong tries, also when the sixth is right', async () => {
    const { email } = await klant()
    const bezoek = browser()
    await bezoek.stuur('/aanmelden', { email })
    const goed = await code(email)
    for (let keer = 1; keer <= 4; keer++) {
      const fout = await bezoek.stuur('/aanmelden/code', { code: anders(goed) })
      expect(fout.body, `try ${keer}`).toContain('Deze code klopt niet. Kijk de code nog een keer na.')
    }
    expect((await bezoek.stuur('/aanmelden/code', { code: anders(goed) })).body).toContain('Vraag een nieuwe code.')

    const laatste = await bezoek.stuur('/aanmelden/code', { code: goed })

    expect(laatste.statusCode).toBe(400)
    expect(await bezoek.ik()).toBe(401)
  })

  test('gets no more than five tries by a hundred at once', async () => {
    const { email } = await klant()
    const bezoek = browser()
    await bezoek.stuur('/aanmelden', { email })
    const goed = await code(email)

    const antwoorden = await Promise.all(
      Array.from({ length: 30 }, () => bezoek.stuur('/aanmelden/code', { code: anders(goed) })),
    )

    const nogGekeken = antwoorden.filter(({ body }) => body.includes('Kijk de code nog een keer na'))
    expect(nogGekeken).toHaveLength(4)
    expect((await bezoek.stuur('/aanmelden/code', { code: goed })).statusCode).toBe(400)
  })

  test('does not work in another browser, nor for somebody else', async () => {
    const [een, ander] = [await klant(), await klant()]
    const [bezoek, vreemd] = [browser(), browser()]
    await bezoek.stuur('/aanmelden', { email: een.email })
    await vreemd.stuur('/aanmelden', { email: ander.email })
    const [eigen, vanAnder] = [await code(een.email), await code(ander.email)]

    expect((await vreemd.stuur('/aanmelden/code', { code: eigen })).body).toContain('Deze code klopt niet.')
    expect((await browser().stuur('/aanmelden/code', { code: eigen })).body).toContain('Deze code werkt niet meer.')
    expect((await bezoek.stuur('/aanmelden/code', { code: vanAnder })).body).toContain('Deze code klopt niet.')
    expect((await bezoek.stuur('/aanmelden/code', { code: eigen })).statusCode).toBe(303)
  })

  test('ends when a new one is asked for in the same browser, and not by who asks elsewhere', async () => {
    const { email } = await klant()
    const bezoek = browser()
    await bezoek.stuur('/aanmelden', { email })
    const eerste = await code(email)
    await browser({ adres: '203.0.113.7' }).stuur('/aanmelden', { email })
    await stuurCodes(rondom)
    const opnieuw = await bezoek.stuur('/aanmelden/code/opnieuw')
    expect(opnieuw.body).toContain('Wij hebben een nieuwe code gestuurd. De vorige code werkt niet meer.')
    const tweede = await code(email)

    expect((await bezoek.stuur('/aanmelden/code', { code: eerste })).statusCode).toBe(400)
    expect((await bezoek.stuur('/aanmelden/code', { code: tweede })).statusCode).toBe(303)
  })

  test('works for ten minutes', async () => {
    const { email } = await klant()
    const bezoek = browser()
    await bezoek.stuur('/aanmelden', { email })
    const goed = await code(email)

    await verschuif(rondom.thuis, 601)

    const laat = await bezoek.stuur('/aanmelden/code', { code: goed })
    expect(laat.statusCode).toBe(400)
    expect(laat.body).toContain('Deze code werkt niet meer.')
  })

  test('of one organisatie opens nothing in another, and neither does the session', async () => {
    const { email, accountId } = await klant()
    const bezoek = browser()
    await bezoek.stuur('/aanmelden', { email })
    const goed = await code(email)
    const elders = bezoeker(rondom, rondom.hier)
    for (const [naam, waarde] of bezoek.cookies) elders.cookies.set(naam, waarde)

    expect((await elders.stuur('/aanmelden/code', { code: goed })).statusCode).toBe(400)
    const cookie = await openKlantsessie(rondom.services, rondom.thuis, accountId)
    const vraag = (host: string) =>
      rondom.app.inject({ method: 'GET', url: '/api/portaal/ik', headers: { host, cookie } })
    expect((await vraag('thuis.test')).statusCode).toBe(200)
    expect((await vraag('hier.test')).statusCode).toBe(401)
  })
})

describe('who is let in', () => {
  test('the page and what is stored are the same for an address that nobody has; only the mail differs', async () => {
    const { email } = await klant()
    const [bekend, onbekend] = [browser(), browser()]
    const niemand = 'niemand-hier@voorbeeld.nl'

    const een = await bekend.stuur('/aanmelden', { email })
    const twee = await onbekend.stuur('/aanmelden', { email: niemand })

    expect([een.statusCode, een.headers.location]).toEqual([twee.statusCode, twee.headers.location])
    const rijen = await sql<{ rij: object }>`
      select to_jsonb(b) - 'id' - 'browser' - 'aan' - 'gemaakt_op' - 'geldig_tot' as rij from klant_bewijs b
      where aan in (${email}, ${niemand})`.execute(rondom.thuis.db)
    expect(rijen.rows).toHaveLength(2)
    expect(rijen.rows[0]).toEqual(rijen.rows[1])
    const pagina = async (bezoek: typeof bekend, adres: string) =>
      (await bezoek.toon('/aanmelden/code')).body.replaceAll(adres, 'X')
    expect(await pagina(bekend, email)).toBe(await pagina(onbekend, niemand))
    await stuurCodes(rondom)
    expect((await onbekend.stuur('/aanmelden/code', { code: '12345678' })).body).toContain('Deze code klopt niet.')
    expect((await postVoor(rondom.thuis, niemand))[0]?.tekst).toContain('Wij kennen dit e-mailadres niet')
  })

  test('who has this address as his own checked one, and nobody else has it', async () => {
    const adres = (email: string, verificatieDatum: string | null) => ({
      digitaleAdressen: [{ soort: 'email' as const, adres: email, verificatieDatum }],
    })
    const thuis = {
      ...rondom,
      write: <T>(work: Parameters<typeof rondom.write<T>>[0]) => rondom.write(work, rondom.thuis),
    }
    await persoonIn(thuis, adres('zelf@voorbeeld.nl', '2026-01-02'))
    await persoonIn(thuis, adres('ongecontroleerd@voorbeeld.nl', null))
    await persoonIn(thuis, adres('samen@voorbeeld.nl', '2026-01-02'))
    await persoonIn(thuis, adres('samen@voorbeeld.nl', '2026-01-02'))

    const zelf = await meldAan(rondom, rondom.thuis, 'zelf@voorbeeld.nl')

    expect(await zelf.ik()).toBe(200)
    for (const email of ['ongecontroleerd@voorbeeld.nl', 'samen@voorbeeld.nl']) {
      await browser().stuur('/aanmelden', { email })
      await stuurCodes(rondom)
      expect((await postVoor(rondom.thuis, email))[0]?.tekst, email).toContain('Wij kennen dit e-mailadres niet')
    }
  })

  test('nobody whose account is closed, who died or is no customer any more; and his session ends at once', async () => {
    const maatregelen = [
      (id: string) => sql`update klant_account set status = 'geblokkeerd' where partij_id = ${id}`,
      (id: string) => sql`update partij_persoon set overlijdensdatum = '2026-11-01' where partij_id = ${id}`,
      (id: string) => sql`update partij set actief = false where id = ${id}`,
    ]
    for (const maatregel of maatregelen) {
      const { email, partijId } = await klant()
      const bezoek = await meldAan(rondom, rondom.thuis, email)
      expect(await bezoek.ik()).toBe(200)

      await maatregel(partijId).execute(rondom.thuis.db)

      expect(await bezoek.ik()).toBe(401)
      const later = browser()
      await later.stuur('/aanmelden', { email })
      await stuurCodes(rondom)
      expect((await postVoor(rondom.thuis, email))[0]?.tekst).not.toMatch(/\d{4} \d{4}/)
    }
  })
})

describe('bad luck and bad manners', () => {
  test('a sixth code for one address waits, with a sentence that says how long, known or not', async () => {
    for (const email of [(await klant()).email, 'nog-niemand@voorbeeld.nl']) {
      for (let keer = 0; keer < 5; keer++) {
        const gevraagd = await browser({ adres: `203.0.113.${keer}` }).stuur('/aanmelden', { email })
        expect(gevraagd.statusCode).toBe(303)
      }

      const teveel = await browser({ adres: '203.0.113.99' }).stuur('/aanmelden', { email })

      expect(teveel.statusCode).toBe(429)
      expect(Number(teveel.headers['retry-after'])).toBeGreaterThan(50)
      expect(teveel.body).toMatch(/U probeerde het te vaak\. Wacht (59|60) seconden en probeer het dan opnieuw\./)
      await verschuif(rondom.thuis, 61)
      expect((await browser().stuur('/aanmelden', { email })).statusCode).toBe(303)
    }
  })

  test.each(['', 'geen adres', 'a@b', `${'x'.repeat(300)}@voorbeeld.nl`])('no address: %s', async (email) => {
    const fout = await browser().stuur('/aanmelden', { email })

    expect(fout.statusCode).toBe(400)
    expect(fout.body).toContain('Vul een e-mailadres in, zoals naam@voorbeeld.nl.')
    expect(fout.body).toContain('aria-invalid="true"')
    expect(fout.body).toContain('<a class="nl-link" href="#email">')
  })

  test('a form from another site does nothing', async () => {
    const { email } = await klant()
    for (const origin of ['https://evil.example', 'null', 'http://hier.test']) {
      const antwoord = await browser().stuur('/aanmelden', { email }, { origin })
      expect(antwoord.statusCode, origin).toBe(403)
      expect(antwoord.headers['set-cookie']).toBeUndefined()
    }
    const binnen = await meldAan(rondom, rondom.thuis, email)
    expect((await binnen.stuur('/aanmelden/uit', {}, { origin: 'https://evil.example' })).statusCode).toBe(403)
    expect(await binnen.ik()).toBe(200)
  })

  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/werkplek/',
    '/api/portaal/ik',
    '/aanmelden/uit',
    'javascript:alert(1)',
  ])('never goes on to %s', async (terug) => {
    const { email } = await klant()
    const bezoek = browser()
    await bezoek.stuur(`/aanmelden?terug=${encodeURIComponent(terug)}`, { email })

    const binnen = await bezoek.stuur('/aanmelden/code', { code: await code(email) })

    expect(binnen.headers.location).toBe('/')
  })

  test('what somebody typed stays text', async () => {
    const bezoek = browser()
    const antwoord = await bezoek.stuur('/aanmelden', { email: '"><script>alert(1)</script>' })

    expect(antwoord.body).not.toContain('<script>alert')
    expect(antwoord.headers['content-security-policy']).not.toContain('unsafe-inline')
  })

  test('a session begins anew at each sign-in, and signing out ends it itself', async () => {
    const { email } = await klant()
    const bezoek = await meldAan(rondom, rondom.thuis, email)
    const eerste = bezoek.cookies.get(sessie) ?? ''
    await bezoek.stuur('/aanmelden', { email })
    await bezoek.stuur('/aanmelden/code', { code: await code(email) })
    expect(bezoek.cookies.get(sessie)).not.toBe(eerste)

    const tweede = bezoek.cookies.get(sessie) ?? ''
    const uit = await bezoek.stuur('/aanmelden/uit')

    expect(uit.headers.location).toBe('/aanmelden/uit')
    expect((await bezoek.toon('/aanmelden/uit')).body).toContain('U bent uitgelogd')
    for (const oud of [eerste, tweede]) {
      bezoek.cookies.set(sessie, oud)
      expect(await bezoek.ik()).toBe(401)
    }
  })

  test('an employee is nobody in the portal, and a customer nobody in the werkplek', async () => {
    const { accountId } = await maakKlant(rondom, rondom.hier)
    const medewerker = await rondom.als(['klantcontactmedewerker', 'coordinator'])
    const cookie = await openKlantsessie(rondom.services, rondom.hier, accountId, { sterk: true })
    const klantVraag = (url: string, eigen = cookie) =>
      rondom.anoniem.request({ method: 'GET', url, headers: { cookie: eigen } })

    expect((await medewerker.get('/api/portaal/ik')).statusCode).toBe(401)
    expect((await klantVraag('/api/portaal/ik')).statusCode).toBe(200)
    for (const url of ['/api/ik', '/api/taken', '/api/partijen/mijn'])
      expect((await klantVraag(url)).statusCode, url).toBe(401)
    // The same token under the other name has a signature of another key.
    const [, waarde = ''] = cookie.split('=')
    expect((await klantVraag('/api/ik', `rondom.session_token=${waarde}`)).statusCode).toBe(401)
    const [, eigen = ''] = (medewerker.headers['cookie'] ?? '').split('=')
    expect((await klantVraag('/api/portaal/ik', `${sessie}=${eigen}`)).statusCode).toBe(401)
  })

  test('the pages speak English as well', async () => {
    const { email } = await klant()
    const bezoek = browser()
    expect((await bezoek.toon('/aanmelden?taal=en')).body).toContain('<html lang="en">')
    const gevraagd = await bezoek.stuur('/aanmelden?taal=en', { email })
    expect(gevraagd.headers.location).toBe('/aanmelden/code?taal=en')
    await stuurCodes(rondom)

    expect((await postVoor(rondom.thuis, email))[0]?.tekst).toMatch(/^Your code is/)
    expect((await browser().toon('/aanmelden', { 'accept-language': 'en-GB,en;q=0.9' })).body).toContain('Sign in')
  })
})

test('the code goes by real mail where there is a mail server, and a refusal is nobody’s bug', async () => {
  const mail = await startMailserver()
  const echt = await startTestRondom({ env: { RONDOM_SMTP_URL: mail.url, RONDOM_SMTP_VAN: 'post@wonenhier.example' } })
  try {
    const { email } = await maakKlant(echt, echt.hier)
    const bezoek = bezoeker(echt, echt.hier)
    await bezoek.stuur('/aanmelden', { email })
    await stuurCodes(echt)
    expect(mail.ontvangen.map(({ aan }) => aan)).toEqual([[email]])
    const gekregen = /\d{4} \d{4}/.exec(deel(mail.ontvangen[0]?.ruw ?? '', 'text/plain'))?.[0] ?? ''
    expect((await bezoek.stuur('/aanmelden/code', { code: gekregen })).statusCode).toBe(303)
    expect(await bezoek.ik()).toBe(200)

    mail.gedrag.weiger = { code: 550, tekst: 'no such user' }
    await bezoeker(echt, echt.hier).stuur('/aanmelden', { email })
    await stuurCodes(echt)
    expect(mail.ontvangen).toHaveLength(1)
  } finally {
    await echt.close()
    await mail.close()
  }
})
