import { indexeer, verwijderSpoken } from '#server/importeren/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { rebuildVocabulary } from '#server/platform/search/index.ts'
import { kiesOrganisatie, metDatabase } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'

export const zoekindex: Opdracht = {
  naam: 'zoekindex',
  kort: 'Maak klanten en woningen opnieuw vindbaar.',
  gebruik: ['zoekindex'],
  uitleg: `
Zet elke klant en elke woning opnieuw in de zoekindex, en haalt eruit wat niet meer bestaat. Nodig als "doctor" daarom
vraagt. Zoeken en werken kan intussen gewoon doorgaan.`,
  opties: {},
  async run(invoer, toestel) {
    await metDatabase(toestel, async (omgeving) => {
      const { db } = await kiesOrganisatie(omgeving, invoer)
      const balk = toestel.scherm.voortgang('Zoekindex')
      try {
        await verwijderSpoken(db)
        const gedaan = await indexeer(db, 'alles', dagVan(toestel.clock()), (aantal) =>
          balk.stap(0.5, `${aantal} gedaan`),
        )
        balk.stap(0.9, 'woordenlijst')
        await rebuildVocabulary(db)
        balk.klaar()
        toestel.scherm.regel(`${gedaan.toLocaleString('nl-NL')} klanten en woningen zijn vindbaar.`)
      } finally {
        balk.klaar()
      }
    })
    return 0
  },
}
