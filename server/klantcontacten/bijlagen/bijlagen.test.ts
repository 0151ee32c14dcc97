import { readdir } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Gesprek, GesprekVraag } from '#contract/gesprekken.ts'
import type { Bijlage, Klantcontact } from '#contract/klantcontacten.ts'
import type { Probleem } from '#contract/probleem.ts'
import { beginGesprek, metVragen, rondAf, voltooi } from '#server/gesprekken/testing/gesprek.ts'
import { fileStoreOf } from '#server/platform/files/fileStore.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { maakWereld, type Wereld } from '../testing/wereld.ts'
import { cleanBijlagen } from './jobs.ts'

let rondom: TestRondom
let wereld: Wereld
let agent: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  agent = await rondom.als('klantcontactmedewerker')
})
afterAll(() => rondom.close())

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

function multipart(naam: string, inhoud: Buffer, veld = 'bestand') {
  const grens = 'rondomgrens'
  const kop = `--${grens}\r\nContent-Disposition: form-data; name="${veld}"; filename="${naam}"\r\nContent-Type: image/png\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(kop), inhoud, Buffer.from(`\r\n--${grens}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${grens}` },
  }
}

function upload(gesprek: Gesprek, naam: string, inhoud: Buffer, client = agent) {
  return client.request({
    method: 'POST',
    url: `/api/gesprekken/${gesprek.id}/bijlagen`,
    ...multipart(naam, inhoud),
  })
}

const start = (client = agent): Promise<Gesprek> =>
  beginGesprek(client, { partijId: wereld.klant.id, kanaalCode: 'email' })

const complete = (gesprek: Gesprek, bijlageIds: string[], extra: Partial<GesprekVraag> = {}) =>
  rondAf(agent, gesprek, { ...beantwoord, bijlageIds, ...extra })

const beantwoord = { vraag: 'Zie foto', directBeantwoord: true, antwoord: 'Ja' }

describe('a file on a running contact', () => {
  it('comes back byte for byte, always as a download that cannot run', async () => {
    const gesprek = await start()
    const uploaded = await upload(gesprek, '../../Offerte “wasbak” ć.pdf', pdf)
    expect(uploaded.statusCode).toBe(201)
    const bijlage: Bijlage = uploaded.json()
    expect(bijlage).toMatchObject({ mediatype: 'application/pdf', omvang: pdf.length, onveilig: false })
    expect(bijlage.bestandsnaam).toBe('Offerte “wasbak” ć.pdf')
    const done = await complete(gesprek, [bijlage.id])
    const post: Klantcontact = (await agent.get(`/api/klantcontacten/${done.klantcontacten[0]?.id}`)).json()
    expect(post.bijlagen.map((each) => each.id)).toEqual([bijlage.id])

    const answer = await agent.get(`/api/bijlagen/${bijlage.id}/inhoud`)

    expect(answer.rawPayload.equals(pdf)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="Offerte _wasbak_ c.pdf"; filename*=UTF-8''Offerte%20%E2%80%9Cwasbak%E2%80%9D%20%C4%87.pdf`,
    )
  })

  it('that was not put with a question goes with the first', async () => {
    const gesprek = await start()
    const bijlage: Bijlage = (await upload(gesprek, 'foto', pdf)).json()
    expect(bijlage.bestandsnaam).toBe('foto.pdf')
    const done = await complete(gesprek, [])
    const post: Klantcontact = (await agent.get(`/api/klantcontacten/${done.klantcontacten[0]?.id}`)).json()
    expect(post.bijlagen).toHaveLength(1)
  })

  it('is only for who uploaded it, until it is registered; then for who may see the post', async () => {
    const gesprek = await start()
    const bijlage: Bijlage = (await upload(gesprek, 'brief.pdf', pdf)).json()
    const collega = await rondom.als('klantcontactmedewerker')
    const vreemd = await rondom.als('coordinator', { bij: rondom.elders })
    expect((await collega.get(`/api/bijlagen/${bijlage.id}/inhoud`)).statusCode).toBe(404)
    expect((await collega.delete(`/api/bijlagen/${bijlage.id}`)).statusCode).toBe(404)
    expect((await upload(gesprek, 'x.pdf', pdf, collega)).statusCode).toBe(404)

    await complete(gesprek, [bijlage.id], { vertrouwelijk: true })

    expect((await collega.get(`/api/bijlagen/${bijlage.id}/inhoud`)).statusCode).toBe(404)
    expect((await vreemd.get(`/api/bijlagen/${bijlage.id}/inhoud`)).statusCode).toBe(404)
    expect((await rondom.anoniem.get(`/api/bijlagen/${bijlage.id}/inhoud`)).statusCode).toBe(401)
    const coordinator = await rondom.als('coordinator')
    expect((await coordinator.get(`/api/bijlagen/${bijlage.id}/inhoud`)).statusCode).toBe(200)
    expect((await agent.delete(`/api/bijlagen/${bijlage.id}`)).statusCode).toBe(404)
  })

  it('of one contact cannot be put on another', async () => {
    const [een, twee] = [await start(), await start()]
    const bijlage: Bijlage = (await upload(een, 'brief.pdf', pdf)).json()
    const answer = await voltooi(agent, twee, metVragen(twee, { ...beantwoord, bijlageIds: [bijlage.id] }))
    expect((answer.json() as Probleem).invalidParams?.[0]?.name).toBe('inhoud.vragen.0.bijlageIds.0')
  })
})

