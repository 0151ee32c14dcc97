import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, type Handeling, isGesloten, type Toestand } from './overgangen.ts'

const vrij: Toestand = { status: 'niet_gestart', medewerkerId: null }

const medewerker = fc.constantFrom('anna', 'bilal', 'cora')
const handeling: fc.Arbitrary<Handeling> = fc.oneof(
  fc.record({ soort: fc.constant('oppakken' as const), door: medewerker }),
  fc.record({ soort: fc.constant('toewijzen' as const), aan: fc.option(medewerker) }),
  fc.record({
    soort: fc.constantFrom('teruggeven', 'wachten', 'doorgaan', 'afronden', 'annuleren'),
  }) as fc.Arbitrary<Handeling>,
)

/** Every state that can be reached, with the step that led there. */
function run(steps: Handeling[]): { before: Toestand; step: Handeling; after: Toestand }[] {
  let before = vrij
  return steps.map((step) => {
    const result = apply(before, step)
    const after = 'toestand' in result ? result.toestand : before
    const entry = { before, step, after }
    before = after
    return entry
  })
}

describe('a taak', () => {
  it('is taken, worked on and finished', () => {
    const steps: Handeling[] = [
      { soort: 'oppakken', door: 'anna' },
      { soort: 'wachten' },
      { soort: 'doorgaan' },
      { soort: 'afronden' },
    ]
    expect(run(steps).map(({ after }) => after.status)).toEqual([
      'in_uitvoering',
      'wacht_op_derden',
      'in_uitvoering',
      'afgerond',
    ])
  })

  it('is had by one: the second hears that it is taken', () => {
    expect(apply({ status: 'in_uitvoering', medewerkerId: 'anna' }, { soort: 'oppakken', door: 'bilal' })).toEqual({
      weigering: 'al-opgepakt',
    })
  })

  it('that was assigned to me begins when I pick it up', () => {
    expect(apply({ status: 'niet_gestart', medewerkerId: 'anna' }, { soort: 'oppakken', door: 'anna' })).toEqual({
      toestand: { status: 'in_uitvoering', medewerkerId: 'anna' },
    })
  })

  it('is not finished by somebody who did not take it', () => {
    expect(apply(vrij, { soort: 'afronden' })).toEqual({ weigering: 'niet-opgepakt' })
  })

  it('in hand or finished always has somebody, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(handeling, { maxLength: 30 }), (steps) => {
        for (const { after } of run(steps)) {
          if (['in_uitvoering', 'wacht_op_derden', 'afgerond'].includes(after.status)) {
            expect(after.medewerkerId).not.toBeNull()
          }
        }
      }),
    )
  })

  it('never changes once it is closed', () => {
    fc.assert(
      fc.property(fc.array(handeling, { maxLength: 30 }), (steps) => {
        for (const { before, after } of run(steps)) if (isGesloten(before.status)) expect(after).toEqual(before)
      }),
    )
  })

  it('never goes from one to another by picking up', () => {
    fc.assert(
      fc.property(fc.array(handeling, { maxLength: 30 }), (steps) => {
        for (const { before, step, after } of run(steps)) {
          if (step.soort === 'oppakken' && before.medewerkerId !== null) {
            expect(after.medewerkerId).toBe(before.medewerkerId)
          }
        }
      }),
    )
  })
})
