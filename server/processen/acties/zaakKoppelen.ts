import { z } from 'zod'
import { lopendeStatussen } from '#contract/zaken.ts'
import { openStoring } from '#server/storingen/index.ts'
import { findZaken, getZaak, koppelAanHoofdzaak, listDeelzaakIds, ontkoppelVanHoofdzaak } from '#server/zaken/index.ts'
import { eersteId, hoofdzaakstand } from '../hoofdzaak.ts'
import { BpmnFout } from '../motor/soorten.ts'
import { actie } from './actie.ts'

const Stand = z.strictObject({
  nummer: z.string(),
  status: z.string(),
  statusNaam: z.string(),
  resultaat: z.string().nullable(),
  loopt: z.boolean(),
})

export const zaakKoppelen = actie({
  naam: 'zaak.koppel',
  label: 'Aan een hoofdzaak koppelen',
  uitleg:
    'Hangt deze zaak onder een andere. Het proces krijgt daarna het bericht hoofdzaak-gewijzigd als die verder is, en losgekoppeld als een medewerker haar losmaakt.',
  invoer: z.strictObject({ hoofdzaakId: z.uuid() }),
  /** As `hoofdzaak` it tells how that zaak stands. */
  uitvoer: z.strictObject({ hoofdzaak: Stand }),
  fouten: [{ code: 'VOORBIJ', uitleg: 'De andere zaak is intussen klaar, of kan geen hoofdzaak zijn.' }],
  async voer(w, { zaak }, { hoofdzaakId }) {
    const gekozen = await getZaak(w, hoofdzaakId)
    // It was tied to another in the meantime: then that one is meant.
    const bedoeld = gekozen.hoofdzaak_id ?? gekozen.id
    const [deelzaak] = await listDeelzaakIds(w.db, zaak.id, eersteId, 1)
    if (deelzaak) throw new BpmnFout('VOORBIJ', 'Onder deze zaak hangen zelf andere zaken.')
    await koppelAanHoofdzaak(w, zaak.id, bedoeld)
    // Held now: what it says here is so when this is done.
    const hoofdzaak = (await findZaken(w.db, [bedoeld])).get(bedoeld)
    const loopt = hoofdzaak && (lopendeStatussen as readonly string[]).includes(hoofdzaak.status)
    if (!loopt || hoofdzaak.resultaat) {
      await ontkoppelVanHoofdzaak(w, zaak.id)
      throw new BpmnFout('VOORBIJ', 'Die zaak is intussen klaar.')
    }
    return { hoofdzaak: hoofdzaakstand(hoofdzaak) }
  },
})

export const zaakLoskoppelen = actie({
  naam: 'zaak.loskoppel',
  label: 'Van de hoofdzaak loskoppelen',
  uitleg: 'De zaak gaat weer alleen verder. Zonder hoofdzaak gebeurt er niets.',
  invoer: z.strictObject({}),
  uitvoer: z.strictObject({}),
  async voer(w, { zaak }) {
    await ontkoppelVanHoofdzaak(w, zaak.id)
    return {}
  },
})

export const storingOpenen = actie({
  naam: 'storing.openen',
  label: 'Storing in het complex melden',
  uitleg:
    'Laat bij elke bewoner van het complex zien dat er een storing is, zolang de hoofdzaak van deze zaak loopt. Loopt er al zo een, dan blijft die.',
  invoer: z.strictObject({
    /** One word: of one kind there is one at a time in a complex. */
    soort: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    /** "de lift". */
    naam: z.string().min(1).max(80),
  }),
  uitvoer: z.strictObject({ storingId: z.string().nullable() }),
  async voer(w, { zaak }, soort) {
    const { hoofdzaak_id } = (await findZaken(w.db, [zaak.id])).get(zaak.id) ?? zaak
    const hoofdzaak = (await findZaken(w.db, [hoofdzaak_id ?? zaak.id])).get(hoofdzaak_id ?? zaak.id) ?? zaak
    return { storingId: (await openStoring(w, hoofdzaak, soort))?.id ?? null }
  },
})
