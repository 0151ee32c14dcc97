import { expect, test } from 'vitest'
import { overtredingen, type Uitwisseling } from './specificatie.ts'

const goed: Uitwisseling = {
  keten: 'ohd',
  methode: 'POST',
  pad: '/onderhoudsverzoeken',
  query: new URLSearchParams(),
  koppen: new Headers({ 'X-Stuurgegevens-Referentienummer': '1', 'X-API-KEY': 'geheim' }),
  bericht: { omschrijving: 'Kraan lekt', melddatum: '2026-11-23T10:00:00Z', eenheid: { code: 'E1' } },
  status: 201,
  antwoord: { id: '1', status: { code: 'REG' } },
}

test('what VERA published is accepted', () => {
  expect(overtredingen(goed)).toEqual([])
  expect(
    overtredingen({
      ...goed,
      keten: 'bog',
      methode: 'GET',
      pad: '/overeenkomsten/H1',
      bericht: undefined,
      status: 200,
      antwoord: { id: 'H1', brutohuur: 612.5, relaties: [{ achternaam: 'Berg' }] },
    }),
  ).toEqual([])
})

test.each([
  ['a resource', { pad: '/klachten' }, 'is er niet'],
  ['an attribute', { bericht: { onderwerp: 'Kraan' } }, 'bericht.onderwerp is er niet'],
  ['a moment with a time zone', { bericht: { melddatum: '2026-11-23T10:00:00+01:00' } }, 'bericht.melddatum'],
  [
    'an amount as text',
    { keten: 'bfg', pad: '/boekingen', bericht: { bedrag: '12.50' } },
    'bericht.bedrag is geen number',
  ],
  ['a filter', { methode: 'GET', query: new URLSearchParams({ 'eenheid.naam': 'x' }) }, 'vraagt op eenheid.naam'],
  ['a header', { koppen: new Headers({ 'X-Rondom': '1' }) }, 'kop x-rondom'],
  ['an id in PATCH that is no number', { methode: 'PATCH', pad: '/onderhoudsverzoeken/A1' }, 'id A1'],
  ['an answer', { antwoord: { id: 1 } }, 'antwoord.id is geen string'],
  ['a code without its object', { antwoord: { status: 'REG' } }, 'antwoord.status is geen object'],
] as const)('%s that it does not know is found', (_wat, anders, melding) => {
  expect(overtredingen({ ...goed, ...anders } as Uitwisseling).join('\n')).toContain(melding)
})
