import { type RawBuilder, sql } from 'kysely'
import type { KlantcontactRow } from '#server/klantcontacten/index.ts'
import type { Toegang } from '../toegang/toegang.ts'

type Post = Pick<KlantcontactRow, 'toon_in_portaal' | 'vertrouwelijk'>
type Betrokkene = { rol: string; partij_id: string | null }

/**
 * Whether a post passes to this customer: shown in the portal, not confidential, and he is the klant of it himself. A
 * post is stored on his huishouden too; that gives the others who live there no right to read it, and neither does having
 * spoken for somebody once.
 * @param betrokkenen of this post
 */
export function magContact(toegang: Toegang, post: Post, betrokkenen: readonly Betrokkene[]): boolean {
  if (!toegang.domeinen.has('contact') || !post.toon_in_portaal || post.vertrouwelijk) return false
  return betrokkenen.some(({ rol, partij_id }) => rol === 'klant' && partij_id === toegang.partijId)
}

/** The rule of `magContact`, in a query on the table `klantcontact`. */
export function contactZichtbaar(toegang: Toegang): RawBuilder<boolean> {
  return sql<boolean>`(
    ${toegang.domeinen.has('contact')} and klantcontact.toon_in_portaal and not klantcontact.vertrouwelijk
    and exists (
      select from betrokkene b
      where b.klantcontact_id = klantcontact.id and b.partij_id = ${toegang.partijId}::uuid and b.rol = 'klant')
  )`
}
