import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stukken } from './tekststukken.ts'

const links = (text: string) => stukken(text).flatMap(({ link }) => link ?? [])

describe('web addresses in a text', () => {
  it.each([
    ['Zie https://delinde.nl/huur.', ['https://delinde.nl/huur']],
    ['(https://a.nl/b) en https://a.nl/c_(d)', ['https://a.nl/b', 'https://a.nl/c_(d)']],
    ['javascript:alert(1) data:text/html,x', []],
    ['<a href="https://a.nl/x">', ['https://a.nl/x']],
    ['https://', []],
  ])('%s', (text, expected) => {
    expect(links(text)).toEqual(expected)
  })

  it('never lose or add a sign', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constant('.)('))), (parts) => {
        const text = parts.join(' ')
        expect(
          stukken(text)
            .map(({ tekst }) => tekst)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
