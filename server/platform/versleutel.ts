import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Keeps a secret in the database: AES-256-GCM with a key of its own, made of the secret of the server. Who has the
 * database without that secret, has nothing.
 * @param doel what it is, and whose: the same text for another organisatie has another key
 */
export function versleutel(secret: string, doel: string, tekst: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sleutelVoor(secret, doel), nonce)
  const inhoud = Buffer.concat([cipher.update(tekst, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), inhoud]).toString('base64url')
}

/** @throws when it was made with another secret, or was changed */
export function ontsleutel(secret: string, doel: string, geheim: string): string {
  const bytes = Buffer.from(geheim, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', sleutelVoor(secret, doel), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

const sleutelVoor = (secret: string, doel: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'rondom', doel, 32))
