import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

/** A telephone with a passkey (WebAuthn level 3, §6 and §8.7), written from the standard: it proves that real ones work. */
export function maakAuthenticator(oorsprong: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let handle = ''
  let teller = 0
  const gegevens = (rpId: string, vlaggen: number, rest = Buffer.alloc(0)) => {
    const tellerBytes = Buffer.alloc(4)
    tellerBytes.writeUInt32BE(++teller)
    return Buffer.concat([sha256(rpId), Buffer.from([vlaggen]), tellerBytes, rest])
  }
  const client = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: oorsprong, crossOrigin: false }))
  const basis = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' }

  return {
    maak(opties: { challenge: string; rp: { id: string }; user: { id: string } }) {
      handle = opties.user.id
      const sleutel = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseVan(publicKey)])
      const authData = gegevens(opties.rp.id, 0b0100_0101, sleutel)
      return {
        ...basis,
        clientExtensionResults: {},
        response: {
          clientDataJSON: client('webauthn.create', opties.challenge).toString('base64url'),
          attestationObject: Buffer.concat([
            Buffer.from([0xa3]),
            tekst('fmt'),
            tekst('none'),
            tekst('attStmt'),
            Buffer.from([0xa0]),
            tekst('authData'),
            bytes(authData),
          ]).toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    /** @param persoon whether he showed his face, finger or PIN */
    teken(opties: { challenge: string; rpId: string }, { persoon = true } = {}) {
      const authData = gegevens(opties.rpId, persoon ? 0b0000_0101 : 0b0000_0001)
      const clientData = client('webauthn.get', opties.challenge)
      const handtekening = createSign('sha256').update(authData).update(sha256(clientData)).sign(privateKey)
      return {
        ...basis,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: handtekening.toString('base64url'),
          userHandle: handle,
        },
      }
    },
  }
}

const sha256 = (wat: string | Buffer) => createHash('sha256').update(wat).digest()
/** CBOR (RFC 8949), as much as is needed here. */
const tekst = (waarde: string) => Buffer.concat([Buffer.from([0x60 + waarde.length]), Buffer.from(waarde)])
const bytes = (waarde: Buffer) =>
  waarde.length < 256
    ? Buffer.concat([Buffer.from([0x58, waarde.length]), waarde])
    : Buffer.concat([Buffer.from([0x59, waarde.length >> 8, waarde.length & 255]), waarde])

/** COSE (RFC 9053): EC2, ES256, P-256. */
function coseVan(sleutel: KeyObject): Buffer {
  const { x = '', y = '' } = sleutel.export({ format: 'jwk' })
  const punt = (waarde: string) => bytes(Buffer.from(waarde, 'base64url'))
  return Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21]), punt(x), Buffer.from([0x22]), punt(y)])
}
