import type { z } from 'zod'
import { NieuwContact } from '#contract/relatieinvoer.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import type { TestRondom } from '#server/platform/testing/rondom.ts'
import { registerPartij } from '../registerPartij.ts'
import type { PartijRow } from '../tables.ts'

type Persoon = Omit<Extract<z.input<typeof NieuwContact>, { soort: 'persoon' }>, 'soort' | 'persoon'> & {
  persoon?: Partial<Extract<z.input<typeof NieuwContact>, { soort: 'persoon' }>['persoon']>
}

/** A person for a test, through the use case itself; everything has a default. */
export function maakPersoon(w: WriteContext, { persoon, ...rest }: Persoon = {}): Promise<PartijRow> {
  return maak(w, {
    soort: 'persoon',
    persoon: { initialen: 'J.A.', tussenvoegsels: 'van den', achternaam: 'Berg', ...persoon },
    ...rest,
  })
}

export function maak(w: WriteContext, input: z.input<typeof NieuwContact>): Promise<PartijRow> {
  return registerPartij(w, NieuwContact.parse(input))
}

/** The same, in a transaction of its own. */
export function persoonIn(rondom: TestRondom, input: Persoon = {}): Promise<PartijRow> {
  return rondom.write((w) => maakPersoon(w, input))
}

/** A body with the least that a new person needs. */
export const nieuwePersoon = {
  soort: 'persoon',
  persoon: { initialen: 'J.A.', tussenvoegsels: 'van den', achternaam: 'Berg' },
} as const
