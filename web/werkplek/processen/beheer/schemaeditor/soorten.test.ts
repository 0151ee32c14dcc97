import { expect, it } from 'vitest'
import { geenPalet, geenVervanging, geenVervolg } from './soorten.ts'
import { actievelden } from './useKeuzes.ts'

it.each([
  ['create.task', true],
  ['create.data-object', true],
  ['create.participant-expanded', true],
  ['create.intermediate-event', true],
  ['create.start-event', false],
  ['create.exclusive-gateway', false],
  ['create.subprocess-expanded', false],
])('%s is left out of the palette: %s', (naam, weg) => {
  expect(geenPalet.test(naam)).toBe(weg)
})

it.each([
  ['append.append-task', true],
  ['append.condition-intermediate-event', true],
  ['append.gateway', false],
  ['append.timer-intermediate-event', false],
])('%s is left out around an element: %s', (naam, weg) => {
  expect(geenVervolg.test(naam)).toBe(weg)
})

it.each([
  ['replace-with-task', true],
  ['replace-with-script-task', true],
  ['replace-with-manual-task', true],
  ['replace-with-complex-gateway', true],
  ['replace-with-transaction', true],
  ['replace-with-ad-hoc-subprocess', true],
  ['replace-with-conditional-start', true],
  ['replace-with-non-interrupting-conditional-boundary', true],
  ['replace-with-compensation-end', true],
  ['replace-with-link-intermediate-catch', true],
  ['replace-with-cancel-boundary', true],
  ['toggle-loop', true],
  ['replace-with-user-task', false],
  ['replace-with-rule-task', false],
  ['replace-with-event-subprocess', false],
  ['replace-with-non-interrupting-timer-boundary', false],
  ['replace-with-conditional-flow', false],
  ['toggle-parallel-mi', false],
])('%s is left out of what an element can become: %s', (naam, weg) => {
  expect(geenVervanging.test(naam)).toBe(weg)
})

it('asks of an action what its schema says, and says what must be there', () => {
  const velden = actievelden({
    properties: {
      team: { type: 'string', description: 'Code van het team' },
      prioriteit: { enum: ['laag', 'hoog'], default: 'laag' },
    },
    required: ['team', 'prioriteit'],
  })
  expect(velden).toEqual([
    { naam: 'team', uitleg: 'Code van het team', verplicht: true, waarden: [] },
    { naam: 'prioriteit', uitleg: '', verplicht: false, waarden: ['laag', 'hoog'] },
  ])
})
