import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { vulBericht } from '#contract/regels/vulBericht.ts'
import { NieuwContact } from '#contract/relatieinvoer.ts'
import { smtpPostbode } from '#server/koppelingen/smtp/smtp.ts'
import { fileStoreOf, newFileKey } from '#server/platform/files/fileStore.ts'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { type PartijRow, registerPartij } from '#server/relaties/index.ts'
import { bezorg } from './bezorg.ts'
import { berichtJobs, postbodeVoor } from './jobs.ts'
import { maxPogingen } from './regels/herhaal.ts'
import { claimBericht, selectBericht } from './store.ts'
import { deel, startMailserver } from './testing/mailserver.ts'
import { type NewBericht, verstuurBericht } from './verstuurBericht.ts'

let rondom: TestRondom
let mail: Awaited<ReturnType<typeof startMailserver>>
let klant: PartijRow
beforeAll(async () => {
  rondom = await startTestRondom()
  mail = await startMailserver()
  klant = await persoon('Yilmaz@voorbeeld.nl')
})
afterAll(async () => {
  await mail.close()
  await rondom.close()
})
beforeEach(() => {
  mail.ontvangen.length = 0
  mail.gedrag.weiger = undefined
})

const persoon = (adres: string) =>
  rondom.write((w) =>
    registerPartij(
      w,
      NieuwContact.parse({
        soort: 'persoon',
        persoon: { initialen: 'j a', achternaam: 'Yılmaz', geslacht: 'V' },
        digitaleAdressen: [{ soort: 'email', adres }],
      }),
    ),
  )

const nieuw = (input: Partial<NewBericht> = {}) =>
  rondom.write((w) =>
    verstuurBericht(w, {
      sleutel: newId(),
      partijId: klant.id,
      formeel: false,
      onderwerp: 'Uw afspraak',
      tekst: 'Beste mevrouw **Yılmaz**,\n\nwij komen op dinsdag.',
      ...input,
    }),
  )

function bezorger(url = mail.url) {
  const files = fileStoreOf(rondom.services.config)
  const postbode = smtpPostbode({ url, van: 'Wonen Hier <post@wonenhier.example>' })
  return (id: string) => bezorg(rondom.context(), id, { files, postbode })
}

const na = (minuten: number) => {
  rondom.clock.now = new Date(rondom.clock.now.getTime() + minuten * 60_000)
}

describe('a mail', () => {
  it('arrives once, as text and as HTML, with its attachments', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rondom-test-'))
    await writeFile(join(folder, 'brief'), '%PDF-proef')
    const opslagsleutel = newFileKey('hier')
    await fileStoreOf(rondom.services.config).put(opslagsleutel, {
      path: join(folder, 'brief'),
      omvang: 10,
      sha256: '',
    })
    await rm(folder, { recursive: true })
    const bijlage = { bestandsnaam: 'Bevestiging één.pdf', mediatype: 'application/pdf', omvang: 10, opslagsleutel }
    const { id } = await nieuw({ bijlagen: [bijlage] })

    await bezorger()(id)
    await bezorger()(id)

    expect(mail.ontvangen).toHaveLength(1)
    const [ontvangen] = mail.ontvangen
    expect(ontvangen).toMatchObject({ van: 'post@wonenhier.example', aan: ['yilmaz@voorbeeld.nl'] })
    const ruw = ontvangen?.ruw ?? ''
    expect(deel(ruw, 'text/plain')).toContain('Beste mevrouw Yılmaz,')
    expect(deel(ruw, 'text/html')).toContain('<strong>Yılmaz</strong>')
    expect(deel(ruw, 'application/pdf')).toBe('%PDF-proef')
    expect(ruw).toContain(`Message-ID: <${id}@wonenhier.example>`)
    expect(await selectBericht(rondom.db, id)).toMatchObject({ status: 'verstuurd', pogingen: 1, fout: '' })
  })

  it('with the same sleutel is the same message, also when two ask at once', async () => {
    const sleutel = newId()
    const made = await Promise.all([nieuw({ sleutel }), nieuw({ sleutel }), nieuw({ sleutel })])
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    await Promise.all([1, 2, 3].map(() => bezorger()(made[0]?.id ?? '')))
    expect(mail.ontvangen).toHaveLength(1)
  })

  it('of a transaction that is rolled back is never sent', async () => {
    const sleutel = newId()
    await rondom
      .write(async (w) => {
        await verstuurBericht(w, { sleutel, partijId: klant.id, formeel: false, onderwerp: 'x', tekst: 'x' })
        throw new Error('broken off')
      })
      .catch(() => {})
    expect(await rondom.db.selectFrom('bericht').selectAll().where('sleutel', '=', sleutel).execute()).toEqual([])
  })

  it('cannot be made to carry other headers or receivers', async () => {
    const { id } = await nieuw({
      onderwerp: 'Hallo\r\nBcc: iedereen@voorbeeld.nl',
      aanNaam: 'Jan"\r\nCc: <nog@voorbeeld.nl>, ',
      tekst: vulBericht('Beste {{ naam }}', { naam: '<img src=x onerror=alert(1)> [klik](https://x.example)' }),
    })
    await bezorger()(id)
    const [ontvangen] = mail.ontvangen
    expect(ontvangen?.aan).toEqual(['yilmaz@voorbeeld.nl'])
    expect(ontvangen?.ruw).not.toMatch(/^(bcc|cc):/im)
    expect(deel(ontvangen?.ruw ?? '', 'text/html')).not.toMatch(/<img|<a /)
  })
})

