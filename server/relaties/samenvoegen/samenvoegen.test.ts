import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Partij } from '#contract/relaties.ts'
import type { Samenvoeging } from '#contract/samenvoegen.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { maak, maakPersoon, persoonIn } from '../testing/partijen.ts'
import { writeTijdlijn } from '../tijdlijn/tijdlijn.ts'

let rondom: TestRondom
let medewerker: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  medewerker = await rondom.als('klantcontactmedewerker')
})
afterAll(() => rondom.close())

const lees = async (id: string) => (await medewerker.get(`/api/partijen/${id}`)).json<Partij>()
const voegSamen = (doelId: string, bronId: string, extra: object = {}) =>
  medewerker.post(`/api/partijen/${doelId}/samenvoeging`, { bronId, ...extra })

describe('merging two klanten', () => {
  it('moves everything, keeps one of what both had, and says where the other went', async () => {
    const doel = await persoonIn(rondom, {
      digitaleAdressen: [{ soort: 'telefoonnummer', adres: '0612345678' }],
      huishouden: { rol: 'HUU' },
      interneNotitie: 'Liefst bellen',
    })
    const bron = await persoonIn(rondom, {
      persoon: { achternaam: 'Breg', geboortedatum: '1980-03-12', geslacht: 'M' },
      digitaleAdressen: [
        { soort: 'telefoonnummer', adres: '+31 6 12345678' },
        { soort: 'telefoonnummer', adres: '0201234567', isStandaard: true },
        { soort: 'email', adres: 'breg@voorbeeld.nl' },
      ],
      rekeningnummers: [{ iban: 'NL91ABNA0417164300' }],
      geheimhouding: true,
      interneNotitie: 'Slechthorend',
    })
    await rondom.write((w) =>
      writeTijdlijn(w, {
        partijId: bron.id,
        moment: w.now,
        soort: 'klantcontact',
        verwijzingId: bron.id,
        titel: 'Lekkage',
      }),
    )

    const response = await voegSamen(doel.id, bron.id)

    expect(response.statusCode, response.body).toBe(201)
    expect(response.json<Samenvoeging>()).toMatchObject({
      bron: { id: bron.id },
      doel: { id: doel.id },
      medewerker: { naam: 'Test Medewerker' },
      ongedaanMogelijk: true,
    })
    const na = await lees(doel.id)
    expect(na.persoon).toMatchObject({ achternaam: 'Berg', geboortedatum: '1980-03-12', geslacht: 'M' })
    expect(na.geheimhouding).toBe(true)
    expect(na.interneNotitie).toBe('Liefst bellen\nSlechthorend')
    expect(na.digitaleAdressen.map((each) => [each.genormaliseerd, each.isStandaard])).toEqual([
      ['+31612345678', true],
      ['+31201234567', false],
      ['breg@voorbeeld.nl', true],
    ])
    expect(na.rekeningnummers).toHaveLength(1)
    expect(await lees(bron.id)).toMatchObject({
      actief: false,
      samengevoegdIn: { id: doel.id },
      digitaleAdressen: [],
      rekeningnummers: [],
    })
    const tijdlijn = await rondom.db
      .selectFrom('tijdlijn_item')
      .select('titel')
      .where('partij_id', '=', doel.id)
      .orderBy('id')
      .execute()
    expect(tijdlijn.map((each) => each.titel)).toEqual([
      'Lekkage',
      `Samengevoegd met J.A. van den Breg (${bron.nummer})`,
    ])
    const zoek = await rondom.db.selectFrom('zoek_item').select('object_id').where('object_id', '=', bron.id).execute()
    expect(zoek).toEqual([])
  })

  it('does not let anything land on a klant who was merged away', async () => {
    const [doel, bron] = [await persoonIn(rondom), await persoonIn(rondom)]
    await voegSamen(doel.id, bron.id)

    const telefoon = await medewerker.post(`/api/partijen/${bron.id}/digitale-adressen`, {
      soort: 'telefoonnummer',
      adres: '0612345678',
    })
    expect(telefoon.statusCode).toBe(409)
    expect(telefoon.json()).toMatchObject({ code: 'samengevoegd', huidig: { samengevoegdIn: doel.id } })
    const schrijf = rondom.write((w) =>
      writeTijdlijn(w, { partijId: bron.id, moment: w.now, soort: 'x', verwijzingId: bron.id, titel: 'x' }),
    )
    await expect(schrijf).rejects.toMatchObject({ code: 'samengevoegd' })
  })

  it('waits for who is writing on bron, and takes that along', async () => {
    const [doel, bron] = [await persoonIn(rondom), await persoonIn(rondom)]
    const held = Promise.withResolvers<void>()
    const writing = rondom.write(async (w) => {
      await writeTijdlijn(w, {
        partijId: bron.id,
        moment: w.now,
        soort: 'x',
        verwijzingId: bron.id,
        titel: 'Net op tijd',
      })
      await held.promise
    })
    const merging = voegSamen(doel.id, bron.id)
    await new Promise((resolve) => setTimeout(resolve, 150))
    held.resolve()
    await writing

    expect((await merging).statusCode).toBe(201)
    const titels = await rondom.db
      .selectFrom('tijdlijn_item')
      .select('titel')
      .where('partij_id', '=', doel.id)
      .execute()
    expect(titels.map((each) => each.titel)).toContain('Net op tijd')
  })

  it('asks to confirm when the birth dates differ', async () => {
    const doel = await persoonIn(rondom, { persoon: { geboortedatum: '1980-03-12' } })
    const bron = await persoonIn(rondom, { persoon: { geboortedatum: '1980-12-03' } })

    const eerst = await voegSamen(doel.id, bron.id)
    expect(eerst.statusCode).toBe(409)
    expect(eerst.json().code).toBe('geboortedatum-verschilt')
    expect((await lees(bron.id)).actief).toBe(true)

    const dan = await voegSamen(doel.id, bron.id, { bevestigd: true })
    expect(dan.statusCode).toBe(201)
  })

  it('refuses itself, another kind, an unknown one, and two companies with numbers of their own', async () => {
    const persoon = await persoonIn(rondom)
    const [a, b] = await rondom.write(async (w) => [
      await maak(w, { soort: 'organisatie', organisatie: { naam: 'A B.V.', kvkNummer: '10000001' } }),
      await maak(w, { soort: 'organisatie', organisatie: { naam: 'B B.V.', kvkNummer: '10000002' } }),
    ])

    expect((await voegSamen(persoon.id, persoon.id)).json().invalidParams).toMatchObject([{ code: 'zichzelf' }])
    expect((await voegSamen(persoon.id, a.id)).json().code).toBe('soort-verschilt')
    expect((await voegSamen(a.id, b.id)).json().code).toBe('kenmerk-verschilt')
    const onbekend = '01900000-0000-7000-8000-000000000000'
    expect((await voegSamen(persoon.id, onbekend)).statusCode).toBe(400)
    expect((await voegSamen(onbekend, persoon.id)).statusCode).toBe(404)
  })

  it('ties nobody to himself: a role of one in the other leaves, and comes back', async () => {
    const [doel, bron, helper] = await rondom.write(async (w) => [
      await maak(w, { soort: 'organisatie', organisatie: { naam: 'VvE Noord' } }),
      await maak(w, { soort: 'organisatie', organisatie: { naam: 'V.v.E. Noord' } }),
      await maakPersoon(w),
    ])
    for (const [wie, waarin] of [
      [bron.id, doel.id],
      [helper.id, bron.id],
      [helper.id, doel.id],
    ]) {
      const made = await medewerker.post(`/api/partijen/${wie}/rollen`, {
        inPartijId: waarin,
        rol: 'VVL',
        begindatum: '2026-01-01',
      })
      expect(made.statusCode, made.body).toBe(201)
    }

    const samen = (await voegSamen(doel.id, bron.id)).json<Samenvoeging>()
    expect((await lees(doel.id)).leden.map((lid) => lid.partij.id)).toEqual([helper.id])

    await medewerker.delete(`/api/samenvoegingen/${samen.id}`)
    expect((await lees(doel.id)).leden.map((lid) => lid.partij.id).sort()).toEqual([bron.id, helper.id].sort())
    expect((await lees(bron.id)).leden.map((lid) => lid.partij.id)).toEqual([helper.id])
  })

  it('lets one of two employees win who merge A→B and B→A at once', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await persoonIn(rondom), await persoonIn(rondom)]

      const answers = await Promise.all([voegSamen(a.id, b.id), voegSamen(b.id, a.id)])

      expect(answers.map((each) => each.statusCode).sort()).toEqual([201, 409])
      const [na, nb] = [await lees(a.id), await lees(b.id)]
      expect([na.samengevoegdIn === null, nb.samengevoegdIn === null].sort()).toEqual([false, true])
    }
  })
})

