import { type Kanaal, kanaalIconen } from '#contract/beheer.ts'
import type { KanaalRow } from './store.ts'

export function presentKanaal({ vera_code, icoon, ...row }: KanaalRow): Kanaal {
  return { ...row, veraCode: vera_code, icoon: kanaalIconen.find((known) => known === icoon) ?? 'bericht' }
}
