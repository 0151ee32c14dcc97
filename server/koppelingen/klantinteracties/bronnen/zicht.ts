import { type RawBuilder, sql } from 'kysely'
import { mag, type Voorwaarde, type Vraag } from '../bron.ts'

/* The row rules, in one place: what the bearer of a token may know of. */

/** A klant of ours: not a huishouden, which the standard does not know, nor one who was merged into another. */
export const isPartij = (alias: RawBuilder<unknown>): Voorwaarde =>
  sql`${alias}.soort <> 'huishouden' and ${alias}.samengevoegd_in is null`

/** Where somebody can be reached whose address is secret. */
export const nietGeheim = (vraag: Vraag, partijId: RawBuilder<unknown>): Voorwaarde[] =>
  mag(vraag, 'geheim') ? [] : [sql`not exists (select from partij g where g.id = ${partijId} and g.geheimhouding)`]

/** A confidential contact is for who may see those, and for who wrote it; so is everything that hangs on it. */
export const magContact = (vraag: Vraag, klantcontactId: RawBuilder<unknown>): Voorwaarde[] =>
  mag(vraag, 'vertrouwelijk')
    ? []
    : [
        sql`not exists (select from klantcontact v where v.id = ${klantcontactId} and v.vertrouwelijk
          and v.medewerker_id <> ${vraag.ctx.actor.medewerkerId})`,
      ]

/** A taak that came from a contact, of a team that this token is for. */
export const magTaak = (vraag: Vraag, alias: RawBuilder<unknown>): Voorwaarde[] => [
  sql`${alias}.klantcontact_id is not null`,
  ...(vraag.toegang.teamIds ? [sql`${alias}.team_id = any (${[...vraag.toegang.teamIds]}::uuid[])`] : []),
  ...(mag(vraag, 'vertrouwelijk')
    ? []
    : [sql`(not ${alias}.vertrouwelijk or ${alias}.aangemaakt_door = ${vraag.ctx.actor.medewerkerId})`]),
]

/** The betrokkenen that somebody named; a huishouden is only ours, to find the contact from there. */
export const isBetrokkene = (alias: RawBuilder<unknown>): Voorwaarde => sql`${alias}.rol <> 'huishouden'`

export const loopt = (alias: RawBuilder<unknown>): Voorwaarde =>
  sql`(${alias}.einddatum is null or ${alias}.einddatum >= current_date)`

/** A BSN is only there for who may see it, where the organisatie keeps them at all. */
export const bsnRijen = (vraag: Vraag): Voorwaarde =>
  mag(vraag, 'bsn')
    ? sql`exists (select from instelling where sleutel = 'bsnToegestaan' and waarde = 'true'::jsonb)`
    : sql`false`

/**
 * One identificator of this partij has all of these codes: two filters on one number must match one row. The numbers
 * are looked up first, by their index; so a register of a million partijen is not walked through.
 */
export const heeftIdentificator =
  (vraag: Vraag, partijId: RawBuilder<unknown>) =>
  (alle: Voorwaarde): Voorwaarde =>
    sql`${partijId} in (
    select i.partij_id from partij_identificator i where i.partij_id is not null and ${alle}
    union all
    select i.partij_id from (select b.partij_id, 'natuurlijk_persoon' as code_objecttype, 'brp' as code_register,
      'bsn' as code_soort_object_id, b.bsn as object_id from partij_bsn b) i where ${bsnRijen(vraag)} and ${alle})`

export const codes = (alias: RawBuilder<unknown>, prefix: string) =>
  ({
    [`${prefix}odeObjecttype`]: (x: string) => sql`${alias}.code_objecttype = ${x}`,
    [`${prefix}odeRegister`]: (x: string) => sql`${alias}.code_register = ${x}`,
    [`${prefix}odeSoortObjectId`]: (x: string) => sql`${alias}.code_soort_object_id = ${x}`,
  }) as Record<string, (x: string) => Voorwaarde>

/** The four filters on an identificator; `voor` is what stands before `CodeObjecttype` or `codeObjecttype`. */
export const vierCodes = (alias: RawBuilder<unknown>, voor: string): Record<string, (x: string) => Voorwaarde> => {
  const [c, o] = voor === '' || voor.endsWith('__') ? ['c', 'o'] : ['C', 'O']
  return {
    ...codes(alias, `${voor}${c}`),
    [`${voor}${o}bjectId`]: (x: string) => sql`${alias}.object_id = ${x}`,
  }
}

export const legeCodes = { objectId: '', codeObjecttype: '', codeRegister: '', codeSoortObjectId: '' }
export const toonCodes = (row: {
  object_id: string
  code_objecttype: string
  code_register: string
  code_soort_object_id: string
}) => ({
  objectId: row.object_id,
  codeObjecttype: row.code_objecttype,
  codeRegister: row.code_register,
  codeSoortObjectId: row.code_soort_object_id,
})