describe('what is not taken', () => {
  const zip = Buffer.from('504b0304140000000000', 'hex')
  it.each([
    ['rekening.pdf', zip, 'maar de inhoud is .zip'],
    ['foto.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'script'],
    ['foto.svg', Buffer.from('<?xml version="1.0"?><!-- a --><svg onload="alert(1)"></svg>'), 'script'],
    ['pagina.html', Buffer.from('<!doctype html><p>hoi'), '.html worden niet aangenomen'],
    ['notitie.txt', Buffer.from('\ufeff<!-- x --><html><script>1</script>'), 'Webpagina'],
    ['foto.jpg', Buffer.from('4d5a90000300000004000000ffff0000b8', 'hex'), 'wordt niet aangenomen'],
    ['factuur.pdf.exe', pdf, '.exe worden niet aangenomen'],
    ['run.txt', Buffer.from('#!/bin/sh\nrm -rf /'), 'Scripts'],
    ['leeg.pdf', Buffer.alloc(0), 'leeg'],
    ['raar.bin', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]), 'wordt niet aangenomen'],
  ])('%s', async (naam, inhoud, reden) => {
    const gesprek = await start()
    const answer = await upload(gesprek, naam, inhoud)
    expect(answer.statusCode).toBe(415)
    expect((answer.json() as Probleem).detail).toContain(reden)
    expect(((await agent.get(`/api/gesprekken/${gesprek.id}`)).json() as Gesprek).bijlagen).toEqual([])
    await agent.delete(`/api/gesprekken/${gesprek.id}`, 1)
  })

  it('a ZIP and a drawing without script are kept, marked, and only as octet-stream', async () => {
    const gesprek = await start()
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>')
    for (const [naam, inhoud] of [
      ['fotos.zip', zip],
      ['plattegrond.svg', drawing],
    ] as const) {
      const bijlage: Bijlage = (await upload(gesprek, naam, inhoud)).json()
      expect(bijlage).toMatchObject({ onveilig: true, mediatype: 'application/octet-stream' })
    }
  })

  it('25 MB and one byte is too large, and leaves nothing on the disk', async () => {
    const gesprek = await start()
    const answer = await upload(gesprek, 'groot.pdf', Buffer.concat([pdf, Buffer.alloc(25 * 1024 * 1024)]))
    expect(answer.statusCode).toBe(413)
    expect((answer.json() as Probleem).detail).toBe('Dit bestand is te groot. Een bijlage is hoogstens 25 MB.')
    const waiting = await readdir(join(rondom.services.config.dataDir, 'bestanden', 'ontvangst'))
    expect(waiting).toEqual([])
  })

  it('100 MB is refused before it is sent', async () => {
    const gesprek = await start()
    await rondom.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = rondom.app.server.address() as AddressInfo
    // The session of the test client, over a real connection.
    const headers = (await agent.request({ method: 'GET', url: '/api/gesprekken' })).raw.req.headers
    let sent = 0
    const status = await new Promise<number>((resolve, reject) => {
      const request = httpRequest({
        port,
        method: 'POST',
        path: `/api/gesprekken/${gesprek.id}/bijlagen`,
        headers: {
          host: 'hier.test',
          cookie: headers.cookie ?? '',
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': 100 * 1024 * 1024,
        },
      })
      request.on('response', (response) => resolve(response.statusCode ?? 0))
      request.on('error', reject)
      request.write('--x\r\n')
      sent += 5
    })
    expect(status).toBe(413)
    expect(sent).toBeLessThan(1024)
  })

  it('something else than a file', async () => {
    const gesprek = await start()
    const json = await agent.post(`/api/gesprekken/${gesprek.id}/bijlagen`, { bestand: 'x' })
    expect((json.json() as Probleem).invalidParams?.[0]?.name).toBe('bestand')
    const other = await agent.request({
      method: 'POST',
      url: `/api/gesprekken/${gesprek.id}/bijlagen`,
      ...multipart('x.pdf', pdf, 'iets'),
    })
    expect(other.statusCode).toBe(400)
    expect((await upload({ ...gesprek, id: newId() }, 'x.pdf', pdf)).statusCode).toBe(404)
  })
})

describe('cleaning up', () => {
  it('removes files of discarded contacts and removed ones, and nothing else', async () => {
    const files = fileStoreOf(rondom.services.config)
    const keep = await start()
    const kept: Bijlage = (await upload(keep, 'blijft.pdf', pdf)).json()
    const removed: Bijlage = (await upload(keep, 'weg.pdf', pdf)).json()
    await agent.delete(`/api/bijlagen/${removed.id}`)
    const discarded = await start()
    const gone: Bijlage = (await upload(discarded, 'ook-weg.pdf', pdf)).json()
    await agent.delete(`/api/gesprekken/${discarded.id}`, discarded.versie)
    expect((await agent.get(`/api/bijlagen/${gone.id}/inhoud`)).statusCode).toBe(404)
    const keyOf = async (id: string) =>
      (await sql<{ opslagsleutel: string }>`select opslagsleutel from bijlage where id = ${id}`.execute(rondom.db))
        .rows[0]?.opslagsleutel ?? ''
    const goneKey = await keyOf(gone.id)
    const ctx = (now: Date) => ({ ...rondom.context(), now })

    await cleanBijlagen(ctx(rondom.clock.now), files)
    expect(await keyOf(gone.id)).toBe(goneKey)
    await cleanBijlagen(ctx(new Date(rondom.clock.now.getTime() + 2 * 3600_000)), files)

    expect([await keyOf(gone.id), await keyOf(removed.id)]).toEqual(['', ''])
    await expect(files.open(goneKey)).rejects.toThrow()
    expect((await agent.get(`/api/bijlagen/${kept.id}/inhoud`)).statusCode).toBe(200)
  })
})
