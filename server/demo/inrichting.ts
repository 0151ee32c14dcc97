import { seedDemoMedewerkers, seedInrichting } from '#server/beheer/index.ts'
import { seedSjablonen } from '#server/klantcontacten/index.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { laadLevering } from '#server/processen/index.ts'

/** People, teams, channels, subjects and templates, before there are klanten. */
export async function vulInrichting(w: WriteContext): Promise<void> {
  await seedInrichting(w)
  await seedDemoMedewerkers(w)
  await seedSjablonen(w)
  await laadLevering(w)
}
