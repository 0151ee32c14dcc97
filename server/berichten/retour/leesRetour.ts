export type Retour = {
  /** The message that came back: our own Message-ID, or the envelope id that we gave. */
  berichtId: string
  ontvanger: string | undefined
  /** Enhanced status code (RFC 3463). */
  status: string
  reden: string
}

/**
 * Reads mail that came back (RFC 3464). Only what will not arrive: mail that is late is none of our business, and an
 * answer that somebody is on holiday neither.
 * @returns undefined when it is something else
 */
export function leesRetour(ruw: string): Retour | undefined {
  const tekst = ruw.replace(/\r\n/g, '\n')
  const kop = tekst.slice(0, Math.max(0, tekst.indexOf('\n\n'))).replace(/\n[ \t]+/g, ' ')
  if (!/^content-type:\s*multipart\/report\b[^\n]*delivery-status/im.test(kop)) return undefined
  const inhoud = tekst.slice(kop.length).replace(/\n[ \t]+/g, ' ')
  const veld = (naam: string) => new RegExp(`^${naam}:\\s*(.*)$`, 'im').exec(inhoud)?.[1]?.trim()
  const status = /^5\.\d{1,3}\.\d{1,3}/.exec(veld('status') ?? '')?.[0]
  if (veld('action')?.toLowerCase() !== 'failed' || !status) return undefined
  const berichtId = uuid(veld('original-envelope-id')) ?? uuid(veld('message-id'))
  if (!berichtId) return undefined
  const ontvanger = (veld('original-recipient') ?? veld('final-recipient'))?.split(';').at(-1)?.trim().toLowerCase()
  const reden = veld('diagnostic-code')?.replace(/^smtp;\s*/i, '') ?? `status ${status}`
  return { berichtId, ontvanger, status, reden: reden.slice(0, 300) }
}

const uuid = (tekst: string | undefined): string | undefined =>
  /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i.exec(tekst ?? '')?.[0].toLowerCase()
