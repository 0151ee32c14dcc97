import { describe, expect, it } from 'vitest'
import { aanhefVoor, isNogLeeg } from './aanhef.ts'

const aanhef = 'Geachte heer De Vries'

describe('the start of a terugkoppeling', () => {
  it('has a salutation when it is written, and none when it is said', () => {
    expect(aanhefVoor('email', aanhef)).toBe('Geachte heer De Vries,\n\n')
    expect(aanhefVoor('telefoon', aanhef)).toBe('')
    expect(aanhefVoor('email', '')).toBe('')
  })

  it.each(['', '  \n', aanhef, `${aanhef},`, `${aanhef},\n\n`])('is still empty with %j', (tekst) => {
    expect(isNogLeeg(tekst, aanhef)).toBe(true)
  })

  it('is not empty with words in it', () => {
    expect(isNogLeeg(`${aanhef},\n\nDe monteur komt.`, aanhef)).toBe(false)
    expect(isNogLeeg('Gebeld.', '')).toBe(false)
  })
})
