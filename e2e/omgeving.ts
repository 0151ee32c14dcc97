import { inject } from 'vitest'
import { type E2e, type E2eOptions, startOpstelling } from './opstelling.ts'

export type { E2e } from './opstelling.ts'

/**
 * A whole Rondom as `npm start` gives it — server, worker, front end, demo organisatie — on a database of its own, with
 * a browser. One per test file: `beforeAll(async () => { e2e = await startE2e() }); afterAll(() => e2e?.close())`.
 */
export function startE2e(options: E2eOptions = {}): Promise<E2e> {
  return startOpstelling({ databaseUrl: inject('databaseUrl'), templateDatabase: inject('templateDatabase') }, options)
}
