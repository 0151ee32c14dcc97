import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import { systemContext } from '#server/platform/http/context.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { allJobs } from '#server/slices.ts'

/** A Rondom whose organisatie keeps its post in the embedded mailbox, so that a test reads the codes that were sent. */
export async function startMetPostbus(env: Record<string, string> = {}): Promise<TestRondom & { thuis: Organisatie }> {
  const rondom = await startTestRondom({ env })
  await rondom.organisaties.create({ code: 'thuis', naam: 'Wonen Thuis', demo: true, hosts: ['thuis.test'] })
  const thuis = (await rondom.organisaties.findByCode('thuis')) ?? expect.fail('no organisatie')
  return { ...rondom, thuis }
}

export type Bezoeker = ReturnType<typeof bezoeker>

/** A browser without script: it follows its own cookies and fills in forms. */
export function bezoeker(rondom: TestRondom, bij: Organisatie, { adres = '198.51.100.1', https = false } = {}) {
  const cookies = new Map<string, string>()
  const host = bij.hosts[0] ?? ''
  async function vraag(method: 'GET' | 'POST', url: string, velden?: Record<string, string>, headers = {}) {
    const answer = await rondom.app.inject({
      method,
      url,
      remoteAddress: adres,
      headers: {
        host,
        cookie: [...cookies].map(([naam, waarde]) => `${naam}=${waarde}`).join('; '),
        ...(https && { 'x-forwarded-proto': 'https' }),
        ...(velden && {
          'content-type': 'application/x-www-form-urlencoded',
          origin: `${https ? 'https' : 'http'}://${host}`,
        }),
        ...headers,
      },
      ...(velden && { payload: new URLSearchParams(velden).toString() }),
    })
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, encodeURIComponent(value))
    }
    return answer
  }
  return {
    cookies,
    toon: (url: string, headers = {}) => vraag('GET', url, undefined, headers),
    stuur: (url: string, velden: Record<string, string> = {}, headers = {}) => vraag('POST', url, velden, headers),
    /** Whether the portal knows him. */
    ik: async () => (await vraag('GET', '/api/portaal/ik')).statusCode,
  }
}

/** Does what the worker would: sends the codes that were asked for. */
export async function stuurCodes(rondom: TestRondom): Promise<void> {
  const jobs = allJobs(rondom.services)
  const taken = await sql<{ id: string; taak: string; payload: { organisatie: string; payload: unknown } }>`
    select j.id::text, t.identifier as taak, j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier in ('klantaccounts.code', 'bericht.versturen') order by j.id`.execute(rondom.db)
  for (const { id, taak, payload } of taken.rows) {
    const organisatie = (await rondom.organisaties.findByCode(payload.organisatie)) ?? expect.fail(payload.organisatie)
    const ctx = systemContext(organisatie, { log: rondom.services.log, now: rondom.clock.now })
    const job = jobs[taak] ?? expect.fail(taak)
    await job.run(ctx, job.payload.parse(payload.payload))
    await sql`delete from graphile_worker._private_jobs where id = ${id}::bigint`.execute(rondom.db)
  }
}

/** The post that came for an address, the latest first. */
export async function postVoor(
  bij: Organisatie,
  aan: string,
): Promise<{ onderwerp: string; tekst: string; kanaal: string }[]> {
  const post = await sql<{ onderwerp: string; tekst: string; kanaal: string }>`
    select onderwerp, tekst, kanaal from postbus where aan like ${`%${aan}%`} order by bericht_id desc`.execute(bij.db)
  return post.rows
}

/** The code that was sent to an address last. */
export async function codeVoor(rondom: TestRondom, bij: Organisatie, aan: string): Promise<string> {
  await stuurCodes(rondom)
  const [laatste] = await postVoor(bij, aan)
  return (
    /\b(\d{4}) (\d{4})\b/
      .exec(laatste?.tekst ?? '')
      ?.slice(1)
      .join('') ?? expect.fail(`no code for ${aan}`)
  )
}

/** Signs somebody in by e-mail, as he would do it himself. */
export async function meldAan(
  rondom: TestRondom,
  bij: Organisatie,
  email: string,
  velden: Record<string, string> = {},
) {
  const browser = bezoeker(rondom, bij)
  await browser.stuur('/aanmelden', { email, ...velden })
  await browser.stuur('/aanmelden/code', { code: await codeVoor(rondom, bij, email) })
  return browser
}

/** Time goes by for everything that can expire here: the database counts it by its own clock. */
export async function verschuif(bij: Organisatie, seconden: number): Promise<void> {
  const eerder = sql`make_interval(secs => ${seconden})`
  await sql`update klant_bewijs set geldig_tot = geldig_tot - ${eerder}`.execute(bij.db)
  await sql`
    update klant_sessie set "expiresAt" = "expiresAt" - ${eerder}, "createdAt" = "createdAt" - ${eerder},
      "updatedAt" = "updatedAt" - ${eerder}, bewezen_op = bewezen_op - ${eerder}, sterk_tot = sterk_tot - ${eerder}`.execute(
    bij.db,
  )
  await sql`
    update auth_poging set wacht_tot = wacht_tot - ${eerder}, laatst_op = laatst_op - ${eerder}`.execute(bij.db)
}
