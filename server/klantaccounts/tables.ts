import type { Generated, Selectable } from 'kysely'
import type { klantaccountStatussen } from '#contract/klantaccounts.ts'

export type AccountTable = {
  id: string
  partij_id: string
  email: string | null
  status: Generated<(typeof klantaccountStatussen)[number]>
  taal: Generated<'nl' | 'en'>
  aangemaakt_op: Generated<Date>
  aangemaakt_door: string
  laatst_aangemeld_op: Generated<Date | null>
  versie: Generated<number>
}
export type AccountRow = Selectable<AccountTable>

export type ActiveringTable = {
  id: string
  partij_id: string
  hash: Buffer
  bericht_id: Generated<string | null>
  gemaakt_door: string
  gemaakt_op: Date
  geldig_tot: Date
  gebruikt_op: Generated<Date | null>
  pogingen: Generated<number>
}
export type ActiveringRow = Selectable<ActiveringTable>

/** Why somebody proves who he is: to sign in, with a letter, or once more. */
export type Doel = 'aanmelden' | 'activeren' | 'bevestigen'

export type BewijsTable = {
  id: string
  browser: Buffer
  doel: Doel
  account_id: string | null
  activering_id: string | null
  kanaal: 'email' | 'sms'
  aan: string
  code: Generated<Buffer | null>
  fout: Generated<number>
  taal: 'nl' | 'en'
  terug: string
  eigen_apparaat: boolean
  gemaakt_op: Generated<Date>
  geldig_tot: Date
}
export type BewijsRow = Selectable<BewijsTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    klant_account: AccountTable
    klant_activering: ActiveringTable
    klant_bewijs: BewijsTable
  }
}
