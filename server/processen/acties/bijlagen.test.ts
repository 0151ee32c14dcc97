import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedInrichting } from '#server/beheer/index.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'
import { procesJobs } from '../jobs.ts'
import { beginProef, publiceerProef } from '../testing/proefproces.ts'
import { tekening } from '../testing/tekening.ts'

/* A message that takes a document of its zaak along: the file that was made, and never a message without it. */

let rondom: TestRondom
let kcc: Client
let partijId: string

const stuur = `<bpmn:sendTask id="stuur" name="Besluit sturen" rondom:bericht="besluit">
    <bpmn:extensionElements><rondom:invoer naam="bijlagen" waarde="=[&quot;brief&quot;]"/></bpmn:extensionElements>
  </bpmn:sendTask>`
const brief = '<bpmn:serviceTask id="maak" name="Brief maken" rondom:document="brief"/>'
const bestanden = (elementen: string) => ({
  'proces.bpmn': tekening(`<bpmn:startEvent id="begin"/>${elementen}<bpmn:endEvent id="einde"/>`),
  'berichten/besluit.md': '---\nonderwerp: Ons besluit\nformeel: true\n---\nZie de brief.',
  'documenten/brief.md': '---\ntitel: Besluit\n---\nWij besluiten {{ zaak.nummer }}.',
})

beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  kcc = await rondom.als('coordinator')
  partijId = (await persoonIn(rondom)).id
  await publiceerProef(
    rondom,
    'met-brief',
    bestanden(`${brief}${stuur}\n  begin -> maak\n  maak -> stuur\n  stuur -> einde\n`),
  )
  await publiceerProef(
    rondom,
    'zonder-brief',
    bestanden(`${stuur}${brief}\n  begin -> stuur\n  stuur -> maak\n  maak -> einde\n`),
  )
})
afterAll(() => rondom.close())

const berichten = (zaakId: string) =>
  sql<{ bijlagen: { bestandsnaam: string; mediatype: string; omvang: number; opslagsleutel: string }[] }>`
    select bijlagen from bericht where zaak_id = ${zaakId}`
    .execute(rondom.db)
    .then(({ rows }) => rows)

it('goes along with the message, as the file that lies with the zaak', async () => {
  const { zaakId, nummer } = await beginProef(kcc, 'met-brief', { partijId })
  expect(await berichten(zaakId)).toEqual([])
  const { rows } = await sql<{ id: string }>`
    select a.id from proces_actie a join proces_instantie i on i.id = a.instantie_id where i.zaak_id = ${zaakId}`.execute(
    rondom.db,
  )
  await procesJobs(rondom.services)['processen.actie']?.run(rondom.context(), { actieId: rows[0]?.id } as never)

  const [bericht] = await berichten(zaakId)
  expect(bericht?.bijlagen).toMatchObject([{ bestandsnaam: `brief-${nummer}.pdf`, mediatype: 'application/pdf' }])
  const { documenten } = (await kcc.get(`/api/zaken/${zaakId}`)).json()
  expect(documenten).toMatchObject([{ bestandsnaam: `brief-${nummer}.pdf`, omvang: bericht?.bijlagen[0]?.omvang }])
})

it('is missed before anything is sent: the process stops there, by name', async () => {
  const begin = await kcc.post('/api/processen/zonder-brief/instanties', { partijId })

  expect(begin.statusCode).toBe(409)
  expect(begin.json()).toMatchObject({ code: 'proces-fout' })
  expect(begin.json().detail).toContain('Het document "brief" is voor deze zaak nog niet gemaakt.')
})
