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

it('no screen adds more than 60 kB of its own, or 110 kB with the form fields that screens share', () => {
  expect(bundel.lui.length).toBeGreaterThan(0)
  expect(bundel.lui.filter((each) => each.eigen > 60 * kB || (each.scherm && each.js > 110 * kB))).toEqual([])
})
