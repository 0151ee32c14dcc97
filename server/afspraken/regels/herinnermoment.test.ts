import { expect, test } from 'vitest'
import { ALLEEN_WEEKEND } from '#contract/regels/werkdagen.ts'
import { herinnermoment } from './herinnermoment.ts'

const op = (begin: string, now: string, isVrij = ALLEEN_WEEKEND) =>
  herinnermoment(new Date(begin), new Date(now), isVrij)?.toISOString()

test('the working day before, at the same time on the clock of the Netherlands', () => {
  expect(op('2026-11-25T09:00:00Z', '2026-11-20T09:00:00Z')).toBe('2026-11-24T09:00:00.000Z')
  expect(op('2026-11-23T07:30:00Z', '2026-11-16T09:00:00Z')).toBe('2026-11-20T07:30:00.000Z')
  expect(op('2026-12-28T09:00:00Z', '2026-12-01T09:00:00Z', (dag) => dag === '2026-12-25')).toBe(
    '2026-12-24T09:00:00.000Z',
  )
})

test('also when the clock changes in between', () => {
  expect(op('2026-03-30T07:00:00Z', '2026-03-01T09:00:00Z')).toBe('2026-03-27T08:00:00.000Z')
})

test('not at all when it was agreed after that', () => {
  expect(op('2026-11-25T09:00:00Z', '2026-11-24T09:00:00Z')).toBeUndefined()
  expect(op('2026-11-25T09:00:00Z', '2026-11-26T09:00:00Z')).toBeUndefined()
})
