import type { Onderwerp } from '#contract/beheer.ts'
import type { OnderwerpRow } from './store.ts'

export function presentOnderwerp({ bovenliggend_id, ...row }: OnderwerpRow): Onderwerp {
  return { ...row, bovenliggendId: bovenliggend_id }
}
