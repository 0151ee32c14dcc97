import { createHash } from 'node:crypto'

/**
 * The draft that files of one customer hang on, as `bijlage` knows it. The browser chooses an id; together with the
 * account it can never be the draft of somebody else, whatever id was sent.
 */
export function conceptVan(accountId: string, gekozen: string): string {
  const hash = createHash('sha256').update(`${accountId} ${gekozen}`).digest('hex')
  // Version 8: a UUID of our own making (RFC 9562 §5.8).
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
