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
  await stelIn(w)
}

const ingesteld = {
  // Who tries the demo at night wants to see what is sent, and not tomorrow morning.
  stilteVan: '',
  stilteTot: '',
  berichtBundeling: '0',
  portaaltelefoon: '030 123 45 67',
  openingstijden: 'Maandag tot en met vrijdag van 8.30 tot 17.00 uur',
  spoedtelefoon: '030 123 45 99',
}

async function stelIn(w: WriteContext): Promise<void> {
  for (const [sleutel, waarde] of Object.entries(ingesteld))
    await w.tx
      .insertInto('instelling')
      .values({ sleutel, waarde: JSON.stringify(waarde), gewijzigd_op: w.now })
      .onConflict((on) => on.column('sleutel').doNothing())
      .execute()
}
