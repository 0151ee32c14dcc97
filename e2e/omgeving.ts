import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { type E2e, type E2eOptions, startOpstelling } from './opstelling.ts'

export type { E2e } from './opstelling.ts'

/**
 * A whole Rondom as `npm start` gives it — server, worker, front end, demo organisatie — on a database of its own, with
 * a browser. One per test file: `const e2e = e2ePerBestand()`, filled before the first test. After each test the windows are
 * closed, and what went wrong in one of them fails it.
 */
export function e2ePerBestand(begin: () => Promise<E2e> = startE2e): E2e {
  // Nothing reads it before the hook has filled it.
  const e2e = {} as E2e
  beforeAll(async () => {
    Object.assign(e2e, await begin())
  })
  afterAll(() => e2e.close?.())
  afterEach(async () => {
    for (const context of e2e.browser.contexts()) await context.close()
    // A contact in progress is a tab on every screen after it.
    await sql`delete from concept`.execute(e2e.organisatie.db)
    expect(e2e.fouten()).toEqual([])
  })
  return e2e
}

export function startE2e(options: E2eOptions = {}): Promise<E2e> {
  return startOpstelling({ databaseUrl: inject('databaseUrl'), templateDatabase: inject('templateDatabase') }, options)
}
