import { createHash, createHmac } from 'node:crypto'

export type Credentials = { key: string; secret: string; region: string }

/**
 * AWS Signature Version 4 for one S3 request without query parameters, as every S3-compatible storage understands it.
 * Some forty lines instead of an SDK of several megabytes.
 * @param payloadSha256 hex digest of the body
 * @returns the headers to send
 */
export function signS3(
  request: { method: string; url: URL; payloadSha256: string; now: Date },
  { key, secret, region }: Credentials,
): Record<string, string> {
  const timestamp = request.now.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const day = timestamp.slice(0, 8)
  const scope = `${day}/${region}/s3/aws4_request`
  const headers = {
    host: request.url.host,
    'x-amz-content-sha256': request.payloadSha256,
    'x-amz-date': timestamp,
  }
  const names = Object.keys(headers).join(';')
  const canonical = [
    request.method,
    request.url.pathname,
    '',
    ...Object.entries(headers).map(([name, value]) => `${name}:${value}`),
    '',
    names,
    request.payloadSha256,
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', timestamp, scope, sha256(canonical)].join('\n')
  const signingKey = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (secretKey, part) => hmac(secretKey, part),
    `AWS4${secret}`,
  )
  const signature = hmac(signingKey, toSign).toString('hex')
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${key}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  }
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
