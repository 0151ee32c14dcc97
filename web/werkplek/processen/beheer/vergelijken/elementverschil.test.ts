import { expect, test } from 'vitest'
import { elementverschillen } from './elementverschil.ts'
import type { Knoop } from './xmlboom.ts'

const k = (naam: string, attributen: Record<string, string> = {}, kinderen: Knoop[] = [], tekst = ''): Knoop => ({
  naam,
  attributen,
  kinderen,
  tekst,
})
const proces = (...kinderen: Knoop[]) =>
  k('definitions', { id: 'd' }, [k('process', { id: 'p', name: 'Hek' }, kinderen)])
const taak = (over: Record<string, string> = {}, kinderen: Knoop[] = []) =>
  k('userTask', { id: 'bel', name: 'Bellen', ...over }, kinderen)
const pijl = k('sequenceFlow', { id: 's1', sourceRef: 'begin', targetRef: 'bel' })

test('nothing differs when only the drawing does, or what the arrows say themselves', () => {
  const tekening = k('BPMNDiagram', { id: 't' }, [k('Bounds', { x: '10' })])
  const oud = k('definitions', { id: 'd' }, [k('process', { id: 'p' }, [taak()])])
  const nieuw = k('definitions', { id: 'd' }, [
    k('process', { id: 'p' }, [taak({}, [k('incoming', {}, [], 's1')])]),
    tekening,
  ])

  expect(elementverschillen(oud, nieuw)).toEqual([])
})

test('an element that is new, gone, or has another property; an arrow is named by its ends', () => {
  const oud = proces(k('startEvent', { id: 'begin', name: 'Gevraagd' }), taak({ team: 'kcc' }), pijl)
  const nieuw = proces(
    k('startEvent', { id: 'begin', name: 'Gevraagd' }),
    taak({ team: 'techniek' }),
    k('endEvent', { id: 'eind' }),
  )

  expect(elementverschillen(oud, nieuw)).toEqual([
    {
      id: 'bel',
      naam: 'Bellen',
      element: 'userTask',
      soort: 'anders',
      eigenschappen: [{ naam: 'team', oud: 'kcc', nieuw: 'techniek' }],
    },
    { id: 'eind', naam: 'eind', element: 'endEvent', soort: 'nieuw', eigenschappen: [] },
    { id: 's1', naam: 'Gevraagd → Bellen', element: 'sequenceFlow', soort: 'weg', eigenschappen: [] },
  ])
})

test('a part that is compared elsewhere is left out, what stands beside it is not', () => {
  const tabel = (regel: string) =>
    k('decision', { id: 'b' }, [k('decisionTable', { id: 't' }, [k('rule', { id: regel })])])
  const soort = (waarden: string) =>
    k('itemDefinition', { name: 'Prioriteit' }, [k('allowedValues', {}, [k('text', {}, [], waarden)])])
  const bestand = (regel: string, waarden: string) => k('definitions', { id: 'd' }, [soort(waarden), tabel(regel)])

  expect(elementverschillen(bestand('r1', '"laag"'), bestand('r2', '"laag"'), ['decisionTable'])).toEqual([])
  expect(elementverschillen(bestand('r1', '"laag"'), bestand('r1', '"hoog"'), ['decisionTable'])).toMatchObject([
    {
      id: 'd',
      eigenschappen: [{ naam: 'itemDefinition Prioriteit allowedValues text', oud: '"laag"', nieuw: '"hoog"' }],
    },
  ])
})

test('what stands inside an element is a property of it, also when an editor gave it another id', () => {
  const invoer = (waarde: string) => k('extensionElements', {}, [k('invoer', { naam: 'wat', waarde })])
  const wekker = (id: string, duur: string) => k('timerEventDefinition', { id }, [k('timeDuration', {}, [], duur)])
  const oud = proces(taak({}, [invoer('eenheid'), wekker('x1', 'P3D')]))
  const nieuw = proces(taak({}, [invoer('zaak'), wekker('x2', 'P5D')]))

  expect(elementverschillen(oud, nieuw)[0]?.eigenschappen).toEqual([
    { naam: 'invoer wat waarde', oud: 'eenheid', nieuw: 'zaak' },
    { naam: 'timerEventDefinition timeDuration', oud: 'P3D', nieuw: 'P5D' },
  ])
})
