import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Contactdraad } from '#contract/portaal/contact.ts'
import { maakContact } from '#server/klantcontacten/testing/contact.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { type Huis, maakHuis, machtig } from '../testing/huis.ts'

let rondom: TestRondom
let huis: Huis
let teamId: string
let onderwerpId: string
let anna: Client
let collega: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  huis = await maakHuis(rondom)
  teamId = newId()
  onderwerpId = newId()
  await sql`insert into kanaal (code, naam, volgorde) values ('portaal', 'Klantportaal', 1), ('telefoon', 'Telefoon', 2)
    on conflict do nothing`.execute(rondom.db)
  await sql`insert into team (id, code, naam) values (${teamId}, 'kcc', 'Klantcontact')`.execute(rondom.db)
  await sql`insert into onderwerp (id, code, naam) values (${onderwerpId}, 'reparatie', 'Reparatie')`.execute(rondom.db)
  anna = await rondom.klant(huis.huurder)
  collega = await rondom.als('klantcontactmedewerker', { teamIds: [teamId] })
})
afterAll(() => rondom.close())

const vraagVan = async (client: Client, anders: object = {}, namens = '') => {
  const answer = await client.post(`/api/portaal/contact${namens && `?namens=${namens}`}`, {
    onderwerpId,
    tekst: 'De kraan lekt.',
    ...anders,
  })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json() as Contactdraad
}
const lees = async (client: Client, id: string, namens = '') =>
  client.get(`/api/portaal/contact/${id}${namens && `?namens=${namens}`}`)
const taakVan = (klantcontactId: string) =>
  rondom.db.selectFrom('taak').selectAll().where('klantcontact_id', '=', klantcontactId).executeTakeFirst()

const multipart = (naam: string, inhoud: Buffer) => ({
  headers: { 'content-type': 'multipart/form-data; boundary=grens' },
  payload: Buffer.concat([
    Buffer.from(`--grens\r\ncontent-disposition: form-data; name="bestand"; filename="${naam}"\r\n\r\n`),
    inhoud,
    Buffer.from('\r\n--grens--\r\n'),
  ]),
})

describe('a question of a customer', () => {
  it('is a contact that he sees and a taak with a promise for the team', async () => {
    const draad = await vraagVan(anna)

    expect(draad).toMatchObject({
      onderwerp: 'De kraan lekt.',
      status: 'wacht-op-ons',
      antwoordUiterlijk: '2026-11-25',
    })
    expect(draad.berichten).toMatchObject([{ van: 'klant', tekst: 'De kraan lekt.', kanaal: 'Klantportaal' }])
    const taak = await taakVan(draad.id)
    expect(taak).toMatchObject({ team_id: teamId, belofte: true, partij_id: huis.huurder, medewerker_id: null })
    const contact = (await collega.get(`/api/klantcontacten/${draad.id}`)).json()
    expect(contact).toMatchObject({
      kanaalCode: 'portaal',
      medewerker: { naam: 'Klant (portaal)' },
      toonInPortaal: true,
    })
  })

  it('is in the verwerkingenlog with the account of the customer', async () => {
    const { id } = await vraagVan(anna)
    const { rows } = await sql<{ medewerker_id: string; actor: string }>`
      select medewerker_id, actor from verwerking where object_id = ${id}`.execute(rondom.db)
    expect(rows[0]).toEqual({ medewerker_id: anna.actor.medewerkerId, actor: 'Test Klant (portaal)' })
  })

  it('is sent once, also when the line breaks and it is sent again', async () => {
    const sleutel = { 'idempotency-key': newId() }
    const body = { onderwerpId, tekst: 'Tweemaal verstuurd' }
    const [eerste, tweede] = [
      await anna.post('/api/portaal/contact', body, sleutel),
      await anna.post('/api/portaal/contact', body, sleutel),
    ]
    expect(tweede.json().id).toBe(eerste.json().id)
    const rijen = (await anna.get('/api/portaal/contact?aantal=100')).json().rijen as Contactdraad[]
    expect(rijen.filter(({ onderwerp }) => onderwerp === 'Tweemaal verstuurd')).toHaveLength(1)
  })

  it.each([
    ['without words', { tekst: '  ' }, 'tekst'],
    ['with a subject that does not exist', { onderwerpId: newId() }, 'onderwerpId'],
    ['with too many files', { bijlageIds: Array.from({ length: 11 }, newId) }, 'bijlageIds'],
  ])('is refused %s, in words', async (_, anders, veld) => {
    const answer = await anna.post('/api/portaal/contact', { onderwerpId, tekst: 'Iets', ...anders })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().invalidParams[0].name).toContain(veld)
  })

  it('of a bewindvoerder is a contact of who he acts for, and of nobody else', async () => {
    await machtig(rondom, { door: huis.bewindvoerder, voor: huis.buur, soort: 'bewindvoerder' })
    const draad = await vraagVan(await rondom.klant(huis.bewindvoerder), {}, huis.buur)

    expect((await lees(await rondom.klant(huis.buur), draad.id)).statusCode).toBe(200)
    expect((await lees(await rondom.klant(huis.bewindvoerder), draad.id)).statusCode).toBe(404)
    const rollen = await rondom.db
      .selectFrom('betrokkene')
      .select(['rol', 'partij_id', 'initiator'])
      .where('klantcontact_id', '=', draad.id)
      .orderBy('rol')
      .execute()
    expect(rollen).toEqual([
      { rol: 'klant', partij_id: huis.buur, initiator: false },
      { rol: 'vertegenwoordiger', partij_id: huis.bewindvoerder, initiator: true },
    ])
  })
})

