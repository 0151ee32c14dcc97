import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Ontvangen = { pad: string; kop: Record<string, string | undefined>; tekst: string; vapid: Vapidclaims }
type Vapidclaims = { aud: string; sub: string; exp: number; sleutel: string }

/** A browser with a push service of its own: decrypts (RFC 8291) and checks the signature (RFC 8292), as real ones do. */
export async function startPushdienst() {
  const ontvangen: Ontvangen[] = []
  const apparaten = new Map<string, { ecdh: ECDH; auth: Buffer }>()
  const gedrag = { status: 201 }
  const server = createServer((request, response) => {
    const delen: Buffer[] = []
    request.on('data', (deel: Buffer) => delen.push(deel))
    request.on('end', () => {
      const pad = request.url ?? ''
      const apparaat = apparaten.get(pad)
      if (!apparaat || gedrag.status !== 201) return response.writeHead(apparaat ? gedrag.status : 410).end()
      const kop = request.headers as Record<string, string | undefined>
      const tekst = ontcijfer(Buffer.concat(delen), apparaat.ecdh, apparaat.auth)
      ontvangen.push({ pad, kop, tekst, vapid: leesVapid(kop['authorization'] ?? '') })
      return response.writeHead(201).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    ontvangen,
    gedrag,
    /** A new device, as its browser tells of it. */
    apparaat() {
      const ecdh = createECDH('prime256v1')
      ecdh.generateKeys()
      const auth = randomBytes(16)
      const pad = `/stuur/${randomBytes(12).toString('hex')}`
      apparaten.set(pad, { ecdh, auth })
      return {
        endpoint: `http://127.0.0.1:${port}${pad}`,
        keys: { p256dh: ecdh.getPublicKey('base64url'), auth: auth.toString('base64url') },
        weg: () => apparaten.delete(pad),
      }
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** aes128gcm of RFC 8188, one record, with the keys of RFC 8291. @throws when it is not for this device */
function ontcijfer(bericht: Buffer, ecdh: ECDH, auth: Buffer): string {
  const salt = bericht.subarray(0, 16)
  const lengte = bericht.readUInt8(20)
  const afzender = bericht.subarray(21, 21 + lengte)
  const inhoud = bericht.subarray(21 + lengte)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), afzender])
  const ikm = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(afzender), auth, info, 32))
  const sleutel = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12))
  const decipher = createDecipheriv('aes-128-gcm', sleutel, nonce)
  decipher.setAuthTag(inhoud.subarray(-16))
  const leesbaar = Buffer.concat([decipher.update(inhoud.subarray(0, -16)), decipher.final()])
  return leesbaar.subarray(0, leesbaar.lastIndexOf(2)).toString('utf8')
}

/** @throws when the signature is not of the key that it names */
function leesVapid(authorization: string): Vapidclaims {
  const [, token = '', sleutel = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? []
  const [kop, claims = '', handtekening = ''] = token.split('.')
  const punt = Buffer.from(sleutel, 'base64url')
  const key = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: punt.subarray(1, 33).toString('base64url'),
      y: punt.subarray(33).toString('base64url'),
    },
  })
  const echt = verify(
    'sha256',
    Buffer.from(`${kop}.${claims}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(handtekening, 'base64url'),
  )
  if (!echt) throw new Error('the signature is not of this key')
  return { ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as Omit<Vapidclaims, 'sleutel'>), sleutel }
}
