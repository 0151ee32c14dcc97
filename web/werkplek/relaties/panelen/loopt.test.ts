import { expect, it } from 'vitest'
import { verdeel } from './loopt.ts'

it('counts the last day as a day on which it holds', () => {
  const rijen = [
    { id: 'open', einddatum: null },
    { id: 'vandaag', einddatum: '2026-11-23' },
    { id: 'gisteren', einddatum: '2026-11-22' },
  ]

  const { nu, eerder } = verdeel(rijen, new Date('2026-11-23T22:30:00Z'))

  expect(nu.map((rij) => rij.id)).toEqual(['open', 'vandaag'])
  expect(eerder.map((rij) => rij.id)).toEqual(['gisteren'])
})
