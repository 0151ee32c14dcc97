import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHtml } from '#server/platform/markdown/markdown.ts'
import { toTekst } from '#server/platform/markdown/tekst.ts'
import { BerichtFout, namenIn, vulBericht, vulRegel } from './vulBericht.ts'

describe('filling in', () => {
  const gegevens = {
    klant: { aanhef: 'Geachte heer Van den Berg', vertegenwoordiger: null },
    zaak: { nummer: 'Z2026-100001' },
    einddatum: '2026-12-31',
    afspraak: '2026-07-01T07:30:00Z',
    bedrag: 123456,
    aantal: 1500,
    posten: [
      { naam: 'Huur', cent: 61250 },
      { naam: 'Schade *deur*', cent: -4000 },
    ],
    bijlagen: [],
    spoed: true,
  }

  it('writes names, dates, times, amounts and yes or no as a letter does', () => {
    expect(vulBericht('{{ klant.aanhef }}, zaak {{zaak.nummer}}.', gegevens)).toBe(
      'Geachte heer Van den Berg, zaak Z2026-100001.',
    )
    expect(vulBericht('{{ einddatum | datum }} / {{ einddatum | dag }}', gegevens)).toBe(
      '31 december 2026 / donderdag 31 december 2026',
    )
    expect(vulBericht('{{ afspraak | datum }} om {{ afspraak | tijd }}', gegevens)).toBe('1 juli 2026 om 09:30')
    expect(vulBericht('{{ bedrag | bedrag }} {{aantal}} {{spoed}}', gegevens)).toBe('€ 1.234,56 1500 ja')
  })

  it('repeats a section for each, and shows another when there is none', () => {
    const sjabloon = `| Post | Bedrag |
| --- | ---: |
{{#posten}}
| {{ naam }} | {{ cent | bedrag }} |
{{/posten}}
{{^bijlagen}}
Er zijn geen bijlagen bij {{ zaak.nummer }}.
{{/bijlagen}}
{{#spoed}}Met spoed.{{/spoed}}{{#klant.vertegenwoordiger}}Namens u{{/klant.vertegenwoordiger}}`
    expect(vulBericht(sjabloon, gegevens)).toBe(`| Post | Bedrag |
| --- | ---: |
| Huur | € 612,50 |
| Schade \\*deur\\* | € -40,00 |
Er zijn geen bijlagen bij Z2026-100001.
Met spoed.`)
  })

  it.each([
    ['Beste\n\n{{ klant.naam }}', 'klant.naam', 3],
    ['{{ onbekend }}', 'onbekend', 1],
    ['{{ constructor }}', 'constructor', 1],
    ['{{ klant.aanhef.length }}', 'klant.aanhef.length', 1],
    ['{{#posten}}{{ prijs }}{{/posten}}', 'prijs', 1],
    ['{{ posten }}', 'posten', 1],
    ['{{ einddatum | bedrag }}', 'einddatum', 1],
    ['{{ einddatum | kwartaal }}', 'einddatum', 1],
    ['{{#posten}} nooit dicht', 'posten', 1],
    ['{{/posten}}', 'posten', 1],
    ['{{ 1 + 1 }}', '1 + 1', 1],
  ])('refuses %j with the name and the line', (sjabloon, naam, regel) => {
    const fout = (() => {
      try {
        return vulBericht(sjabloon, gegevens)
      } catch (error) {
        return error
      }
    })()
    expect(fout).toBeInstanceOf(BerichtFout)
    expect(fout).toMatchObject({ naam, regel })
    expect((fout as BerichtFout).message).toContain(naam)
  })

  it('keeps the end of a line on which a section ends', () => {
    const sjabloon = '{{#posten}}\n- {{ naam }}:{{#cent}} {{ cent | bedrag }}{{/cent}}\n{{/posten}}'

    expect(
      vulBericht(sjabloon, {
        posten: [
          { naam: 'Huur', cent: 100 },
          { naam: 'Gratis', cent: null },
        ],
      }),
    ).toBe('- Huur: € 1,00\n- Gratis:\n')
  })

  it('leaves empty what is known to be empty', () => {
    expect(vulBericht('[{{ klant.vertegenwoordiger.naam }}]', gegevens)).toBe('[]')
  })

  it('names what a text asks for before it is sent', () => {
    expect(namenIn('{{ a.b }}\n{{#rijen}}{{ c | datum }}{{/rijen}}')).toEqual([
      { naam: 'a.b', regel: 1, in: [] },
      { naam: 'rijen', regel: 2, in: [] },
      { naam: 'c', regel: 2, in: ['rijen'] },
    ])
  })

  it('keeps a subject one plain line', () => {
    expect(vulRegel('Uw zaak {{ x }}', { x: 'a *b*\r\nBcc: iedereen@example.nl' })).toBe(
      'Uw zaak a *b* Bcc: iedereen@example.nl',
    )
  })
})

describe('what a customer typed', () => {
  it.each([
    '**vet**',
    '[klik hier](https://oplichter.example)',
    '# Kop',
    '- punt',
    '1. eerste',
    '> citaat',
    '`code`',
    '<b>x</b>',
    '| a | b |',
    '{{ zaak.nummer }}',
    '---',
    'a\n===',
    '&lt;script&gt;',
    '![x](https://x.example/p.gif)',
    '~~weg~~',
    '    vier spaties',
  ])('stays as typed: %j', (getypt) => {
    const html = toHtml(vulBericht('Beste {{ naam }}', { naam: getypt }))
    expect(html).not.toMatch(/<(?!\/?p>|br)/)
    expect(toTekst(vulBericht('{{ naam }}', { naam: getypt }))).toBe(getypt.trim())
  })

  it('never becomes an element, whatever it is', () => {
    const teken = fc.string({ unit: fc.constantFrom(...'*_`[]()<>#|~&!-+=.:1 a\n\\{}'.split('')), maxLength: 40 })
    fc.assert(
      fc.property(teken, (naam) => {
        const html = toHtml(vulBericht('Beste {{ naam }}.', { naam }))
        expect(html.replace(/<br>|<\/?p>/g, '')).not.toContain('<')
      }),
      { numRuns: 1000 },
    )
  })
})
