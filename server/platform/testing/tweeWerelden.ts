import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { verstuurBericht } from '../../berichten/index.ts'
import { loadDemo } from '../../demo/index.ts'
import { zetVoort } from '../../processen/runtime/zetVoort.ts'
import { insertInstantie } from '../../processen/store.ts'
import { laadVersie } from '../../processen/versies/geladen.ts'
import { selectGeldend } from '../../processen/versies/store.ts'
import { openStoring } from '../../storingen/index.ts'
import { addZaakdocument, openZaak, startTermijn } from '../../zaken/index.ts'
import type { Organisatie } from '../db/organisaties.ts'
import { write } from '../db/write.ts'
import { fileStoreOf, newFileKey } from '../files/fileStore.ts'
import { systemContext } from '../http/context.ts'
import { newId } from '../ids.ts'
import { startTestRondom, type TestRondom } from './rondom.ts'

/** In every text of the other organisatie: wherever it turns up, something has crossed. */
export const merkteken = 'GEHEIMVANELDERS'

export type TweeWerelden = TestRondom & {
  /** For each table with a uuid as key: the key of one row here, and of one row of the other organisatie. */
  eigen: Map<string, string>
  vreemd: Map<string, string>
  /** Keys that are a code or a date (kanaal, instelling, …), by the name of the column. */
  codes: Map<string, string[]>
  /** For each table with parts of a partij: one part, and whose it is. */
  onderdelen: Record<'eigen' | 'vreemd', Map<string, { id: string; partijId: string }>>
  /** Every id of the other organisatie that does not happen to exist here. */
  vreemdeIds: Set<string>
  /** A fingerprint of everything the other organisatie has. */
  stand(): Promise<string>
}

/** Two organisaties full of people, contacts and taken, that must know nothing of each other. */
export async function startTweeWerelden(env: Record<string, string> = {}): Promise<TweeWerelden> {
  const rondom = await startTestRondom({ env })
  const { hier, elders, databaseUrl } = rondom
  for (const organisatie of [hier, elders]) {
    const load = { databaseUrl, organisatie, log: rondom.services.log, woningen: 12, nu: rondom.clock.now }
    await loadDemo({ ...load, zaad: organisatie.code })
    await addLosseRijen(organisatie, rondom)
  }
  await merk(elders)
  const eigenIds = await alleIds(hier)
  const vreemdeIds = new Set([...(await alleIds(elders))].filter((id) => !eigenIds.has(id)))
  return {
    ...rondom,
    eigen: await eersteSleutels(hier),
    vreemd: await eersteSleutels(elders),
    codes: await tekstsleutels(hier),
    onderdelen: { eigen: await eersteOnderdelen(hier), vreemd: await eersteOnderdelen(elders) },
    vreemdeIds,
    stand: () => vingerafdruk(elders),
  }
}

/** What the demo does not make: a contact in progress, a file, and every setting that hides something. */
async function addLosseRijen(organisatie: Organisatie, rondom: TestRondom): Promise<void> {
  const { db, code } = organisatie
  const wie = sql`(select id from medewerker order by id limit 1)`
  const inhoud = JSON.stringify({ kanaalCode: null, richting: 'inkomend', vragen: [], naam: merkteken })
  await sql`
    insert into concept (id, medewerker_id, partij_id, inhoud)
    values (${newId()}, ${wie}, (select id from partij limit 1), ${inhoud}::jsonb)`.execute(db)
  const folder = await mkdtemp(join(tmpdir(), 'rondom-test-'))
  const bestand = { path: join(folder, 'bestand'), omvang: merkteken.length, sha256: '' }
  await writeFile(bestand.path, code === 'elders' ? merkteken : 'gewoon')
  const sleutel = newFileKey(code)
  await fileStoreOf(rondom.services.config).put(sleutel, bestand)
  await rm(folder, { recursive: true })
  await sql`
    insert into bijlage (id, klantcontact_id, bestandsnaam, mediatype, omvang, sha256, opslagsleutel, klaar, medewerker_id)
    values (${newId()}, (select id from klantcontact limit 1), 'a.txt', 'text/plain', ${code === 'elders' ? merkteken.length : 6},
            '', ${sleutel}, true, ${wie})`.execute(db)
  await addZaak(organisatie, rondom, sleutel)
  await addProces(organisatie, rondom)
  const [een, ander] = [
    sql`(select id from partij where soort = 'persoon' order by id limit 1)`,
    sql`(select max(id::text)::uuid from partij where soort = 'persoon')`,
  ]
  await sql`
    insert into rekeningnummer (id, partij_id, iban, tenaamstelling)
    values (${newId()}, ${een}, 'NL91ABNA0417164300', ${code === 'elders' ? merkteken : 'Proef'})`.execute(db)
  await sql`
    insert into vertegenwoordiging (id, vertegenwoordiger_id, vertegenwoordigde_id, soort, begindatum)
    values (${newId()}, ${ander}, ${een}, 'GEM', '2026-01-01')`.execute(db)
  await sql`insert into sluitingsdag (datum, naam) values ('2026-12-24', 'Proef') on conflict do nothing`.execute(db)
  await sql`
    insert into signalering (id, partij_id, soort, begindatum) values (${newId()}, ${een}, 'AGR', '2026-01-01')`.execute(
    db,
  )
  await sql`insert into instelling (sleutel, waarde) values ('bsnToegestaan', 'true') on conflict do nothing`.execute(
    db,
  )
}

