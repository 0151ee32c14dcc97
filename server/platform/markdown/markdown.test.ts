import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHtml } from './markdown.ts'
import { toTekst } from './tekst.ts'

describe('a message', () => {
  const brief = `# Uw afspraak

Beste mevrouw **Yılmaz**,
wij komen op *dinsdag*.

- Zet de kraan dicht
- Maak ruimte:
  1. onder het aanrecht
  2. in de gang

| Post | Bedrag |
| --- | ---: |
| Huur | € 100,00 |

[Bekijk uw zaak](https://portaal.example.nl/zaken/1) of bel [030 123 45 67](tel:0301234567).`

  it('is HTML for who reads HTML', () => {
    expect(toHtml(brief)).toContain('<h1>Uw afspraak</h1>')
    expect(toHtml(brief)).toContain('<strong>Yılmaz</strong>')
    expect(toHtml(brief)).toContain('<a href="https://portaal.example.nl/zaken/1">Bekijk uw zaak</a>')
  })

  it('is text for who does not', () => {
    expect(toTekst(brief)).toBe(`Uw afspraak

Beste mevrouw Yılmaz,
wij komen op dinsdag.

- Zet de kraan dicht
- Maak ruimte:
  1. onder het aanrecht
  2. in de gang

Post | Bedrag
Huur | € 100,00

Bekijk uw zaak (https://portaal.example.nl/zaken/1) of bel 030 123 45 67 (0301234567).`)
  })
})

describe('what is refused', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[klik](javascript:alert(1))',
    '[klik](JaVaScRiPt:alert(1))',
    '[klik](data:text/html;base64,PHNjcmlwdD4=)',
    '[klik](vbscript:x)',
    '![spion](https://spion.example/pixel.gif)',
    '<a href="https://x.example" onclick="x">x</a>',
    '[klik](java&#10;script:alert(1))',
  ])('leaves no element and no address of it: %s', (gif) => {
    const html = toHtml(gif)
    expect(html).not.toMatch(/<(script|img|iframe|svg)/i)
    expect(html).not.toMatch(/href="(?!https?:|mailto:|tel:)/i)
    expect(html).not.toMatch(/<[^>]+\son\w+=/i)
  })

  it('never yields an element that Markdown does not have, whatever is typed', () => {
    const teken = fc.string({
      unit: fc.constantFrom(...'<>"\'&/=! []()*_`#-\n:ahrefscipton'.split(''), 'javascript:', '<img ', 'onerror='),
      maxLength: 60,
    })
    fc.assert(
      fc.property(teken, (tekst) => {
        const names = [...toHtml(tekst).matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)]
        for (const [, naam = '', rest = ''] of names) {
          expect([
            'p',
            'br',
            'h1',
            'h2',
            'h3',
            'h4',
            'h5',
            'h6',
            'ul',
            'ol',
            'li',
            'em',
            'strong',
            'a',
            'code',
            'pre',
            'hr',
            'blockquote',
            'table',
            'thead',
            'tbody',
            'tr',
            'th',
            'td',
          ]).toContain(naam)
          expect(rest).toMatch(
            /^( ?\/?| start="\d+"| href="(https?:|mailto:|tel:)[^"]*"( title="[^"]*")?| title="[^"]*"| class="language-[^"]*"| style="text-align:(left|right|center)")*$/,
          )
        }
      }),
      { numRuns: 500 },
    )
  })
})
