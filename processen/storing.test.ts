import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NieuwContact } from '#contract/relatieinvoer.ts'
import { addTeamlid, findTeamByCode, seedInrichting } from '#server/beheer/index.ts'
import { newId } from '#server/platform/ids.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { laadLevering } from '#server/processen/index.ts'
import { registerPartij } from '#server/relaties/index.ts'
import { allJobs } from '#server/slices.ts'
import { heropenZaak, setResultaat, setZaakstatus } from '#server/zaken/index.ts'

let rondom: TestRondom
let kcc: Client
let planner: Client

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  await rondom.write(laadLevering)
  kcc = await rondom.als('klantcontactmedewerker')
  const team = await findTeamByCode(rondom.db, 'kcc')
  await rondom.write((w) => addTeamlid(w, team?.id ?? '', kcc.actor.medewerkerId))
  planner = await rondom.als('vakspecialist')
})
afterAll(() => rondom.close())

/** A complex of its own, with tenants who have one home each. */
async function complexMet(aantal: number) {
  return rondom.write(async (w) => {
    const complexId = newId()
    await sql`insert into complex (id, code, naam) values (${complexId}, ${complexId}, 'De Toren')`.execute(w.tx)
    const bewoners: { partijId: string; eenheidId: string }[] = []
    for (let nummer = 1; nummer <= aantal; nummer++) {
      const [eenheidId, overeenkomstId] = [newId(), newId()]
      const contact = NieuwContact.parse({
        soort: 'persoon',
        persoon: { initialen: 'A.', achternaam: `Bewoner${nummer}` },
        digitaleAdressen: [
          { soort: 'email', adres: `bewoner${nummer}@voorbeeld.nl`, voorkeur: true, omschrijving: '' },
        ],
      })
      const { id: partijId } = await registerPartij(w, contact)
      await sql`
        insert into eenheid (id, code, complex_id, straatnaam, huisnummer, postcode, woonplaats)
        values (${eenheidId}, ${eenheidId}, ${complexId}, 'Torenstraat', ${nummer}, '3512PN', 'Utrecht')`.execute(w.tx)
      await sql`
        insert into overeenkomst (id, nummer, eenheid_id, begindatum)
        values (${overeenkomstId}, ${overeenkomstId}, ${eenheidId}, '2020-01-01')`.execute(w.tx)
      await sql`
        insert into overeenkomst_partij (overeenkomst_id, partij_id, rol)
        values (${overeenkomstId}, ${partijId}, 'HUU')`.execute(w.tx)
      bewoners.push({ partijId, eenheidId })
    }
    return { complexId, bewoners }
  })
}

type Bewoner = { partijId: string; eenheidId: string }
const lift = {
  gevaar: 'geen',
  collectief: true,
  ruimte: 'LIF',
  element: 'LIF',
  defect: 'STA',
  omschrijving: 'Lift staat',
}

