import type { Selectable } from 'kysely'

/** As sent, beside what it became here. */
export type Aanvulling = Record<string, { gestuurd: unknown; werd: unknown }>

type Codes = { object_id: string; code_objecttype: string; code_register: string; code_soort_object_id: string }

export type KiActorTable = Codes & {
  id: string
  naam: string
  soort: 'medewerker' | 'geautomatiseerde_actor' | 'organisatorische_eenheid'
  actief: boolean
  identificatie: Record<string, unknown>
  medewerker_id: string | null
  team_id: string | null
}
export type KiActorRow = Selectable<KiActorTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    ki_aanvulling: { id: string; soort: string; gegevens: Aanvulling }
    ki_actor: KiActorTable
    ki_actor_klantcontact: { id: string; actor_id: string; klantcontact_id: string }
    ki_taak_actor: {
      taak_id: string
      actor_id: string
      volgorde: number
      team_id: string
      medewerker_id: string | null
    }
    ki_bijlage: Codes & { id: string; klantcontact_id: string | null }
    ki_categorie: { id: string; naam: string }
    ki_categorie_relatie: {
      id: string
      partij_id: string | null
      categorie_id: string | null
      begindatum: string | null
      einddatum: string | null
    }
  }
}
