import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Aanbieder, startAanbieder } from '#server/aanmelden/testing/aanbieder.ts'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { maakPersoon } from '#server/relaties/testing/partijen.ts'
import { bezoeker } from './testing/bezoeker.ts'

const terug = (host: string) => `http://${host}/aanmelden/oidc/callback/oidc`
const oidc = (aanbieder: Aanbieder, claim: string, rest = {}) => ({
  RONDOM_KLANT_OIDC_ISSUER: aanbieder.issuer,
  RONDOM_KLANT_OIDC_CLIENT_ID: 'rondom',
  RONDOM_KLANT_OIDC_CLIENT_SECRET: 'geheim-van-rondom',
  RONDOM_KLANT_OIDC_CLAIM: claim,
  RONDOM_KLANT_OIDC_SCOPE: 'openid email',
  RONDOM_KLANT_OIDC_STERK: 'urn:etoegang:core:assurance-class:loa3 hoog',
  ...rest,
})

let aanbieder: Aanbieder
let rondom: TestRondom
beforeAll(async () => {
  aanbieder = await startAanbieder([terug('hier.test'), terug('elders.test')])
  rondom = await startTestRondom({ env: oidc(aanbieder, 'bsn') })
}, 60_000)
afterAll(async () => {
  await rondom.close()
  await aanbieder.stop()
})
beforeEach(async () => {
  await zetBsn(true)
})

const zetBsn = (aan: boolean) =>
  sql`insert into instelling (sleutel, waarde) values ('bsnToegestaan', ${JSON.stringify(aan)}::jsonb)
      on conflict (sleutel) do update set waarde = excluded.waarde`.execute(rondom.db)

/** Numbers that pass the 11-proef. */
const bsns = ['111222333', '123456782', '999990019', '999993653', '999994438']
let laatste = -1
const nieuwBsn = () => bsns[++laatste] ?? expect.fail('no more numbers')
const metBsn = async (bsn: string) => {
  const { id } = await rondom.write((w) => maakPersoon(w))
  await sql`insert into partij_bsn (partij_id, bsn) values (${id}, ${bsn})`.execute(rondom.db)
  return id
}
/** Browser → Rondom → broker → Rondom. */
async function langs(claims: object, { bij = rondom, bezoek = bezoeker(bij, bij.hier) } = {}) {
  const sub = newId()
  aanbieder.mensen.set(sub, { email: '', ...claims })
  const begin = await bezoek.toon('/aanmelden/oidc?terug=/zaken')
  const terugkomst = new URL(await aanbieder.meldAan(String(begin.headers.location), sub))
  const binnen = await bezoek.toon(terugkomst.pathname + terugkomst.search)
  return {
    bezoek,
    binnen,
    terugkomst,
    gevraagd: new URL(String(begin.headers.location)).searchParams.get('acr_values'),
  }
}
const sterk = async ({ toon }: Awaited<ReturnType<typeof langs>>['bezoek']) =>
  (await toon('/api/portaal/ik')).json().sterk as boolean

