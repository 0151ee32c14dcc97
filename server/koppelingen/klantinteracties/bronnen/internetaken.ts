import { sql } from 'kysely'
import { isLid } from '#server/beheer/index.ts'
import { createTaak } from '#server/taken/index.ts'
import { laatTaakVervallen, wijzigTaakVanBuiten } from '#server/taken/vanBuiten.ts'
import { metNummer } from '../aanvulling.ts'
import {
  type Bron,
  idIn,
  idsIn,
  inkorten,
  type Schrijfvraag,
  tekstIn,
  verwijzing,
  verwijzingen,
  type Weergave,
} from '../bron.ts'
import { veldfout } from '../fouten.ts'
import { eisBestaat } from '../object.ts'
import { actoren } from './actoren.ts'
import { bronVan } from './index.ts'
import { partijIdsVanContact } from './partijIdsIn.ts'
import * as store from './store.ts'
import { magContact, magTaak } from './zicht.ts'

type Rij = {
  id: string
  nummer: number
  onderwerp: string
  toelichting: string
  status: string
  klantcontact_id: string
  aangemaakt_op: Date
  afgerond_op: Date | null
  actoren: string[]
}

/** With whom it is now: as other software said, for as long as it was not given to others here. */
const actorenVan = sql`
  case when exists (select from ki_taak_actor x where x.taak_id = t.id and x.team_id = t.team_id
      and x.medewerker_id is not distinct from t.medewerker_id)
    then array(select x.actor_id from ki_taak_actor x where x.taak_id = t.id order by x.volgorde)
    else array_remove(array[t.team_id, t.medewerker_id], null) end`
const afgerond = sql`t.status in ('afgerond', 'geannuleerd')`
const actor = (conditie: ReturnType<typeof sql>) => sql`exists (
  select from (select id, naam from medewerker union all select id, naam from team union all select id, naam from ki_actor) a
  where a.id = any (${actorenVan}) and ${conditie})`
const contactnummer = (veld: string, x: string) => sql`exists (select from klantcontact k where k.id = t.klantcontact_id
  and (k.nummer::text = ${x} or exists (select from ki_aanvulling a where a.id = k.id and a.soort = 'klantcontacten'
    and a.gegevens -> ${sql.lit(veld)} ->> 'gestuurd' = ${x})))`

