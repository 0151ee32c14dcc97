import { z } from 'zod'
import { systemActor } from '#server/platform/http/context.ts'
import { linkKlantcontact, listKlantcontactIds } from '#server/zaken/index.ts'
import { startProces } from '../startProces.ts'
import { actie } from './actie.ts'

export const procesStarten = actie({
  naam: 'proces.starten',
  label: 'Ander proces starten',
  uitleg:
    'Begint een ander klantproces voor dezelfde klant en woning, met de tekst van deze zaak. Deze zaak wordt daarvan de hoofdzaak, als u dat kiest.',
  invoer: z.strictObject({
    proces: z.string().min(1).max(60),
    antwoorden: z.record(z.string(), z.unknown()).default({}),
    /** What was told; default: the explanation of this zaak. */
    toelichting: z.string().nullish(),
    alsDeelzaak: z.boolean().default(false),
  }),
  uitvoer: z.strictObject({ zaakId: z.string(), nummer: z.string() }),
  async voer(w, { zaak }, { proces, antwoorden, toelichting, alsDeelzaak }) {
    const contacten = await listKlantcontactIds(w.db, zaak.id)
    const begonnen = await startProces(w, {
      proces,
      antwoorden,
      onvolledig: true,
      partijId: zaak.partij_id,
      contactpersoonId: zaak.contactpersoon_id,
      eenheidId: zaak.eenheid_id,
      overeenkomstId: zaak.overeenkomst_id,
      kanaal: zaak.kanaal,
      toelichting: toelichting ?? zaak.toelichting,
      // The klant told it then: a term must not start again because we filed it wrong.
      ontvangenOp: zaak.ontvangen_op,
      hoofdzaakId: alsDeelzaak ? zaak.id : null,
    })
    // The words of the klant go along; a contact that is still going on follows when it is done (`hear.ts`).
    for (const klantcontactId of contacten)
      await linkKlantcontact({ ...w, actor: systemActor }, begonnen.zaakId, klantcontactId)
    return { zaakId: begonnen.zaakId, nummer: begonnen.zaak.nummer }
  },
})