async function meld({ partijId, eenheidId }: Bewoner, antwoorden: object = lift): Promise<string> {
  const answer = await kcc.post('/api/processen/reparatieverzoek/instanties', { partijId, eenheidId, antwoorden })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().zaakId
}
async function wachtOp(zaakId: string): Promise<string[]> {
  const { wacht } = (await kcc.get(`/api/zaken/${zaakId}/proces`)).json()
  return wacht.map(({ element }: { element: string }) => element)
}
async function koppel(zaakId: string, koppelen = true): Promise<void> {
  const answer = await kcc.post(`/api/zaken/${zaakId}/stappen/koppelvraag`, { antwoorden: { koppelen } })
  expect(answer.statusCode, answer.body).toBe(200)
}
const zaakVan = async (zaakId: string) => (await kcc.get(`/api/zaken/${zaakId}`)).json()
const storingenIn = async (complexId: string) => (await kcc.get(`/api/storingen?complexId=${complexId}`)).json().rijen
const onderwerpen = async (zaakId: string) =>
  (
    await sql<{ onderwerp: string }>`select onderwerp from bericht where zaak_id = ${zaakId} order by id`.execute(
      rondom.db,
    )
  ).rows.map(({ onderwerp }) => onderwerp.replace(/ \(.*/, ''))
const vertel = (hoofdzaakId: string) =>
  allJobs(rondom.services)['processen.hoofdzaak']?.run(rondom.context(), {
    hoofdzaakId,
    na: '00000000-0000-0000-0000-000000000000',
  })

/** The klant opens the link in the message that asks how it went, and says that it is not solved. */
async function zegNietOpgelost(zaakId: string) {
  const { rows } = await sql<{ tekst: string }>`
    select tekst from bericht where zaak_id = ${zaakId} and tekst like '%/enquete/%'`.execute(rondom.db)
  // Markdown: an underscore in the link is escaped.
  const [, pad = ''] = /(\/enquete\/[\w-]+)/.exec((rows[0]?.tekst ?? '').replaceAll('\\', '')) ?? []
  const veld = (naam: string, waarde: string) =>
    `--g\r\ncontent-disposition: form-data; name="${naam}"\r\n\r\n${waarde}\r\n`
  return rondom.anoniem.request({
    method: 'POST',
    url: pad,
    headers: { 'content-type': 'multipart/form-data; boundary=g' },
    payload: `${veld('score', '3')}${veld('opgelost', 'nee')}--g--\r\n`,
  })
}

describe('a disturbance in a complex', () => {
  it('is seen at the second report, takes it under the first, and keeps its reporter informed until it is solved', async () => {
    const { complexId, bewoners } = await complexMet(3)
    const [een, twee, drie] = bewoners as [Bewoner, Bewoner, Bewoner]
    const eerste = await meld(een)
    expect(await wachtOp(eerste)).not.toContain('koppelvraag')

    const tweede = await meld(twee)
    expect(await wachtOp(tweede)).toContain('koppelvraag')
    const { gegevens } = (await kcc.get(`/api/zaken/${tweede}/proces`)).json()
    expect(gegevens.gelijkeMelding).toBe('1 andere melding over de lift in dit complex.')
    await koppel(tweede)

    expect((await zaakVan(tweede)).hoofdzaak.id).toBe(eerste)
    expect(await onderwerpen(tweede)).toEqual(['Uw melding is bij ons bekend'])
    expect(await storingenIn(complexId)).toMatchObject([{ soort: 'lift', meldingen: 2, hoofdzaak: { id: eerste } }])
    const vanDrie = (await kcc.get(`/api/storingen?partijId=${drie.partijId}`)).json().rijen
    expect(vanDrie).toMatchObject([{ naam: 'de lift', complex: { naam: 'De Toren' } }])
    // No order of its own: only the first asks the ERP.
    const acties = await sql<{ element: string }>`
      select a.element from proces_actie a join proces_instantie i on i.id = a.instantie_id
      where i.zaak_id = ${tweede} and a.soort = 'erp.muteren'`.execute(rondom.db)
    expect(acties.rows).toEqual([])

    await rondom.write((w) => setZaakstatus(w, eerste, { status: 'INU', naam: 'Ingepland' }))
    await vertel(eerste)
    await vertel(eerste)
    expect(await onderwerpen(tweede)).toEqual(['Uw melding is bij ons bekend', 'Zo staat het met uw melding'])
    await rondom.write((w) => setResultaat(w, eerste, { code: 'HERSTELD', naam: 'Hersteld' }))
    expect(await storingenIn(complexId)).toEqual([])
    await vertel(eerste)
    expect((await onderwerpen(tweede)).slice(2, 3)).toEqual(['Het is opgelost'])
    expect(await zaakVan(tweede)).toMatchObject({ resultaat: { code: 'HERSTELD' } })

    // It was not, for him: his own case goes on by itself.
    expect((await zegNietOpgelost(tweede)).statusCode).toBe(200)
    expect(await wachtOp(tweede)).toContain('historie')
  })

  it('is told again when it was not solved after all', async () => {
    const { complexId, bewoners } = await complexMet(2)
    const [een, twee] = bewoners as [Bewoner, Bewoner]
    const hoofdzaak = await meld(een)
    await koppel(await meld(twee))
    const [{ id }] = await storingenIn(complexId)
    await rondom.write((w) => setResultaat(w, hoofdzaak, { code: 'HERSTELD', naam: 'Hersteld' }))
    expect(await storingenIn(complexId)).toEqual([])

    await rondom.write((w) => heropenZaak(w, hoofdzaak))

    expect(await storingenIn(complexId)).toMatchObject([{ id, soort: 'lift' }])
    expect(await zaakVan(hoofdzaak)).toMatchObject({ resultaat: null })
  })

  it('of two reports at once one sees the other, and of many there is one hoofdzaak', async () => {
    const { complexId, bewoners } = await complexMet(6)
    const zaken = await Promise.all(bewoners.map((bewoner) => meld(bewoner)))
    const gevraagd: string[] = []
    for (const zaakId of zaken) if ((await wachtOp(zaakId)).includes('koppelvraag')) gevraagd.push(zaakId)
    expect(gevraagd).toHaveLength(5)

    await Promise.all(gevraagd.map((zaakId) => koppel(zaakId)))
    const [hoofdzaak] = zaken.filter((zaakId) => !gevraagd.includes(zaakId))
    for (const zaakId of gevraagd) expect((await zaakVan(zaakId)).hoofdzaak.id).toBe(hoofdzaak)
    expect(await storingenIn(complexId)).toMatchObject([{ meldingen: 6, hoofdzaak: { id: hoofdzaak } }])
  })

  it('a report that is something else after all goes its own way, at once or later', async () => {
    const { bewoners } = await complexMet(3)
    const [een, twee, drie] = bewoners as [Bewoner, Bewoner, Bewoner]
    await meld(een)
    const anders = await meld(twee)
    await koppel(anders, false)
    expect(await wachtOp(anders)).toContain('historie')
    const later = await meld(drie)
    await koppel(later)
    const { versie } = await zaakVan(later)

    expect((await kcc.delete(`/api/zaken/${later}/hoofdzaak`, versie - 1)).statusCode).toBe(409)
    expect((await kcc.delete(`/api/zaken/${later}/hoofdzaak`, versie)).statusCode).toBe(200)

    expect(await zaakVan(later)).toMatchObject({ hoofdzaak: null })
    expect(await wachtOp(later)).toContain('historie')
  })

  it('an order for the same thing in the same home is not made twice', async () => {
    const { complexId, bewoners } = await complexMet(1)
    const [een] = bewoners as [Bewoner]
    const kraan = { gevaar: 'geen', ruimte: 'ZOL', element: 'KET', defect: 'LEK', omschrijving: 'Ketel lekt' }
    const eerste = await meld(een, kraan)
    const tweede = await meld(een, { ...kraan, defect: 'DRU' })

    expect(await wachtOp(tweede)).toContain('koppelvraag')
    await koppel(tweede)

    expect((await zaakVan(tweede)).hoofdzaak.id).toBe(eerste)
    expect(await storingenIn(complexId)).toEqual([])
  })

  it('answered too late it goes on by itself, also when others hang under it by now', async () => {
    const { bewoners } = await complexMet(3)
    const [een, twee, drie] = bewoners as [Bewoner, Bewoner, Bewoner]
    const eerste = await meld(een)
    const gevraagd = await meld(twee)
    await rondom.write((w) => setResultaat(w, eerste, { code: 'HERSTELD', naam: 'Hersteld' }))
    const derde = await meld(drie)
    await koppel(derde)
    expect((await zaakVan(derde)).hoofdzaak.id).toBe(gevraagd)

    await koppel(gevraagd)

    expect(await zaakVan(gevraagd)).toMatchObject({ hoofdzaak: null, deelzaken: [{ id: derde }] })
    expect(await wachtOp(gevraagd)).toContain('historie')
  })

  it('danger is never asked about, it is a call', async () => {
    const { bewoners } = await complexMet(2)
    const [een, twee] = bewoners as [Bewoner, Bewoner]
    await meld(een)
    const vast = await meld(twee, { ...lift, gevaar: 'lift', defect: 'PER' })
    expect(await wachtOp(vast)).not.toContain('koppelvraag')
  })
})

describe('what tenants are told', () => {
  it('is written by who plans or coordinates, and refused to others, elsewhere, and when it is old', async () => {
    const { complexId, bewoners } = await complexMet(2)
    for (const [nummer, bewoner] of bewoners.entries()) {
      const zaakId = await meld(bewoner)
      if (nummer === 1) await koppel(zaakId)
    }
    const [{ id, versie }] = await storingenIn(complexId)
    const body = { tekst: 'De monteur is bezig.', verwachtKlaarOp: '2026-11-24' }

    expect((await kcc.put(`/api/storingen/${id}`, body, versie)).statusCode).toBe(403)
    const elders = await rondom.als('vakspecialist', { bij: rondom.elders })
    expect((await elders.put(`/api/storingen/${id}`, body, versie)).statusCode).toBe(404)
    expect((await planner.put(`/api/storingen/${id}`, body, versie)).json()).toMatchObject(body)
    expect((await planner.put(`/api/storingen/${id}`, body, versie)).json()).toMatchObject({ code: 'verouderd' })
    expect((await planner.put(`/api/storingen/${id}`, { tekst: 'x'.repeat(501) }, versie)).statusCode).toBe(400)

    const einde = (v: number) => planner.post(`/api/storingen/${id}/einde`, {}, { 'if-match': `"${v}"` })
    expect((await einde(versie + 1)).statusCode).toBe(200)
    expect((await einde(versie + 2)).json()).toMatchObject({ code: 'gesloten' })
    expect(await storingenIn(complexId)).toEqual([])
  })
})
