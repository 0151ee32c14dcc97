import { sql } from 'kysely'
import sharp from 'sharp'
import { maakKlantaccount, openKlantsessie } from '../../server/klantaccounts/index.ts'
import { write } from '../../server/platform/db/write.ts'
import { systemContext } from '../../server/platform/http/context.ts'
import { createLogger } from '../../server/platform/log/log.ts'
import { type Bezoek, meetBezoeken, type Stap } from '../meten/bezoeken.ts'
import type { Omgeving, Scenario } from '../meten/omgeving.ts'
import { type Regel, regelVan } from '../meten/uitslag.ts'

/** At the pace of the goals, for this long: long enough for a queue to grow if one does. */
const minuten = 3
/** A letter to 50 000 households: 1 500 of them look within a quarter of an hour. */
const kijkersPerMinuut = 1500 / 15
/** A night of frost: 1 000 reports in an hour, each with a photo of a phone. */
const meldersPerMinuut = 1000 / 60
/** Between two pages somebody reads. */
const denkMs = 1500

/** Customers in the portal, as many at once as on the worst day that we plan for; both worst days at the same time. */
export const portaal: Scenario = {
  naam: 'portaal',
  async meet(omgeving) {
    const kijkers = Math.round(kijkersPerMinuut * minuten)
    const melders = Math.round(meldersPerMinuut * minuten)
    const cookies = await meldAan(omgeving, kijkers + melders)
    const foto = await telefoonfoto()
    const bezoeken = [...spreid(cookies.slice(0, kijkers), kijken), ...spreid(cookies.slice(kijkers), melden(foto))]
    omgeving.zeg(`${kijkers} bezoeken en ${melders} meldingen in ${minuten} minuten`)
    const { perStap, fouten } = await meetBezoeken({ url: omgeving.server.url, bezoeken })
    if (fouten.length > 0)
      throw new Error(`portaal: ${fouten.length} errors: ${[...new Set(fouten)].slice(0, 5).join('; ')}`)
    return Object.entries(perStap).map(
      ([naam, ms]): Regel => regelVan(`portaal: ${naam}`, { ms }, { doel: 300, opmerking: `${minuten} minuten lang` }),
    )
  },
}

const kijken: Stap[] = [
  { naam: 'bladzijde openen', method: 'GET', pad: '/' },
  { naam: 'wie ben ik', method: 'GET', pad: '/api/portaal/ik' },
  { naam: 'eerste bladzijde', method: 'GET', pad: '/api/portaal/thuis' },
  { naam: 'mijn zaken', method: 'GET', pad: '/api/portaal/zaken' },
  { naam: 'mijn berichten', method: 'GET', pad: '/api/portaal/contact' },
]

const melden = (foto: string): Stap[] => [
  { naam: 'eerste bladzijde', method: 'GET', pad: '/api/portaal/thuis' },
  {
    naam: 'formulier openen',
    method: 'GET',
    pad: '/api/portaal/processen/reparatieverzoek',
    onthoud: { als: 'contract', uit: '"overeenkomstId":"([^"]+)"' },
  },
  {
    naam: 'foto sturen',
    method: 'POST',
    pad: '/api/portaal/bestanden',
    foto: { base64: foto },
    onthoud: { als: 'foto', uit: '"id":"([^"]+)"' },
  },
  {
    naam: 'reparatie melden',
    method: 'POST',
    pad: '/api/portaal/processen/reparatieverzoek',
    body: {
      overeenkomstId: '{{contract}}',
      antwoorden: { ...vorstschade, fotos: [{ id: '{{foto}}', naam: 'foto.jpg' }] },
    },
    onthoud: { als: 'zaak', uit: '"zaakId":"([^"]+)"' },
  },
  { naam: 'zaak bekijken', method: 'GET', pad: '/api/portaal/zaken/{{zaak}}' },
]

const vorstschade = {
  gevaar: 'geen',
  ruimte: 'TRI',
  element: 'KET',
  defect: 'STO',
  omschrijving: 'De verwarming doet het niet meer.',
  telefoon: '0612345678',
}

/** One after the other, evenly, over the whole time. */
function spreid(cookies: readonly string[], stappen: Stap[]): Bezoek[] {
  const tussen = (minuten * 60_000) / (cookies.length || 1)
  return cookies.map((cookie, i) => ({ opMs: i * tussen, cookie, denkMs, stappen }))
}

/** Tenants with an account and a session of their own. */
async function meldAan({ organisatie, geheim }: Omgeving, aantal: number): Promise<string[]> {
  const huurders = await sql<{ id: string }>`
    select distinct p.id from overeenkomst_partij op
    join overeenkomst o on o.id = op.overeenkomst_id and (o.einddatum is null or o.einddatum > current_date)
    left join partij_rol r on r.in_partij_id = op.partij_id and r.rol = 'HUU' and r.einddatum is null
    join partij p on p.id = coalesce(r.partij_id, op.partij_id) and p.soort = 'persoon' and p.actief
    where op.rol = 'HUU'
    limit ${aantal}`.execute(organisatie.db)
  if (huurders.rows.length < aantal) throw new Error(`only ${huurders.rows.length} tenants to sign in`)
  const ctx = systemContext(organisatie, { log: createLogger('warn'), now: new Date() })
  const cookies: string[] = []
  for (const { id } of huurders.rows) {
    const account = await write(ctx, (w) => maakKlantaccount(w, { partijId: id }))
    cookies.push(await openKlantsessie({ secret: geheim }, organisatie, account.id))
  }
  return cookies
}

/** What the app sends after it made a photo smaller: 2000 pixels wide, with the grain that real ones have. */
async function telefoonfoto(): Promise<string> {
  const jpeg = await sharp({
    create: {
      width: 2000,
      height: 1500,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 12 },
    },
  })
    .jpeg({ quality: 80 })
    .toBuffer()
  return jpeg.toString('base64')
}
