import { getMigrations } from 'better-auth/db/migration'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import type { Client } from '#server/platform/testing/rondom.ts'
import { maakOngedaan } from '#server/relaties/samenvoegen/maakOngedaan.ts'
import { voegSamen } from '#server/relaties/samenvoegen/voegSamen.ts'
import { maak, maakPersoon } from '#server/relaties/testing/partijen.ts'
import { buildKlantAuth } from './auth.ts'
import { bezoeker, codeVoor, meldAan, postVoor, startMetPostbus, stuurCodes } from './testing/bezoeker.ts'
import { maakKlant } from './testing/klanten.ts'

let rondom: Awaited<ReturnType<typeof startMetPostbus>>
let medewerker: Client
beforeAll(async () => {
  rondom = await startMetPostbus()
  medewerker = await rondom.als('klantcontactmedewerker', { bij: rondom.thuis })
}, 60_000)
afterAll(() => rondom.close())
beforeEach(() => sql`delete from auth_poging`.execute(rondom.thuis.db))

const pad = (id: string, rest = '') => `/api/partijen/${id}/portaaltoegang${rest}`
const mens = (email?: string) =>
  rondom.write(
    (w) => maakPersoon(w, { digitaleAdressen: email ? [{ soort: 'email', adres: email }] : [] }),
    rondom.thuis,
  )
const zet = (id: string, status: string, versie: number) =>
  medewerker.request({
    method: 'PUT',
    url: pad(id),
    payload: { status },
    headers: { 'if-match': `"${versie}"` },
  })

describe('what an employee does about the portal for a customer', () => {
  test('inviting gives him an account with his own address, and a mail that says how; nothing else lets him in', async () => {
    const email = 'uitgenodigd@voorbeeld.nl'
    const { id } = await mens(email)
    expect((await medewerker.get(pad(id))).json()).toEqual({ account: null, brief: null, email, kan: true })

    const na = await medewerker.post(pad(id, '/uitnodiging'))

    expect(na.json()).toMatchObject({ account: { email, status: 'actief', sessies: 0, laatstAangemeldOp: null } })
    await stuurCodes(rondom)
    const [post] = await postVoor(rondom.thuis, email)
    expect(post?.tekst).toContain('https://thuis.test/aanmelden')
    expect(await (await meldAan(rondom, rondom.thuis, email)).ik()).toBe(200)
    const log = await sql`
      select from verwerking where object_soort = 'klantaccount' and ${id} = any(partij_ids)`.execute(rondom.thuis.db)
    expect(log.rows.length).toBeGreaterThan(0)
  })

  test('without an address there is a letter; without a home address there is neither, and a sentence that says so', async () => {
    const { id } = await mens()
    expect((await medewerker.post(pad(id, '/uitnodiging'))).json()).toMatchObject({ status: 409, code: 'geen-email' })
    expect((await medewerker.post(pad(id, '/brief'))).json()).toMatchObject({ status: 409, code: 'geen-postadres' })
    expect((await medewerker.get(pad(id))).json()).toMatchObject({ account: null, brief: null })
  })

  test('only a person gets in: no organisation, and no address that somebody else signs in with', async () => {
    const bedrijf = await rondom.write(
      (w) => maak(w, { soort: 'organisatie', organisatie: { naam: 'Bakkerij' } }),
      rondom.thuis,
    )
    expect((await medewerker.get(pad(bedrijf.id))).json()).toMatchObject({ kan: false })
    expect((await medewerker.post(pad(bedrijf.id, '/brief'))).json()).toMatchObject({ code: 'geen-persoon' })
    const { email } = await maakKlant(rondom, rondom.thuis)
    const { id } = await mens(email)
    expect((await medewerker.post(pad(id, '/uitnodiging'))).json()).toMatchObject({ status: 409, code: 'adres-bezet' })
  })

  test('closing ends his sessions at once, opening lets him in again; an old screen is refused', async () => {
    const { email, partijId } = await maakKlant(rondom, rondom.thuis)
    const bezoek = await meldAan(rondom, rondom.thuis, email)
    const { versie } = (await medewerker.get(pad(partijId))).json().account

    const dicht = await zet(partijId, 'geblokkeerd', versie)

    expect(dicht.json()).toMatchObject({ account: { status: 'geblokkeerd', sessies: 0 } })
    expect(await bezoek.ik()).toBe(401)
    expect((await zet(partijId, 'actief', versie)).json()).toMatchObject({ status: 409, code: 'verouderd' })
    await zet(partijId, 'actief', dicht.json().account.versie)
    expect(await bezoek.ik()).toBe(401)
    expect(await (await meldAan(rondom, rondom.thuis, email)).ik()).toBe(200)
  })

  test('signing him out everywhere ends what is open and what is under way', async () => {
    const { email, partijId } = await maakKlant(rondom, rondom.thuis)
    const bezoek = await meldAan(rondom, rondom.thuis, email)

    expect((await medewerker.delete(pad(partijId, '/sessies'))).statusCode).toBe(204)

    expect(await bezoek.ik()).toBe(401)
  })

  test('needs the right, and knows nobody of another organisatie', async () => {
    const { partijId } = await maakKlant(rondom, rondom.thuis)
    const beheerder = await rondom.als('functioneel-beheerder', { bij: rondom.thuis })
    const elders = await rondom.als('klantcontactmedewerker', { bij: rondom.hier })
    const lezer = await rondom.als('redacteur', { bij: rondom.thuis, rechten: ['partij.lezen'] })
    const doen = (wie: Client, id: string) =>
      Promise.all([
        wie.get(pad(id)),
        wie.post(pad(id, '/uitnodiging')),
        wie.post(pad(id, '/brief')),
        wie.request({ method: 'PUT', url: pad(id), payload: { status: 'actief' }, headers: { 'if-match': '"1"' } }),
        wie.delete(pad(id, '/sessies')),
      ]).then((antwoorden) => antwoorden.map(({ statusCode }) => statusCode))

    expect(await doen(beheerder, partijId)).toEqual([403, 403, 403, 403, 403])
    expect(await doen(lezer, partijId)).toEqual([200, 403, 403, 403, 403])
    expect(await doen(elders, partijId)).toEqual([404, 404, 404, 404, 404])
    expect(await doen(medewerker, newId())).toEqual([404, 404, 404, 404, 404])
  })
})

