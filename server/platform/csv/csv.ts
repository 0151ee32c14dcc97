/** What a cell may hold; `undefined` and `null` are an empty cell. */
export type Cel = string | number | boolean | Date | null | undefined

/** How one row becomes cells: the Dutch header, and the value under it. */
export type Kolom<Row> = { kop: string; cel: (row: Row) => Cel }

export const csvMediaType = 'text/csv; charset=utf-8'

/**
 * A CSV file that Dutch Excel opens with a double click: UTF-8 with byte order mark, semicolons, CRLF (RFC 4180).
 * Text that a spreadsheet would run as a formula is made text.
 */
export function writeCsv<Row>(kolommen: readonly Kolom<Row>[], rows: Iterable<Row>): string {
  const lines = [line(kolommen.map((kolom) => kolom.kop))]
  for (const row of rows) lines.push(line(kolommen.map((kolom) => kolom.cel(row))))
  return `\uFEFF${lines.join('')}`
}

function line(cells: readonly Cel[]): string {
  return `${cells.map(writeCel).join(';')}\r\n`
}

function writeCel(value: Cel): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  // Our own numbers are not an attack: a negative amount stays a number that can be added up. Decimals as Dutch Excel reads them.
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (value instanceof Date) return value.toISOString()
  return quote(disarm(value))
}

/**
 * OWASP "CSV injection": a cell that starts with = + - @ runs, also after white space or control characters, which
 * spreadsheets skip (CVE-2026-55154). A leading apostrophe makes it text. Full-width forms count too: Excel in some
 * languages reads them as the plain ones.
 */
function disarm(text: string): string {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text
}

/** RFC 4180 § 2: quotes around what holds a separator, a quote or a line break; a quote is doubled. */
function quote(text: string): string {
  return /[;",\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
