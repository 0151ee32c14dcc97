import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Ontvangen = { van: string; aan: string[]; ruw: string }

/** A real SMTP server that keeps what it gets, and can be told to refuse. */
export async function startMailserver() {
  const ontvangen: Ontvangen[] = []
  const gedrag: { weiger: { code: number; tekst: string } | undefined } = { weiger: undefined }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo(_address, _session, callback) {
      const { weiger } = gedrag
      callback(weiger && Object.assign(new Error(weiger.tekst), { responseCode: weiger.code }))
    },
    onData(stream, session, callback) {
      const delen: Buffer[] = []
      stream.on('data', (deel: Buffer) => delen.push(deel))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        ontvangen.push({
          van: mailFrom ? mailFrom.address : '',
          aan: rcptTo.map(({ address }) => address),
          ruw: Buffer.concat(delen).toString('utf8'),
        })
        callback()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    ontvangen,
    gedrag,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** The decoded text of the first part of this type; enough MIME for what nodemailer makes. */
export function deel(ruw: string, mediatype: string): string {
  for (const stuk of ruw.split(/\r\n--[^\r\n]{10,}\r\n/)) {
    const [kop = '', ...rest] = stuk.split('\r\n\r\n')
    if (!new RegExp(`^content-type: ${mediatype}`, 'im').test(kop)) continue
    const inhoud = rest.join('\r\n\r\n')
    if (/^content-transfer-encoding: base64/im.test(kop)) return Buffer.from(inhoud, 'base64').toString('utf8')
    if (!/^content-transfer-encoding: quoted-printable/im.test(kop)) return inhoud
    const bytes = inhoud
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    return Buffer.from(bytes, 'latin1').toString('utf8')
  }
  return ''
}
