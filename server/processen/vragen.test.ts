import { afterAll, beforeAll, expect, it } from 'vitest'
import { findTeamByCode, seedInrichting } from '#server/beheer/index.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'
import { telVragen } from './testing/telVragen.ts'
import { laadLevering } from './versies/levering.ts'

/*
 * A step is quick as long as it asks little: on a database elsewhere each question is a journey. The bounds are a little
 * above what it takes now; who needs more, sees here what for.
 */

let rondom: TestRondom
let kcc: Client
let partijId: string
beforeAll(async () => {
  rondom = await startTestRondom()
  await rondom.write(seedInrichting)
  await rondom.write((w) => laadLevering(w))
  partijId = (await persoonIn(rondom)).id
  kcc = await rondom.als('klantcontactmedewerker', { teamIds: [(await findTeamByCode(rondom.db, 'kcc'))?.id ?? ''] })
})
afterAll(() => rondom.close())

it('asks the database little to begin a process, and to do a step', async () => {
  // Once before: what is read once per process of the server does not count.
  await doeStap(await begin())

  let zaakId = ''
  const beginnen = await telVragen(async () => {
    zaakId = await begin()
  })
  const stap = await telVragen(() => doeStap(zaakId))

  expect(beginnen.length, beginnen.join('\n')).toBeLessThanOrEqual(63)
  expect(stap.length, stap.join('\n')).toBeLessThanOrEqual(71)
})

async function begin(): Promise<string> {
  const antwoord = await kcc.post('/api/processen/service-en-contact/instanties', {
    partijId,
    antwoorden: { onderwerp: 'compliment', onderwerpTekst: 'Aardig geholpen', vraag: 'De monteur was vriendelijk.' },
  })
  expect(antwoord.statusCode, antwoord.body).toBe(201)
  return antwoord.json().zaakId
}

async function doeStap(zaakId: string): Promise<void> {
  const antwoord = await kcc.post(`/api/zaken/${zaakId}/stappen/beantwoorden`, {
    antwoorden: { uitkomstKeuze: 'beantwoord', antwoord: 'Die ligt klaar bij de balie.' },
  })
  expect(antwoord.statusCode, antwoord.body).toBe(200)
}
