import { describe, expect, it } from 'vitest'
import { rechtenVan, rollen } from '#contract/rechten.ts'
import { fijner, isStroom, isVoorKlant, naamVan } from './testing/endpoints.ts'
import {
  alleRechten,
  expectGeenWeigering,
  expectNietsVanElders,
  paden,
  roep,
  werelden,
  wereldenPerBestand,
} from './testing/roep.ts'

wereldenPerBestand()

describe('rights', () => {
  it('has a right for every endpoint, and a summary for who reads the documentation', () => {
    expect(werelden.app.endpoints.length).toBeGreaterThan(80)
    for (const endpoint of werelden.app.endpoints) {
      expect(['openbaar', 'ingelogd', 'klant', 'klant-sterk', ...alleRechten], naamVan(endpoint)).toContain(
        endpoint.recht,
      )
      expect(endpoint.summary, naamVan(endpoint)).not.toBe('')
    }
    const namen = werelden.app.endpoints.map(naamVan)
    expect(new Set(namen).size).toBe(namen.length)
  })

  it('tells nobody anything: 401 everywhere but on what is open', async () => {
    for (const endpoint of werelden.app.endpoints) {
      if (isStroom(endpoint) && endpoint.recht === 'openbaar') continue
      const { answer, wat } = await roep(werelden.anoniem, endpoint, paden(endpoint, 'eigen')[0].pad, 'eigen', true)
      if (endpoint.recht === 'openbaar') expectGeenWeigering(answer, wat)
      else expect(answer.statusCode, wat).toBe(401)
    }
  })

  it('a session of one organisatie is worth nothing at another', async () => {
    const client = await werelden.als([...rollen])
    for (const endpoint of werelden.app.endpoints.filter(({ recht }) => recht !== 'openbaar')) {
      const answer = await client.request({
        method: endpoint.method,
        url: paden(endpoint, 'vreemd')[0].pad,
        headers: { host: 'elders.test' },
      })
      expect(answer.statusCode, naamVan(endpoint)).toBe(401)
    }
  })

  it.each([...rollen, 'zonder rol' as const])(
    '%s is refused what he has no right to, and nothing else',
    async (rol) => {
      const heeft: ReadonlySet<string> = rol === 'zonder rol' ? new Set() : rechtenVan([rol])
      const rolrij = rol === 'zonder rol' ? [] : [rol]
      const vast = await werelden.als(rolrij)
      for (const endpoint of werelden.app.endpoints) {
        const mag = ['openbaar', 'ingelogd'].includes(endpoint.recht) || heeft.has(endpoint.recht)
        if (mag && isStroom(endpoint)) continue
        // Signing out and the like ends a session: where the work is done, it is done by somebody new.
        const client = mag ? await werelden.als(rolrij) : vast
        const { answer, wat } = await roep(client, endpoint, paden(endpoint, 'eigen')[0].pad, 'eigen', true)
        // The session of an employee is worth nothing in the portal: there he is nobody.
        if (!mag) expect(answer.statusCode, wat).toBe(isVoorKlant(endpoint) ? 401 : 403)
        else if (!fijner.includes(naamVan(endpoint))) expectGeenWeigering(answer, wat)
        expectNietsVanElders(answer.body, wat)
      }
    },
    120_000,
  )
})
