import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachmentHeader, cleanBestandsnaam, extensionOf } from './bestandsnaam.ts'

describe('a file name', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\jan\\foto.jpg', 'foto.jpg'],
    ['foto\u202Egpj.exe', 'fotogpj.exe'],
    ['  .bashrc. ', 'bashrc'],
    ['CON.txt', '_CON.txt'],
    ['a<b>"c"|d?.pdf', 'a_b__c__d_.pdf'],
    ['\r\nSet-Cookie: x.pdf', 'Set-Cookie_ x.pdf'],
    ['', 'bijlage'],
    ['...', 'bijlage'],
    [`${'a'.repeat(400)}.pdf`, `${'a'.repeat(146)}.pdf`],
  ])('%j becomes %j', (given, expected) => {
    expect(cleanBestandsnaam(given)).toBe(expected)
  })

  it('is safe whatever comes in, and clean when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (given) => {
        const cleaned = cleanBestandsnaam(given)
        expect(cleaned).not.toMatch(/[/\\\p{Cc}"]/u)
        expect([...cleaned].length).toBeGreaterThan(0)
        expect([...cleaned].length).toBeLessThanOrEqual(150)
        expect(cleanBestandsnaam(cleaned)).toBe(cleaned)
      }),
    )
  })

  it('in a header is one line of ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (given) => {
        expect(attachmentHeader(cleanBestandsnaam(given))).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[\w.!~%-]*$/,
        )
      }),
    )
  })

  it('has its extension in lower case', () => {
    expect([extensionOf('Foto.JPG'), extensionOf('foto'), extensionOf('a.b.pdf')]).toEqual(['jpg', '', 'pdf'])
  })
})
