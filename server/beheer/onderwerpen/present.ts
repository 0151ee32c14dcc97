import type { Onderwerp } from '#contract/beheer.ts'
import type { OnderwerpInBoom } from './boom.ts'

export function presentOnderwerp({ bovenliggend_id, zelf_actief, ...row }: OnderwerpInBoom): Onderwerp {
  return { ...row, bovenliggendId: bovenliggend_id, zelfActief: zelf_actief }
}
