import { expect } from 'vitest'
import type { Client } from '#server/platform/testing/rondom.ts'

/** Sends one file as a browser does. */
export function verstuurBestand(klant: Client, naam: string, inhoud: Buffer, url = '/api/portaal/bestanden') {
  const grens = 'grens-van-de-proef'
  const kop = `--${grens}\r\nContent-Disposition: form-data; name="bestand"; filename="${naam}"\r\n\r\n`
  return klant.request({
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${grens}` },
    payload: Buffer.concat([Buffer.from(kop), inhoud, Buffer.from(`\r\n--${grens}--\r\n`)]),
  })
}

/** As a form names it in its answer. */
export async function stuurBestand(klant: Client, naam: string, inhoud: Buffer): Promise<{ id: string; naam: string }> {
  const answer = await verstuurBestand(klant, naam, inhoud)
  expect(answer.statusCode, answer.body).toBe(201)
  const bestand = answer.json()
  return { id: bestand.id, naam: bestand.naam }
}
