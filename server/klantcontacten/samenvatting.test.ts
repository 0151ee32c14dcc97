import { describe, expect, it } from 'vitest'
import { onderwerpVan, samenvattingVan } from './samenvatting.ts'

describe('a summary', () => {
  it('is the text itself when that is short', () => {
    expect(samenvattingVan('  De kraan\n lekt. ')).toBe('De kraan lekt.')
  })

  it('is cut at a word', () => {
    expect(samenvattingVan('een twee drie vier', 10)).toBe('een twee…')
  })

  it('is cut anyway when there is no space', () => {
    expect(samenvattingVan('a'.repeat(20_000), 10)).toBe(`${'a'.repeat(10)}…`)
  })

  it('of a title is the first line only', () => {
    expect(onderwerpVan('\nLekkage badkamer\nSinds gisteren.')).toBe('Lekkage badkamer')
  })
})
