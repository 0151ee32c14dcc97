import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NieuwContact } from '#contract/relatieinvoer.ts'
import { smtpPostbode } from '#server/koppelingen/smtp/smtp.ts'
import { fileStoreOf } from '#server/platform/files/fileStore.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { registerPartij } from '#server/relaties/index.ts'
import { bezorg } from '../bezorg.ts'
import { verstuurBericht } from '../index.ts'
import { startMailserver } from '../testing/mailserver.ts'
import { retourmail } from '../testing/retourmail.ts'

const sleutel = 'een-sleutel-van-genoeg-tekens'
let rondom: TestRondom
let mail: Awaited<ReturnType<typeof startMailserver>>
let agent: Client
beforeAll(async () => {
  rondom = await startTestRondom({ env: { RONDOM_RETOUR_SLEUTEL: sleutel } })
  mail = await startMailserver()
  agent = await rondom.als('klantcontactmedewerker')
})
afterAll(async () => {
  await mail.close()
  await rondom.close()
})

const geefIn = (ruw: string, geheim = sleutel) =>
  rondom.anoniem.request({
    method: 'POST',
    url: '/api/retourpost',
    headers: { authorization: `Bearer ${geheim}`, 'content-type': 'multipart/form-data; boundary=grens' },
    payload: `--grens\r\ncontent-disposition: form-data; name="bestand"; filename="retour.eml"\r\n\r\n${ruw}\r\n--grens--\r\n`,
  })

let teller = 0
async function verstuurd(velden: object = {}, aantal = 1) {
  const aan = `retour${teller++}@voorbeeld.nl`
  const persoon = { soort: 'persoon', persoon: { achternaam: 'Bakker' } }
  const partij = await rondom.write((w) =>
    registerPartij(
      w,
      NieuwContact.parse({ ...persoon, digitaleAdressen: [{ soort: 'email', adres: aan }], ...velden }),
    ),
  )
  const ids: string[] = []
  for (let nr = 0; nr < aantal; nr++)
    ids.push(
      await rondom.write(
        async (w) =>
          (
            await verstuurBericht(w, {
              sleutel: newId(),
              partijId: partij.id,
              formeel: false,
              onderwerp: 'x',
              tekst: 'x',
            })
          ).id,
      ),
    )
  const postbode = smtpPostbode({ url: mail.url, van: 'post@wonenhier.example' })
  for (const id of ids) await bezorg(rondom.context(), id, { files: fileStoreOf(rondom.services.config), postbode })
  return { partijId: partij.id, aan, ids, eerste: ids[0] ?? '' }
}
const adressen = [{ postcode: '3512PN', huisnummer: 1, straatnaam: 'Nieuwstraat', woonplaats: 'Utrecht' }]
const lees = async (id: string) => (await agent.get(`/api/berichten/${id}`)).json()

const kapot = async (partijId: string) =>
  ((await agent.get(`/api/klantbeeld/${partijId}`)).json() as { onbestelbaar: string[] }).onbestelbaar

describe('mail that comes back', () => {
  it('goes as a letter, once however often it is told; and the employee sees why', async () => {
    const { eerste, aan } = await verstuurd({ adressen })
    expect((await geefIn(retourmail({ berichtId: eerste, aan }))).json()).toEqual({ verwerkt: 1 })
    expect((await geefIn(retourmail({ berichtId: eerste, aan }))).json()).toEqual({ verwerkt: 0 })
    expect(await lees(eerste)).toMatchObject({
      kanaal: 'brief',
      status: 'klaar',
      reden: 'uitwijk',
      teruggekomenOp: rondom.clock.now.toISOString(),
      eerder: [{ kanaal: 'email', aan, fout: expect.stringContaining('User unknown') }],
    })
    const terug = (await agent.get('/api/berichten?terug=ja')).json() as { rijen: { id: string }[] }
    expect(terug.rijen.map(({ id }) => id)).toContain(eerste)
  })

  it('takes everything along that was in the same mail', async () => {
    const { ids, eerste, aan } = await verstuurd({ adressen }, 3)
    expect((await geefIn(retourmail({ berichtId: eerste, aan }))).json()).toEqual({ verwerkt: 3 })
    for (const id of ids) expect(await lees(id)).toMatchObject({ kanaal: 'brief', samenMet: 1 })
  })

  it('is for a person when there is no other way; until the address is mended nothing is sent to it', async () => {
    const { partijId, eerste, aan } = await verstuurd()
    await geefIn(retourmail({ berichtId: eerste, aan }))
    expect(await lees(eerste)).toMatchObject({ status: 'mislukt', fout: expect.stringContaining('kwam terug') })
    expect(await kapot(partijId)).toEqual([aan])
    const opnieuw = () => agent.post(`/api/berichten/${eerste}/opnieuw`)
    expect((await opnieuw()).json()).toMatchObject({ status: 'mislukt' })
    const url = `/api/partijen/${partijId}/digitale-adressen/herstel`
    const planner = await rondom.als('functioneel-beheerder')
    expect((await planner.post(url, { adres: aan })).statusCode).toBe(403)
    expect((await agent.post(url, { adres: 'ander@voorbeeld.nl' })).statusCode).toBe(404)
    const elders = await rondom.als('klantcontactmedewerker', { bij: rondom.elders })
    expect((await elders.post(url, { adres: aan })).statusCode).toBe(404)
    expect((await agent.post(url, { adres: aan })).json()).toEqual({ hersteld: true })
    expect(await kapot(partijId)).toEqual([])
    expect((await opnieuw()).json()).toMatchObject({ status: 'klaar', kanaal: 'email', aan })
  })

  it('of a full mailbox, or of another address, does not blame this one', async () => {
    const { partijId, eerste, aan } = await verstuurd()
    expect((await geefIn(retourmail({ berichtId: eerste, aan: 'ander@voorbeeld.nl' }))).json()).toEqual({ verwerkt: 0 })
    await geefIn(retourmail({ berichtId: eerste, aan, status: '5.2.2' }))
    expect(await lees(eerste)).toMatchObject({ status: 'mislukt' })
    expect(await kapot(partijId)).toEqual([])
  })

  it('is taken from who has the key only, and never from another organisatie', async () => {
    const { eerste, aan } = await verstuurd()
    expect((await geefIn(retourmail({ berichtId: eerste, aan }), 'een-andere-sleutel-van-tekens')).statusCode).toBe(401)
    expect((await geefIn('x'.repeat(1_200_000))).statusCode).toBe(413)
    const elders = await rondom.anoniem.request({
      method: 'POST',
      url: '/api/retourpost',
      headers: {
        host: rondom.elders.hosts[0] ?? '',
        authorization: `Bearer ${sleutel}`,
        'content-type': 'multipart/form-data; boundary=grens',
      },
      payload: `--grens\r\ncontent-disposition: form-data; name="bestand"; filename="a"\r\n\r\n${retourmail({ berichtId: eerste, aan })}\r\n--grens--\r\n`,
    })
    expect(elders.json()).toEqual({ verwerkt: 0 })
    expect(await lees(eerste)).toMatchObject({ status: 'verstuurd' })
  })
})
