import { isFilled, loadDemo } from './demo/index.ts'
import type { Organisaties } from './platform/db/organisaties.ts'
import type { Logger } from './platform/log/log.ts'

/** The size of the demo of `npm start`: enough to feel real, loaded in seconds. */
const demoWoningen = 2000

export type EersteStart = {
  databaseUrl: string
  demo: boolean
  log: Logger
  voortgang?: (deel: number, wat: string) => void
}

/**
 * The first start makes an organisatie: with demo data, or an empty one that `npm run rondom -- gebruiker` fills.
 * A demo that was interrupted halfway is loaded again at the next start.
 */
export async function ensureOrganisatie(organisaties: Organisaties, options: EersteStart): Promise<void> {
  const existing = await organisaties.list()
  if (!options.demo) {
    if (existing.length === 0)
      await organisaties.create({ code: 'standaard', naam: 'Mijn organisatie', standaard: true })
    return
  }
  const organisatie =
    existing.find((each) => each.demo) ??
    (existing.length === 0
      ? await organisaties.create({ code: 'demo', naam: 'Woonstichting De Linde', standaard: true, demo: true })
      : undefined)
  if (!organisatie || (await isFilled(organisatie))) return
  options.log.info({ woningen: demoWoningen }, 'loading the demo')
  await loadDemo({ ...options, organisatie, woningen: demoWoningen })
}
