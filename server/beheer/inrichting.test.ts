import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Instellingwaarden, instellingen } from '#contract/beheer/instellingen.ts'
import { rollen } from '#contract/rechten.ts'
import { conflict } from '#server/platform/errors.ts'
import { listen } from '#server/platform/events/listeners.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'

let rondom: TestRondom
let beheerder: Client

beforeAll(async () => {
  rondom = await startTestRondom()
  beheerder = await rondom.als('functioneel-beheerder')
})
afterAll(() => rondom.close())

const json = async (answer: Promise<{ json(): unknown }>) => (await answer).json() as { id: string }
const kanaal = (code: string) =>
  beheerder.post('/api/beheer/kanalen', { code, naam: `Kanaal ${code}`, veraCode: '', icoon: 'bericht' })
const onderwerp = (code: string, bovenliggendId: string | null = null) =>
  beheerder.post('/api/beheer/onderwerpen', { code, naam: code, bovenliggendId })

describe('kanalen', () => {
  it('are added at the end, changed by version and told to everybody', async () => {
    expect(await json(kanaal('telefoon'))).toMatchObject({ volgorde: 1, versie: 1, veraCode: null })
    expect(await json(kanaal('email'))).toMatchObject({ volgorde: 2 })

    const change = (naam: string) =>
      beheerder.put('/api/beheer/kanalen/telefoon', { naam, veraCode: 'tel', icoon: 'telefoon', actief: true }, 1)
    expect(await json(change('Telefoon'))).toMatchObject({ naam: 'Telefoon', veraCode: 'TEL', versie: 2 })
    expect(await json(change('Bellen'))).toMatchObject({ code: 'verouderd', huidig: { naam: 'Telefoon', versie: 2 } })
    const { rows } = await sql`
      select onderwerpen, gegevens from gebeurtenis where soort = 'inrichting.gewijzigd' order by id desc limit 1`.execute(
      rondom.db,
    )
    expect(rows).toEqual([
      { onderwerpen: ['beheer'], gegevens: { onderdeel: 'kanaal', id: 'telefoon', verwijderd: false } },
    ])
  })

  it('name what is wrong', async () => {
    const answer = await beheerder.post('/api/beheer/kanalen', {
      code: 'algemeen',
      naam: '',
      veraCode: 'T1',
      icoon: 'vlag',
    })

    expect(answer.json().invalidParams.map((param: { name: string }) => param.name)).toEqual([
      'naam',
      'veraCode',
      'icoon',
      'code',
    ])
    expect(await json(kanaal('email'))).toMatchObject({ invalidParams: [{ name: 'code', code: 'bestaat' }] })
  })

  it('can go when nobody used them, with their hours; otherwise they can only be made inactive', async () => {
    await kanaal('fax')
    await kanaal('balie')
    const uren = { blokken: [{ weekdag: 1, van: '09:00', tot: '12:00' }] }
    expect((await beheerder.put('/api/beheer/openingstijden/fax', uren, 0)).statusCode).toBe(200)
    await sql`
      insert into sjabloon (id, code, naam, type, kanaal_code) values (${newId()}, 'x', 'x', 'vraag', 'balie')`.execute(
      rondom.db,
    )

    const unused = await beheerder.delete('/api/beheer/kanalen/fax', 1)
    const used = await beheerder.delete('/api/beheer/kanalen/balie', 1)

    expect(unused.statusCode).toBe(204)
    expect([used.statusCode, used.json().code]).toEqual([409, 'in-gebruik'])
    expect((await beheerder.delete('/api/beheer/kanalen/balie', 9)).json().code).toBe('verouderd')
  })

  it('take a new order, unless the list changed meanwhile', async () => {
    const codes = (await beheerder.get('/api/kanalen'))
      .json()
      .rijen.map((rij: { code: string }) => rij.code)
      .reverse()
    const order = (list: string[]) =>
      beheerder.request({ method: 'PUT', url: '/api/beheer/kanalen/volgorde', payload: { codes: list } })

    expect((await order(codes)).json().rijen.map((rij: { code: string }) => rij.code)).toEqual(codes)
    expect((await order(codes.slice(1))).json().code).toBe('verouderd')
    expect((await order([...codes.slice(1), codes[1]])).json().code).toBe('verouderd')
  })
})

