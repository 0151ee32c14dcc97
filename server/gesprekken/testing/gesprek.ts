import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import type { Gesprek, GesprekInhoud, GesprekVraag, VoltooidGesprek } from '#contract/gesprekken.ts'
import { newId } from '#server/platform/ids.ts'
import type { Client } from '#server/platform/testing/rondom.ts'

/** A new contact in progress: on the telephone unless told otherwise. */
export async function beginGesprek(client: Client, body: object = {}): Promise<Gesprek> {
  const answer = await client.post('/api/gesprekken', { kanaalCode: 'telefoon', ...body })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}

type Velden = Omit<Partial<GesprekVraag>, 'taak'> & { taak?: Partial<GesprekVraag['taak']> }

/** The draft with these as its questions; each is the first of the draft with the given fields. */
export function metVragen(gesprek: Gesprek, ...vragen: Velden[]): GesprekInhoud {
  const [leeg] = gesprek.inhoud.vragen
  if (!leeg) throw new Error('a draft starts with one question')
  return {
    ...gesprek.inhoud,
    vragen: vragen.map(({ taak, ...vraag }) => ({
      ...leeg,
      sleutel: newId(),
      ...vraag,
      taak: { ...leeg.taak, ...taak },
    })),
  }
}

/** Asks to finish it; by default with the version that was read. */
export function voltooi(
  client: Client,
  gesprek: Gesprek,
  inhoud: GesprekInhoud,
  { key, versie = gesprek.versie }: { key?: string; versie?: number } = {},
): Promise<LightMyRequestResponse> {
  return client.post(
    `/api/gesprekken/${gesprek.id}/voltooiing`,
    { partijId: gesprek.partij?.id ?? null, inhoud },
    { 'if-match': `"${versie}"`, ...(key && { 'idempotency-key': key }) },
  )
}

/** Finishes it with these questions. */
export async function rondAf(client: Client, gesprek: Gesprek, ...vragen: Velden[]): Promise<VoltooidGesprek> {
  const answer = await voltooi(client, gesprek, metVragen(gesprek, ...vragen))
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}
