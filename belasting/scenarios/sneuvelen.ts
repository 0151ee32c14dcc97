import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { startProefErp } from '../../server/koppelingen/vera/proeferp/start.ts'
import { migrateSafely } from '../../server/platform/db/migrateSafely.ts'
import { openOrganisaties } from '../../server/platform/db/organisaties.ts'
import type { Db } from '../../server/platform/db/schema.ts'
import { write } from '../../server/platform/db/write.ts'
import { type ReadContext, systemContext } from '../../server/platform/http/context.ts'
import { createLogger } from '../../server/platform/log/log.ts'
import { startPostgres } from '../../server/platform/postgres/startPostgres.ts'
import { startProces } from '../../server/processen/index.ts'
import { startWerker } from '../meten/server.ts'
import type { Regel } from '../meten/uitslag.ts'
import { fouten } from '../sneuvelen/controle.ts'
import { proces, richtIn } from '../sneuvelen/proces.ts'
import { laatSneuvelen } from '../sneuvelen/werkers.ts'

export type Sneuvelproef = { zaken: number; doden: number; zeg: (wat: string) => void }

/**
 * So many cases, while the workers that carry them are killed again and again; everything else is real too: a PostgreSQL
 * of its own, the proef-ERP in a process of its own, over HTTP. It fails when something is missing or was done twice.
 */
export async function sneuvelen({ zaken, doden, zeg }: Sneuvelproef): Promise<Regel> {
  const log = createLogger('error')
  const dataDir = mkdtempSync(join(tmpdir(), 'rondom-sneuvelen-'))
  const postgres = await startPostgres({ dataDir, log: { info: () => {}, warn: zeg, error: zeg } })
  const databaseUrl = postgres.url
  await migrateSafely(databaseUrl, log)
  const organisaties = openOrganisaties(databaseUrl, { poolSize: 4, log })
  const erp = startProefErp({ databaseUrl, map: join(dataDir, 'proeferp'), log, factor: 1 })
  try {
    const organisatie = await organisaties.create({ code: 'sneuvelen', naam: 'Sneuvelproef', standaard: true })
    const ctx = () => systemContext(organisatie, { log, now: new Date() })
    const { partijId } = await richtIn(ctx())
    const env = {
      DATABASE_URL: databaseUrl,
      RONDOM_DATA: dataDir,
      RONDOM_GEHEIM: 'x'.repeat(32),
      RONDOM_ERP_URL: await erp.basis(),
      RONDOM_ERP_SLEUTEL: erp.sleutel,
    }
    const { db } = organisatie
    const begonnen = performance.now()
    const beginnen = begin(ctx, partijId, zaken)
    beginnen.catch(() => {})
    for (let gedood = 0; gedood < doden; gedood += 2) {
      // Spread over all the work: as long as there are many cases to go, each pair lives longer.
      const { klaar } = await stand(db)
      const rondes = (doden - gedood) / 2
      await laatSneuvelen(db, env, Math.min(6_000, 300 + ((zaken - klaar) / rondes) * 40))
      if (gedood % 20 === 0) zeg(`${gedood + 2} gedood, ${(await stand(db)).klaar} van ${zaken} klaar`)
    }
    await beginnen
    zeg('niemand sneuvelt meer')
    await werkAf(db, env, zaken, zeg)
    const seconden = (performance.now() - begonnen) / 1000
    const logboek = await (await fetch(new URL('/proef/log?door=api', await erp.basis()))).text()
    const mis = await fouten(db, zaken, logboek)
    if (mis.length > 0) throw new Error(`after ${doden} kills:\n  ${mis.join('\n  ')}`)
    const { opnieuw } = await stand(db)
    const naam = `sneuvelen: ${getal(zaken)} zaken, ${getal(doden)} keer een werker gedood`
    const opmerking = `${opnieuw} acties twee keer begonnen; niets ontbreekt, niets dubbel, ook niet in het logboek van het ERP`
    return { naam, n: zaken, eenheid: 's', p50: seconden, opmerking }
  } finally {
    await erp.stop()
    await organisaties.close()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Two at once, beside the workers that come and go. */
async function begin(ctx: () => ReadContext, partijId: string, zaken: number): Promise<void> {
  const eenvoor = async (aantal: number) => {
    for (let i = 0; i < aantal; i++) await write(ctx(), (w) => startProces(w, { proces, partijId }))
  }
  await Promise.all([eenvoor(Math.ceil(zaken / 2)), eenvoor(Math.floor(zaken / 2))])
}

/** Until all are done; gives up when for two minutes nothing happened. */
async function werkAf(db: Db, env: Record<string, string>, zaken: number, zeg: (wat: string) => void): Promise<void> {
  const werkers = [startWerker(env), startWerker(env)]
  try {
    let [eerder, sinds] = [-1, Date.now()]
    for (;;) {
      const { klaar, gedaan } = await stand(db)
      if (klaar >= zaken) return
      if (gedaan !== eerder) [eerder, sinds] = [gedaan, Date.now()]
      if (Date.now() - sinds > 120_000) return zeg(`er gebeurt niets meer, en ${zaken - klaar} zijn niet klaar`)
      await sleep(1_000)
    }
  } finally {
    await Promise.all(werkers.map((werker) => werker.stop('SIGKILL')))
  }
}

async function stand(db: Db): Promise<{ klaar: number; gedaan: number; opnieuw: number }> {
  const { rows } = await sql<{ klaar: number; gedaan: number; opnieuw: number }>`
    select (select count(*)::int from proces_instantie where status = 'klaar') as klaar,
      (select count(*)::int from proces_stap) as gedaan,
      (select count(*)::int from proces_actie where pogingen > 1) as opnieuw`.execute(db)
  return rows[0] ?? { klaar: 0, gedaan: 0, opnieuw: 0 }
}

const getal = (n: number) => n.toLocaleString('nl-NL')
