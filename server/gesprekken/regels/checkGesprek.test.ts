import { describe, expect, it } from 'vitest'
import type { GesprekInhoud, GesprekVraag } from '#contract/gesprekken.ts'
import { type Bekend, checkGesprek } from './checkGesprek.ts'
import { leegGesprek, legeVraag } from './leegGesprek.ts'

const bekend: Bekend = {
  partijId: 'klant',
  kanalen: new Set(['telefoon']),
  teams: new Set(['planning']),
  onderwerpen: new Set(['lekkage']),
  sjablonen: new Map([['s', { naam: 'Planning', notitietekst: 'Afspraak: ', bijlageVerplicht: false }]]),
  bijlagen: new Set(['foto']),
  koppelbaar: new Set(['eenheid:huis']),
  beantwoordbaar: new Set(['vraag']),
  begonnenZaken: new Set(['nieuwe-zaak']),
}
const taak: GesprekVraag['taak'] = { ...legeVraag('x').taak, aanmaken: true, teamId: 'planning' }

function check(
  vraag: Partial<GesprekVraag>,
  gesprek: Partial<GesprekInhoud> = {},
  wat: Partial<Bekend> = {},
): string[] {
  const one = { ...legeVraag('v'), vraag: 'Wanneer?', ...vraag }
  const inhoud = { ...leegGesprek({ kanaalCode: 'telefoon', richting: 'inkomend', vraag: one }), ...gesprek }
  return checkGesprek(inhoud, { ...bekend, ...wat }).map(({ name }) => name.replace('inhoud.vragen.0.', ''))
}

describe('a contact is ready', () => {
  it.each<[string, Partial<GesprekVraag>, Partial<GesprekInhoud>]>([
    ['answered at once', { directBeantwoord: true, antwoord: 'Morgen' }, {}],
    ['with a taak for a team', { taak }, {}],
    [
      'a complaint that became a zaak in this contact',
      { type: 'klacht', koppelingen: [{ soort: 'zaak', objectId: 'nieuwe-zaak', omschrijving: '' }] },
      {},
    ],
    ['a complaint with a taak', { type: 'klacht', taak }, {}],
    ['a terugkoppeling with only an answer', { type: 'terugkoppeling', vraag: '', antwoord: 'Het is klaar' }, {}],
    ['a call that was not answered', {}, { richting: 'uitgaand', contactGelukt: false }],
    ['something we tell ourselves', {}, { richting: 'uitgaand' }],
    [
      'with everything it may point at',
      {
        taak,
        onderwerpIds: ['lekkage'],
        bijlageIds: ['foto'],
        antwoordOp: 'vraag',
        koppelingen: [
          { soort: 'eenheid', objectId: 'huis', omschrijving: '' },
          { soort: 'zaak', objectId: 'Z-2026-1', omschrijving: '' },
        ],
      },
      {},
    ],
  ])('%s', (_what, vraag, gesprek) => {
    expect(check(vraag, gesprek)).toEqual([])
  })
})

describe('a contact is not ready', () => {
  it.each<[string, Partial<GesprekVraag>, string[]]>([
    ['without a question', { vraag: ' \n', taak }, ['vraag']],
    ['answered at once without the answer', { directBeantwoord: true }, ['antwoord']],
    ['with neither answer nor taak', {}, ['directBeantwoord']],
    [
      'about an older zaak with neither answer nor taak',
      { koppelingen: [{ soort: 'zaak', objectId: 'Z-2026-1', omschrijving: '' }] },
      ['directBeantwoord'],
    ],
    ['with both', { directBeantwoord: true, antwoord: 'Ja', taak }, ['taak.aanmaken']],
    ['a taak for nobody', { taak: { ...taak, teamId: null } }, ['taak.teamId']],
    ['a taak for a team that is gone', { taak: { ...taak, teamId: 'weg' } }, ['taak.teamId']],
    ['a complaint that nobody takes up', { type: 'klacht' }, ['taak.aanmaken']],
    ['confidential and in the portal', { taak, vertrouwelijk: true, toonInPortaal: true }, ['toonInPortaal']],
    ['a template that was not filled in', { taak, sjabloonId: 's', vraag: 'Afspraak:' }, ['vraag']],
    ['a title that is too long', { taak, onderwerp: 'x'.repeat(201) }, ['onderwerp']],
    [
      'a home that is unknown',
      { taak, koppelingen: [{ soort: 'eenheid', objectId: 'weg', omschrijving: '' }] },
      ['koppelingen.0'],
    ],
    [
      'somebody else’s contract',
      { taak, koppelingen: [{ soort: 'overeenkomst', objectId: 'huis', omschrijving: '' }] },
      ['koppelingen.0'],
    ],
  ])('%s', (_what, vraag, expected) => {
    expect(check(vraag)).toEqual(expected)
  })

  it('without a channel, or without anybody on the line', () => {
    expect(check({ taak }, { kanaalCode: 'fax' })).toEqual(['inhoud.kanaalCode'])
    expect(check({ taak }, {}, { partijId: null })).toEqual(['partijId', 'taak.belofte'])
    expect(check({ directBeantwoord: true, antwoord: 'Ja' }, { naam: 'Buurvrouw' }, { partijId: null })).toEqual([])
  })

  it('with one file at two questions', () => {
    const twee = { ...legeVraag('w'), vraag: 'En?', taak, bijlageIds: ['foto'] }
    const inhoud = leegGesprek({ kanaalCode: 'telefoon', richting: 'inkomend', vraag: { ...twee, sleutel: 'v' } })
    const problems = checkGesprek({ ...inhoud, vragen: [...inhoud.vragen, twee] }, bekend)
    expect(problems.map(({ code }) => code)).toEqual(['dubbel'])
  })
})
