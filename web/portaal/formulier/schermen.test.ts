import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Formulierbestand, Formulierdefinitie } from '#contract/formulieren.ts'
import { toonFormulier } from '#contract/regels/formulier/toonFormulier.ts'
import { schermenVan } from './schermen.ts'

const context = { nu: new Date('2026-12-01T09:00:00Z') }
function namen(bestand: Partial<Formulierbestand>, antwoorden: Record<string, unknown> = {}) {
  const def = Formulierdefinitie.parse({ titel: 'Melding', velden: [], ...bestand })
  return schermenVan(def, toonFormulier(def, antwoorden, context)).map(({ velden }) =>
    velden.map(({ veld }) => veld.naam),
  )
}
const tekst = (naam: string, extra = {}) => ({ soort: 'tekst' as const, naam, label: naam, ...extra })
const zegt = (naam: string, extra = {}) => ({ soort: 'informatie' as const, naam, label: naam, tekst: naam, ...extra })

test('asks one question at a time', () => {
  expect(namen({ velden: [tekst('a'), tekst('b'), tekst('c')] })).toEqual([['a'], ['b'], ['c']])
})

test('asks together what the form puts side by side, but never a screen full', () => {
  const half = { breedte: 'half' }

  expect(namen({ velden: [tekst('a', half), tekst('b', half), tekst('c'), tekst('d', half)] })).toEqual([
    ['a', 'b'],
    ['c'],
    ['d'],
  ])
  expect(namen({ velden: ['a', 'b', 'c', 'd', 'e'].map((naam) => tekst(naam, half)) })).toEqual([
    ['a', 'b', 'c', 'd'],
    ['e'],
  ])
})

test('says something where it matters: with the question it depends on, else before the next', () => {
  const velden = [
    tekst('gevaar'),
    zegt('belNu', { zichtbaar: 'gevaar = "gas"' }),
    zegt('uitleg'),
    tekst('plek'),
    zegt('slot'),
  ]

  expect(namen({ velden }, { gevaar: 'gas' })).toEqual([
    ['gevaar', 'belNu'],
    ['uitleg', 'plek', 'slot'],
  ])
  expect(namen({ velden })).toEqual([['gevaar'], ['uitleg', 'plek', 'slot']])
})

test('never mixes parts, and leaves out a part of which nothing is asked', () => {
  const half = { breedte: 'half' }
  const velden = [tekst('a', half), tekst('b', half), tekst('c', { zichtbaar: 'a = "x"' }), zegt('d')]
  const delen = [
    { titel: 'Een', velden: ['a'] },
    { titel: 'Twee', velden: ['b'] },
    { titel: 'Drie', velden: ['c'] },
    { titel: 'Vier', velden: ['d'] },
  ]

  expect(namen({ velden, delen })).toEqual([['a'], ['b'], ['d']])
})

test('loses no field of any form that there is, and gives each screen a key of its own', () => {
  const root = join(import.meta.dirname, '../../../processen')
  for (const proces of readdirSync(root, { withFileTypes: true }).filter((each) => each.isDirectory())) {
    const folder = join(root, proces.name, 'formulieren')
    for (const file of readdirSync(folder)) {
      const def = Formulierdefinitie.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
      const getoond = toonFormulier(def, {}, context)
      const schermen = schermenVan(def, getoond)

      expect(schermen.flatMap(({ velden }) => velden).length, file).toBe(getoond.length)
      expect(new Set(schermen.map(({ sleutel }) => sleutel)).size, file).toBe(schermen.length)
    }
  }
})
