import type { TijdlijnItem } from '#server/relaties/index.ts'
import { samenvattingVan } from './samenvatting.ts'
import type { KlantcontactRow } from './tables.ts'

/** What the tijdlijn needs of a post. */
export type KlantcontactOpTijdlijn = Pick<
  KlantcontactRow,
  | 'id'
  | 'nummer'
  | 'gesprek_id'
  | 'type'
  | 'kanaal_code'
  | 'richting'
  | 'onderwerp'
  | 'vraag'
  | 'antwoord'
  | 'direct_beantwoord'
  | 'toon_in_portaal'
  | 'vertrouwelijk'
  | 'antwoord_op'
  | 'medewerker_id'
  | 'plaatsgevonden_op'
>

/** A post as it stands on the tijdlijn of the klant, and of each household of his. */
export function tijdlijnItemVan(row: KlantcontactOpTijdlijn, partijId: string): TijdlijnItem {
  return {
    partijId,
    moment: row.plaatsgevonden_op,
    soort: 'klantcontact',
    verwijzingId: row.id,
    titel: row.onderwerp,
    samenvatting: samenvattingVan(row.vraag || row.antwoord),
    kanaal: row.kanaal_code,
    richting: row.richting,
    medewerkerId: row.medewerker_id,
    zichtbaarInPortaal: row.toon_in_portaal,
    vertrouwelijk: row.vertrouwelijk,
    gegevens: {
      nummer: row.nummer,
      type: row.type,
      directBeantwoord: row.direct_beantwoord,
      antwoordOp: row.antwoord_op,
      gesprekId: row.gesprek_id,
    },
  }
}
