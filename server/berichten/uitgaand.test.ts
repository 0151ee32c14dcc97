import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NieuwContact } from '#contract/relatieinvoer.ts'
import { smtpPostbode } from '#server/koppelingen/smtp/smtp.ts'
import { fileStoreOf } from '#server/platform/files/fileStore.ts'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { registerPartij } from '#server/relaties/index.ts'
import { bezorg } from './bezorg.ts'
import { postbodeVoor } from './jobs.ts'
import { claimBericht, claimMee, selectBericht } from './store.ts'
import { deel, startMailserver } from './testing/mailserver.ts'
import { type NewBericht, verstuurBericht } from './verstuurBericht.ts'
import { insertVoorkeur } from './voorkeuren/store.ts'

let rondom: TestRondom
let mail: Awaited<ReturnType<typeof startMailserver>>
beforeAll(async () => {
  rondom = await startTestRondom()
  mail = await startMailserver()
})
afterAll(async () => {
  await mail.close()
  await rondom.close()
})
beforeEach(() => {
  mail.ontvangen.length = 0
  mail.gedrag.weiger = undefined
  rondom.clock.now = new Date('2026-11-23T10:00:00Z')
})

let teller = 0
const persoon = (velden: object = {}) =>
  rondom.write((w) =>
    registerPartij(
      w,
      NieuwContact.parse({
        soort: 'persoon',
        persoon: { achternaam: 'Bakker' },
        digitaleAdressen: [{ soort: 'email', adres: `bakker${teller++}@voorbeeld.nl` }],
        ...velden,
      }),
    ),
  )
const adres = { postcode: '3512PN', huisnummer: 1, straatnaam: 'Nieuwstraat', woonplaats: 'Utrecht' }
const nieuw = (partijId: string, input: Partial<NewBericht> = {}) =>
  rondom.write((w) =>
    verstuurBericht(w, { sleutel: newId(), partijId, formeel: false, onderwerp: 'Nieuws', tekst: 'Tekst', ...input }),
  )
const stand = async (id: string) => (await selectBericht(rondom.db, id)) ?? expect.fail('the bericht is gone')
const verzend = (id: string) => {
  const postbode = smtpPostbode({ url: mail.url, van: 'post@wonenhier.example' })
  return bezorg(rondom.context(), id, { files: fileStoreOf(rondom.services.config), postbode })
}
const naar = (moment: string) => {
  rondom.clock.now = new Date(moment)
}

