import { sql } from 'kysely'
import { newId } from '../../server/platform/ids.ts'
import type { Verzoek } from '../meten/lader.ts'
import type { Medewerker, Omgeving, Scenario } from '../meten/omgeving.ts'

const aantal = 300

type Begonnen = { id: string; versie: number; partij: { id: string }; inhoud: { vragen: Record<string, unknown>[] } }

/** Registering a contact: one transaction with klantcontact, taak, tijdlijn, search row, event and log line. */
export const voltooien: Scenario = {
  naam: 'voltooien',
  async meet(omgeving) {
    await ruimOp(omgeving)
    const partijen = await sql<{ id: string }>`
      select id from partij tablesample bernoulli (0.5) repeatable (9) where soort = 'persoon' limit ${aantal * 3}`.execute(
      omgeving.organisatie.db,
    )
    const ids = partijen.rows.map(({ id }) => id)
    const deel = (i: number) => ids.slice(i * aantal, (i + 1) * aantal)
    return [
      await omgeving.meet('voltooien: direct beantwoord, 1 verbinding', await gesprekken(omgeving, deel(0), false), {
        doel: 50,
      }),
      await omgeving.meet('voltooien: met een taak, 1 verbinding', await gesprekken(omgeving, deel(1), true), {
        doel: 50,
      }),
      await omgeving.meet('voltooien: met een taak, 16 verbindingen', await gesprekken(omgeving, deel(2), true), {
        verbindingen: 16,
      }),
      await omgeving.meet('tussentijds bewaren van een gesprek', await bewaren(omgeving, ids.slice(0, aantal)), {
        doel: 50,
      }),
    ]
  },
}

/** An employee has a dozen contacts open at most; those of an earlier measurement are in the way. */
async function ruimOp({ organisatie, medewerkers }: Omgeving): Promise<void> {
  await sql`delete from concept where medewerker_id = any (${medewerkers.map(({ id }) => id)}::uuid[])`.execute(
    organisatie.db,
  )
}

async function gesprekken(omgeving: Omgeving, partijIds: string[], metTaak: boolean): Promise<Verzoek[]> {
  const verzoeken: Verzoek[] = []
  for (const [i, partijId] of partijIds.entries()) {
    const wie = omgeving.iemand(i)
    const begonnen = await begin(omgeving, wie, partijId)
    verzoeken.push({
      method: 'POST',
      pad: `/api/gesprekken/${begonnen.id}/voltooiing`,
      cookie: wie.cookie,
      versie: begonnen.versie,
      sleutel: newId(),
      body: { partijId, inhoud: ingevuld(begonnen, wie, metTaak) },
    })
  }
  return verzoeken
}

async function bewaren(omgeving: Omgeving, partijIds: string[]): Promise<Verzoek[]> {
  const verzoeken: Verzoek[] = []
  for (const [i, partijId] of partijIds.entries()) {
    const wie = omgeving.iemand(i)
    const begonnen = await begin(omgeving, wie, partijId)
    const body = { partijId, inhoud: ingevuld(begonnen, wie, true) }
    verzoeken.push({
      method: 'PUT',
      pad: `/api/gesprekken/${begonnen.id}`,
      cookie: wie.cookie,
      versie: begonnen.versie,
      body,
    })
  }
  return verzoeken
}

async function begin({ server }: Omgeving, wie: Medewerker, partijId: string): Promise<Begonnen> {
  const answer = await fetch(`${server.url}/api/gesprekken`, {
    method: 'POST',
    headers: { cookie: wie.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ partijId, kanaalCode: 'telefoon' }),
  })
  if (answer.status !== 201) throw new Error(`no contact was started: ${await answer.text()}`)
  return (await answer.json()) as Begonnen
}

function ingevuld({ inhoud }: Begonnen, wie: Medewerker, metTaak: boolean): object {
  const [leeg] = inhoud.vragen
  const vraag = {
    ...leeg,
    type: 'vraag',
    onderwerp: 'Lekkage onder de gootsteen',
    vraag: 'Mevrouw belt over een lekkage onder de gootsteen. Het druppelt sinds gisteravond. Zij is overdag thuis.',
    directBeantwoord: !metTaak,
    antwoord: metTaak ? '' : 'Uitgelegd hoe de hoofdkraan dicht kan, en dat dit onder het serviceabonnement valt.',
    taak: {
      ...(leeg?.['taak'] as object),
      aanmaken: metTaak,
      teamId: metTaak ? wie.teamId : null,
      onderwerp: metTaak ? 'Lekkage onder de gootsteen' : '',
      termijnWerkdagen: metTaak ? 3 : null,
    },
  }
  return { ...inhoud, kanaalCode: 'telefoon', vragen: [vraag] }
}
