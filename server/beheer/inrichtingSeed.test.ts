import { afterAll, beforeAll, expect, it } from 'vitest'
import { rollen } from '#contract/rechten.ts'
import { type Client, startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { demoMedewerkers, seedDemoMedewerkers, seedInrichting } from './index.ts'

let rondom: TestRondom
let beheerder: Client

beforeAll(async () => {
  rondom = await startTestRondom()
  beheerder = await rondom.als('functioneel-beheerder')
  await rondom.write(seedInrichting)
  await rondom.write(seedDemoMedewerkers)
})
afterAll(() => rondom.close())

async function everything() {
  const paths = ['kanalen', 'teams', 'onderwerpen', 'medewerkers?aantal=100', 'beheer/openingstijden']
  return Promise.all(paths.map(async (path) => (await beheerder.get(`/api/${path}`)).json().rijen))
}

it('gives a new organisatie channels, teams, subjects in two levels and opening hours', async () => {
  const [kanalen, teams, onderwerpen, , roosters] = await everything()
  const codes = (rows: { code: string }[]) => rows.map((row) => row.code)

  expect(codes(kanalen)).toEqual(['telefoon', 'email', 'balie', 'portaal', 'whatsapp', 'brief', 'sms', 'huisbezoek'])
  expect(codes(teams).sort()).toEqual(['incasso', 'kcc', 'klachten', 'leefbaarheid', 'planning', 'verhuur', 'webcare'])
  expect(onderwerpen.length).toBeGreaterThan(25)
  const lekkage = onderwerpen.find((rij: { code: string }) => rij.code === 'lekkage')
  const reparatie = onderwerpen.find((rij: { code: string }) => rij.code === 'reparatie')
  expect(lekkage.bovenliggendId).toBe(reparatie.id)
  expect(codes(roosters)).toEqual(['algemeen', 'telefoon', 'balie'])
})

it('can run again and leaves what an administrator changed', async () => {
  await beheerder.put(
    '/api/beheer/kanalen/sms',
    { naam: 'Tekstbericht', veraCode: 'SMS', icoon: 'sms', actief: false },
    1,
  )
  await beheerder.delete('/api/beheer/openingstijden/algemeen', 1)
  const before = await everything()

  await rondom.write(seedInrichting)
  await rondom.write(seedDemoMedewerkers)

  expect(await everything()).toEqual(before)
})

it('has somebody for each role, a planner, and two people in the contact centre', async () => {
  for (const rol of rollen) expect(demoMedewerkers.some((mens) => mens.rollen.includes(rol))).toBe(true)
  expect(new Set(demoMedewerkers.map((mens) => mens.email)).size).toBe(demoMedewerkers.length)
  const [, teams] = await everything()
  const size = (code: string) => teams.find((team: { code: string }) => team.code === code).aantalLeden
  expect([size('kcc'), size('planning'), size('klachten')]).toEqual([4, 3, 2])
})
