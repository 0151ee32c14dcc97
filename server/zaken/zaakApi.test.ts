import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Probleem } from '#contract/probleem.ts'
import type { Zaak, ZaakRij } from '#contract/zaken.ts'
import { maakWereld, persoon, type Wereld } from '#server/klantcontacten/testing/wereld.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { registerPartij } from '#server/relaties/index.ts'
import { type NewZaak, openZaak, setZaakstatus, startTermijn } from './index.ts'

let rondom: TestRondom
let wereld: Wereld
let agent: Client
let planner: Client
beforeAll(async () => {
  rondom = await startTestRondom()
  wereld = await maakWereld(rondom)
  agent = await rondom.als('klantcontactmedewerker', { naam: 'Agnes Agent' })
  planner = await rondom.als('vakspecialist', { naam: 'Piet Planner', teamIds: [wereld.planning] })
})
afterAll(() => rondom.close())

const nieuw = (input: Partial<NewZaak> = {}) =>
  rondom.write((w) =>
    openZaak(w, {
      zaaktype: 'reparatieverzoek',
      zaaktypeNaam: 'Reparatieverzoek',
      omschrijving: 'Lekkende kraan',
      partijId: wereld.klant.id,
      teamId: wereld.planning,
      ...input,
    }),
  )
const lijst = async (query: string, client = agent) =>
  ((await client.get(`/api/zaken?aantal=100&${query}`)).json() as { rijen: ZaakRij[]; volgende?: string }).rijen
const nummers = async (query: string) => (await lijst(query)).map(({ nummer }) => nummer)
const lees = async (id: string, client = agent): Promise<Zaak> => (await client.get(`/api/zaken/${id}`)).json()

const velden = (zaak: Zaak, extra: object = {}) => ({
  toelichting: zaak.toelichting,
  teamId: zaak.team?.id ?? null,
  behandelaarId: zaak.behandelaar?.id ?? null,
  zichtbaarInPortaal: zaak.zichtbaarInPortaal,
  vertrouwelijk: zaak.vertrouwelijk,
  ...extra,
})