describe('onderwerpen', () => {
  it('make a tree of two levels and not more', async () => {
    const reparatie = await json(onderwerp('reparatie'))
    const lekkage = await json(onderwerp('lekkage', reparatie.id))

    const third = await onderwerp('kraan', lekkage.id)
    const under = await beheerder.put(
      `/api/beheer/onderwerpen/${reparatie.id}`,
      { naam: 'Reparatie', bovenliggendId: (await json(onderwerp('huur'))).id, actief: true },
      1,
    )

    expect(third.json().invalidParams).toMatchObject([{ name: 'bovenliggendId', code: 'te-diep' }])
    expect(under.json().invalidParams).toMatchObject([{ name: 'bovenliggendId', code: 'te-diep' }])
  })

  it('move, rename, retire and go', async () => {
    const oud = await json(onderwerp('oud'))
    const kind = await json(onderwerp('kind', oud.id))
    const nieuw = await json(onderwerp('nieuw'))

    const moved = await beheerder.put(
      `/api/beheer/onderwerpen/${kind.id}`,
      { naam: 'Kind', bovenliggendId: nieuw.id, actief: true },
      1,
    )
    const retired = await beheerder.put(
      `/api/beheer/onderwerpen/${nieuw.id}`,
      { naam: 'Nieuw', bovenliggendId: null, actief: false },
      1,
    )

    expect(moved.json()).toMatchObject({ bovenliggendId: nieuw.id, versie: 2 })
    expect(retired.json()).toMatchObject({ actief: false })
    const tree = (await beheerder.get('/api/onderwerpen')).json().rijen
    expect(tree.find((rij: { code: string }) => rij.code === 'kind')).toMatchObject({ actief: false, zelfActief: true })
    expect((await beheerder.delete(`/api/beheer/onderwerpen/${nieuw.id}`, 2)).json().code).toBe('in-gebruik')
    expect((await beheerder.delete(`/api/beheer/onderwerpen/${oud.id}`, 1)).statusCode).toBe(204)
    expect((await beheerder.delete(`/api/beheer/onderwerpen/${oud.id}`, 1)).statusCode).toBe(404)
    expect((await beheerder.delete(`/api/beheer/onderwerpen/${kind.id}`, 1)).json().code).toBe('verouderd')
  })

  it('stay when a slice below still needs them', async () => {
    const { id } = await json(onderwerp('beschermd'))
    listen({
      'inrichting.gewijzigd': async (_w, gegevens) => {
        if (gegevens['id'] === id && gegevens['verwijderd']) throw conflict('in-gebruik', 'Een sjabloon gebruikt dit.')
      },
    })

    expect((await beheerder.delete(`/api/beheer/onderwerpen/${id}`, 1)).statusCode).toBe(409)
    expect(JSON.stringify((await beheerder.get('/api/onderwerpen')).json())).toContain(id)
  })

  it('take a new order under their parent', async () => {
    const boven = await json(onderwerp('boven'))
    const ids = [await json(onderwerp('een', boven.id)), await json(onderwerp('twee', boven.id))].map((rij) => rij.id)
    const order = (list: string[]) =>
      beheerder.request({
        method: 'PUT',
        url: '/api/beheer/onderwerpen/volgorde',
        payload: { bovenliggendId: boven.id, ids: list },
      })

    const answer = await order(ids.toReversed())

    const children = answer.json().rijen.filter((rij: { bovenliggendId: string }) => rij.bovenliggendId === boven.id)
    expect(children.map((rij: { id: string }) => rij.id)).toEqual(ids.toReversed())
    expect((await order(ids.slice(1))).json().code).toBe('verouderd')
  })
})

