import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { createLogger } from '../../server/platform/log/log.ts'
import type { Verzoek } from '../meten/lader.ts'
import { percentiel } from '../meten/meet.ts'
import type { Omgeving, Scenario } from '../meten/omgeving.ts'
import type { Regel } from '../meten/uitslag.ts'
import { vulWachtende } from '../vullen/processen.ts'
import { meetGeheugen } from './geheugen.ts'
import { meetLaden } from './laden.ts'

const aantal = 300

/** Klantprocessen: a step as an employee does it, and what waits for its time in great numbers. */
export const klantprocessen: Scenario = {
  naam: 'klantprocessen',
  async meet(omgeving) {
    const { wachtend } = omgeving.maten
    const naast = `${getal(wachtend)} zaken met ${getal(3 * wachtend)} wekkers`
    const laden = await meetLaden(omgeving)
    const leeg = await stappen(omgeving, '')
    const vul = () => {
      omgeving.zeg(`${naast} maken`)
      return vulWachtende(omgeving.organisatie, createLogger('warn'), wachtend)
    }
    const geheugen = await meetGeheugen(omgeving, vul, naast)
    const vol = await stappen(omgeving, `, naast ${naast}`)
    return [...laden, ...leeg, ...geheugen, ...vol, await opTijd(omgeving), await allesTegelijk(omgeving)]
  },
}

async function stappen(omgeving: Omgeving, waarbij: string): Promise<Regel[]> {
  const partijen = await klanten(omgeving, 2 * aantal)
  const begin = (ids: string[]) => ids.map((partijId, i) => beginVraag(omgeving, partijId, i))
  const regels = [
    await omgeving.meet(`proces beginnen${waarbij}`, begin(partijen.slice(0, aantal)), { doel: 50 }),
    await omgeving.meet(`proces beginnen, 16 verbindingen${waarbij}`, begin(partijen.slice(aantal)), {
      verbindingen: 16,
    }),
  ]
  const zaken = await openZaken(omgeving, 2 * aantal)
  const doe = (ids: string[]) => ids.map((id, i) => beantwoord(omgeving, id, i))
  regels.push(
    await omgeving.meet(`processtap doen${waarbij}`, doe(zaken.slice(0, aantal)), { doel: 50 }),
    await omgeving.meet(`processtap doen, 16 verbindingen${waarbij}`, doe(zaken.slice(aantal)), { verbindingen: 16 }),
  )
  return regels
}

const beginVraag = (omgeving: Omgeving, partijId: string, i: number): Verzoek => ({
  method: 'POST',
  pad: '/api/processen/service-en-contact/instanties',
  cookie: omgeving.iemand(i).cookie,
  body: {
    partijId,
    antwoorden: {
      onderwerp: 'compliment',
      onderwerpTekst: 'Aardig geholpen',
      vraag: 'De monteur was heel vriendelijk.',
    },
  },
})

const beantwoord = (omgeving: Omgeving, zaakId: string, i: number): Verzoek => ({
  method: 'POST',
  pad: `/api/zaken/${zaakId}/stappen/beantwoorden`,
  cookie: omgeving.iemand(i).cookie,
  body: { antwoorden: { uitkomstKeuze: 'beantwoord', antwoord: 'Die ligt klaar bij de balie.' } },
})

async function klanten({ organisatie }: Omgeving, hoeveel: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from partij where soort = 'persoon' order by random() limit ${hoeveel}`.execute(organisatie.db)
  return found.rows.map(({ id }) => id)
}

/** That wait for their answer; the message of receipt is sent by the worker first. */
async function openZaken({ organisatie }: Omgeving, hoeveel: number): Promise<string[]> {
  for (let keer = 0; keer < 600; keer++) {
    const found = await sql<{ zaak_id: string }>`
      select i.zaak_id from proces_wacht w join proces_instantie i on i.id = w.instantie_id
      where w.element = 'beantwoorden' limit ${hoeveel}`.execute(organisatie.db)
    if (found.rows.length >= hoeveel) return found.rows.map(({ zaak_id }) => zaak_id)
    await sleep(200)
  }
  throw new Error('the cases did not come where somebody can answer')
}

/** One timer every twentieth of a second: how long after its time each goes off. */
async function opTijd({ organisatie, zeg }: Omgeving): Promise<Regel> {
  zeg('wekkers op tijd')
  const gezet = await zetWekkers(organisatie, 100, 50)
  const te = await teLaat(organisatie, gezet)
  return {
    naam: 'wekker: na zijn tijd, als het rustig is',
    n: te.length,
    eenheid: 'ms',
    p50: percentiel(te, 0.5),
    p95: percentiel(te, 0.95),
    p99: percentiel(te, 0.99),
    doel: 1000,
  }
}

async function allesTegelijk({ organisatie, zeg, maten: { tegelijk } }: Omgeving): Promise<Regel> {
  zeg(`${tegelijk} wekkers tegelijk`)
  const gezet = await zetWekkers(organisatie, tegelijk, 0)
  const te = await teLaat(organisatie, gezet)
  return {
    naam: `wekker: na zijn tijd, als er ${getal(tegelijk)} tegelijk afgaan`,
    n: te.length,
    eenheid: 'ms',
    p50: percentiel(te, 0.5),
    p95: percentiel(te, 0.95),
    p99: percentiel(te, 0.99),
    perSeconde: te.length / (Math.max(...te) / 1000),
    doel: 60_000,
  }
}

const getal = (n: number) => n.toLocaleString('nl-NL')

type Gezet = { instantie_id: string; op: Date }

/** Puts the first timer of so many cases at two seconds from now, each `tussen` ms after the one before. */
async function zetWekkers({ db, code }: Omgeving['organisatie'], hoeveel: number, tussen: number): Promise<Gezet[]> {
  const gezet = await sql<Gezet>`
    with gekozen as (
      select id, row_number() over () as n from proces_wacht
      where element = 'een' and soort = 'timer' and op > now() + interval '1 year' limit ${hoeveel})
    update proces_wacht w set op = now() + interval '5 seconds' + g.n * ${tussen} * interval '1 ms'
    from gekozen g where g.id = w.id returning w.instantie_id, w.op`.execute(db)
  await sql`
    update graphile_worker._private_jobs j set run_at = w.op from proces_wacht w
    where j.key = ${`${code}:wacht:`}::text || w.id and w.element = 'een' and w.op < now() + interval '1 year'`.execute(
    db,
  )
  return gezet.rows
}

/** How many ms after its time each went off, when all did. */
async function teLaat({ db }: Omgeving['organisatie'], gezet: readonly Gezet[]): Promise<number[]> {
  const op = new Map(gezet.map((each) => [each.instantie_id, each.op.getTime()]))
  for (const tot = Date.now() + 30 * 60_000; Date.now() < tot; await sleep(500)) {
    const open = await sql<{ n: number }>`
      select count(*)::int as n from proces_wacht where element = 'een' and op < now() + interval '1 year'`.execute(db)
    if (open.rows[0]?.n === 0) break
  }
  const gedaan = await sql<{ instantie_id: string; eind_op: Date }>`
    select instantie_id, eind_op from proces_stap where element = 'een' and eind_op is not null
      and instantie_id = any(${[...op.keys()]}::uuid[])`.execute(db)
  if (gedaan.rows.length !== gezet.length) throw new Error(`${gedaan.rows.length} of ${gezet.length} timers went off`)
  return gedaan.rows.map(({ instantie_id, eind_op }) => eind_op.getTime() - (op.get(instantie_id) ?? 0))
}
