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
  await stuurMeteen(w)
}

/** Who tries the demo at night wants to see what is sent, and not tomorrow morning. */
async function stuurMeteen(w: WriteContext): Promise<void> {
  for (const [sleutel, waarde] of Object.entries({ stilteVan: '', stilteTot: '', berichtBundeling: '0' }))
    await w.tx
      .insertInto('instelling')
      .values({ sleutel, waarde: JSON.stringify(waarde), gewijzigd_op: w.now })
      .onConflict((on) => on.column('sleutel').doNothing())
      .execute()
}