describe('an answer', () => {
  it('comes in the thread, is counted until it is read, and the employee sees when that was', async () => {
    const draad = await vraagVan(anna)
    const taak = await taakVan(draad.id)
    await collega.post(`/api/taken/${taak?.id}/claim`, {})
    const terug = await rondom.write((w) =>
      maakContact(w, {
        partijId: huis.huurder,
        type: 'terugkoppeling',
        richting: 'uitgaand',
        antwoordOp: draad.id,
        onderwerp: 'Kraan',
        antwoord: 'Morgen komt de loodgieter.',
        interneNotitie: 'GEHEIM',
        toonInPortaal: true,
        contactGelukt: true,
      }),
    )

    const voor = await anna.get('/api/portaal/contact')
    expect(voor.json().ongelezen).toBe(1)
    expect(voor.body).not.toContain('GEHEIM')
    expect(voor.json().rijen[0]).toMatchObject({
      id: draad.id,
      ongelezen: 1,
      laatsteVan: 'organisatie',
      laatsteTekst: 'Morgen komt de loodgieter.',
      status: 'beantwoord',
    })
    expect((await anna.post(`/api/portaal/contact/${draad.id}/gelezen`)).statusCode).toBe(204)
    expect((await anna.get('/api/portaal/contact')).json().ongelezen).toBe(0)
    const post = (await collega.get(`/api/klantcontacten/${terug.id}`)).json()
    expect(post.gelezenOp).toBe('2026-11-23T10:00:00.000Z')
  })

  it('can be answered: new work for the team that had it, with the thread whole', async () => {
    const draad = await vraagVan(anna)
    await rondom.write(async (w) => {
      await maakContact(w, {
        partijId: huis.huurder,
        type: 'terugkoppeling',
        richting: 'uitgaand',
        antwoordOp: draad.id,
        antwoord: 'Klaar.',
        toonInPortaal: true,
        contactGelukt: true,
      })
      await sql`update taak set status = 'geannuleerd', afgerond_op = now() where klantcontact_id = ${draad.id}`.execute(
        w.tx,
      )
    })
    const answer = await anna.post(`/api/portaal/contact/${draad.id}/antwoord`, { tekst: 'Het lekt nog.' })

    expect(answer.statusCode, answer.body).toBe(201)
    const na = answer.json() as Contactdraad
    expect(na.berichten.map(({ van, tekst }) => [van, tekst])).toEqual([
      ['klant', 'De kraan lekt.'],
      ['organisatie', 'Klaar.'],
      ['klant', 'Het lekt nog.'],
    ])
    expect(na.status).toBe('wacht-op-ons')
    expect(await taakVan(na.berichten.at(-1)?.id ?? '')).toMatchObject({ team_id: teamId, belofte: true })
  })

  it('while somebody works on the question goes to that work as a note', async () => {
    const draad = await vraagVan(anna)
    await anna.post(`/api/portaal/contact/${draad.id}/antwoord`, { tekst: 'Het is de warme kraan.' })
    const taak = (await collega.get(`/api/taken/${(await taakVan(draad.id))?.id}`)).json()
    expect(taak.notities[0].tekst).toContain('Het is de warme kraan.')
  })
})

