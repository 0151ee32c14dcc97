import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { buildWeb } from './buildWeb.ts'
import { type Bundel, measureBundel } from './bundel.ts'

const kB = 1000
let bundel: Bundel

beforeAll(async () => {
  await buildWeb('werkplek', true)
  bundel = measureBundel(join(import.meta.dirname, '../dist/werkplek'))
}, 120_000)

it('the werkplek starts with little: at most 220 kB of JavaScript and 40 kB of styles, gzipped', () => {
  expect(bundel.js).toBeGreaterThan(50 * kB)
  expect(bundel.js).toBeLessThanOrEqual(220 * kB)
  expect(bundel.css).toBeLessThanOrEqual(40 * kB)
})

/** One fills these in: they bring the form fields along that all of them share. Beside a contact stands the whole klantbeeld. */
const formulieren: Record<string, number> = {
  'gesprekken/GesprekPagina.tsx': 113 * kB,
  'relaties/nieuw/NieuweKlant.tsx': 90 * kB,
  'taken/NieuweTaakPagina.tsx': 80 * kB,
}

/** Whole libraries that draw, never fetched ahead: of bpmn.io for who changes a draft of a process, and of the charts. */
const tekenprogrammas: Record<string, number> = {
  'processen/beheer/schemaeditor/Schemaeditor.tsx': 80 * kB,
  'processen/beheer/tabeleditor/Tabeleditor.tsx': 250 * kB,
  'processen/inzicht/Weekgrafiek.tsx': 130 * kB,
}

it('no screen adds more than 60 kB, or its own ceiling when it is a form; nor any part more than 60 kB of its own', () => {
  expect(bundel.lui.length).toBeGreaterThan(0)
  const limit = (naam: string) => formulieren[naam] ?? 60 * kB
  const eigenLimit = (naam: string) => tekenprogrammas[naam] ?? 60 * kB
  expect(
    bundel.lui.filter(({ naam, scherm, js, eigen }) => eigen > eigenLimit(naam) || (scherm && js > limit(naam))),
  ).toEqual([])
})

/** FEEL, as the server has it: fetched beside the first question of a form and kept by the service worker. */
const rekenkern = { naam: 'formulier/rekenkern.ts', hoogstens: 75 * kB }

it('the portaal starts on an old phone: at most 120 kB of JavaScript and 18 kB of styles, gzipped; a page adds 25 kB', async () => {
  await buildWeb('portaal', true)
  const folder = join(import.meta.dirname, '../dist/portaal')
  const portaal = measureBundel(folder)

  expect(portaal.js).toBeGreaterThan(50 * kB)
  expect(portaal.js).toBeLessThanOrEqual(120 * kB)
  expect(portaal.css).toBeLessThanOrEqual(18 * kB)
  expect(portaal.lui.length).toBeGreaterThan(5)
  const limit = (naam: string) => (naam === rekenkern.naam ? rekenkern.hoogstens : 25 * kB)
  expect(portaal.lui.filter(({ naam, js }) => js > limit(naam))).toEqual([])
  // Two weights of one letter, as they are sent.
  const letters = readdirSync(join(folder, 'assets')).filter((naam) => naam.endsWith('.ttf.br'))
  expect(letters.reduce((som, naam) => som + statSync(join(folder, 'assets', naam)).size, 0)).toBeLessThan(60 * kB)
}, 120_000)
