import { expect, it } from 'vitest'
import { leesProefwaarde } from './proefwaarde.ts'

it.each([
  ['', 'number', {}],
  ['12,5', 'number', { waarde: 12.5 }],
  ['veel', 'number', { fout: 'geenGetal' }],
  ['KET', 'string', { waarde: 'KET' }],
  ['"KET"', 'string', { waarde: 'KET' }],
  ['false', 'boolean', { waarde: false }],
  ['2026-12-01', 'date', { waarde: '2026-12-01' }],
  ['["GAS", "KET"]', 'Any', { waarde: ['GAS', 'KET'] }],
  ['1 +', 'Any', { fout: 'alsFeel' }],
])('%j typed for %s', (getypt, soort, verwacht) => {
  expect(leesProefwaarde(getypt, soort)).toEqual(verwacht)
})
