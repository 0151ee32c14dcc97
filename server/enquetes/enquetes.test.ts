import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { openZaak, type ZaakRow } from '#server/zaken/index.ts'
import { nodigUit } from './index.ts'
import { vergeet } from './jobs.ts'

let rondom: TestRondom
let wereld: Wereld
let coordinator: Client

beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  coordinator = await rondom.als('coordinator')
})
afterAll(() => rondom.close())

const begin = new Date('2026-11-23T10:00:00Z')
const dagenLater = (dagen: number) => new Date(begin.getTime() + dagen * 24 * 3_600_000)

async function zaakVan(over: Partial<Parameters<typeof openZaak>[1]> = {}): Promise<ZaakRow> {
  return rondom.write((w) =>
    openZaak(w, {
      zaaktype: 'reparatie',
      zaaktypeNaam: 'Reparatieverzoek',
      omschrijving: 'Lekkende kraan',
      partijId: wereld.klant.id,
      teamId: wereld.planning,
      ...over,
    }),
  )
}
/** Each time long enough after the one before. */
let keer = 0
async function uitgenodigd(over: Partial<Parameters<typeof openZaak>[1]> = {}) {
  rondom.clock.now = dagenLater(40 * keer++)
  const zaak = await zaakVan(over)
  const uitnodiging = await rondom.write((w) => nodigUit(w, zaak, zaak.partij_id))
  if (!uitnodiging) throw new Error('not invited')
  const pad = new URL(uitnodiging.link).pathname
  return { zaak, pad, enqueteId: uitnodiging.enqueteId }
}

/** As a browser sends the form of the page. */
function vul(pad: string, velden: Record<string, string>) {
  const grens = 'grens'
  const delen = Object.entries(velden).map(
    ([naam, waarde]) => `--${grens}\r\ncontent-disposition: form-data; name="${naam}"\r\n\r\n${waarde}\r\n`,
  )
  return rondom.anoniem.request({
    method: 'POST',
    url: pad,
    headers: { 'content-type': `multipart/form-data; boundary=${grens}` },
    payload: `${delen.join('')}--${grens}--\r\n`,
  })
}
const rij = async (id: string) =>
  (
    await sql<{ score: number | null; opgelost: boolean | null; opmerking: string; partij_id: string | null }>`
      select score, opgelost, opmerking, partij_id from enquete where id = ${id}`.execute(rondom.db)
  ).rows[0]
const takenVan = async (zaakId: string) =>
  (await sql<{ onderwerp: string }>`select onderwerp from taak where zaak_id = ${zaakId}`.execute(rondom.db)).rows

describe('the invitation', () => {
  it('is once per zaak, and not too often per klant', async () => {
    const { zaak } = await uitgenodigd()
    expect(await rondom.write((w) => nodigUit(w, zaak, zaak.partij_id))).toBeUndefined()
    const andere = await zaakVan()
    expect(await rondom.write((w) => nodigUit(w, andere, andere.partij_id))).toBeUndefined()
    rondom.clock.now = new Date(rondom.clock.now.getTime() + 31 * 24 * 3_600_000)
    expect(await rondom.write((w) => nodigUit(w, andere, andere.partij_id))).toBeDefined()
    keer++
  })

  it('keeps no token that opens the page', async () => {
    const { pad } = await uitgenodigd()
    const token = pad.split('/').at(-1) ?? ''
    const rows = await sql<{ tekst: string }>`select row_to_json(enquete)::text as tekst from enquete`.execute(
      rondom.db,
    )
    expect(rows.rows.every(({ tekst }) => !tekst.includes(token))).toBe(true)
  })
})

describe('the page', () => {
  it('asks in two languages, without a script and without anything about the klant', async () => {
    const { pad, zaak } = await uitgenodigd()
    const pagina = await rondom.anoniem.get(pad)

    expect(pagina.statusCode).toBe(200)
    expect(pagina.headers['content-type']).toContain('text/html')
    expect(pagina.headers['content-security-policy']).toContain("default-src 'none'")
    expect(pagina.headers['cache-control']).toBe('no-store')
    expect(pagina.body).toContain('<html lang="nl">')
    expect(pagina.body).toContain('Welk cijfer geeft u ons?')
    for (const geheim of [wereld.klant.naam, zaak.nummer, zaak.omschrijving, '<script', 'http'])
      expect(pagina.body).not.toContain(geheim)
    expect((await rondom.anoniem.get(`${pad}?taal=en`)).body).toContain('How would you rate us?')
  })

  it('says what is missing, at its question, and keeps what was filled in', async () => {
    const { pad, enqueteId } = await uitgenodigd()
    const answer = await vul(pad, { score: '11', opmerking: '<b>Hallo</b>' })

    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('Kies een cijfer van 1 tot en met 10.')
    expect(answer.body).toContain('Kies of het is opgelost.')
    expect(answer.body).toContain('&#60;b&#62;Hallo')
    expect(await rij(enqueteId)).toMatchObject({ score: null })
  })

  it('takes an answer once, and lets who gave it think again for a week', async () => {
    const { pad, enqueteId } = await uitgenodigd()
    const toen = rondom.clock.now
    expect((await vul(pad, { score: '8', opgelost: 'ja', opmerking: 'Netjes' })).statusCode).toBe(200)
    expect(await rij(enqueteId)).toMatchObject({ score: 8, opgelost: true, opmerking: 'Netjes' })
    expect((await rondom.anoniem.get(pad)).body).toContain('Dank u wel')
    expect((await rondom.anoniem.get(`${pad}?wijzig=ja`)).body).toContain('Netjes')

    rondom.clock.now = new Date(toen.getTime() + 6 * 24 * 3_600_000)
    expect((await vul(pad, { score: '9', opgelost: 'ja' })).statusCode).toBe(200)
    rondom.clock.now = new Date(toen.getTime() + 8 * 24 * 3_600_000)
    expect((await vul(pad, { score: '1', opgelost: 'nee' })).statusCode).toBe(409)
    expect(await rij(enqueteId)).toMatchObject({ score: 9 })
  })

  it('is gone when the link is too old, unknown, or of another organisatie', async () => {
    const { pad } = await uitgenodigd()
    const elders = await rondom.als('coordinator', { bij: rondom.elders })
    expect((await elders.get(pad)).statusCode).toBe(404)
    expect((await rondom.anoniem.get(`/enquete/${'a'.repeat(43)}`)).statusCode).toBe(404)
    rondom.clock.now = new Date(rondom.clock.now.getTime() + 31 * 24 * 3_600_000)
    const weg = await rondom.anoniem.get(pad)
    expect([weg.statusCode, weg.body.includes('Deze vragenlijst is er niet meer')]).toEqual([404, true])
    expect((await vul(pad, { score: '9', opgelost: 'ja' })).statusCode).toBe(404)
  })
})