describe('undoing', () => {
  it('moves back exactly what moved; what came later stays', async () => {
    const doel = await persoonIn(rondom)
    const bron = await persoonIn(rondom, {
      persoon: { geboortedatum: '1980-03-12' },
      digitaleAdressen: [{ soort: 'email', adres: 'oud@voorbeeld.nl' }],
    })
    const samen = (await voegSamen(doel.id, bron.id)).json<Samenvoeging>()
    await medewerker.post(`/api/partijen/${doel.id}/digitale-adressen`, { soort: 'email', adres: 'nieuw@voorbeeld.nl' })

    const response = await medewerker.delete(`/api/samenvoegingen/${samen.id}`)

    expect(response.statusCode, response.body).toBe(200)
    expect(response.json()).toMatchObject({ ongedaanMogelijk: false, reden: 'Deze samenvoeging is al teruggedraaid.' })
    const [naDoel, naBron] = [await lees(doel.id), await lees(bron.id)]
    expect(naDoel.persoon?.geboortedatum).toBeNull()
    expect(naDoel.digitaleAdressen.map((each) => each.adres)).toEqual(['nieuw@voorbeeld.nl'])
    expect(naBron).toMatchObject({ actief: true, samengevoegdIn: null, persoon: { geboortedatum: '1980-03-12' } })
    expect(naBron.digitaleAdressen.map((each) => each.adres)).toEqual(['oud@voorbeeld.nl'])
    const nogEens = await medewerker.delete(`/api/samenvoegingen/${samen.id}`)
    expect(nogEens.statusCode).toBe(409)
  })

  it('follows a chain: A→B→C shows C, and goes back in the other order only', async () => {
    const [a, b, c] = [await persoonIn(rondom), await persoonIn(rondom), await persoonIn(rondom)]
    const eerste = (await voegSamen(b.id, a.id)).json<Samenvoeging>()
    const tweede = (await voegSamen(c.id, b.id)).json<Samenvoeging>()
    expect((await lees(a.id)).samengevoegdIn?.id).toBe(c.id)

    const teVroeg = await medewerker.delete(`/api/samenvoegingen/${eerste.id}`)
    expect(teVroeg.statusCode).toBe(409)
    expect(teVroeg.json().detail).toMatch(/Draai eerst die latere samenvoeging terug/)

    await medewerker.delete(`/api/samenvoegingen/${tweede.id}`)
    expect((await lees(a.id)).samengevoegdIn?.id).toBe(b.id)
    expect((await medewerker.delete(`/api/samenvoegingen/${eerste.id}`)).statusCode).toBe(200)
    expect((await lees(a.id)).samengevoegdIn).toBeNull()
  })
})