describe('the list', () => {
  it('filters by kind, state, team, who has it, what it waits for, klant, woning and words', async () => {
    const rep = await nieuw({ zaaktype: 'lijst-rep', omschrijving: 'Radiator koud', eenheidId: wereld.eenheidId })
    const opz = await nieuw({
      zaaktype: 'lijst-opz',
      omschrijving: 'Huur opgezegd',
      teamId: wereld.klantcontact,
      partijId: null,
    })
    await rondom.write((w) => setZaakstatus(w, rep.id, { status: 'INU', wachtOp: 'klant', naam: 'Ingepland' }))
    const klaar = await nieuw({ zaaktype: 'lijst-rep', behandelaarId: agent.actor.medewerkerId })
    await rondom.write((w) => setZaakstatus(w, klaar.id, { status: 'AFG' }))

    expect(await nummers('zaaktype=lijst-rep')).toEqual([rep.nummer])
    expect(await nummers('zaaktype=lijst-rep&status=gesloten')).toEqual([klaar.nummer])
    expect(await nummers('zaaktype=lijst-rep&status=gesloten&mijn=true')).toEqual([klaar.nummer])
    expect(await nummers('zaaktype=lijst-rep&status=INU')).toEqual([rep.nummer])
    expect(await nummers('zaaktype=lijst-rep&status=INB')).toEqual([])
    expect(await nummers(`zaaktype=lijst-opz&teamId=${wereld.klantcontact}`)).toEqual([opz.nummer])
    expect(await nummers('wachtOp=klant')).toEqual([rep.nummer])
    expect(await nummers(`eenheidId=${wereld.eenheidId}`)).toEqual([rep.nummer])
    expect(await nummers(`zaaktype=lijst-opz&partijId=${wereld.klant.id}`)).toEqual([])
    expect(await nummers('q=RADIATOR')).toEqual([rep.nummer])
    expect(await nummers(`q=${rep.nummer.slice(-6)}`)).toEqual([rep.nummer])
    expect(await nummers('q=100%25')).toEqual([])
    const [rij] = await lijst('zaaktype=lijst-rep')
    expect(rij).toMatchObject({
      statusNaam: 'Ingepland',
      wachtOp: 'klant',
      partij: { naam: 'J.A. van den Berg' },
      eenheid: { omschrijving: 'Lange Nieuwstraat 112, 3512 PN Utrecht' },
      team: { naam: 'Team planning' },
      behandelaar: null,
      leeftijd: 0,
    })
    const typen = (await agent.get('/api/zaken/zaaktypen')).json().rijen as { code: string }[]
    expect(typen.map(({ code }) => code)).toEqual(expect.arrayContaining(['lijst-rep', 'lijst-opz']))
  })

  it('shows the clock of the term that ends first, and filters on it', async () => {
    const [laat, vandaag, later] = [
      await nieuw({ zaaktype: 'klok' }),
      await nieuw({ zaaktype: 'klok' }),
      await nieuw({ zaaktype: 'klok' }),
    ]
    await rondom.write(async (w) => {
      await startTermijn(w, laat.id, { soort: 'servicenorm', naam: 'klaar', uiterste: '2026-11-18' })
      await startTermijn(w, laat.id, { soort: 'wettelijk', naam: 'zes weken', dagen: 42 })
      await startTermijn(w, vandaag.id, { soort: 'belofte', naam: 'bellen', uiterste: '2026-11-23' })
      await startTermijn(w, later.id, { soort: 'servicenorm', naam: 'klaar', werkdagen: 2 })
    })
    expect(await nummers('zaaktype=klok&termijn=te-laat')).toEqual([laat.nummer])
    expect(await nummers('zaaktype=klok&termijn=vandaag')).toEqual([vandaag.nummer])
    const rijen = await lijst('zaaktype=klok')
    expect(rijen.map(({ termijn }) => [termijn?.naam, termijn?.stand, termijn?.werkdagenOver])).toEqual([
      ['klaar', 'te-laat', -3],
      ['bellen', 'vandaag', 0],
      ['klaar', 'op-tijd', 2],
    ])
  })

  it('goes on page by page without a gap, oldest first', async () => {
    for (let i = 0; i < 7; i++)
      await nieuw({ zaaktype: 'pagina', ontvangenOp: new Date(Date.UTC(2026, 10, 1 + (i % 3))) })
    const seen: string[] = []
    let na: string | undefined
    do {
      const answer = (await agent.get(`/api/zaken?zaaktype=pagina&aantal=3${na ? `&na=${na}` : ''}`)).json()
      seen.push(...answer.rijen.map((rij: ZaakRij) => `${rij.ontvangenOp} ${rij.id}`))
      na = answer.volgende
    } while (na)
    expect(seen).toHaveLength(7)
    expect(seen).toEqual([...seen].sort())
    expect((await agent.get('/api/zaken?na=onzin')).statusCode).toBe(400)
    expect((await agent.get('/api/zaken?status=ergens')).statusCode).toBe(400)
  })

  it('is a CSV file too, that runs nothing, with a line in the verwerkingenlog', async () => {
    await nieuw({ zaaktype: 'uitvoer', omschrijving: '=HYPERLINK("http://x.example")' })
    const answer = await agent.get('/api/zaken/export?zaaktype=uitvoer')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="zaken.csv"')
    const [kop, rij] = answer.body.split('\r\n')
    expect(kop).toContain('Nummer;Zaaktype;Omschrijving;Status')
    expect(rij).toContain(`'=HYPERLINK`)
    expect(rij).toContain('J.A. van den Berg')
    const regels = await rondom.db
      .selectFrom('verwerking' as never)
      .selectAll()
      .where('actie' as never, '=', 'exporteren' as never)
      .execute()
    expect(regels).toMatchObject([{ medewerker_id: agent.actor.medewerkerId, partij_ids: [wereld.klant.id] }])
  })
})