describe('what passes', () => {
  it('is never of somebody else in the house, hidden, confidential, or of who lost his mandate', async () => {
    const posts = await rondom.write(async (w) => ({
      eigen: await maakContact(w, { partijId: huis.huurder, vraag: 'EIGEN', toonInPortaal: true }),
      mede: await maakContact(w, { partijId: huis.medehuurder, vraag: 'MEDE', toonInPortaal: true }),
      verborgen: await maakContact(w, { partijId: huis.huurder, vraag: 'VERBORGEN' }),
      geheim: await maakContact(w, { partijId: huis.huurder, vraag: 'GEHEIM', vertrouwelijk: true }),
    }))
    await sql`update klantcontact set toon_in_portaal = true where id = ${posts.geheim.id}`.execute(rondom.db)
    const lijst = await anna.get('/api/portaal/contact?aantal=100')

    expect(lijst.body).toContain('EIGEN')
    for (const woord of ['MEDE', 'VERBORGEN', 'GEHEIM']) expect(lijst.body).not.toContain(woord)
    for (const { id } of [posts.mede, posts.verborgen, posts.geheim]) {
      expect((await lees(anna, id)).statusCode).toBe(404)
      expect((await anna.post(`/api/portaal/contact/${id}/antwoord`, { tekst: 'x' })).statusCode).toBe(404)
      expect((await anna.post(`/api/portaal/contact/${id}/gelezen`)).statusCode).toBe(404)
    }
    await machtig(rondom, { door: huis.buur, voor: huis.huurder, domeinen: ['betalen'] })
    const buur = await rondom.klant(huis.buur)
    expect((await buur.get(`/api/portaal/contact?namens=${huis.huurder}`)).statusCode).toBe(403)
    expect((await lees(buur, posts.eigen.id, huis.huurder)).statusCode).toBe(404)
    const elders = await rondom.klant(huis.huurder, { bij: rondom.elders })
    expect((await lees(elders, posts.eigen.id)).statusCode).toBe(404)
    expect((await lees(collega, posts.eigen.id)).statusCode).toBe(401)
    expect((await lees(rondom.anoniem, posts.eigen.id)).statusCode).toBe(401)
  })

  it('comes page by page, each thread once', async () => {
    const gezien: string[] = []
    let na = ''
    do {
      const bladzijde = (await anna.get(`/api/portaal/contact?aantal=2${na && `&na=${na}`}`)).json()
      gezien.push(...bladzijde.rijen.map(({ id }: { id: string }) => id))
      na = bladzijde.volgende ?? ''
    } while (na)
    expect(new Set(gezien).size).toBe(gezien.length)
    const alle = (await anna.get('/api/portaal/contact?aantal=100')).json().rijen
    expect(gezien).toEqual(alle.map(({ id }: { id: string }) => id))
  })
})

describe('a photo', () => {
  it('loses the place where it was taken, and is for this thread only', async () => {
    const foto = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect((await sharp(foto).metadata()).exif).toBeDefined()
    const conceptId = newId()
    const upload = await anna.request({
      method: 'POST',
      url: `/api/portaal/contactconcepten/${conceptId}/bijlagen`,
      ...multipart('kraan.jpg', foto),
    })
    expect(upload.statusCode, upload.body).toBe(201)
    const draad = await vraagVan(anna, { conceptId, bijlageIds: [upload.json().id] })

    const naar = `/api/portaal/contact/${draad.id}/bijlagen/${upload.json().id}/inhoud`
    const inhoud = await anna.get(naar)
    expect(inhoud.statusCode).toBe(200)
    expect((await sharp(inhoud.rawPayload).metadata()).exif).toBeUndefined()
    expect((await (await rondom.klant(huis.medehuurder)).get(naar)).statusCode).toBe(404)
    expect((await collega.get(naar)).statusCode).toBe(401)
  })

  it('of another draft is never taken along', async () => {
    const conceptId = newId()
    const foto = await sharp({ create: { width: 4, height: 3, channels: 3, background: '#888' } })
      .png()
      .toBuffer()
    const buur = await rondom.klant(huis.buur)
    const upload = await buur.request({
      method: 'POST',
      url: `/api/portaal/contactconcepten/${conceptId}/bijlagen`,
      ...multipart('buur.png', foto),
    })
    const draad = await vraagVan(anna, { conceptId, bijlageIds: [upload.json().id] })
    expect(draad.berichten[0]?.bijlagen).toEqual([])
  })

  it('that is none is refused with a sentence', async () => {
    const answer = await anna.request({
      method: 'POST',
      url: `/api/portaal/contactconcepten/${newId()}/bijlagen`,
      ...multipart('foto.jpg', Buffer.from('MZ this is a program\0')),
    })
    expect(answer.statusCode).toBe(415)
    expect(answer.json().detail).toMatch(/niet/)
  })

  it('may be a document, but none that does something by itself', async () => {
    const stuur = (inhoud: string) =>
      anna.request({
        method: 'POST',
        url: `/api/portaal/contactconcepten/${newId()}/bijlagen`,
        ...multipart('brief.pdf', Buffer.from(`%PDF-1.7\n1 0 obj\n<<${inhoud}>>\nendobj\ntrailer\n<<>>\n%%EOF\n`)),
      })
    expect((await stuur('')).statusCode).toBe(201)
    expect((await stuur('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')).statusCode).toBe(415)
  })
})
