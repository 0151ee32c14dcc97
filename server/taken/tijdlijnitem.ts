import type { TijdlijnItem } from '#server/relaties/index.ts'
import type { TaakRow } from './tables.ts'

/** What the tijdlijn needs of a taak. */
export type TaakOpTijdlijn = Pick<
  TaakRow,
  | 'id'
  | 'nummer'
  | 'onderwerp'
  | 'status'
  | 'team_id'
  | 'medewerker_id'
  | 'klantcontact_id'
  | 'belofte'
  | 'belofte_ingelost_op'
  | 'vertrouwelijk'
  | 'deadline'
  | 'aangemaakt_op'
>

/** One row per taak that moves along with its state. The ids let the reader apply the rights on the taak itself. */
export function tijdlijnItemVan(taak: TaakOpTijdlijn, partijId: string): TijdlijnItem {
  return {
    partijId,
    moment: taak.aangemaakt_op,
    soort: 'taak',
    verwijzingId: taak.id,
    titel: taak.onderwerp,
    medewerkerId: taak.medewerker_id,
    vertrouwelijk: taak.vertrouwelijk,
    gegevens: {
      nummer: taak.nummer,
      status: taak.status,
      deadline: taak.deadline,
      teamId: taak.team_id,
      medewerkerId: taak.medewerker_id,
      klantcontactId: taak.klantcontact_id,
      belofte: taak.belofte,
      belofteIngelost: taak.belofte_ingelost_op !== null,
    },
  }
}
