import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Partij } from '#contract/relaties.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { nieuwePersoon, persoonIn } from './testing/partijen.ts'

let rondom: TestRondom
let medewerker: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  medewerker = await rondom.als('klantcontactmedewerker')
})
afterAll(() => rondom.close())

describe('who may', () => {
  it('shows and makes nothing without the right, and changes nothing while refusing (A27)', async () => {
    const redacteur = await rondom.als('redacteur')
    const partij = await persoonIn(rondom, { persoon: { achternaam: 'Onbereikbaar' } })
    const counts = () => sql<{ n: number }>`select count(*) n from partij`.execute(rondom.db)
    const before = (await counts()).rows[0]?.n

    expect((await redacteur.get(`/api/partijen/${partij.id}`)).statusCode).toBe(403)
    expect((await redacteur.post('/api/partijen', nieuwePersoon)).statusCode).toBe(403)
    expect((await rondom.anoniem.get(`/api/partijen/${partij.id}`)).statusCode).toBe(401)
    expect((await rondom.anoniem.post('/api/partijen', nieuwePersoon)).statusCode).toBe(401)
    expect((await counts()).rows[0]?.n).toBe(before)
  })

  it('does not know the ids of another organisatie, nor takes them as second parameter (A24, A25, A28)', async () => {
    const daar = await rondom.als('klantcontactmedewerker', { bij: rondom.elders })
    const hier = await persoonIn(rondom, { huishouden: { rol: 'HUU' } })
    const huishoudenId = (await medewerker.get(`/api/partijen/${hier.id}`)).json<Partij>().rollen[0]?.partij.id

    const lezen = await daar.get(`/api/partijen/${hier.id}`)
    const onbekend = await daar.get('/api/partijen/01900000-0000-7000-8000-000000000000')
    expect(lezen.statusCode).toBe(404)
    expect({ ...lezen.json(), instance: '' }).toEqual({ ...onbekend.json(), instance: '' })
    const aanhaken = await daar.post('/api/partijen', {
      ...nieuwePersoon,
      huishouden: { id: huishoudenId, rol: 'MBW' },
    })
    expect(aanhaken.statusCode).toBe(400)
    expect(aanhaken.json().invalidParams).toMatchObject([{ name: 'huishouden.id', code: 'onbekend' }])
    const eigen = await daar.post('/api/partijen', nieuwePersoon)
    const rol = await daar.post(`/api/partijen/${eigen.json<Partij>().id}/rollen`, {
      inPartijId: huishoudenId,
      rol: 'MBW',
      begindatum: '2026-11-01',
    })
    expect(rol.statusCode).toBe(400)
  })

  it('ties a person only to what is a household or a company (A28)', async () => {
    const ander = await persoonIn(rondom)

    const response = await medewerker.post('/api/partijen', {
      ...nieuwePersoon,
      huishouden: { id: ander.id, rol: 'MBW' },
    })

    expect(response.statusCode).toBe(400)
    expect(response.json().invalidParams).toMatchObject([{ name: 'huishouden.id' }])
  })
})
