import type { Formulierdefinitie, Veld } from '#contract/formulieren.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { laadPartij } from '#server/relaties/index.ts'

/**
 * What a form asks and we know already: how to reach the klant, and his account. What the form itself says that a field
 * starts with goes before; of two fields of a kind nobody knows which is meant.
 */
export async function bekendeAntwoorden(
  ctx: Pick<ReadContext, 'db' | 'now'>,
  formulier: Formulierdefinitie | null,
  partijId: string | undefined,
): Promise<Record<string, unknown>> {
  const gevraagd = Map.groupBy(formulier?.velden ?? [], kenmerk)
  gevraagd.delete(undefined)
  if (!partijId || gevraagd.size === 0) return {}
  return Object.fromEntries(
    (await watWijWeten(ctx, partijId)).flatMap(([soort, waarde]) => {
      const [veld, ...meer] = gevraagd.get(soort) ?? []
      return veld && meer.length === 0 && !veld.standaard && waarde ? [[veld.naam, waarde]] : []
    }),
  )
}

type Kenmerk = 'telefoon' | 'e-mail' | 'iban'

function kenmerk(veld: Veld): Kenmerk | undefined {
  if (veld.soort === 'iban') return 'iban'
  return veld.soort === 'tekst' && veld.vorm !== 'vrij' && veld.vorm !== 'postcode' ? veld.vorm : undefined
}

async function watWijWeten(
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  partijId: string,
): Promise<[Kenmerk, string | undefined][]> {
  const { digitaleAdressen, rekeningnummers } = await laadPartij(db, partijId)
  const vandaag = dagVan(now)
  const geldt = (each: { begindatum: string; einddatum: string | null }) =>
    each.begindatum <= vandaag && (each.einddatum === null || each.einddatum >= vandaag)
  // The one that is the standard comes first.
  const bereik = (soort: string) => digitaleAdressen.find((each) => each.soort === soort && geldt(each))?.adres
  return [
    ['telefoon', bereik('telefoonnummer')],
    ['e-mail', bereik('email')],
    ['iban', rekeningnummers.find(geldt)?.iban],
  ]
}
