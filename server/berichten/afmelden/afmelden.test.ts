import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NieuwContact } from '#contract/relatieinvoer.ts'
import { smtpPostbode } from '#server/koppelingen/smtp/smtp.ts'
import { fileStoreOf } from '#server/platform/files/fileStore.ts'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { registerPartij } from '#server/relaties/index.ts'
import { bezorg } from '../bezorg.ts'
import { leesVoorkeuren, type NewBericht, verstuurBericht } from '../index.ts'
import { deel, startMailserver } from '../testing/mailserver.ts'

let rondom: TestRondom
let mail: Awaited<ReturnType<typeof startMailserver>>
let partijId: string
beforeAll(async () => {
  rondom = await startTestRondom()
  mail = await startMailserver()
  const persoon = { achternaam: 'Bakker' }
  const digitaleAdressen = [{ soort: 'email', adres: 'bakker@voorbeeld.nl' }]
  partijId = (
    await rondom.write((w) => registerPartij(w, NieuwContact.parse({ soort: 'persoon', persoon, digitaleAdressen })))
  ).id
})
afterAll(async () => {
  await mail.close()
  await rondom.close()
})

const verstuur = async (input: Partial<NewBericht>, dkim?: { selector: string; sleutelbestand: string }) => {
  mail.ontvangen.length = 0
  const { id } = await rondom.write((w) =>
    verstuurBericht(w, { sleutel: newId(), partijId, formeel: false, onderwerp: 'Hoi', tekst: 'Dag', ...input }),
  )
  const postbode = smtpPostbode({ url: mail.url, van: 'post@wonenhier.example', dkim })
  await bezorg(rondom.context(), id, { files: fileStoreOf(rondom.services.config), postbode })
  return mail.ontvangen[0]?.ruw ?? ''
}
const keuze = async (doel: string) =>
  (await leesVoorkeuren(rondom.context(), partijId)).regels.find((regel) => regel.doel === doel)?.kanaal

it('mail that nobody has to get says how to stop it; looking at the link stops nothing, the button does', async () => {
  const ruw = await verstuur({ doel: 'enquetes' })
  const pad = /^List-Unsubscribe: <https:\/\/[^/]+(\/berichten\/afmelden\/[\w-]{43})>/m.exec(
    ruw.replace(/\r\n\s+/g, ' '),
  )?.[1]
  expect(ruw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  expect(deel(ruw, 'text/plain')).toContain(pad)
  const [row] = await rondom.db.selectFrom('bericht_afmelding').selectAll().execute()
  expect(pad).not.toContain(row?.token_hash)

  const pagina = await rondom.anoniem.get(pad ?? '')
  expect(pagina.body).toContain('Meld mij af')
  expect(pagina.body).not.toContain('<script')
  expect(pagina.headers['content-security-policy']).not.toContain('unsafe-inline')
  expect(await keuze('enquetes')).toBeNull()

  const klik = {
    method: 'POST' as const,
    url: pad ?? '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  }
  for (const _ of [1, 2]) expect((await rondom.anoniem.request(klik)).statusCode).toBe(200)
  expect(await keuze('enquetes')).toBe('uit')
  expect((await rondom.anoniem.get(pad ?? '')).body).toContain('U bent afgemeld')
  expect(await verstuur({ doel: 'enquetes' })).toBe('')
  expect(await verstuur({ formeel: true })).toContain('Subject: Hoi')

  const elders = { ...klik, headers: { ...klik.headers, host: rondom.elders.hosts[0] ?? '' } }
  expect((await rondom.anoniem.request(elders)).statusCode).toBe(404)
  expect((await rondom.anoniem.get(`/berichten/afmelden/${'a'.repeat(43)}`)).statusCode).toBe(404)
})

it.each(['voortgang', 'afspraken', 'betalingen', 'wettelijk'] as const)(
  'mail about %s has no such link: he must hear of it',
  async (doel) => {
    const ruw = await verstuur({ doel, spoed: true })
    expect(ruw).not.toMatch(/unsubscribe|afmelden/i)
  },
)

it('mail is signed so that a receiver can check that it is ours, and follows nobody', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const sleutelbestand = join(rondom.services.config.dataDir, 'dkim.pem')
  await writeFile(sleutelbestand, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const ruw = await verstuur(
    { spoed: true, tekst: '![x](https://volg.example/1.gif) **Dag**' },
    { selector: 'r1', sleutelbestand },
  )
  expect(isGetekend(ruw, publicKey.export({ type: 'spki', format: 'pem' }).toString())).toBe(true)
  expect(
    isGetekend(
      ruw.replace('Subject: Hoi', 'Subject: Hai'),
      publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ),
  ).toBe(false)
  expect(deel(ruw, 'text/html')).not.toContain('<img')
})

/** RFC 6376 with relaxed canonicalisation of both, as nodemailer signs. */
function isGetekend(ruw: string, pem: string): boolean {
  const grens = ruw.indexOf('\r\n\r\n')
  const kop = ruw.slice(0, grens).replace(/\r\n[ \t]+/g, ' ')
  const romp = ruw.slice(grens + 4)
  const regels = kop.split('\r\n').map((regel) => [regel.slice(0, regel.indexOf(':')).toLowerCase(), regel] as const)
  const handtekening = regels.find(([naam]) => naam === 'dkim-signature')?.[1] ?? ''
  const velden = Object.fromEntries(
    handtekening
      .slice(handtekening.indexOf(':') + 1)
      .split(';')
      .map((veld) => [veld.slice(0, veld.indexOf('=')).trim(), veld.slice(veld.indexOf('=') + 1).trim()]),
  ) as { h?: string; b?: string; bh?: string }
  const netjes = (regel: string) =>
    `${regel.slice(0, regel.indexOf(':')).toLowerCase().trim()}:${regel
      .slice(regel.indexOf(':') + 1)
      .replace(/\s+/g, ' ')
      .trim()}`
  const rompNetjes = `${romp
    .replace(/[ \t]+\r\n/g, '\r\n')
    .replace(/[ \t]+/g, ' ')
    .replace(/(\r\n)*$/, '')}\r\n`
  if (createHash('sha256').update(rompNetjes).digest('base64') !== velden.bh?.replace(/\s/g, '')) return false
  const getekend = (velden.h ?? '')
    .split(':')
    .flatMap((naam) => regels.find(([eigen]) => eigen === naam.trim().toLowerCase())?.[1] ?? [])
    .map((regel) => `${netjes(regel)}\r\n`)
    .join('')
  const zonder = netjes(handtekening).replace(/(^|;\s*)b=[^;]*/, '$1b=')
  return verify(
    'sha256',
    Buffer.from(getekend + zonder),
    createPublicKey(pem),
    Buffer.from(velden.b?.replace(/\s/g, '') ?? '', 'base64'),
  )
}
