import { isFilled, isFindable, loadDemo, vraagDemozaken } from './demo/index.ts'
import { dagVan } from './platform/clock.ts'
import type { Organisatie, Organisaties } from './platform/db/organisaties.ts'
import { write } from './platform/db/write.ts'
import { systemContext } from './platform/http/context.ts'
import type { Logger } from './platform/log/log.ts'
import { laadLevering } from './processen/index.ts'
import { richtIn } from './richtIn.ts'
import { indexAlles } from './zoekindex.ts'

/** The size of the demo of `npm start`: enough to feel real, loaded in seconds. */
const demoWoningen = 2000

export type EersteStart = {
  databaseUrl: string
  demo: boolean
  log: Logger
  voortgang?: (deel: number, wat: string) => void
}

/**
 * The first start makes an organisatie: with demo data, or an empty one that is set up and waits for its first user
 * (`npm run rondom -- gebruiker`). What was interrupted halfway is done at the next start.
 */
export async function ensureOrganisatie(organisaties: Organisaties, options: EersteStart): Promise<void> {
  if ((await organisaties.list()).length === 0) {
    await organisaties.create(
      options.demo
        ? { code: 'demo', naam: 'Woonstichting De Linde', standaard: true, demo: true }
        : { code: 'standaard', naam: 'Mijn organisatie', standaard: true },
    )
  }
  for (const organisatie of await organisaties.list()) {
    if (!organisatie.demo) await richtIn(systemContext(organisatie, { log: options.log, now: new Date() }))
    else if (options.demo) await ensureDemo(organisatie, options)
    // A new release may bring new versions of processes.
    await write(systemContext(organisatie, { log: options.log, now: new Date() }), (w) => laadLevering(w))
  }
}

async function ensureDemo(organisatie: Organisatie, options: EersteStart): Promise<void> {
  if (!(await isFilled(organisatie))) {
    options.log.info({ woningen: demoWoningen }, 'loading the demo')
    await loadDemo({ ...options, organisatie, woningen: demoWoningen })
    await vraagDemozaken(systemContext(organisatie, { log: options.log, now: new Date() }))
  } else if (!(await isFindable(organisatie))) {
    options.log.info({}, 'making the demo findable')
    await indexAlles(organisatie.db, dagVan(new Date()))
    await vraagDemozaken(systemContext(organisatie, { log: options.log, now: new Date() }))
  }
}
