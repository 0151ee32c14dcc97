import * as contract from '#contract/portaal/ik.ts'
import type { Slice } from '#server/slice.ts'
import { klantHttp } from './http.ts'
import { leesIk } from './ik/ik.ts'

/** The door of `portaal`: what a customer may see and do. Nothing imports it. */
export const slice: Slice = {
  naam: 'portaal',
  routes(http) {
    const klant = klantHttp(http)
    klant.read(contract.getIk, ({ ctx }) => leesIk(ctx))
  },
}