describe('openingstijden', () => {
  const week = {
    blokken: [13, 8].map((uur) => ({ weekdag: 1, van: `${`0${uur}`.slice(-2)}:30`, tot: `${uur + 4}:00` })),
  }

  it('are one week with one version, lunch break and midnight included', async () => {
    const answer = await beheerder.put('/api/beheer/openingstijden/algemeen', week, 0)
    const avond = { blokken: [{ weekdag: 7, van: '18:00', tot: '24:00' }] }

    expect(answer.json()).toEqual({
      code: 'algemeen',
      versie: 1,
      blokken: [
        { weekdag: 1, van: '08:30', tot: '12:00' },
        { weekdag: 1, van: '13:30', tot: '17:00' },
      ],
    })
    expect((await beheerder.put('/api/beheer/openingstijden/algemeen', avond, 0)).json()).toMatchObject({
      code: 'verouderd',
      huidig: answer.json(),
    })
    expect((await beheerder.put('/api/beheer/openingstijden/algemeen', avond, 1)).statusCode).toBe(200)
    expect((await beheerder.get('/api/beheer/openingstijden')).json().rijen[0]).toEqual({
      code: 'algemeen',
      versie: 2,
      ...avond,
    })
  })

  it('do not overlap, and say where', async () => {
    const dubbel = { blokken: [...week.blokken, { weekdag: 1, van: '11:00', tot: '14:00' }] }
    const onzin = { blokken: [{ weekdag: 8, van: '25:00', tot: '9:00' }] }

    const overlap = await beheerder.put('/api/beheer/openingstijden/algemeen', dubbel, 2)
    const wrong = await beheerder.put('/api/beheer/openingstijden/algemeen', onzin, 2)

    expect(overlap.json().invalidParams).toMatchObject([{ name: 'blokken.2.van', code: 'overlap' }])
    expect(wrong.json().invalidParams.map((param: { name: string }) => param.name)).toEqual([
      'blokken.0.weekdag',
      'blokken.0.van',
      'blokken.0.tot',
    ])
  })

  it('of a kanaal can follow the general ones again', async () => {
    await kanaal('chat')
    await beheerder.put('/api/beheer/openingstijden/chat', week, 0)

    expect((await beheerder.delete('/api/beheer/openingstijden/chat', 7)).json().code).toBe('verouderd')
    expect((await beheerder.delete('/api/beheer/openingstijden/chat', 1)).statusCode).toBe(204)
    expect((await beheerder.delete('/api/beheer/openingstijden/chat', 0)).statusCode).toBe(404)
    expect((await beheerder.delete('/api/beheer/openingstijden/algemeen', 2)).json().code).toBe('algemeen')
    expect((await beheerder.put('/api/beheer/openingstijden/postduif', week, 0)).statusCode).toBe(404)
  })
})

describe('sluitingsdagen', () => {
  it('move the deadline of five working days', async () => {
    const fiveLater = async () =>
      (await beheerder.get('/api/kalender/werkdagen?vanaf=2026-11-23&aantal=5')).json() as { datum: string }
    expect((await fiveLater()).datum).toBe('2026-11-30')

    const added = await beheerder.post('/api/beheer/sluitingsdagen', { datum: '2026-11-27', naam: 'Personeelsdag' })

    expect(added.statusCode).toBe(201)
    expect(await fiveLater()).toEqual({
      datum: '2026-12-01',
      overgeslagen: [{ datum: '2026-11-27', naam: 'Personeelsdag', soort: 'sluitingsdag' }],
    })
  })

  it('are once in the list, renamed and removed by version', async () => {
    const dag = { datum: '2026-12-24', naam: 'Kerstavond' }
    const url = '/api/beheer/sluitingsdagen/2026-12-24'
    await beheerder.post('/api/beheer/sluitingsdagen', dag)

    expect((await beheerder.post('/api/beheer/sluitingsdagen', dag)).json().invalidParams).toMatchObject([
      { name: 'datum', code: 'bestaat' },
    ])
    expect((await beheerder.put(url, { naam: 'Dag voor Kerst' }, 1)).json()).toMatchObject({ versie: 2 })
    expect((await beheerder.put(url, { naam: 'Nog anders' }, 1)).json()).toMatchObject({
      code: 'verouderd',
      huidig: { naam: 'Dag voor Kerst' },
    })
    expect((await beheerder.delete(url, 1)).statusCode).toBe(409)
    expect((await beheerder.delete(url, 2)).statusCode).toBe(204)
    expect((await beheerder.delete(url, 2)).statusCode).toBe(404)
    const wrong = await beheerder.post('/api/beheer/sluitingsdagen', { datum: '2026-02-30', naam: '' })
    expect(wrong.json().invalidParams).toMatchObject([{ name: 'datum' }, { name: 'naam', reason: 'Vul dit veld in.' }])
  })
})

