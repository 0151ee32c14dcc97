import { z } from 'zod'
import { createTaak } from '#server/taken/index.ts'
import { teamVan } from '../runtime/team.ts'
import { actie } from './actie.ts'

export const taakAanmaken = actie({
  naam: 'taak.aanmaken',
  label: 'Taak aanmaken',
  uitleg:
    'Zet een taak bij een team, zonder dat het proces erop wacht. Voor werk waarop het proces wacht: een gebruikerstaak.',
  invoer: z.strictObject({
    team: z.string().min(1),
    onderwerp: z.string().min(1).max(200),
    toelichting: z.string().max(4000).default(''),
    werkdagen: z.number().int().min(0).max(365).nullable().default(null),
    prioriteit: z.enum(['laag', 'normaal', 'hoog']).default('normaal'),
  }),
  uitvoer: z.strictObject({ taakId: z.string(), nummer: z.number() }),
  async voer(w, { zaak }, { team, onderwerp, toelichting, werkdagen, prioriteit }) {
    const { id } = await teamVan(w.db, team)
    const taak = await createTaak(w, {
      teamId: id,
      onderwerp,
      toelichting,
      prioriteit,
      termijnWerkdagen: werkdagen,
      partijId: zaak.partij_id,
      eenheidId: zaak.eenheid_id,
      zaakId: zaak.id,
      vertrouwelijk: zaak.vertrouwelijk,
    })
    return { taakId: taak.id, nummer: taak.nummer }
  },
})
