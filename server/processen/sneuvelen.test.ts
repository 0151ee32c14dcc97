import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedInrichting } from '#server/beheer/index.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { procesJobs } from './jobs.ts'
import { startProces } from './startProces.ts'
import { geefVrij } from './testing/geefVrij.ts'
import { publiceerProef } from './testing/proefproces.ts'
import { tekening } from './testing/tekening.ts'

/*
 * The worker is killed in the middle of its work, again and again. Each process ends right all the same: everything in
 * the database once, and every deed outside once by its key.
 */

const aantal = 40
const doden = 8
let rondom: TestRondom
let folder: string
const boeking = (id: string) => `<bpmn:serviceTask id="${id}" rondom:actie="erp.muteren">
  <bpmn:extensionElements><rondom:invoer naam="wat" waarde="boeking maken"/></bpmn:extensionElements></bpmn:serviceTask>`
const taak = (id: string) => `<bpmn:serviceTask id="${id}" rondom:actie="taak.aanmaken"><bpmn:extensionElements>
  <rondom:invoer naam="team" waarde="kcc"/><rondom:invoer naam="onderwerp" waarde="${id}"/></bpmn:extensionElements></bpmn:serviceTask>`
const proces = tekening(`<bpmn:startEvent id="begin"/>${boeking('een')}${taak('naEen')}
  <bpmn:intermediateCatchEvent id="even"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
  ${taak('naTijd')}${boeking('twee')}<bpmn:endEvent id="einde"/>
  begin -> een
  een -> naEen
  naEen -> even
  even -> naTijd
  naTijd -> twee
  twee -> einde`)

beforeAll(async () => {
  rondom = await startTestRondom({ now: new Date() })
  await rondom.write(seedInrichting)
  await publiceerProef(rondom, 'lang', { 'proces.bpmn': proces })
  folder = mkdtempSync(join(tmpdir(), 'rondom-test-'))
  writeFileSync(join(folder, 'logboek'), '')
}, 60_000)
afterAll(async () => {
  await rondom.close()
  rmSync(folder, { recursive: true, force: true })
})

async function begin(): Promise<ChildProcess> {
  const werker = spawn(
    process.execPath,
    [join(import.meta.dirname, 'testing/werker.ts'), rondom.databaseUrl, join(folder, 'logboek')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await once(werker.stdout ?? werker, 'data')
  return werker
}

const klaar = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from proces_instantie where status = 'klaar'`.execute(rondom.db))
    .rows[0]?.n ?? 0

async function ruimOp(): Promise<void> {
  await geefVrij(rondom.db)
  rondom.clock.now = new Date()
  await procesJobs(rondom.services)['processen.vangnet']?.run(rondom.context(), {} as never)
}

it(`ends ${aantal} processes right, though the worker is killed ${doden} times`, async () => {
  for (let nummer = 0; nummer < aantal; nummer++)
    await rondom.write((w) => startProces({ ...w, now: new Date() }, { proces: 'lang' }))

  for (let dood = 0; dood < doden; dood++) {
    const werker = await begin()
    await sleep(100 + Math.random() * 500)
    werker.kill('SIGKILL')
    await once(werker, 'close')
    await ruimOp()
  }
  const laatste = await begin()
  const tot = Date.now() + 120_000
  while ((await klaar()) < aantal && Date.now() < tot) await sleep(200)
  laatste.kill('SIGKILL')
  await once(laatste, 'close')

  expect(await klaar()).toBe(aantal)
  const taken = await sql<{ onderwerp: string; aantal: number; zaken: number }>`
    select onderwerp, count(*)::int as aantal, count(distinct zaak_id)::int as zaken from taak group by 1 order by 1`.execute(
    rondom.db,
  )
  expect(taken.rows).toEqual([
    { onderwerp: 'naEen', aantal, zaken: aantal },
    { onderwerp: 'naTijd', aantal, zaken: aantal },
  ])
  const sleutels = readFileSync(join(folder, 'logboek'), 'utf8').trim().split('\n')
  expect(new Set(sleutels).size).toBe(2 * aantal)
  const acties = await sql<{ status: string; aantal: number }>`
    select status, count(*)::int as aantal from proces_actie where soort = 'erp.muteren' group by 1`.execute(rondom.db)
  expect(acties.rows).toEqual([{ status: 'gelukt', aantal: 2 * aantal }])
  const zaken = await sql<{ n: number }>`select count(*)::int as n from zaak where status = 'AFG'`.execute(rondom.db)
  expect(zaken.rows[0]?.n).toBe(aantal)
}, 240_000)