describe('a mail server that fails', () => {
  // Each test is a day after the one before: nothing waits for a mail that went out shortly.
  beforeEach(() => na(1440))

  it('gets the message later, and once', async () => {
    const { id } = await nieuw()
    await bezorger('smtp://127.0.0.1:1')(id)
    const wacht = await selectBericht(rondom.db, id)
    expect(wacht).toMatchObject({ status: 'klaar', pogingen: 1 })
    expect(wacht?.fout).toContain('niet bereikbaar')
    expect(wacht?.volgende_poging?.getTime()).toBeGreaterThan(rondom.clock.now.getTime())

    mail.gedrag.weiger = { code: 451, tekst: 'Later please' }
    na(2)
    await bezorger()(id)
    expect(await selectBericht(rondom.db, id)).toMatchObject({ status: 'klaar', pogingen: 2 })

    mail.gedrag.weiger = undefined
    na(5)
    await bezorger()(id)
    expect(await selectBericht(rondom.db, id)).toMatchObject({ status: 'verstuurd', pogingen: 3, fout: '' })
    expect(mail.ontvangen).toHaveLength(1)
  })

  it('that refuses for good, or for too long, leaves it to a person', async () => {
    mail.gedrag.weiger = { code: 550, tekst: 'No such user' }
    const weg = await nieuw({ partijId: (await persoon('weg@voorbeeld.nl')).id })
    await bezorger()(weg.id)
    const mislukt = await selectBericht(rondom.db, weg.id)
    expect(mislukt).toMatchObject({ status: 'mislukt', pogingen: 1 })
    expect(mislukt?.fout).toContain('No such user')

    mail.gedrag.weiger = undefined
    const lang = await nieuw()
    for (let i = 0; i < maxPogingen; i++) {
      await bezorger('smtp://127.0.0.1:1')(lang.id)
      na(1440)
    }
    expect(await selectBericht(rondom.db, lang.id)).toMatchObject({ status: 'mislukt', pogingen: maxPogingen })
  })

  it('or a worker that dies with a message in its hands does not lose it', async () => {
    const { id } = await nieuw()
    const tot = new Date(rondom.clock.now.getTime() + 900_000)
    await claimBericht(rondom.db, id, rondom.clock.now, tot)
    await bezorger()(id)
    expect(mail.ontvangen).toHaveLength(0)

    na(20)
    await berichtJobs(rondom.services)['bericht.nalopen']?.run(rondom.context(), {})
    const queue = await sql<{ key: string }>`select key from graphile_worker.jobs`.execute(rondom.db)
    expect(queue.rows.map(({ key }) => key)).toContain(`hier:bericht:${id}`)
    await bezorger()(id)
    expect(mail.ontvangen).toHaveLength(1)
  })

  it('does not exist: the demo keeps its post, others are told', async () => {
    const [echt, demo] = [await nieuw(), await nieuw({ partijId: (await persoon('demo@voorbeeld.nl')).id })]
    const files = fileStoreOf(rondom.services.config)
    const gewoon = rondom.context()
    const proef = { ...gewoon, organisatie: { ...gewoon.organisatie, demo: true } }

    await bezorg(gewoon, echt.id, { files, postbode: postbodeVoor(gewoon, {}) })
    await bezorg(proef, demo.id, { files, postbode: postbodeVoor(proef, {}) })

    const mislukt = await selectBericht(rondom.db, echt.id)
    expect(mislukt).toMatchObject({ status: 'mislukt' })
    expect(mislukt?.fout).toContain('RONDOM_SMTP_URL')
    expect(await selectBericht(rondom.db, demo.id)).toMatchObject({ status: 'verstuurd' })
    const post = await rondom.db.selectFrom('postbus').selectAll().where('bericht_id', '=', demo.id).execute()
    expect(post).toMatchObject([{ kanaal: 'email', onderwerp: 'Uw afspraak' }])
  })
})

describe('who cannot be reached', () => {
  it('by mail gets a letter, and by nothing at all a person', async () => {
    const met = (velden: object) =>
      rondom.write((w) =>
        registerPartij(w, NieuwContact.parse({ soort: 'persoon', persoon: { achternaam: 'Zonder' }, ...velden })),
      )
    const post = await met({
      adressen: [{ postcode: '3512PN', huisnummer: 1, straatnaam: 'Nieuwstraat', woonplaats: 'Utrecht' }],
    })
    const niets = await met({})

    const brief = await nieuw({ partijId: post.id })
    expect(brief).toMatchObject({
      kanaal: 'brief',
      status: 'klaar',
      volgende_poging: null,
      aan: 'Nieuwstraat 1\n3512 PN Utrecht',
    })
    const geen = await nieuw({ partijId: niets.id })
    expect(geen).toMatchObject({ status: 'mislukt' })
    expect(geen.fout).toContain('postadres')
  })

  it('is reached as the klant he was merged into', async () => {
    const dubbel = await rondom.write((w) =>
      registerPartij(w, NieuwContact.parse({ soort: 'persoon', persoon: { achternaam: 'Yilmaz' } })),
    )
    await rondom.db
      .updateTable('partij')
      .set({ samengevoegd_in: klant.id, actief: false })
      .where('id', '=', dubbel.id)
      .execute()
    expect(await nieuw({ partijId: dubbel.id })).toMatchObject({ partij_id: klant.id, aan: 'yilmaz@voorbeeld.nl' })
  })
})
