import { type RawBuilder, sql } from 'kysely'
import { berichtZichtbaarVoor } from '#server/berichten/index.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { bekendAan } from '#server/platform/http/bekendAan.ts'
import { type Actor, mag } from '#server/platform/http/context.ts'
import { zaakZichtbaarVoor } from '#server/zaken/index.ts'

/** A partij whose items are shown, from the day that they concern the klant (for a huishouden: since he is in it). */
export type Bron = { partijId: string; vanaf: string | null }

export type TijdlijnFilter = {
  kanaal?: string[] | undefined
  soort?: string[] | undefined
  van?: string | undefined
  tot?: string | undefined
  woorden: string[]
  na?: { micros: string; id: string } | undefined
  aantal: number
}

export type ItemRow = {
  id: string
  partij_id: string
  moment: Date
  micros: string
  soort: string
  verwijzing_id: string
  titel: string
  samenvatting: string
  kanaal: string | null
  richting: string | null
  medewerker_id: string | null
  medewerker_naam: string | null
  zichtbaar_in_portaal: boolean
  vertrouwelijk: boolean
  gegevens: Record<string, unknown>
}

/** Walks the index of each source from its newest item and merges: a page costs the same at item 10 and at 10 000. */
export async function selectItems(db: Db, bronnen: Bron[], actor: Actor, filter: TijdlijnFilter): Promise<ItemRow[]> {
  const ids = bronnen.map(({ partijId }) => partijId)
  const rows = await sql<ItemRow>`
    select t.*, (extract(epoch from t.moment) * 1000000)::bigint::text as micros, m.naam as medewerker_naam
    from unnest(${ids}::uuid[], ${bronnen.map(({ vanaf }) => vanaf)}::date[]) with ordinality as bron(partij_id, vanaf, plek),
    lateral (
      select t.* from tijdlijn_item t
      where t.partij_id = bron.partij_id
        and (bron.vanaf is null or t.moment >= bron.vanaf::timestamp at time zone 'Europe/Amsterdam')
        ${filterOp(filter)}
        and ${magZien(actor)}
        -- A post of a person stands on his household too: shown once, as his own.
        and not exists (
          select 1 from tijdlijn_item e
          where e.verwijzing_id = t.verwijzing_id and e.soort = t.soort and e.partij_id = any ((${ids}::uuid[])[1:bron.plek - 1]))
      order by t.moment desc, t.id desc
      limit ${filter.aantal + 1}
    ) t
    left join medewerker m on m.id = t.medewerker_id
    order by t.moment desc, t.id desc
    limit ${filter.aantal + 1}`.execute(db)
  return rows.rows
}

/**
 * Confidential items are for who may see those and for who wrote them; a taak for its team (as in `taken`), a zaak and its
 * messages for who may see the zaak. What is about this person himself is not there.
 */
export function magZien(actor: Actor): RawBuilder<unknown> {
  const ik = actor.medewerkerId
  const vertrouwelijk = mag(actor, 'klantcontact.vertrouwelijk')
    ? sql`true`
    : sql`(not t.vertrouwelijk or t.soort in ('taak', 'zaak', 'bericht') or t.medewerker_id = ${ik}::uuid)`
  const contact = mag(actor, 'klantcontact.lezen') ? sql`true` : sql`t.soort <> 'klantcontact'`
  const taak = mag(actor, 'taak.verdelen')
    ? sql`true`
    : mag(actor, 'taak.lezen')
      ? sql`(t.soort <> 'taak' or exists (
          select 1 from taak where taak.id = t.verwijzing_id
          and (taak.team_id = any (${[...actor.teamIds]}::uuid[]) or taak.medewerker_id = ${ik}::uuid)))`
      : sql`t.soort <> 'taak'`
  const bericht = mag(actor, 'klantcontact.lezen')
    ? sql`(t.soort <> 'bericht' or exists (
        select 1 from bericht where bericht.id = t.verwijzing_id and ${berichtZichtbaarVoor(actor)}))`
    : sql`t.soort <> 'bericht'`
  const zaak = sql`(t.soort <> 'zaak' or exists (
    select 1 from zaak where zaak.id = t.verwijzing_id and ${zaakZichtbaarVoor(actor)}))`
  return sql`${bekendAan(actor, 't.verwijzing_id')} and ${vertrouwelijk} and ${contact} and ${taak} and ${bericht} and ${zaak}`
}

function filterOp({ kanaal, soort, van, tot, woorden, na }: TijdlijnFilter): RawBuilder<unknown> {
  const conditions = [
    na && sql`(t.moment, t.id) < (to_timestamp(0) + ${na.micros}::bigint * interval '1 microsecond', ${na.id}::uuid)`,
    kanaal && sql`t.kanaal = any (${kanaal}::text[])`,
    soort && sql`t.soort = any (${soort}::text[])`,
    van && sql`t.moment >= ${van}::timestamp at time zone 'Europe/Amsterdam'`,
    tot && sql`t.moment < (${tot}::date + 1)::timestamp at time zone 'Europe/Amsterdam'`,
    ...woorden.map((woord) => sql`position(${woord} in ${gevouwen}) > 0`),
  ].filter((each) => each !== undefined)
  return conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``
}

/**
 * Folded as the search box folds, for the letters that occur in Dutch and in the names of our customers. Plain text, which
 * nearly all is, skips the slow part.
 */
const tekst = sql`(t.titel || ' ' || t.samenvatting || ' ' || coalesce(t.gegevens ->> 'nummer', ''))`
const gevouwen = sql`case when octet_length(${tekst}) = length(${tekst}) then lower(${tekst})
  else translate(lower(${tekst}), 'áàâäãåéèêëíìîïóòôöõúùûüçñışğłńśźż', 'aaaaaaeeeeiiiiooooouuuucnisglnszz') end`

export type Draad = { verwijzing_id: string; bij: string; titel: string; moment: Date; soort: 'vraag' | 'antwoord' }

/** The questions that these posts answer, and the answers that they got; only what this employee may see. */
export async function selectDraden(db: Db, klantcontactIds: string[], actor: Actor): Promise<Draad[]> {
  if (klantcontactIds.length === 0 || !mag(actor, 'klantcontact.lezen')) return []
  const vertrouwelijk = mag(actor, 'klantcontact.vertrouwelijk')
    ? sql`true`
    : sql`(not k.vertrouwelijk or k.medewerker_id = ${actor.medewerkerId}::uuid)`
  const zichtbaar = sql`${vertrouwelijk} and ${bekendAan(actor, 'k.id')}`
  const rows = await sql<Draad>`
    select k.id as verwijzing_id, a.id as bij, k.onderwerp as titel, k.plaatsgevonden_op as moment, 'vraag' as soort
    from klantcontact a join klantcontact k on k.id = a.antwoord_op
    where a.id = any (${klantcontactIds}::uuid[]) and ${zichtbaar}
    union all
    (select k.id, k.antwoord_op, k.onderwerp, k.plaatsgevonden_op, 'antwoord'
     from klantcontact k where k.antwoord_op = any (${klantcontactIds}::uuid[]) and ${zichtbaar}
     order by k.plaatsgevonden_op limit 500)`.execute(db)
  return rows.rows
}