describe('signing in by way of a broker', () => {
  test('finds the customer by his BSN, makes his account at the first visit, and keeps neither BSN nor token', async () => {
    const bsn = nieuwBsn()
    const partijId = await metBsn(bsn)

    const { bezoek, binnen } = await langs({ bsn })

    expect(binnen.statusCode).toBe(303)
    expect(binnen.headers.location).toBe('/zaken')
    expect((await bezoek.toon('/api/portaal/ik')).json()).toMatchObject({ sterk: false, dossiers: [{ partijId }] })
    const weer = await langs({ bsn })
    expect(await weer.bezoek.ik()).toBe(200)
    const accounts = await sql`select from klant_account where partij_id = ${partijId}`.execute(rondom.db)
    expect(accounts.rows).toHaveLength(1)
    const tabellen = await sql<{ naam: string }>`
      select table_name as naam from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'partij_bsn'`.execute(
      rondom.db,
    )
    for (const { naam } of tabellen.rows) {
      const rijen = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(naam)} t where to_jsonb(t)::text like ${`%${bsn}%`}`.execute(
        rondom.db,
      )
      expect(rijen.rows[0]?.n, naam).toBe(0)
    }
    const tokens = await sql`
      select from klant_koppeling where coalesce("idToken", "accessToken", "refreshToken") is not null`.execute(
      rondom.db,
    )
    expect(tokens.rows).toEqual([])
  })

  test('is a second step at a level that the organisation named, which it asks for from who is in already', async () => {
    const bsn = nieuwBsn()
    await metBsn(bsn)
    const laag = await langs({ bsn, acr: 'laag' })
    expect(laag.gevraagd).toBeNull()
    expect(await sterk(laag.bezoek)).toBe(false)

    const hoog = await langs({ bsn, acr: 'hoog' }, { bezoek: laag.bezoek })

    expect(hoog.gevraagd).toBe('urn:etoegang:core:assurance-class:loa3 hoog')
    expect(await sterk(hoog.bezoek)).toBe(true)
  })

  test('makes nobody: who is no customer, or has died, or whose BSN we may not know, is told so', async () => {
    const bsn = nieuwBsn()
    const wie = await metBsn(bsn)
    const geweigerd = async (claims: object) => {
      const { bezoek, binnen } = await langs(claims)
      expect(binnen.headers.location).toBe('/aanmelden?fout=oidcOnbekend&terug=%2Fzaken')
      expect(await bezoek.ik()).toBe(401)
      return bezoek
    }
    const bezoek = await geweigerd({ bsn: '999995935' })
    expect((await bezoek.toon('/aanmelden?fout=oidcOnbekend')).body).toContain('Wij kennen u nog niet.')
    await geweigerd({})
    await zetBsn(false)
    await geweigerd({ bsn })
    await zetBsn(true)
    await sql`update partij_persoon set overlijdensdatum = '2026-11-01' where partij_id = ${wie}`.execute(rondom.db)
    await geweigerd({ bsn })
  })

  test('counts a correction in the register at the next sign-in', async () => {
    const bsn = nieuwBsn()
    const verkeerd = await metBsn(bsn)
    const eerst = await langs({ bsn })
    await sql`delete from partij_bsn where partij_id = ${verkeerd}`.execute(rondom.db)
    const goed = await metBsn(bsn)

    const { bezoek } = await langs({ bsn })

    expect((await bezoek.toon('/api/portaal/ik')).json().dossiers[0].partijId).toBe(goed)
    expect((await eerst.bezoek.toon('/api/portaal/ik')).json().dossiers[0].partijId).toBe(verkeerd)
  })

  test('refuses an answer of another browser, of another organisatie, changed, and a second time', async () => {
    const { binnen, terugkomst } = await langs({ bsn: bsns[0] })
    expect(binnen.headers.location).toBe('/zaken')
    const pad = terugkomst.pathname + terugkomst.search
    for (const bezoek of [bezoeker(rondom, rondom.hier), bezoeker(rondom, rondom.elders)]) {
      expect((await bezoek.toon(pad)).headers.location).toMatch(/^\/aanmelden\?fout=oidc/)
      expect(await bezoek.ik()).toBe(401)
    }
    const ander = bezoeker(rondom, rondom.hier)
    await ander.toon('/aanmelden/oidc')
    expect((await ander.toon(`${terugkomst.pathname}?state=verzonnen&code=x`)).headers.location).toMatch(/fout=oidc/)
  })
})

test('a broker that names customers by address is believed only when it verified that address', async () => {
  const ander = await startTestRondom({ env: oidc(aanbieder, 'email', { RONDOM_KLANT_OIDC_NAAM: 'De Linde-account' }) })
  try {
    const email = 'gecontroleerd@voorbeeld.nl'
    await ander.write((w) =>
      maakPersoon(w, { digitaleAdressen: [{ soort: 'email', adres: email, verificatieDatum: '2026-01-02' }] }),
    )
    expect((await bezoeker(ander, ander.hier).toon('/aanmelden')).body).toContain('Inloggen met De Linde-account')

    const geweigerd = await langs({ email, email_verified: false }, { bij: ander })
    expect(await geweigerd.bezoek.ik()).toBe(401)
    const binnen = await langs({ email, email_verified: true }, { bij: ander })
    expect(await binnen.bezoek.ik()).toBe(200)
  } finally {
    await ander.close()
  }
})

test('without a broker that door does not exist, and a broker that is down blocks nobody else', async () => {
  const zonder = await startTestRondom()
  const stuk = await startTestRondom({
    env: { ...oidc(aanbieder, 'bsn'), RONDOM_KLANT_OIDC_ISSUER: 'http://127.0.0.1:9' },
  })
  try {
    expect(zonder.app.hasRoute({ method: 'GET', url: '/aanmelden/oidc' })).toBe(false)
    expect((await bezoeker(stuk, stuk.hier).toon('/aanmelden/oidc')).headers.location).toBe('/aanmelden?fout=oidc')
    expect((await bezoeker(stuk, stuk.hier).toon('/aanmelden')).statusCode).toBe(200)
  } finally {
    await zonder.close()
    await stuk.close()
  }
})