describe('instellingen', () => {
  const put = (sleutel: string, waarde: unknown, versie: number) =>
    beheerder.put(`/api/beheer/instellingen/${sleutel}`, { waarde }, versie)

  it('have a default that their own schema accepts, and reach the screens', async () => {
    for (const { schema, standaard } of Object.values(instellingen)) expect(schema.parse(standaard)).toEqual(standaard)
    expect(Object.keys(Instellingwaarden.shape)).toEqual(Object.keys(instellingen))
    expect((await beheerder.get('/api/instellingen')).json()).toMatchObject({ bsnToegestaan: false, portaalnaam: '' })
  })

  it('are set, set back, and never overwritten unseen', async () => {
    expect((await put('portaalnaam', 'Mijn <b>Thuis</b>', 0)).json()).toMatchObject({
      waarde: 'Mijn <b>Thuis</b>',
      isStandaard: false,
      versie: 1,
    })
    expect((await put('portaalnaam', 'Anders', 0)).json()).toMatchObject({ code: 'verouderd', huidig: { versie: 1 } })
    expect((await put('portaalnaam', null, 1)).json()).toMatchObject({ waarde: '', isStandaard: true, versie: 2 })
    expect((await put('portaalnaam', 'Weer', 1)).statusCode).toBe(409)
  })

  it('are saved once when two people set one for the first time at the same moment', async () => {
    const answers = await Promise.all(['17:00', '18:00'].map((tijd) => put('termijnSluitingstijd', tijd, 0)))

    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409])
  })

  it.each([
    ['accentkleur', '#ffee00', 'te licht'],
    ['accentkleur', 'rood', '#rrggbb'],
    ['bsnToegestaan', 'misschien', ''],
    ['bevrijdingsdagVrij', 'soms', ''],
    ['termijnSluitingstijd', '25:00', '17:00'],
    ['portaalnaam', 'x'.repeat(61), '60'],
  ])('refuse %s = %s and say why', async (sleutel, waarde, reason) => {
    const answer = await put(sleutel, waarde, 0)

    expect(answer.statusCode).toBe(400)
    expect(answer.json().invalidParams[0]).toMatchObject({ name: 'waarde', reason: expect.stringContaining(reason) })
  })

  it('change the calendar', async () => {
    await put('goedeVrijdagVrij', true, 0)

    expect((await beheerder.get('/api/kalender?jaar=2027')).json().vrij).toContainEqual({
      datum: '2027-03-26',
      naam: 'Goede Vrijdag',
      soort: 'feestdag',
    })
    expect((await put('onbekend', true, 0)).statusCode).toBe(404)
  })
})

describe('who may not', () => {
  const writes: [method: 'POST' | 'PUT' | 'DELETE' | 'GET', url: string, payload?: object][] = [
    ['POST', '/api/beheer/kanalen', { code: 'xx', naam: 'x', veraCode: '', icoon: 'bericht' }],
    ['PUT', '/api/beheer/kanalen/email', { naam: 'x', veraCode: '', icoon: 'bericht', actief: false }],
    ['PUT', '/api/beheer/kanalen/volgorde', { codes: [] }],
    ['DELETE', '/api/beheer/kanalen/email'],
    ['POST', '/api/beheer/onderwerpen', { code: 'xx', naam: 'x', bovenliggendId: null }],
    ['PUT', '/api/beheer/onderwerpen/volgorde', { bovenliggendId: null, ids: [] }],
    ['GET', '/api/beheer/openingstijden'],
    ['PUT', '/api/beheer/openingstijden/algemeen', { blokken: [] }],
    ['DELETE', '/api/beheer/openingstijden/email'],
    ['GET', '/api/beheer/sluitingsdagen?jaar=2026'],
    ['POST', '/api/beheer/sluitingsdagen', { datum: '2026-12-31', naam: 'x' }],
    ['DELETE', '/api/beheer/sluitingsdagen/2026-11-27'],
    ['GET', '/api/beheer/instellingen'],
    ['PUT', '/api/beheer/instellingen/bsnToegestaan', { waarde: true }],
  ]
  const call = (client: Client, [method, url, payload]: (typeof writes)[number]) =>
    client.request({ method, url, headers: { 'if-match': '"1"' }, ...(payload && { payload }) })

  it.each(rollen.filter((rol) => rol !== 'functioneel-beheerder'))('%s may change nothing', async (rol) => {
    const client = await rondom.als(rol)

    const answers = await Promise.all(writes.map((each) => call(client, each)))

    expect(answers.map((answer) => answer.statusCode)).toEqual(writes.map(() => 403))
  })

  it('another organisatie has a set-up of its own', async () => {
    const elders = await rondom.als('functioneel-beheerder', { bij: rondom.elders })
    const { id } = await json(onderwerp('van-hier'))

    expect((await elders.delete(`/api/beheer/onderwerpen/${id}`, 1)).statusCode).toBe(404)
    expect((await elders.delete('/api/beheer/kanalen/email', 1)).statusCode).toBe(404)
    expect((await elders.delete('/api/beheer/sluitingsdagen/2026-11-27', 1)).statusCode).toBe(404)
    expect((await elders.get('/api/kanalen')).json()).toEqual({ rijen: [] })
    expect((await elders.get('/api/instellingen')).json()).toMatchObject({ goedeVrijdagVrij: false })
  })
})
