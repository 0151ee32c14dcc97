import { z } from 'zod'
import { registerKlantcontact } from '#server/klantcontacten/index.ts'
import { systemActor } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { linkKlantcontact } from '#server/zaken/index.ts'
import { actie } from './actie.ts'

export const contactmomentVastleggen = actie({
  naam: 'contactmoment.vastleggen',
  label: 'Contactmoment vastleggen',
  uitleg: 'Legt vast wat er met de klant besproken of aan hem verteld is, en koppelt het aan de zaak.',
  invoer: z.strictObject({
    kanaal: z.string().max(40).default('telefoon'),
    richting: z.enum(['inkomend', 'uitgaand']).default('uitgaand'),
    onderwerp: z.string().min(1).max(200),
    tekst: z.string().max(10_000).default(''),
    toonInPortaal: z.boolean().default(false),
  }),
  uitvoer: z.strictObject({ klantcontactId: z.string() }),
  async voer(w, { zaak }, { kanaal, richting, onderwerp, tekst, toonInPortaal }) {
    const als = { ...w, actor: systemActor }
    const contact = await registerKlantcontact(als, {
      gesprekId: newId(),
      partijId: zaak.partij_id,
      type: 'vraag',
      kanaalCode: kanaal,
      richting,
      onderwerp,
      antwoord: tekst,
      directBeantwoord: true,
      contactGelukt: true,
      toonInPortaal,
      vertrouwelijk: zaak.vertrouwelijk,
    })
    await linkKlantcontact(als, zaak.id, contact.id)
    return { klantcontactId: contact.id }
  },
})