/** That zaak as a running process, with an action that failed. */
async function addProces(organisatie: Organisatie, { services, clock }: TestRondom): Promise<void> {
  await write(systemContext(organisatie, { log: services.log, now: clock.now }), async (w) => {
    const [versie] = await selectGeldend(w.db, 'service-en-contact')
    const [zaak] = await w.db.selectFrom('zaak').selectAll().orderBy('id').limit(1).execute()
    if (!versie || !zaak) throw new Error('no process or no zaak')
    const gegevens = { onderwerp: 'anders', onderwerpTekst: 'Proef', vraag: merkteken }
    const instantie = await insertInstantie(w.tx, {
      id: newId(),
      zaak_id: zaak.id,
      versie_id: versie.id,
      begonnen_op: w.now,
      gegevens: organisatie.code === 'elders' ? gegevens : { ...gegevens, vraag: 'Proef' },
    })
    await zetVoort(w, { instantie, zaak, geladen: await laadVersie(w.db, versie.id) })
    await sql`
      update proces_actie set status = 'mislukt', fout = 'Proef' where id = (select id from proces_actie order by id limit 1)`.execute(
      w.tx,
    )
  })
}

/** A running zaak with everything that can hang on it, and a message that nobody could send. */
async function addZaak(organisatie: Organisatie, rondom: TestRondom, opslagsleutel: string): Promise<void> {
  const ctx = systemContext(organisatie, { log: rondom.services.log, now: rondom.clock.now })
  const id = (tabel: string) =>
    sql<{ id: string }>`select id from ${sql.table(tabel)} order by id limit 1`
      .execute(organisatie.db)
      .then(({ rows }) => rows[0]?.id ?? '')
  const partijId = await id('partij')
  const [teamId, medewerkerId] = [await id('team'), await id('medewerker')]
  const [eenheidId, klantcontactId] = [await id('eenheid'), await id('klantcontact')]
  await write(ctx, async (w) => {
    const zaak = await openZaak(w, {
      zaaktype: 'proef',
      zaaktypeNaam: 'Proef',
      omschrijving: code(organisatie),
      partijId,
      teamId,
      eenheidId,
      klantcontactId,
      rollen: [{ rol: 'adviseur', medewerkerId }],
      eigenschappen: [{ naam: 'proef', waarde: code(organisatie) }],
    })
    await openStoring(w, zaak, { soort: 'lift', naam: 'de lift' })
    await startTermijn(w, zaak.id, { soort: 'wettelijk', naam: 'proef', uiterste: '2026-11-20' })
    const bestand = { bestandsnaam: 'a.txt', mediatype: 'text/plain', omvang: 6, sha256: '', opslagsleutel }
    await addZaakdocument(w, zaak.id, { titel: 'Proef', ...bestand })
    await verstuurBericht(w, {
      sleutel: `proef-${organisatie.code}`,
      aan: 'Onbekend 1\n1234 AB Nergens',
      formeel: true,
      onderwerp: 'Proef',
      tekst: 'Proef',
      zaakId: zaak.id,
    })
  })
}

/** Text of the other organisatie carries the mark wherever it is not marked afterwards. */
const code = (organisatie: Organisatie) => (organisatie.code === 'elders' ? merkteken : 'gewoon')

