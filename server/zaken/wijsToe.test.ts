import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { type NewZaak, openZaak, putEigenschap, setZaakstatus, telZaken, wijsToe } from './index.ts'

let rondom: TestRondom
let wereld: Wereld
let jan: Client
let piet: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  jan = await rondom.als('vakspecialist', { naam: 'Jan' })
  piet = await rondom.als('vakspecialist', { naam: 'Piet' })
})
afterAll(() => rondom.close())

const nieuw = (input: Partial<NewZaak> = {}) =>
  rondom.write((w) =>
    openZaak(w, {
      zaaktype: 'klacht',
      zaaktypeNaam: 'Klacht',
      omschrijving: 'Klacht',
      partijId: wereld.klant.id,
      teamId: wereld.planning,
      ...input,
    }),
  )

describe('who handles a zaak', () => {
  it('gets another team and a behandelaar, and what is left out stays', async () => {
    const { id } = await nieuw()
    const na = await rondom.write((w) =>
      wijsToe(w, id, { teamId: wereld.klachten, behandelaarId: piet.actor.medewerkerId }),
    )
    expect(na).toMatchObject({
      team_id: wereld.klachten,
      behandelaar_id: piet.actor.medewerkerId,
      vertrouwelijk: false,
    })

    expect((await jan.get(`/api/zaken/${id}`)).statusCode).toBe(200)
    const stil = await rondom.write((w) => wijsToe(w, id, { vertrouwelijk: true }))
    expect(stil).toMatchObject({ team_id: wereld.klachten, vertrouwelijk: true })
    expect((await jan.get(`/api/zaken/${id}`)).statusCode).toBe(404)
    expect((await piet.get(`/api/zaken/${id}`)).statusCode).toBe(200)
  })

  it('is nobody who does not exist, and never who is complained about', async () => {
    const { id } = await nieuw({ rollen: [{ rol: 'beklaagde', medewerkerId: jan.actor.medewerkerId }] })
    const wijs = (input: Parameters<typeof wijsToe>[2]) => rondom.write((w) => wijsToe(w, id, input))

    await expect(wijs({ teamId: newId() })).rejects.toMatchObject({ status: 400 })
    await expect(wijs({ behandelaarId: newId() })).rejects.toMatchObject({ status: 400 })
    await expect(wijs({ behandelaarId: jan.actor.medewerkerId })).rejects.toMatchObject({ status: 400 })
  })
})

describe('earlier zaken', () => {
  it('count when they are of the same kind, of the same klant or with the same fact, and were not cancelled', async () => {
    const klant = wereld.leverancier.id
    const deze = await nieuw({ partijId: klant })
    const eerder = await nieuw({ partijId: klant })
    await nieuw({ partijId: klant, zaaktype: 'service' })
    const ander = await nieuw({ partijId: null })
    const geannuleerd = await nieuw({ partijId: klant })
    await rondom.write((w) => setZaakstatus(w, geannuleerd.id, { status: 'GEA' }))
    for (const { id } of [eerder, ander])
      await rondom.write((w) => putEigenschap(w, id, { naam: 'eerdereZaak', waarde: 'Z2026-000001' }))
    const tel = (input: Partial<Parameters<typeof telZaken>[1]>) =>
      telZaken(rondom.db, { zaaktype: 'klacht', behalve: deze.id, sinds: new Date('2026-01-01'), ...input })
    const eigenschap = { naam: 'eerdereZaak', waarde: 'Z2026-000001' }

    expect(await tel({ partijId: klant })).toBe(1)
    expect(await tel({ eigenschap })).toBe(2)
    expect(await tel({ partijId: klant, eigenschap })).toBe(1)
    expect(await tel({ partijId: klant, eigenschap: { ...eigenschap, waarde: 'anders' } })).toBe(0)
    expect(await tel({ partijId: klant, sinds: new Date('2030-01-01') })).toBe(0)
    expect(await tel({})).toBe(0)
  })
})
