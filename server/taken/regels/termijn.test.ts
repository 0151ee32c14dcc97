import { describe, expect, it } from 'vitest'
import { termijnVan } from './termijn.ts'

const kerst = (datum: string) => datum === '2026-12-25'

describe('the clock of a taak', () => {
  it.each([
    ['2026-12-28', { termijn: 'op-tijd', werkdagenOver: 1 }],
    ['2026-12-24', { termijn: 'vandaag', werkdagenOver: 0 }],
    ['2026-12-22', { termijn: 'te-laat', werkdagenOver: -2 }],
  ])('on 24 December with deadline %s', (deadline, expected) => {
    expect(termijnVan({ deadline, status: 'niet_gestart' }, '2026-12-24', kerst)).toEqual(expected)
  })

  it('is late by 0 working days on the Saturday after a Friday', () => {
    expect(termijnVan({ deadline: '2026-11-20', status: 'in_uitvoering' }, '2026-11-21', kerst)).toEqual({
      termijn: 'te-laat',
      werkdagenOver: 0,
    })
  })

  it('stands still without a deadline and when the taak is closed', () => {
    const still = { termijn: null, werkdagenOver: null }
    expect(termijnVan({ deadline: null, status: 'niet_gestart' }, '2026-12-24', kerst)).toEqual(still)
    expect(termijnVan({ deadline: '2026-12-01', status: 'afgerond' }, '2026-12-24', kerst)).toEqual(still)
  })
})
