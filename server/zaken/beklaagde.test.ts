import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Klantbeeld } from '#contract/klantbeeld.ts'
import { verstuurBericht } from '#server/berichten/index.ts'
import { registerKlantcontact } from '#server/klantcontacten/index.ts'
import { maakWereld, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { createTaak } from '#server/taken/index.ts'
import { addZaakdocument, addZaakrol, linkKlantcontact, openZaak, startTermijn } from './index.ts'

/*
 * Who is complained about may not learn of it from any screen: not as a coördinator who sees everything, not as a member
 * of the team that handles it. A colleague with the same rights sees all of it: so each silence is the silence we meant.
 */

let rondom: TestRondom
let wereld: Wereld
let jan: Client
let piet: Client
let gewoon: Client
let ids: { zaak: string; contact: string; taak: string; bericht: string; later: string }
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  jan = await rondom.als('coordinator', { naam: 'Jan Beklaagde', teamIds: [wereld.klachten] })
  piet = await rondom.als('coordinator', { naam: 'Piet Collega', teamIds: [wereld.klachten] })
  gewoon = await rondom.als('klantcontactmedewerker', { naam: 'Greet Gewoon' })
  ids = await rondom.write(async (w) => {
    const contact = await registerKlantcontact(w, { ...inkomend(), onderwerp: 'Bejegening aan de balie' })
    const zaak = await openZaak(w, {
      zaaktype: 'klacht',
      zaaktypeNaam: 'Klacht',
      omschrijving: 'Bejegening aan de balie',
      partijId: wereld.klant.id,
      teamId: wereld.klachten,
      klantcontactId: contact.id,
      vertrouwelijk: true,
      rollen: [{ rol: 'beklaagde', medewerkerId: jan.actor.medewerkerId }],
    })
    await startTermijn(w, zaak.id, { soort: 'wettelijk', naam: 'afgehandeld', uiterste: '2026-11-20' })
    const taak = await createTaak(w, {
      teamId: wereld.klachten,
      onderwerp: 'Bejegening uitzoeken',
      partijId: wereld.klant.id,
      klantcontactId: contact.id,
      zaakId: zaak.id,
      belofte: true,
      termijnWerkdagen: 1,
    })
    const bericht = await verstuurBericht(w, {
      sleutel: newId(),
      partijId: wereld.klant.id,
      zaakId: zaak.id,
      formeel: true,
      onderwerp: 'Bejegening: wij hebben uw klacht ontvangen',
      tekst: 'Wij hebben uw klacht ontvangen.',
      kanaal: 'portaal',
    })
    // What comes later is hidden too.
    const later = await registerKlantcontact(w, { ...inkomend(), onderwerp: 'Bejegening, nog een keer' })
    await linkKlantcontact(w, zaak.id, later.id)
    const document = { bestandsnaam: 'a.txt', mediatype: 'text/plain', omvang: 1, sha256: '', opslagsleutel: 'x' }
    await addZaakdocument(w, zaak.id, { titel: 'Verweer', ...document })
    return { zaak: zaak.id, contact: contact.id, taak: taak.id, bericht: bericht.id, later: later.id }
  })
})
afterAll(() => rondom.close())

const inkomend = () => ({
  gesprekId: newId(),
  partijId: wereld.klant.id,
  type: 'klacht' as const,
  kanaalCode: 'telefoon',
  richting: 'inkomend' as const,
  vraag: 'Jan was onbeleefd.',
  vertrouwelijk: true,
})

/** Every question whose answer would give it away, and what stands in it. */
const vragen = () => [
  '/api/zaken?aantal=100',
  `/api/zaken?aantal=100&partijId=${wereld.klant.id}`,
  `/api/zaken?aantal=100&teamId=${wereld.klachten}`,
  '/api/zaken/export',
  '/api/termijnen?aantal=100',
  '/api/zoeken?q=bejegening',
  `/api/klantbeeld/${wereld.klant.id}`,
  `/api/partijen/${wereld.klant.id}/tijdlijn?aantal=100`,
  `/api/partijen/${wereld.klant.id}/tijdlijn?q=bejegening`,
  `/api/berichten?partijId=${wereld.klant.id}`,
  `/api/berichten?zaakId=${ids.zaak}`,
  `/api/taken?aantal=100&teamId=${wereld.klachten}`,
  '/api/beloften?aantal=100',
]
const dingen = () => [
  `/api/zaken/${ids.zaak}`,
  `/api/klantcontacten/${ids.contact}`,
  `/api/klantcontacten/${ids.later}`,
  `/api/taken/${ids.taak}`,
  `/api/berichten/${ids.bericht}`,
]

/** Search repeats what was asked. */
const zonderVraag = (body: string) => body.replace(/"vraag":"bejegening"/, '')

