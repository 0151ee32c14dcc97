import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { vulBericht } from '#contract/regels/vulBericht.ts'
import { maakPdf, PdfFout, type PdfInvoer } from './maakPdf.ts'

const brief = {
  titel: 'Bevestiging van uw opzegging',
  layout: 'brief',
  datum: '2026-11-23',
  aan: ['Mevrouw F. Yılmaz', 'Lange Nieuwstraat 112', '3512 PN Utrecht'],
  briefhoofd: { naam: 'Woningstichting Rondom', regels: ['Postbus 1, 3500 AA Utrecht'] },
  kenmerken: [
    ['Ons kenmerk', 'Z2026-100001'],
    ['Uw kenmerk', null],
  ],
  markdown: 'Geachte mevrouw Yılmaz,',
} satisfies PdfInvoer

type Tag = { role?: string; children?: Tag[]; alt?: string; lang?: string }

/** Read by another program: the text per page, the tags, the language and what the document says of itself. */
async function lees(pdf: Buffer) {
  const taak = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false })
  const document = await taak.promise
  const { info, metadata } = await document.getMetadata()
  const teksten: string[] = []
  const tags: Tag[] = []
  for (let nummer = 1; nummer <= document.numPages; nummer++) {
    const page = await document.getPage(nummer)
    const { items } = await page.getTextContent()
    teksten.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    tags.push((await page.getStructTree()) as Tag)
  }
  await taak.destroy()
  return {
    tekst: teksten.join('\n'),
    rollen: tags.flatMap(rollenVan),
    info,
    metadata,
    ruw: pdf.toString('latin1'),
  }
}

const rollenVan = (tag: Tag): string[] => [...(tag.role ? [tag.role] : []), ...(tag.children ?? []).flatMap(rollenVan)]
const plat = (tekst: string) => tekst.replace(/\s+/g, '')

describe('a letter', () => {
  it('is PDF/UA: tagged, with a title and a language, and its text can be read', async () => {
    const { pdf, bladzijden } = await maakPdf({
      ...brief,
      markdown: `Geachte mevrouw Yılmaz,

U heeft de huur **opgezegd**.

#### Wat u moet doen

1. Lever de sleutels in
2. Geef de meterstanden door
   - gas

| Post | Bedrag |
| --- | ---: |
| Huur | € 612,50 |

Kijk op [uw portaal](https://portaal.example.nl/zaken/1).`,
    })
    const gelezen = await lees(pdf)

    expect(bladzijden).toBe(1)
    expect(gelezen.info).toMatchObject({ Title: 'Bevestiging van uw opzegging', Language: 'nl' })
    expect(gelezen.metadata?.get('dc:title')).toBeTruthy()
    expect(gelezen.ruw).toMatch(/\/Marked true/)
    // ISO 14289-1, 5: the document says that it is PDF/UA-1; 7.1: a reader shows the title, not the name of the file.
    expect(gelezen.ruw).toMatch(/pdfuaid:part[^0-9]*1/)
    expect(gelezen.ruw).toMatch(/\/DisplayDocTitle true/)
    for (const tekst of ['Mevrouw F. Yılmaz', '3512 PN Utrecht', 'Ons kenmerk', 'Z2026-100001', 'opgezegd', '€ 612,50'])
      expect(plat(gelezen.tekst)).toContain(plat(tekst))
    expect(gelezen.tekst).not.toContain('Uw kenmerk')
    // Headings start at 1 and skip no level, also when the text does.
    expect(gelezen.rollen.filter((rol) => /^H\d$/.test(rol))).toEqual(['H1', 'H2'])
    for (const rol of ['P', 'L', 'LI', 'Table', 'TH', 'TD', 'Link']) expect(gelezen.rollen).toContain(rol)
    expect(gelezen.rollen).not.toContain('Figure')
  })

  it('in another language says so', async () => {
    const { info } = await lees((await maakPdf({ ...brief, taal: 'en', titel: 'Confirmation' })).pdf)
    expect(info).toMatchObject({ Title: 'Confirmation', Language: 'en' })
  })

  it('shows a sign that no font has as a question mark, and keeps all others', async () => {
    const { tekst } = await lees(
      (await maakPdf({ ...brief, markdown: 'Beste 王 Łukasz Şahin ğüşİ Ελένη Юлия\u0007\ud800, dag 😀' })).pdf,
    )
    expect(plat(tekst)).toContain(plat('Beste ? Łukasz Şahin ğüşİ Ελένη Юлия'))
  })
})

describe('a report', () => {
  it('runs over pages, with its reference on each', async () => {
    const { pdf, bladzijden } = await maakPdf({
      titel: 'Eindafrekening',
      layout: 'rapport',
      datum: '2026-11-23',
      briefhoofd: { naam: 'Woningstichting Rondom' },
      kenmerken: [['Kenmerk', 'Z2026-100001']],
      markdown: Array.from({ length: 120 }, (_, i) => `Regel ${i} van de afrekening.`).join('\n\n'),
    })
    const { tekst } = await lees(pdf)
    expect(bladzijden).toBeGreaterThan(2)
    expect(tekst.split('Z2026-100001').length - 1).toBeGreaterThanOrEqual(bladzijden)
    expect(plat(tekst)).toContain(plat('Regel 119 van de afrekening.'))
  })
})

describe('bad input', () => {
  it.each([
    '#panic("x")',
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.0": *',
    '#{while true {}}',
    '$ x^2 $',
    '"]) #panic("uit")',
    '#show heading: it => panic()',
    '\\u{23}panic()',
    '@label <label>',
    '// weg',
    '/* weg */',
    '`#panic()`',
  ])('is never code: %s', async (gif) => {
    const { tekst } = await lees(
      (await maakPdf({ ...brief, titel: gif, aan: [gif], markdown: vulBericht('{{ x }}', { x: gif }) })).pdf,
    )
    expect(plat(tekst).split(plat(gif)).length - 1).toBeGreaterThanOrEqual(2)
  })

  it('of any kind makes a document that says what was typed', async () => {
    const teken = fc.string({
      unit: fc.constantFrom(...'#$*_`[]{}()<>@"\\/~=-+|^&!:;.,1 aé\n'.split(''), '#let ', '//', '/*'),
      maxLength: 50,
    })
    await fc.assert(
      fc.asyncProperty(teken, teken, async (getypt, rauw) => {
        const markdown = `${vulBericht('Begin {{ x }} einde.', { x: getypt })}\n\n${rauw}`
        const { tekst } = await lees((await maakPdf({ ...brief, markdown, titel: `T ${getypt}` })).pdf)
        expect(plat(tekst)).toContain(plat(`Begin ${getypt} einde.`))
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('too long, too many parts or too deep is refused or drawn flat, and the next one works', async () => {
    await expect(maakPdf({ ...brief, markdown: 'a '.repeat(150_000) })).rejects.toThrow(PdfFout)
    await expect(maakPdf({ ...brief, markdown: '- x\n'.repeat(9_000) })).rejects.toThrow(PdfFout)
    const diep = `${'>'.repeat(60)} diep\n\n${Array.from({ length: 80 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n')}`
    const { tekst } = await lees((await maakPdf({ ...brief, markdown: diep })).pdf)
    expect(tekst).toContain('diep')
  }, 60_000)
})