/** Work that came from a contact. Whoever takes it up here, or gives it on, is who the client sees. */
export const internetaken: Bron = {
  pad: 'internetaken',
  onderdeel: 'internetaken',
  schema: 'InterneTaak',
  tabel: sql`taak t`,
  zichtbaar: (vraag) => [...magTaak(vraag, sql`t`), ...magContact(vraag, sql`t.klantcontact_id`)],
  eigenParameters: {
    rondomVanaf: { type: 'string', format: 'date-time' },
    rondomTot: { type: 'string', format: 'date-time' },
    rondomOrdening: { type: 'string', enum: ['toegewezenOp', '-toegewezenOp'] },
  },
  orde: (zoek) =>
    ({ toegewezenOp: sql`t.aangemaakt_op, t.id`, '-toegewezenOp': sql`t.aangemaakt_op desc, t.id desc` })[
      zoek.tekst('rondomOrdening') ?? ''
    ] ?? sql`t.id desc`,
  filters: (zoek) => [
    ...zoek.filter({
      nummer: (x) => metNummer('internetaken', 'nummer', x, 'taak'),
      referentienummer: (x) => metNummer('internetaken', 'referentienummer', x, 'taak'),
      status: (x) => (x === 'verwerkt' ? afgerond : sql`not (${afgerond})`),
      // Times cross the wire in milliseconds; what is stored is finer.
      toegewezenOp: (x) => sql`date_trunc('milliseconds', t.aangemaakt_op) = ${x}::timestamptz`,
      rondomVanaf: (x) => sql`t.aangemaakt_op >= ${x}::timestamptz`,
      rondomTot: (x) => sql`t.aangemaakt_op < ${x}::timestamptz`,
      actoren__naam: (x) => actor(sql`a.naam = ${x}`),
      klantcontact__uuid: (x) => sql`t.klantcontact_id = ${x}::uuid`,
      klantcontact__nummer: (x) => contactnummer('nummer', x),
      klantcontact__referentienummer: (x) => contactnummer('referentienummer', x),
    }),
    ...zoek.verwijst('aanleidinggevendKlantcontact', (id) => sql`t.klantcontact_id = ${id}::uuid`),
    ...zoek.verwijst('toegewezenAanActor', (id) => actor(sql`a.id = ${id}::uuid`)),
  ],
  async laad(vraag, ids) {
    const { rows } = await sql<Rij>`
      select t.id, t.nummer, t.onderwerp, t.toelichting, t.status, t.klantcontact_id, t.aangemaakt_op, t.afgerond_op,
        ${actorenVan} as actoren
      from taak t where t.id = any (${[...ids]}::uuid[]) and t.klantcontact_id is not null`.execute(vraag.ctx.db)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...verwijzing(vraag, 'internetaken', row.id),
          nummer: String(row.nummer),
          referentienummer: String(row.nummer),
          gevraagdeHandeling: inkorten(row.onderwerp, 200),
          aanleidinggevendKlantcontact: verwijzing(vraag, 'klantcontacten', row.klantcontact_id),
          ...(row.actoren[0] && { toegewezenAanActor: verwijzing(vraag, 'actoren', row.actoren[0]) }),
          toegewezenAanActoren: verwijzingen(vraag, 'actoren', row.actoren),
          toelichting: inkorten(row.toelichting, 1000),
          status: ['afgerond', 'geannuleerd'].includes(row.status) ? 'verwerkt' : 'te_verwerken',
          toegewezenOp: row.aangemaakt_op.toISOString(),
          afgehandeldOp: row.afgerond_op?.toISOString() ?? null,
        },
      ]),
    )
  },
  terug: ['nummer', 'referentienummer', 'afgehandeldOp'],
  partijen: partijIdsVanContact('aanleidinggevendKlantcontact'),
  async maak(vraag, body) {
    const gekozen = eisActoren(body, true) ?? []
    const klantcontactId = idIn(body, 'aanleidinggevendKlantcontact') ?? ''
    await eisVerwijzingen(vraag, klantcontactId, gekozen)
    const afgehandeldOp = eisAfhandeling(vraag, body)
    const bij = await bijWie(vraag, gekozen)
    const taak = await createTaak(vraag.w, {
      teamId: bij.teamId,
      onderwerp: tekstIn(body, 'gevraagdeHandeling'),
      toelichting: tekstIn(body, 'toelichting'),
      ...(await vanContact(vraag, klantcontactId)),
      klantcontactId,
    })
    if (bij.medewerkerId || afgehandeldOp)
      await wijzigTaakVanBuiten(vraag.w, taak.id, { bij, ...(afgehandeldOp && { afgerondOp: afgehandeldOp }) })
    await noteerActoren(vraag, taak.id, gekozen, bij)
    return taak.id
  },
  async wijzig(vraag, id, anders, was) {
    const gekozen = eisActoren(anders, false)
    const klantcontactId = idIn(anders, 'aanleidinggevendKlantcontact')
    await eisVerwijzingen(vraag, klantcontactId, gekozen ?? [])
    const bij = gekozen && (await bijWie(vraag, gekozen))
    await wijzigTaakVanBuiten(vraag.w, id, {
      ...(anders['gevraagdeHandeling'] !== undefined && { onderwerp: tekstIn(anders, 'gevraagdeHandeling') }),
      ...(anders['toelichting'] !== undefined && { toelichting: tekstIn(anders, 'toelichting') }),
      ...(klantcontactId && { klantcontactId, partijId: (await vanContact(vraag, klantcontactId)).partijId }),
      ...(bij && { bij }),
      ...((anders['status'] !== undefined || anders['afgehandeldOp'] !== undefined) && {
        afgerondOp: eisAfhandeling(vraag, {
          ...was,
          ...(anders['status'] !== undefined && { afgehandeldOp: null }),
          ...anders,
        }),
      }),
    })
    if (gekozen && bij) await noteerActoren(vraag, id, gekozen, bij)
  },
  async verwijder(vraag, id) {
    await laatTaakVervallen(vraag.w, id, `Verwijderd door ${vraag.ctx.actor.naam}.`)
  },
}

