import { z } from 'zod'
import { telZaken } from '#server/zaken/index.ts'
import { actie } from './actie.ts'

const dag = 24 * 3_600_000

export const zakenTellen = actie({
  naam: 'zaken.tellen',
  label: 'Eerdere zaken tellen',
  uitleg:
    'Telt hoeveel zaken van dezelfde soort er eerder waren: van dezelfde klant, of met dezelfde eigenschap. Geannuleerde zaken en deze zaak tellen niet mee.',
  invoer: z.strictObject({
    /** Default: the kind of this zaak. */
    zaaktype: z.string().max(40).default(''),
    vanKlant: z.boolean().default(true),
    eigenschap: z.strictObject({ naam: z.string(), waarde: z.string() }).nullish(),
    dagen: z.number().int().min(1).max(3650).default(365),
  }),
  uitvoer: z.strictObject({ aantal: z.number() }),
  async voer(w, { zaak }, { zaaktype, vanKlant, eigenschap, dagen }) {
    const aantal = await telZaken(w.db, {
      zaaktype: zaaktype || zaak.zaaktype,
      behalve: zaak.id,
      partijId: vanKlant ? zaak.partij_id : null,
      eigenschap: eigenschap ?? null,
      sinds: new Date(w.now.getTime() - dagen * dag),
    })
    // Of nobody in particular there is nothing to compare with.
    return { aantal: vanKlant && !zaak.partij_id ? 0 : aantal }
  },
})