describe('two customers who turn out to be one', () => {
  test('the account goes along, and comes back when the merge is undone', async () => {
    const { email, partijId: bron } = await maakKlant(rondom, rondom.thuis)
    const { id: doel } = await mens()
    const bezoek = await meldAan(rondom, rondom.thuis, email)

    const samen = await rondom.write((w) => voegSamen(w, doel, { bronId: bron, bevestigd: true }), rondom.thuis)

    expect(await bezoek.ik()).toBe(401)
    const na = await meldAan(rondom, rondom.thuis, email)
    expect((await na.toon('/api/portaal/ik')).json().dossiers[0].partijId).toBe(doel)
    await rondom.write((w) => maakOngedaan(w, samen.id), rondom.thuis)
    const weer = await meldAan(rondom, rondom.thuis, email)
    expect((await weer.toon('/api/portaal/ik')).json().dossiers[0].partijId).toBe(bron)
  })

  test('of two accounts that of the customer who remains goes on, and both are there when the merge is undone', async () => {
    const [een, ander] = [await maakKlant(rondom, rondom.thuis), await maakKlant(rondom, rondom.thuis)]

    const samen = await rondom.write(
      (w) => voegSamen(w, een.partijId, { bronId: ander.partijId, bevestigd: true }),
      rondom.thuis,
    )

    expect(await (await meldAan(rondom, rondom.thuis, een.email)).ik()).toBe(200)
    const oud = bezoeker(rondom, rondom.thuis)
    await oud.stuur('/aanmelden', { email: ander.email })
    await stuurCodes(rondom)
    expect((await postVoor(rondom.thuis, ander.email))[0]?.tekst).toContain('Wij kennen dit e-mailadres niet')
    await rondom.write((w) => maakOngedaan(w, samen.id), rondom.thuis)
    for (const { email, partijId } of [een, ander]) {
      const bezoek = await meldAan(rondom, rondom.thuis, email)
      expect((await bezoek.toon('/api/portaal/ik')).json().dossiers[0].partijId).toBe(partijId)
    }
  })
})

describe('the database itself', () => {
  test('holds every table and column that better-auth asks for', async () => {
    const auth = buildKlantAuth({ secret: 'x'.repeat(40), oidc: undefined }, rondom.hier, false, rondom.services.log)
    const { toBeCreated, toBeAdded } = await getMigrations(auth.options)

    // To its generator a view is no table, so `klant_gebruiker` is compared here by name.
    const [gebruiker, ...rest] = toBeCreated
    expect(rest.map((each) => each.table)).toEqual([])
    expect(toBeAdded.map((each) => each.table)).toEqual([])
    const kolommen = await sql<{ naam: string }>`
      select column_name as naam from information_schema.columns
      where table_schema = current_schema() and table_name = 'klant_gebruiker'`.execute(rondom.db)
    expect(kolommen.rows.map(({ naam }) => naam).sort()).toEqual(['id', ...Object.keys(gebruiker?.fields ?? {})].sort())
  })

  test('refuses an account without a person, a token of a broker, and an address twice', async () => {
    const { accountId, email } = await maakKlant(rondom, rondom.thuis)
    const { id } = await mens()
    const pogingen: [ReturnType<typeof sql>, string][] = [
      [sql`insert into klant_gebruiker (id, name, email) values (${newId()}, 'Indringer', 'in@dringer.nl')`, 'RD002'],
      [sql`update klant_gebruiker set email = 'in@dringer.nl' where id = ${accountId}`, 'RD002'],
      [
        sql`insert into klant_koppeling (id, "accountId", "providerId", "userId", "idToken")
            values (${newId()}, 'x', 'oidc', ${accountId}, 'eyJ')`,
        '23514',
      ],
      [
        sql`insert into klant_account (id, partij_id, email, aangemaakt_door) values (${newId()}, ${id}, ${email}, ${newId()})`,
        '23505',
      ],
    ]
    for (const [poging, code] of pogingen) await expect(poging.execute(rondom.thuis.db)).rejects.toMatchObject({ code })
  })

  test('forgets what is over', async () => {
    const { email } = await maakKlant(rondom, rondom.thuis)
    await meldAan(rondom, rondom.thuis, email)
    await bezoeker(rondom, rondom.thuis).stuur('/aanmelden', { email })
    await codeVoor(rondom, rondom.thuis, email)
    await sql`update klant_sessie set "expiresAt" = now() - interval '1 second'`.execute(rondom.thuis.db)
    await sql`update klant_bewijs set geldig_tot = now() - interval '2 days'`.execute(rondom.thuis.db)
    const { allJobs } = await import('#server/slices.ts')

    await allJobs(rondom.services)['klantaccounts.opruimen']?.run(rondom.context(rondom.thuis), {})

    for (const tabel of ['klant_sessie', 'klant_bewijs']) {
      const rijen = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(tabel)}`.execute(
        rondom.thuis.db,
      )
      expect(rijen.rows[0]?.n, tabel).toBe(0)
    }
  })
})