describe('what follows', () => {
  it('a low score or something not solved is a taak for the team, once', async () => {
    const goed = await uitgenodigd()
    await vul(goed.pad, { score: '6', opgelost: 'ja' })
    expect(await takenVan(goed.zaak.id)).toEqual([])
    const laag = await uitgenodigd()
    await vul(laag.pad, { score: '5', opgelost: 'ja' })
    await vul(laag.pad, { score: '2', opgelost: 'nee' })
    expect(await takenVan(laag.zaak.id)).toEqual([{ onderwerp: `Ontevreden na ${laag.zaak.nummer}: cijfer 5` }])
    const open = await uitgenodigd()
    await vul(open.pad, { score: '9', opgelost: 'nee' })
    expect(await takenVan(open.zaak.id)).toEqual([{ onderwerp: `Ontevreden na ${open.zaak.nummer}: niet opgelost` }])
  })

  it('stands on the tijdlijn of the klant', async () => {
    const { pad, enqueteId } = await uitgenodigd()
    await vul(pad, { score: '7', opgelost: 'ja', opmerking: 'Prima' })
    const { rijen } = (await coordinator.get(`/api/partijen/${wereld.klant.id}/tijdlijn`)).json()
    expect(rijen.find((item: { verwijzingId: string }) => item.verwijzingId === enqueteId)).toMatchObject({
      titel: 'Enquête: cijfer 7',
    })
  })
})

describe('the results', () => {
  it('are averages and remarks without a name, for who coordinates only', async () => {
    const { pad } = await uitgenodigd({ zaaktype: 'proef', zaaktypeNaam: 'Proef' })
    await vul(pad, { score: '4', opgelost: 'nee', opmerking: 'Niemand kwam' })
    const geheim = await uitgenodigd({ zaaktype: 'proef', zaaktypeNaam: 'Proef', vertrouwelijk: true })
    await vul(geheim.pad, { score: '10', opgelost: 'ja', opmerking: 'In vertrouwen' })
    const leest = await rondom.als('coordinator', { rechten: ['enquete.lezen', 'zaak.lezen'] })

    const { processen, opmerkingen } = (await leest.get('/api/enquetes?zaaktype=proef')).json()
    expect(processen).toEqual([
      { zaaktype: 'proef', naam: 'Proef', uitgenodigd: 2, beantwoord: 2, gemiddeld: 7, nietOpgelost: 1 },
    ])
    expect(opmerkingen).toMatchObject([{ opmerking: 'Niemand kwam', score: 4 }])
    expect(JSON.stringify(opmerkingen)).not.toContain(wereld.klant.naam)
    const kcc = await rondom.als('klantcontactmedewerker')
    expect((await kcc.get('/api/enquetes')).statusCode).toBe(403)
    expect((await coordinator.get('/api/enquetes?van=gisteren')).statusCode).toBe(400)
  })

  it('are of nobody in particular when they were kept long enough', async () => {
    const { pad, enqueteId } = await uitgenodigd()
    await vul(pad, { score: '8', opgelost: 'ja', opmerking: 'Dank' })
    const toen = rondom.clock.now
    await vergeet({ ...rondom.context(), now: new Date(toen.getTime() + 700 * 24 * 3_600_000) })
    expect(await rij(enqueteId)).toMatchObject({ opmerking: 'Dank' })
    await vergeet({ ...rondom.context(), now: new Date(toen.getTime() + 740 * 24 * 3_600_000) })

    expect(await rij(enqueteId)).toEqual({ score: 8, opgelost: true, opmerking: '', partij_id: null })
    const over = await sql`select 1 from tijdlijn_item where verwijzing_id = ${enqueteId}`.execute(rondom.db)
    expect(over.rows).toEqual([])
  })
})

it('sixty times in ten minutes from one address is enough', async () => {
  const { pad } = await uitgenodigd()
  const antwoorden = []
  for (let i = 0; i < 61; i++)
    antwoorden.push((await rondom.anoniem.request({ method: 'GET', url: pad, remoteAddress: '192.0.2.7' })).statusCode)
  expect([antwoorden.slice(0, 60).every((code) => code === 200), antwoorden[60]]).toEqual([true, 429])
})
