import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type CopyValue = string | number | boolean | null | undefined | Date | readonly string[] | { json: unknown }

/** Rows for one table, kept until `flush`; for bulk loaders only (docs/besluiten/0010). */
export type CopyBuffer<Row extends Record<string, CopyValue>> = {
  add(row: Row): void
  readonly size: number
  flush(client: pg.ClientBase): Promise<void>
}

/** Collects rows and writes them with COPY, tens of thousands a second. Columns that are not named get their default. */
export function copyBuffer<Row extends Record<string, CopyValue>>(
  table: string,
  columns: readonly (keyof Row & string)[],
): CopyBuffer<Row> {
  let lines: string[] = []
  return {
    add(row) {
      lines.push(`${columns.map((column) => encode(row[column])).join('\t')}\n`)
    },
    get size() {
      return lines.length
    },
    async flush(client) {
      if (lines.length === 0) return
      const batch = lines
      lines = []
      const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
      const target = client.query(copyFrom(`copy ${pg.escapeIdentifier(table)} (${names}) from stdin`))
      await pipeline(Readable.from(chunks(batch)), target)
    },
  }
}

/** Pieces of some 256 kB: one write per row would be slow, one for all would take the memory twice. */
function* chunks(lines: readonly string[]): Generator<string> {
  let piece = ''
  for (const line of lines) {
    piece += line
    if (piece.length > 256 * 1024) {
      yield piece
      piece = ''
    }
  }
  if (piece) yield piece
}

/** The text format of COPY: tab between columns, `\N` for null, backslash escapes. */
function encode(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return escapeText(`{${value.map(arrayElement).join(',')}}`)
  if (typeof value === 'object') return escapeText(JSON.stringify((value as { json: unknown }).json))
  return escapeText(value)
}

function arrayElement(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`
}

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escapeText(text: string): string {
  return text.replace(/[\\\n\r\t]/g, (character) => escapes[character] ?? character).replaceAll('\u0000', '')
}
