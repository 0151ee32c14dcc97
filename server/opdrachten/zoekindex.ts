import { dagVan } from '#server/platform/clock.ts'
import { indexAlles } from '#server/zoekindex.ts'
import { kiesOrganisatie, metDatabase } from './omgeving.ts'
import type { Opdracht } from './opdracht.ts'

export const zoekindex: Opdracht = {
  naam: 'zoekindex',
  kort: 'Maak alles opnieuw vindbaar.',
  gebruik: ['zoekindex'],
  uitleg: `
Zet elke klant, elke woning, elke taak en elk contact opnieuw in de zoekindex, en haalt eruit wat niet meer bestaat. Nodig
als "doctor" daarom vraagt. Zoeken en werken kan intussen gewoon doorgaan.`,
  opties: {},
  async run(invoer, toestel) {
    await metDatabase(toestel, async (omgeving) => {
      const { db } = await kiesOrganisatie(omgeving, invoer)
      const balk = toestel.scherm.voortgang('Zoekindex')
      try {
        const gedaan = await indexAlles(db, dagVan(toestel.clock()), (deel, aantal) =>
          balk.stap(deel, `${aantal} gedaan`),
        )
        balk.klaar()
        toestel.scherm.regel(`${gedaan.toLocaleString('nl-NL')} klanten, woningen, taken en contacten zijn vindbaar.`)
      } finally {
        balk.klaar()
      }
    })
    return 0
  },
}
