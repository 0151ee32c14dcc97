import { sql } from 'kysely'
import type { Db } from '../../server/platform/db/schema.ts'
import { boekingen, taken } from './proces.ts'

type Telling = { wat: string; hoort: number; is: number }

/**
 * What went wrong: nothing, it should be. Of everything a case makes there must be exactly one per case: in the database,
 * and in the log that the ERP keeps itself.
 */
export async function fouten(db: Db, aantal: number, erpLog: string): Promise<string[]> {
  const [stand] = (
    await sql<{ klaar: number; afgerond: number; mislukt: number; dubbelGestuurd: number }>`
      select (select count(*)::int from proces_instantie where status = 'klaar') as klaar,
        (select count(*)::int from zaak where status = 'AFG') as afgerond,
        (select count(*)::int from proces_actie where status <> 'gelukt') as mislukt,
        (select count(*)::int from (select from postbus group by bericht_id having count(*) > 1) d) as "dubbelGestuurd"`.execute(
      db,
    )
  ).rows
  const tellingen: Telling[] = [
    { wat: 'processes that ended', hoort: aantal, is: stand?.klaar ?? 0 },
    { wat: 'zaken that are afgerond', hoort: aantal, is: stand?.afgerond ?? 0 },
    { wat: 'actions that did not succeed', hoort: 0, is: stand?.mislukt ?? 0 },
    { wat: 'messages delivered twice', hoort: 0, is: stand?.dubbelGestuurd ?? 0 },
    ...perZaak('berichten', await perZaakUit(db, sql`select zaak_id::text as zaak from bericht`), aantal),
  ]
  for (const onderwerp of taken) {
    const gevonden = await perZaakUit(db, sql`select zaak_id::text as zaak from taak where onderwerp = ${onderwerp}`)
    tellingen.push(...perZaak(`taken "${onderwerp}"`, gevonden, aantal))
  }
  const geboekt = leesLog(erpLog)
  for (const welke of boekingen) {
    const van = geboekt.flatMap((omschrijving) => (omschrijving.endsWith(` ${welke}`) ? [omschrijving] : []))
    tellingen.push(...perZaak(`mutations "${welke}" in the log of the ERP`, van, aantal))
  }
  return tellingen.flatMap(({ wat, hoort, is }) => (is === hoort ? [] : [`${wat}: ${is} instead of ${hoort}`]))
}

/** As many as there are cases, each of another case. */
function perZaak(wat: string, zaken: readonly string[], aantal: number): Telling[] {
  return [
    { wat, hoort: aantal, is: zaken.length },
    { wat: `cases with ${wat}`, hoort: aantal, is: new Set(zaken).size },
  ]
}

async function perZaakUit(db: Db, vraag: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await (vraag as ReturnType<typeof sql<{ zaak: string }>>).execute(db)
  return rows.map(({ zaak }) => zaak)
}

/** Of each mutation that came over the API: what it booked. */
function leesLog(tekst: string): string[] {
  return tekst
    .split('\n')
    .filter(Boolean)
    .flatMap((regel) => (JSON.parse(regel) as { objecten: { object: { omschrijving?: string } }[] }).objecten)
    .map(({ object }) => object.omschrijving ?? '')
}
