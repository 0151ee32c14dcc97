import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'

const pad = '/api/aanmelden/demo'

describe('the demo door', () => {
  let rondom: TestRondom
  beforeAll(async () => {
    rondom = await startTestRondom({ env: { RONDOM_DEMO: 'ja' } })
    await rondom.organisaties.create({ code: 'demo', naam: 'Woonstichting De Linde', demo: true, hosts: ['demo.test'] })
  })
  afterAll(() => rondom.close())

  const demo = async () => (await rondom.organisaties.findByCode('demo')) ?? expect.fail('no demo')
  const bijDemo = (method: 'GET' | 'POST', url: string, payload: object = {}, cookie = '') =>
    rondom.app.inject({
      method,
      url,
      headers: { host: 'demo.test', cookie },
      ...(method === 'POST' && { payload }),
    })

  test('signs in as one of the people that the page offers', async () => {
    const { actor } = await rondom.als('coordinator', { bij: await demo(), naam: 'Sanne de Wit' })
    const page = (await bijDemo('GET', '/api/aanmelden')).json()
    expect(page).toMatchObject({ organisatie: 'Woonstichting De Linde', oidc: false })
    expect(page.demo).toContainEqual({
      id: actor.medewerkerId,
      naam: 'Sanne de Wit',
      functie: '',
      rollen: ['coordinator'],
      teams: [],
    })

    const answer = await bijDemo('POST', pad, { medewerkerId: actor.medewerkerId })

    expect(answer.json()).toEqual({ stap: 'klaar' })
    const { name = '', value = '' } = answer.cookies[0] ?? {}
    const ik = await bijDemo('GET', '/api/ik', {}, `${name}=${encodeURIComponent(value)}`)
    expect(ik.json()).toMatchObject({ medewerker: { id: actor.medewerkerId }, demo: true })
  })

  test('knows only its own active people', async () => {
    const elsewhere = await rondom.als('coordinator', { bij: rondom.hier })
    for (const medewerkerId of [newId(), elsewhere.actor.medewerkerId]) {
      expect((await bijDemo('POST', pad, { medewerkerId })).statusCode).toBe(404)
    }
    expect((await bijDemo('POST', pad, { medewerkerId: 'sanne' })).statusCode).toBe(400)
  })

  test('is closed in an organisatie that is no demo, on the same server', async () => {
    const { actor } = await rondom.als('coordinator')

    const answer = await rondom.anoniem.post(pad, { medewerkerId: actor.medewerkerId })

    expect(answer.statusCode).toBe(404)
    expect(answer.cookies).toEqual([])
    expect((await rondom.anoniem.get('/api/aanmelden')).json()).not.toHaveProperty('demo')
  })
})

describe('outside demo mode', () => {
  let rondom: TestRondom
  beforeAll(async () => {
    rondom = await startTestRondom({ env: { RONDOM_DEMO: 'nee' } })
    await rondom.organisaties.create({ code: 'demo', naam: 'Woonstichting De Linde', demo: true, hosts: ['demo.test'] })
  })
  afterAll(() => rondom.close())

  test('the demo door does not exist, not even in an organisatie that was once loaded as a demo', async () => {
    const demo = (await rondom.organisaties.findByCode('demo')) ?? expect.fail('no demo')
    const { actor } = await rondom.als('coordinator', { bij: demo })

    expect(rondom.app.hasRoute({ method: 'POST', url: pad })).toBe(false)
    expect(rondom.app.endpoints.map((each) => each.path)).not.toContain(pad)
    const body = { medewerkerId: actor.medewerkerId }
    const answer = await rondom.app.inject({ method: 'POST', url: pad, headers: { host: 'demo.test' }, payload: body })
    const nowhere = await rondom.app.inject({
      method: 'POST',
      url: '/api/aanmelden/bestaat-niet',
      headers: { host: 'demo.test' },
      payload: body,
    })
    expect(answer.statusCode).toBe(404)
    expect({ ...answer.json(), instance: '' }).toEqual({ ...nowhere.json(), instance: '' })
    const page = await rondom.app.inject({ method: 'GET', url: '/api/aanmelden', headers: { host: 'demo.test' } })
    expect(page.json()).not.toHaveProperty('demo')
  })
})