describe('who may merge (A29)', () => {
  it('needs the right, knows no ids of others, and lists the merges of a klant', async () => {
    const [doel, bron] = [await persoonIn(rondom), await persoonIn(rondom)]
    const lezer = await rondom.als('redacteur', { rechten: ['partij.lezen', 'partij.schrijven'] })
    const daar = await rondom.als('klantcontactmedewerker', { bij: rondom.elders })

    const geweigerd = await lezer.post(`/api/partijen/${doel.id}/samenvoeging`, { bronId: bron.id })
    expect(geweigerd.statusCode).toBe(403)
    expect((await lees(bron.id)).samengevoegdIn).toBeNull()
    const samen = (await voegSamen(doel.id, bron.id)).json<Samenvoeging>()
    expect((await lezer.delete(`/api/samenvoegingen/${samen.id}`)).statusCode).toBe(403)
    expect((await daar.delete(`/api/samenvoegingen/${samen.id}`)).statusCode).toBe(404)
    expect((await daar.post(`/api/partijen/${doel.id}/samenvoeging`, { bronId: bron.id })).statusCode).toBe(404)

    const lijst = await lezer.get(`/api/partijen/${doel.id}/samenvoegingen`)
    expect(lijst.json().samenvoegingen).toMatchObject([{ id: samen.id, bron: { id: bron.id }, ongedaanMogelijk: true }])
  })
})