describe('changing a zaak', () => {
  it('gives it to a team and a person, explains it, and shows it in the portal or not', async () => {
    const zaak = await lees((await nieuw()).id)
    const answer = await agent.put(
      `/api/zaken/${zaak.id}`,
      velden(zaak, {
        toelichting: 'Klant is donderdag thuis.',
        teamId: wereld.klantcontact,
        behandelaarId: planner.actor.medewerkerId,
        zichtbaarInPortaal: false,
      }),
      zaak.versie,
    )
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['etag']).toBe(`"${zaak.versie + 1}"`)
    expect(answer.json()).toMatchObject({
      toelichting: 'Klant is donderdag thuis.',
      team: { id: wereld.klantcontact },
      behandelaar: { naam: 'Piet Planner' },
      zichtbaarInPortaal: false,
    })
    expect((await lijst('mijn=true', planner)).map(({ id }) => id)).toContain(zaak.id)
  })

  it('shows what is there now to who comes second', async () => {
    const zaak = await lees((await nieuw()).id)
    const eerste = { toelichting: 'Eerste' }
    expect((await agent.put(`/api/zaken/${zaak.id}`, velden(zaak, eerste), zaak.versie)).statusCode).toBe(200)
    const answer = await planner.put(`/api/zaken/${zaak.id}`, velden(zaak, { toelichting: 'Tweede' }), zaak.versie)
    expect(answer.statusCode).toBe(409)
    const problem = answer.json() as Probleem
    expect(problem.code).toBe('verouderd')
    expect((problem.huidig as Zaak).toelichting).toBe('Eerste')
  })

  it('refuses what does not exist, by field, and what is too long', async () => {
    const zaak = await lees((await nieuw()).id)
    const put = (extra: object) => agent.put(`/api/zaken/${zaak.id}`, velden(zaak, extra), zaak.versie)
    const onbekend = (await put({ teamId: newId(), behandelaarId: newId() })).json() as Probleem
    expect(onbekend.invalidParams?.map(({ name }) => name)).toEqual(['teamId', 'behandelaarId'])
    expect((await put({ toelichting: 'x'.repeat(1001) })).statusCode).toBe(400)
    expect((await put({ status: 'AFG' })).statusCode).toBe(400)
  })

  it('may be made confidential by who handles it, and open again only by who may see all of those', async () => {
    const zaak = await lees((await nieuw()).id)
    const dicht = await planner.put(`/api/zaken/${zaak.id}`, velden(zaak, { vertrouwelijk: true }), zaak.versie)
    expect(dicht.statusCode).toBe(200)
    expect((await agent.get(`/api/zaken/${zaak.id}`)).statusCode).toBe(404)
    const nu: Zaak = dicht.json()
    expect(nu.mag).toEqual({ wijzigen: true, vertrouwelijk: false })
    const open = (client: Client) =>
      client.put(`/api/zaken/${zaak.id}`, velden(nu, { vertrouwelijk: false }), nu.versie)
    expect((await open(planner)).statusCode).toBe(403)
    expect((await open(await rondom.als('coordinator'))).statusCode).toBe(200)
  })

  it('and reading it is not for who has no business with klanten', async () => {
    const { id } = await nieuw()
    for (const rol of ['functioneel-beheerder', 'redacteur', 'privacy-officer'] as const) {
      const client = await rondom.als(rol)
      for (const url of ['/api/zaken', '/api/zaken/export', `/api/zaken/${id}`, '/api/termijnen'])
        expect((await client.get(url)).statusCode, `${rol} ${url}`).toBe(403)
    }
  })
})

describe('a document', () => {
  const grens = 'rondomgrens'
  const upload = (id: string, naam: string, inhoud: string, client = agent) =>
    client.request({
      method: 'POST',
      url: `/api/zaken/${id}/documenten`,
      headers: { 'content-type': `multipart/form-data; boundary=${grens}` },
      payload: `--${grens}\r\nContent-Disposition: form-data; name="bestand"; filename="${naam}"\r\n\r\n${inhoud}\r\n--${grens}--\r\n`,
    })

  it('is added to the zaak and comes back as a download that cannot run', async () => {
    const { id } = await nieuw()
    const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'
    const added = await upload(id, '../../Verweer één.pdf', pdf)
    expect(added.statusCode).toBe(201)
    expect(added.json()).toMatchObject({ mediatype: 'application/pdf', medewerker: { naam: 'Agnes Agent' } })

    const answer = await agent.get(`/api/zaken/${id}/documenten/${added.json().id}/inhoud`)
    expect(answer.body).toBe(pdf)
    expect(answer.headers['content-security-policy']).toContain('sandbox')
    expect(answer.headers['content-disposition']).toContain('attachment')
    expect((await lees(id)).documenten).toHaveLength(1)
    const ander = await nieuw()
    expect((await agent.get(`/api/zaken/${ander.id}/documenten/${added.json().id}/inhoud`)).statusCode).toBe(404)
    expect((await upload(newId(), 'a.pdf', pdf)).statusCode).toBe(404)
    expect((await upload(id, 'a.exe', 'MZ')).statusCode).toBe(415)
  })
})

describe('merging a klant', () => {
  it('takes his zaken along, and undoing brings back exactly those', async () => {
    const [bron, doel] = await rondom.write(async (w) => [
      await registerPartij(w, persoon('Dubbel')),
      await registerPartij(w, persoon('Dubbel')),
    ])
    if (!bron || !doel) throw new Error('two klanten were made')
    const [van, al] = [await nieuw({ partijId: bron.id }), await nieuw({ partijId: doel.id })]
    const samen = await agent.post(`/api/partijen/${doel.id}/samenvoeging`, { bronId: bron.id })
    expect(samen.statusCode).toBeLessThan(300)
    expect((await lijst(`partijId=${doel.id}`)).map(({ id }) => id).sort()).toEqual([van.id, al.id].sort())
    const later = await nieuw({ partijId: doel.id })

    const { id } = samen.json()
    expect((await agent.delete(`/api/samenvoegingen/${id}`)).statusCode).toBeLessThan(300)
    expect((await lijst(`partijId=${bron.id}`)).map((rij) => rij.id)).toEqual([van.id])
    expect((await lijst(`partijId=${doel.id}`)).map((rij) => rij.id).sort()).toEqual([al.id, later.id].sort())
    expect((await lees(van.id)).rollen).toMatchObject([{ rol: 'initiator', partij: { id: bron.id } }])
  })
})