describe('five messages at once', () => {
  it('are one mail, in which each stands under its own heading', async () => {
    const { id: partijId } = await persoon()
    const vijf = []
    for (const wat of ['een', 'twee', '*drie*', 'vier', 'vijf'])
      vijf.push(await nieuw(partijId, { onderwerp: `Stap ${wat}`, tekst: `Dit is ${wat}.` }))

    for (const { id } of vijf) await verzend(id)

    expect(mail.ontvangen).toHaveLength(1)
    const ruw = mail.ontvangen[0]?.ruw ?? ''
    expect(ruw).toMatch(/^Subject: 5 berichten van /m)
    expect(ruw).toContain(`Message-ID: <${vijf[0]?.id}@wonenhier.example>`)
    expect(deel(ruw, 'text/html')).toContain('<h2>Stap *drie*</h2>')
    for (const { id } of vijf) expect(await stand(id)).toMatchObject({ status: 'verstuurd', bundel_id: vijf[0]?.id })
  })

  it('of which some are formal, urgent or have an appointment, are as many mails as those and one', async () => {
    const { id: partijId } = await persoon()
    const gewoon = [await nieuw(partijId), await nieuw(partijId)]
    const los = [
      await nieuw(partijId, { formeel: true }),
      await nieuw(partijId, { spoed: true }),
      await nieuw(partijId, { doel: 'afspraken', agenda: 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n' }),
      await nieuw(partijId, { doel: 'antwoorden' }),
    ]
    for (const { id } of [...gewoon, ...los]) await verzend(id)
    expect(mail.ontvangen).toHaveLength(5)
    expect(mail.ontvangen.filter(({ ruw }) => /^Subject: 2 berichten/m.test(ruw))).toHaveLength(1)
    const metAgenda = mail.ontvangen.filter(({ ruw }) => /^Content-Type: text\/calendar;.*method=PUBLISH/im.test(ruw))
    expect(metAgenda).toHaveLength(1)
  })

  it('that come one after the other: the first leaves at once, the others together an hour later', async () => {
    const { id: partijId } = await persoon()
    const eerste = await nieuw(partijId)
    await verzend(eerste.id)
    naar('2026-11-23T10:20:00Z')
    const later = [await nieuw(partijId), await nieuw(partijId)]
    const elf = new Date('2026-11-23T11:00:00Z')
    expect(later.map(({ volgende_poging }) => volgende_poging)).toEqual([elf, elf])
    rondom.clock.now = elf
    for (const { id } of later) await verzend(id)
    expect(mail.ontvangen.map(({ ruw }) => /^Subject: (.*)$/m.exec(ruw)?.[1]?.slice(0, 12))).toEqual([
      'Nieuws',
      '2 berichten ',
    ])
  })

  it('are the same mail again when the worker died with it: nothing is added, nothing goes twice', async () => {
    const { id: partijId } = await persoon()
    const [een, twee] = [await nieuw(partijId), await nieuw(partijId)]
    const tot = new Date(rondom.clock.now.getTime() + 900_000)
    const leider = await claimBericht(rondom.db, een.id, rondom.clock.now, tot)
    if (!leider) throw new Error('the bericht was not claimed')
    await claimMee(rondom.db, leider, rondom.clock.now, { tot, meer: true, doelen: ['voortgang'] })
    const drie = await nieuw(partijId)

    await verzend(twee.id)
    expect(mail.ontvangen).toHaveLength(0)
    naar('2026-11-23T10:20:00Z')
    await verzend(een.id)
    await verzend(twee.id)
    await verzend(drie.id)
    expect(mail.ontvangen.map(({ ruw }) => /^Subject: (.*)$/m.exec(ruw)?.[1]?.slice(0, 12))).toEqual([
      '2 berichten ',
      'Nieuws',
    ])
  })

  it('that two workers take up at the same time, each go once', async () => {
    const { id: partijId } = await persoon()
    const acht = await Promise.all(Array.from({ length: 8 }, (_, nr) => nieuw(partijId, { tekst: `Regel ${nr}x` })))
    await Promise.all(acht.map(({ id }) => verzend(id)))
    const alles = mail.ontvangen.map(({ ruw }) => deel(ruw, 'text/plain')).join('\n')
    for (let nr = 0; nr < 8; nr++) expect(alles.split(`Regel ${nr}x`)).toHaveLength(2)
    for (const { id } of acht) expect(await stand(id)).toMatchObject({ status: 'verstuurd' })
  })
})

describe('in the evening', () => {
  it('an ordinary message waits for the morning; urgent and formal ones do not', async () => {
    naar('2026-11-23T20:30:00Z')
    const { id: partijId } = await persoon()
    const ochtend = new Date('2026-11-24T07:00:00Z')
    expect(await nieuw(partijId)).toMatchObject({ status: 'klaar', volgende_poging: ochtend })
    expect(await nieuw(partijId, { spoed: true })).toMatchObject({ volgende_poging: rondom.clock.now })
    expect(await nieuw(partijId, { formeel: true })).toMatchObject({ volgende_poging: rondom.clock.now })
  })

  it('a worker that is late wakes nobody', async () => {
    const { id: partijId } = await persoon()
    const [gewoon, spoed] = [await nieuw(partijId), await nieuw(partijId, { spoed: true })]
    naar('2026-11-23T23:10:00Z')
    await verzend(gewoon.id)
    await verzend(spoed.id)
    expect(mail.ontvangen).toHaveLength(1)
    const ochtend = new Date('2026-11-24T07:00:00Z')
    expect(await stand(gewoon.id)).toMatchObject({ status: 'klaar', pogingen: 0, volgende_poging: ochtend })
    rondom.clock.now = ochtend
    await verzend(gewoon.id)
    expect(await stand(gewoon.id)).toMatchObject({ status: 'verstuurd' })
  })

  it('a message that could not be sent is not tried again either', async () => {
    const { id: partijId } = await persoon()
    const { id } = await nieuw(partijId)
    mail.gedrag.weiger = { code: 451, tekst: 'Later please' }
    naar('2026-11-23T19:59:30Z')
    await verzend(id)
    expect(await stand(id)).toMatchObject({ status: 'klaar', volgende_poging: new Date('2026-11-24T07:00:00Z') })
  })
})

describe('what a klant chose for a purpose', () => {
  it('is how he hears of it; nothing is sent of what he wants no more', async () => {
    const { id: partijId } = await persoon({ adressen: [adres] })
    await rondom.write((w) =>
      insertVoorkeur(w.tx, {
        id: newId(),
        partij_id: partijId,
        keuzes: { voortgang: 'portaal', betalingen: 'brief', enquetes: 'uit', wettelijk: 'brief' },
        geen_sms: false,
        gewijzigd_op: w.now,
      }),
    )
    expect(await nieuw(partijId)).toMatchObject({ kanaal: 'portaal', status: 'verstuurd', reden: 'keuze' })
    expect(await nieuw(partijId, { doel: 'betalingen' })).toMatchObject({ kanaal: 'brief', reden: 'keuze' })
    expect(await nieuw(partijId, { doel: 'enquetes' })).toMatchObject({ status: 'ingetrokken' })
    expect(await nieuw(partijId, { doel: 'afspraken' })).toMatchObject({ kanaal: 'email', reden: 'volgorde' })
    expect(await nieuw(partijId, { formeel: true })).toMatchObject({ kanaal: 'brief', doel: 'wettelijk' })
  })
})

describe('an address that does not work', () => {
  it('is put aside: the message goes as a letter, and so does the next', async () => {
    const { id: partijId } = await persoon({ adressen: [adres] })
    const { id, aan } = await nieuw(partijId)
    mail.gedrag.weiger = { code: 550, tekst: '5.1.1 No such user' }
    await verzend(id)
    const na = await stand(id)
    expect(na).toMatchObject({ kanaal: 'brief', status: 'klaar', reden: 'uitwijk', volgende_poging: null })
    expect(na.eerder).toMatchObject([{ kanaal: 'email', aan, fout: expect.stringContaining('No such user') }])
    expect(await nieuw(partijId)).toMatchObject({ kanaal: 'brief', reden: 'volgorde' })
  })

  it('is not to blame when the mail server refuses us or the content', async () => {
    const { id: partijId } = await persoon({ adressen: [adres] })
    const { id } = await nieuw(partijId)
    mail.gedrag.weiger = { code: 554, tekst: '5.7.1 Looks like spam' }
    await verzend(id)
    expect(await stand(id)).toMatchObject({ kanaal: 'email', status: 'mislukt' })
    expect(await nieuw(partijId)).toMatchObject({ kanaal: 'email' })
  })
})

describe('an sms in the demo', () => {
  it('says that something waits and no more, in the language of the klant', async () => {
    const { id: partijId } = await persoon({
      voorkeurstaal: 'eng',
      digitaleAdressen: [{ soort: 'telefoonnummer', adres: '0612345678' }],
    })
    const gewoon = rondom.context()
    const demo = { ...gewoon, organisatie: { ...gewoon.organisatie, demo: true } }
    const { id } = await rondom.write((w) =>
      verstuurBericht(
        { ...w, organisatie: demo.organisatie },
        { sleutel: newId(), partijId, formeel: false, onderwerp: 'Uw betaling', tekst: 'Uw achterstand is 600 euro.' },
      ),
    )
    await bezorg(demo, id, { files: fileStoreOf(rondom.services.config), postbode: postbodeVoor(demo, {}) })
    const [post] = await rondom.db.selectFrom('postbus').selectAll().where('bericht_id', '=', id).execute()
    expect(post).toMatchObject({
      kanaal: 'sms',
      van: 'Hier',
      tekst: expect.stringContaining('there is a message for you'),
    })
    expect(post?.tekst).not.toContain('600')
  })
})