describe('who is complained about', () => {
  it('finds nothing of it in any list, search, tijdlijn or klantbeeld, where a colleague does', async () => {
    for (const url of vragen()) {
      const [zijn, hun] = [await jan.get(url), await piet.get(url)]
      expect([zijn.statusCode, hun.statusCode], url).toEqual([200, 200])
      expect(zonderVraag(zijn.body), url).not.toMatch(/bejegening/i)
      for (const id of Object.values(ids)) expect(zijn.body, url).not.toContain(id)
      if (!url.includes('beloften')) expect(hun.body, url).toMatch(/bejegening/i)
    }
    const beeld: Klantbeeld = (await piet.get(`/api/klantbeeld/${wereld.klant.id}`)).json()
    expect(beeld.nu.zaken.map(({ id }) => id)).toEqual([ids.zaak])
    expect(beeld.nu.beloften).toHaveLength(1)
  })

  it('gets the same 404 as for what is not there, and can change nothing', async () => {
    const nergens = (await jan.get(`/api/zaken/${newId()}`)).json()
    for (const url of dingen()) {
      expect((await piet.get(url)).statusCode, url).toBe(200)
      const answer = await jan.get(url)
      expect([answer.statusCode, answer.json().detail], url).toEqual([404, nergens.detail])
    }
    const wijziging = {
      toelichting: '',
      teamId: null,
      behandelaarId: null,
      zichtbaarInPortaal: true,
      vertrouwelijk: false,
    }
    expect((await jan.put(`/api/zaken/${ids.zaak}`, wijziging, 1)).statusCode).toBe(404)
    expect((await jan.post(`/api/taken/${ids.taak}/behandeling`)).statusCode).toBe(404)
    const document = (await piet.get(`/api/zaken/${ids.zaak}`)).json().documenten[0].id
    expect((await jan.get(`/api/zaken/${ids.zaak}/documenten/${document}/inhoud`)).statusCode).toBe(404)
  })

  it('cannot be made the one who handles it, and the refusal does not say why', async () => {
    const zaak = (await piet.get(`/api/zaken/${ids.zaak}`)).json()
    const wijziging = {
      toelichting: '',
      teamId: wereld.klachten,
      behandelaarId: jan.actor.medewerkerId,
      zichtbaarInPortaal: true,
      vertrouwelijk: true,
    }
    const answer = await piet.put(`/api/zaken/${ids.zaak}`, wijziging, zaak.versie)
    expect(answer.statusCode).toBe(400)
    expect(answer.body).not.toMatch(/beklaag/i)
  })

  it('loses it at once when it turns out later that it is about him', async () => {
    const { zaakId, taakId } = await rondom.write(async (w) => {
      const zaak = await openZaak(w, {
        zaaktype: 'klacht',
        zaaktypeNaam: 'Klacht',
        omschrijving: 'Afspraak niet nagekomen',
        partijId: wereld.klant.id,
        teamId: wereld.klachten,
      })
      const taak = await createTaak(w, { teamId: wereld.klachten, onderwerp: 'Uitzoeken', zaakId: zaak.id })
      return { zaakId: zaak.id, taakId: taak.id }
    })
    expect((await jan.get(`/api/zaken/${zaakId}`)).statusCode).toBe(200)

    await rondom.write((w) => addZaakrol(w, zaakId, { rol: 'beklaagde', medewerkerId: jan.actor.medewerkerId }))

    expect((await jan.get(`/api/zaken/${zaakId}`)).statusCode).toBe(404)
    expect((await jan.get(`/api/taken/${taakId}`)).statusCode).toBe(404)
    expect((await jan.get('/api/zaken')).body).not.toContain(zaakId)
    expect((await piet.get(`/api/zaken/${zaakId}`)).statusCode).toBe(200)
  })
})

describe('a confidential zaak', () => {
  it('is for who handles it, who opened it and who may see all of those; others hear nothing of it', async () => {
    const lid = await rondom.als('vakspecialist', { teamIds: [wereld.klachten] })
    expect((await lid.get(`/api/zaken/${ids.zaak}`)).statusCode).toBe(200)
    expect((await lid.get(`/api/zaken/${ids.zaak}`)).json().klantcontacten).toHaveLength(2)
    expect((await gewoon.get(`/api/zaken/${ids.zaak}`)).statusCode).toBe(404)
    for (const url of vragen()) expect(zonderVraag((await gewoon.get(url)).body), url).not.toMatch(/bejegening/i)
    const events = await rondom.db
      .selectFrom('gebeurtenis' as never)
      .selectAll()
      .execute()
    const over = (events as { onderwerpen: string[] }[]).filter(({ onderwerpen }) =>
      onderwerpen.includes(`zaak:${ids.zaak}`),
    )
    expect(over.length).toBeGreaterThan(2)
    expect(over.flatMap(({ onderwerpen }) => onderwerpen).filter((each) => each.startsWith('partij:'))).toEqual([])
  })
})
