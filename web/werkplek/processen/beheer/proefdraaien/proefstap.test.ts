import { expect, test } from 'vitest'
import type { Proefstand } from '#contract/procesproef.ts'
import type { ProcesWacht } from '#contract/processen.ts'
import { beschrijf, itemVan, leegVoorbeeld, volgendeWekker } from './proefstap.ts'
import { nl } from './teksten.nl.ts'

const wacht = (deel: Partial<ProcesWacht>) => ({ element: 'bel', lokaal: {}, ...deel }) as ProcesWacht

test('a step in words, with the name that people know', () => {
  const naam = (element: string) => (element === 'bel' ? 'Bellen' : element)

  expect(beschrijf({ stap: 'bel', antwoorden: {} }, naam, nl)).toBe('Bellen afronden')
  expect(beschrijf({ tijd: 'P3D' }, naam, nl)).toBe('klok P3D vooruit')
  expect(beschrijf({ actie: 'bel', uitvoer: {} }, naam, nl)).toBe('antwoord op Bellen')
})

test('in a repetition the item says which one', () => {
  const een = wacht({ lokaal: { lusNummer: 1, huurder: 'A' } })
  const twee = wacht({ lokaal: { lusNummer: 2, huurder: 'B' } })

  expect(itemVan(twee, [een, twee])).toEqual({ item: 'B' })
  expect(itemVan(een, [een])).toEqual({})
})

test('the first timer is the one of the earliest moment', () => {
  const stand = {
    proces: {
      wacht: [
        wacht({ soort: 'timer', moment: '2026-11-25T09:00:00.000Z' }),
        wacht({ soort: 'taak', moment: null }),
        wacht({ soort: 'timer', moment: '2026-11-24T09:00:00.000Z' }),
      ],
    },
  } as unknown as Proefstand

  expect(volgendeWekker(stand)).toBe('2026-11-24T09:00:00.000Z')
})

test('an answer to begin with has every field', () => {
  const schema = {
    type: 'object',
    properties: {
      afspraak: { type: 'object', properties: { id: { type: 'string' }, begin: { type: 'string' } } },
      opties: { type: 'array' },
      kanaal: { enum: ['email', 'sms'] },
      gegevens: {},
    },
  }

  expect(leegVoorbeeld(schema)).toEqual({
    afspraak: { id: '', begin: '' },
    opties: [],
    kanaal: 'email',
    gegevens: null,
  })
})