/** Exactly one of the two ways to say for whom it is. */
function eisActoren(body: Weergave, verplicht: boolean): string[] | undefined {
  const een = body['toegewezenAanActor'] !== undefined
  const meer = body['toegewezenAanActoren'] !== undefined
  if (!een && !meer && !verplicht) return undefined
  if (een === meer)
    throw veldfout(
      'nonFieldErrors',
      'invalid',
      'Geef of toegewezenAanActor, of toegewezenAanActoren op; een van beide.',
    )
  const ids = een ? [idIn(body, 'toegewezenAanActor') ?? ''] : idsIn(body, 'toegewezenAanActoren')
  return [...new Set(ids)]
}

async function eisVerwijzingen(
  vraag: Schrijfvraag,
  klantcontactId: string | null | undefined,
  gekozen: readonly string[],
) {
  await eisBestaat(vraag, bronVan('klantcontacten'), 'aanleidinggevendKlantcontact', klantcontactId)
  for (const [i, id] of gekozen.entries()) await eisBestaat(vraag, actoren, `toegewezenAanActoren.${i}`, id)
}

/** Done now, unless another moment was given; only what is done has one. */
function eisAfhandeling(vraag: Schrijfvraag, body: Weergave): Date | null {
  const gegeven = tekstIn(body, 'afgehandeldOp')
  if (body['status'] === 'verwerkt') return gegeven ? new Date(gegeven) : vraag.w.now
  if (gegeven)
    throw veldfout('afgehandeldOp', 'invalid', 'Alleen een taak met status "verwerkt" heeft een afgehandeldOp.')
  return null
}

/** Our team and colleague behind these actors; of an actor that we do not know, the team that sees all new work. */
async function bijWie(
  vraag: Schrijfvraag,
  gekozen: readonly string[],
): Promise<{ teamId: string; medewerkerId: string | null }> {
  const { rows } = await sql<{ id: string; team_id: string | null; medewerker_id: string | null }>`
    select id, id as team_id, null::uuid as medewerker_id from team where actief and id = any (${[...gekozen]}::uuid[])
    union all select id, null, id from medewerker where actief and id = any (${[...gekozen]}::uuid[])
    union all select id, team_id, medewerker_id from ki_actor where id = any (${[...gekozen]}::uuid[])`.execute(
    vraag.w.tx,
  )
  const medewerkerId = rows.find((row) => row.medewerker_id)?.medewerker_id ?? null
  const teamId = rows.find((row) => row.team_id)?.team_id ?? (await teamVan(vraag, medewerkerId))
  const blijft = medewerkerId !== null && (await isLid(vraag.ctx.db, teamId, medewerkerId))
  return { teamId, medewerkerId: blijft ? medewerkerId : null }
}

async function teamVan(vraag: Schrijfvraag, medewerkerId: string | null): Promise<string> {
  const mogelijk = vraag.toegang.teamIds ? sql`and t.id = any (${[...vraag.toegang.teamIds]}::uuid[])` : sql``
  const { rows } = await sql<{ id: string }>`
    select t.id from team t where t.actief ${mogelijk}
    order by exists (select from team_lid l where l.team_id = t.id and l.medewerker_id = ${medewerkerId}::uuid and l.tot is null) desc,
      t.code = 'klantcontact' desc, t.id limit 1`.execute(vraag.w.tx)
  const team = rows[0]
  if (!team) throw veldfout('toegewezenAanActoren', 'invalid', 'Er is geen team dat dit kan oppakken.')
  return team.id
}

/** Whose contact it was, and whether it is confidential. */
async function vanContact(vraag: Schrijfvraag, klantcontactId: string) {
  const { rows } = await sql<{ partij_id: string | null; vertrouwelijk: boolean }>`
    select k.vertrouwelijk, (select b.partij_id from betrokkene b
      where b.klantcontact_id = k.id and b.rol <> 'huishouden' and b.partij_id is not null order by b.rol, b.id limit 1) as partij_id
    from klantcontact k where k.id = ${klantcontactId}`.execute(vraag.w.tx)
  return { partijId: rows[0]?.partij_id ?? null, vertrouwelijk: rows[0]?.vertrouwelijk ?? false }
}

async function noteerActoren(
  vraag: Schrijfvraag,
  taakId: string,
  gekozen: readonly string[],
  bij: { teamId: string; medewerkerId: string | null },
): Promise<void> {
  await store.replaceTaakActoren(vraag.w.tx, taakId, gekozen, { team_id: bij.teamId, medewerker_id: bij.medewerkerId })
}
