import { type RawBuilder, sql } from 'kysely'
import type { Domein } from '#contract/portaal/toegang.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { ZaakRow } from '#server/zaken/index.ts'
import type { Toegang } from './toegang.ts'

/** How zaken of one zaaktype are shown in the portal; from `portaal.json` of their process. */
export type Zaakdeling = {
  /** What a mandate must cover to see them. */
  domein: Domein
  /** It is about the home: everybody who rents it sees it. Otherwise only who is in it himself. */
  gedeeld: boolean
}

/** zaaktype → how it is shown. What is not in it, is only for who asked it himself, and for contact. */
export type Zaakdelingen = ReadonlyMap<string, Zaakdeling>

const onbekend: Zaakdeling = { domein: 'contact', gedeeld: false }

type Zaak = Pick<
  ZaakRow,
  'zaaktype' | 'partij_id' | 'overeenkomst_id' | 'vertrouwelijk' | 'zichtbaar_in_portaal' | 'ontvangen_op'
>
type Rol = { rol: string; partij_id: string | null; eind_op: Date | null }

/** Roles by which somebody is in a zaak himself; who handles or advises, does not look over the shoulder of a customer. */
const eigenRollen = ['initiator', 'mede_initiator', 'belanghebbende']

/**
 * Whether a zaak passes to this customer. Never a confidential one, never one that is about him as the person complained
 * of, and of a home that he shares only what is about the home.
 * @param rollen of this zaak
 */
export function magZaak(toegang: Toegang, zaak: Zaak, rollen: readonly Rol[], delingen: Zaakdelingen): boolean {
  const { domein, gedeeld } = delingen.get(zaak.zaaktype) ?? onbekend
  if (zaak.vertrouwelijk || !zaak.zichtbaar_in_portaal || !toegang.domeinen.has(domein)) return false
  const vanHem = rollen.filter(({ partij_id }) => partij_id === toegang.partijId)
  if (vanHem.some(({ rol }) => rol === 'beklaagde')) return false
  if (zaak.partij_id === toegang.partijId) return true
  if (vanHem.some(({ rol, eind_op }) => eigenRollen.includes(rol) && eind_op === null)) return true
  return (
    gedeeld &&
    toegang.contracten.some(
      (contract) => contract.overeenkomstId === zaak.overeenkomst_id && isInTijd(contract, zaak.ontvangen_op),
    )
  )
}

/** The rule of `magZaak`, in a query on the table `zaak`. */
export function zichtbaarInPortaal(toegang: Toegang, delingen: Zaakdelingen): RawBuilder<boolean> {
  const mag = [...delingen].filter(([, { domein }]) => toegang.domeinen.has(domein))
  const typen = mag.map(([zaaktype]) => zaaktype)
  const gedeeld = mag.filter(([, deling]) => deling.gedeeld).map(([zaaktype]) => zaaktype)
  const overig = toegang.domeinen.has(onbekend.domein)
  const contracten = JSON.stringify(
    toegang.contracten.map(({ overeenkomstId, rolBegin, rolEinde }) => ({ id: overeenkomstId, rolBegin, rolEinde })),
  )
  const rol = (welke: RawBuilder<boolean>) => sql<boolean>`exists (
    select from zaak_rol r where r.zaak_id = zaak.id and r.partij_id = ${toegang.partijId}::uuid and ${welke})`
  return sql<boolean>`(
    not zaak.vertrouwelijk and zaak.zichtbaar_in_portaal
    and (zaak.zaaktype = any(${typen}::text[])
      or (${overig} and not zaak.zaaktype = any(${[...delingen.keys()]}::text[])))
    and not ${rol(sql`r.rol = 'beklaagde'`)}
    and (zaak.partij_id = ${toegang.partijId}::uuid
      or ${rol(sql`r.eind_op is null and r.rol = any(${eigenRollen})`)}
      or (zaak.zaaktype = any(${gedeeld}::text[]) and exists (
        select from jsonb_to_recordset(${contracten}::jsonb) as c(id uuid, "rolBegin" date, "rolEinde" date)
        where c.id = zaak.overeenkomst_id
          and (c."rolBegin" is null or (zaak.ontvangen_op at time zone 'Europe/Amsterdam')::date >= c."rolBegin")
          and (c."rolEinde" is null or (zaak.ontvangen_op at time zone 'Europe/Amsterdam')::date <= c."rolEinde"))))
  )`
}

/** It came in while he lived there: what was before him, or after him, is of others. */
function isInTijd({ rolBegin, rolEinde }: Toegang['contracten'][number], op: Date): boolean {
  const dag = dagVan(op)
  return (rolBegin === null || dag >= rolBegin) && (rolEinde === null || dag <= rolEinde)
}
