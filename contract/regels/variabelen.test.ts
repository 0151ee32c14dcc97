import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillVariabelen, openVariabelen, variabelenVan } from './variabelen.ts'

const waarden = variabelenVan({
  klant: { naam: 'J.A. van den Berg', aanhef: 'Geachte heer Van den Berg', nummer: '1000123' },
  medewerker: 'Sanne Jansen',
  organisatie: 'De Linde',
  datum: '2026-11-23',
})

describe('the text of a template', () => {
  it('gets the names of this klant and this employee', () => {
    expect(fillVariabelen('{{klant.aanhef}},\n\nOp {{ datum }} sprak ik u. {{medewerker.naam}}', waarden)).toBe(
      'Geachte heer Van den Berg,\n\nOp 23-11-2026 sprak ik u. Sanne Jansen',
    )
  })

  it('keeps what it does not know, and reaches nothing of the language', () => {
    const text = '{{klant.bsn}} {{constructor}} {{__proto__}} {{toString}} {klant.naam}'
    expect(fillVariabelen(text, waarden)).toBe(text)
  })

  it('greets an unknown caller neutrally', () => {
    const unknown = variabelenVan({ klant: undefined, medewerker: 'S', organisatie: 'L', datum: '2026-11-23' })
    expect(fillVariabelen('{{klant.aanhef}}', unknown)).toBe('Geachte heer, mevrouw')
  })

  it('tells what still waits to be filled in, each once', () => {
    expect(openVariabelen('{{klant.bsn}}: {naam monteur} komt {dag} om {tijd}. Groet, {naam monteur}')).toEqual([
      '{{klant.bsn}}',
      '{naam monteur}',
      '{dag}',
      '{tijd}',
    ])
    expect(openVariabelen(fillVariabelen('{{klant.aanhef}}, {{ datum }} {dag}', waarden))).toEqual(['{dag}'])
  })

  it('takes no lone brace, empty pair or half a page for a gap', () => {
    expect(openVariabelen(`a { b } } {} { ${'x'.repeat(80)} } {over\ntwee regels}`)).toEqual(['{ b }'])
  })

  it('is not filled twice: a customer cannot put a variable in his name', () => {
    fc.assert(
      fc.property(fc.string(), (naam) => {
        const filled = fillVariabelen('[{{klant.naam}}]', { ...waarden, 'klant.naam': `${naam}{{datum}}` })
        expect(filled).toBe(`[${naam}{{datum}}]`)
      }),
    )
  })
})
