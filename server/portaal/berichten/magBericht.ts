import { type RawBuilder, sql } from 'kysely'
import type { Domein } from '#contract/portaal/toegang.ts'
import type { BerichtRow } from '#server/berichten/index.ts'
import { type Zaakdelingen, zichtbaarInPortaal } from '../toegang/magZaak.ts'
import type { Toegang } from '../toegang/toegang.ts'

/** What a mandate must cover for a message that belongs to no zaak. */
const domeinVan = (doel: BerichtRow['doel']): Domein => (doel === 'betalingen' ? 'betalen' : 'contact')

/**
 * Whether a message passes to this customer: to him, or to who gave him a mandate that covers it. Who acts for another
 * sees of a zaak only what he may see of the zaak itself.
 * @param magZaak that its zaak passes to him; for a message without one it does not matter
 */
export function magBericht(
  toegang: Pick<Toegang, 'partijId' | 'hoedanigheid' | 'domeinen'>,
  bericht: Pick<BerichtRow, 'partij_id' | 'zaak_id' | 'doel'>,
  magZaak: boolean,
): boolean {
  if (bericht.partij_id !== toegang.partijId) return false
  if (toegang.hoedanigheid === 'zelf') return true
  return bericht.zaak_id === null ? toegang.domeinen.has(domeinVan(bericht.doel)) : magZaak
}

/** The rule of `magBericht`, in a query on the table `bericht`. */
export function berichtZichtbaarVoorKlant(toegang: Toegang, delingen: Zaakdelingen): RawBuilder<boolean> {
  const van = sql`bericht.partij_id = ${toegang.partijId}::uuid`
  if (toegang.hoedanigheid === 'zelf') return sql<boolean>`(${van})`
  return sql<boolean>`(${van} and case when bericht.zaak_id is null
    then case when bericht.doel = 'betalingen' then ${toegang.domeinen.has('betalen')}::boolean
      else ${toegang.domeinen.has('contact')}::boolean end
    else exists (select 1 from zaak where zaak.id = bericht.zaak_id and ${zichtbaarInPortaal(toegang, delingen)}) end)`
}
