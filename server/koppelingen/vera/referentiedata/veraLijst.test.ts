import { expect, test } from 'vitest'
import { Formulierdefinitie } from '#contract/formulieren.ts'
import { lijstnamen, metLijsten } from './metLijsten.ts'
import { veraLijst, veraLijstnamen } from './veraLijst.ts'

const DAG = '2026-12-01'

test('every list of the publication is read', () => {
  expect(veraLijstnamen()).toHaveLength(245)
  expect(veraLijst('DEFECTLOCATIE', DAG)).toHaveLength(38)
  expect(veraLijst('DEFECTOORZAAK', DAG)).toContainEqual({ waarde: 'BEW', label: 'Bewonersopdracht/gedrag' })
  expect(veraLijst('ENERGIEPRESTATIESOORT', DAG)).toContainEqual({
    waarde: 'OPG',
    label: 'Opgewekte duurzame elektriciteit',
  })
  expect(veraLijst('BESTAATNIET', DAG)).toEqual([])
})

test('names are in order, codes are there once', () => {
  const labels = veraLijst('DEFECTSOORT', DAG).map(({ label }) => label)

  expect(labels).toEqual(labels.toSorted((a, b) => a.localeCompare(b, 'nl')))
  for (const soort of veraLijstnamen()) {
    const codes = veraLijst(soort, DAG).map(({ waarde }) => waarde)
    expect(new Set(codes).size, soort).toBe(codes.length)
  }
})

test('a code that ended is not offered any more', () => {
  const voor = veraLijst('RELATIEROLSOORT', '2015-01-01').map(({ waarde }) => waarde)
  const nu = veraLijst('RELATIEROLSOORT', DAG).map(({ waarde }) => waarde)

  expect(voor).toContain('KLA')
  expect(nu).not.toContain('KLA')
})

test('a form gets the lists that it names, and no other', () => {
  const def = Formulierdefinitie.parse({
    titel: 'Melding',
    velden: [
      { soort: 'keuze', naam: 'ruimte', label: 'Ruimte', opties: { lijst: 'vera:DEFECTLOCATIE' } },
      { soort: 'tekst', naam: 'naam', label: 'Naam' },
    ],
  })

  expect(Object.keys(metLijsten(def, DAG).lijsten ?? {})).toEqual(['vera:DEFECTLOCATIE'])
  expect(lijstnamen()).toContain('vera:DEFECTSOORT')
})