type Kolom = { tabel: string; kolom: string; type: string; sleutel: boolean }

async function kolommen({ db }: Organisatie): Promise<Kolom[]> {
  const result = await sql<Kolom>`
    select c.relname as tabel, a.attname as kolom, format_type(a.atttypid, null) as type,
      coalesce((select i.indnatts = 1 and a.attnum = any (i.indkey) from pg_index i
                where i.indrelid = c.oid and i.indisprimary), false) as sleutel
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname not like 'migratie%'
    order by c.relname, a.attnum`.execute(db)
  return result.rows
}

/** Texts without a fixed list of values get the mark in front. */
async function merk(organisatie: Organisatie): Promise<void> {
  const vrij =
    /^(naam|titel|ondertitel|samenvatting|onderwerp|vraag|antwoord|toelichting|uitkomst|omschrijving|functie|achternaam|voornaam|straatnaam|woonplaats|bestandsnaam|interne_notitie|notitietekst|email)$/
  for (const { tabel, kolom, type } of await kolommen(organisatie)) {
    if (type !== 'text' || !vrij.test(kolom) || ['taak_historie', 'zaak_status'].includes(tabel)) continue
    await sql`update ${sql.table(tabel)} set ${sql.ref(kolom)} = ${merkteken} || ${sql.ref(kolom)}`.execute(
      organisatie.db,
    )
  }
}

async function eersteSleutels(organisatie: Organisatie): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { tabel, kolom, type, sleutel } of await kolommen(organisatie)) {
    if (!sleutel || type !== 'uuid') continue
    const row = await sql<{ id: string }>`
      select ${sql.ref(kolom)} as id from ${sql.table(tabel)} order by 1 limit 1`.execute(organisatie.db)
    const id = row.rows[0]?.id
    if (id) found.set(tabel, id)
  }
  return found
}

async function eersteOnderdelen(organisatie: Organisatie): Promise<Map<string, { id: string; partijId: string }>> {
  const found = new Map<string, { id: string; partijId: string }>()
  for (const { tabel, kolom } of await kolommen(organisatie)) {
    if (kolom !== 'partij_id' && kolom !== 'vertegenwoordigde_id') continue
    const row = await sql<{ id: string | null; partijId: string }>`
      select to_jsonb(t) ->> 'id' as id, ${sql.ref(kolom)} as "partijId" from ${sql.table(tabel)} t
      where ${sql.ref(kolom)} is not null order by 1 limit 1`.execute(organisatie.db)
    const { id, partijId } = row.rows[0] ?? {}
    if (id && partijId) found.set(tabel, { id, partijId })
  }
  return found
}

async function tekstsleutels(organisatie: Organisatie): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>([
    ['datum', ['2026-12-24']],
    // The process of which the example is: whatever others come before it in the alphabet.
    ['proces', ['service-en-contact']],
  ])
  for (const { tabel, kolom, type, sleutel } of await kolommen(organisatie)) {
    if (!sleutel || type !== 'text') continue
    const row = await sql<{ code: string }>`
      select ${sql.ref(kolom)} as code from ${sql.table(tabel)} order by 1 limit 2`.execute(organisatie.db)
    found.set(kolom, [...(found.get(kolom) ?? []), ...row.rows.map(({ code }) => code)])
  }
  return found
}

async function alleIds(organisatie: Organisatie): Promise<Set<string>> {
  const ids = new Set<string>()
  for (const { tabel, kolom, type } of await kolommen(organisatie)) {
    if (type !== 'uuid') continue
    const rows = await sql<{ id: string | null }>`
      select distinct ${sql.ref(kolom)} as id from ${sql.table(tabel)}`.execute(organisatie.db)
    for (const { id } of rows.rows) if (id) ids.add(id)
  }
  return ids
}

async function vingerafdruk(organisatie: Organisatie): Promise<string> {
  const tabellen = [...new Set((await kolommen(organisatie)).map(({ tabel }) => tabel))]
  const delen = await Promise.all(
    tabellen.map(async (tabel) => {
      const row = await sql<{ som: string }>`
        select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as som from ${sql.table(tabel)} t`.execute(
        organisatie.db,
      )
      return `${tabel} ${row.rows[0]?.som}`
    }),
  )
  return delen.join('\n')
}
