import { expect } from 'vitest'
import type { Client, TestRondom } from '#server/platform/testing/rondom.ts'
import type { Bestanden } from '../tables.ts'

/** Publishes a process as an administrator does, over HTTP. */
export async function publiceerProef(rondom: TestRondom, proces: string, bestanden: Bestanden): Promise<string> {
  const beheerder = await rondom.als('functioneel-beheerder')
  const concept = await beheerder.post(`/api/beheer/processen/${proces}/concept`, { bestanden })
  expect(concept.statusCode, concept.body).toBe(201)
  const { id, versie, bevindingen } = concept.json()
  expect(bevindingen.filter(({ ernst }: { ernst: string }) => ernst === 'fout')).toEqual([])
  const klaar = await beheerder.post(
    `/api/beheer/procesversies/${id}/publicatie`,
    { reden: 'voor een proef' },
    { 'if-match': `"${versie}"` },
  )
  expect(klaar.statusCode, klaar.body).toBe(200)
  return id
}

/** Starts a process and reads where it stands. */
export async function beginProef(client: Client, proces: string, body: object = {}) {
  const answer = await client.post(`/api/processen/${proces}/instanties`, body)
  expect(answer.statusCode, answer.body).toBe(201)
  const { zaakId, instantieId, nummer } = answer.json()
  return { zaakId: String(zaakId), instantieId: String(instantieId), nummer: String(nummer) }
}

export async function standVan(client: Client, zaakId: string) {
  const answer = await client.get(`/api/zaken/${zaakId}/proces`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
