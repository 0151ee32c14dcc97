import { type Apirecht, apirechten, bijzonder, isApirecht, onderdelen } from '#contract/koppelingen/apitoegang.ts'
import { listTokens, maakToken, trekTokenIn } from '#server/apitoegang/index.ts'
import { listTeams } from '#server/beheer/index.ts'
import { write } from '#server/platform/db/write.ts'
import { DomainError } from '#server/platform/errors.ts'
import type { Invoer } from './invoer.ts'
import { contextVan, kiesOrganisatie, metDatabase, type Omgeving } from './omgeving.ts'
import { GebruikFout, type Opdracht, OpdrachtFout, type Toestel } from './opdracht.ts'

const uitleg = (lijst: Record<string, string>) =>
  Object.entries(lijst)
    .map(([naam, tekst]) => `  ${naam.padEnd(15)} ${tekst}`)
    .join('\n')

export const token: Opdracht = {
  naam: 'token',
  kort: 'Geef andere software toegang met een token, bekijk de tokens of trek er een in.',
  gebruik: [
    'token maak --naam "Website" --rechten partijen.lezen,klantcontacten.schrijven [--team code,code] [--tot 2027-12-31]',
    'token lijst',
    'token intrekken --naam "Website"',
  ],
  uitleg: `
Het token staat één keer op het scherm en wordt alleen als hash bewaard. Andere software stuurt het mee als
Authorization: Token <token>. Met --team ziet zij alleen taken van die teams; met --tot werkt het token tot en met die dag.

Rechten (met .lezen of .schrijven erachter, of "alles" voor al deze):
${uitleg(onderdelen)}

Aparte rechten, die niet in "alles" zitten:
${uitleg(bijzonder)}`,
  opties: {
    naam: { waarde: 'naam', uitleg: 'waar het token voor is' },
    rechten: { waarde: 'rechten', uitleg: 'een of meer rechten, met een komma ertussen' },
    team: { waarde: 'codes', uitleg: 'alleen taken van deze teams' },
    tot: { waarde: 'jjjj-mm-dd', uitleg: 'laatste dag waarop het token werkt' },
  },
  async run(invoer, toestel) {
    const actie = acties[invoer.woorden[0] ?? '']
    if (!actie) throw new GebruikFout(`Kies een van: ${Object.keys(acties).join(', ')}.`)
    await metDatabase(toestel, (omgeving) => actie(omgeving, invoer, toestel))
    return 0
  },
}

const acties: Record<string, (omgeving: Omgeving, invoer: Invoer, toestel: Toestel) => Promise<void>> = {
  maak,
  lijst,
  intrekken,
}

async function maak(omgeving: Omgeving, invoer: Invoer, { scherm, clock }: Toestel): Promise<void> {
  const naam = invoer.vereist('naam').trim()
  const rechten = leesRechten(invoer.vereist('rechten'))
  const verlooptOp = leesDag(invoer.tekst('tot'))
  const teams = (invoer.tekst('team') ?? '').split(/[\s,]+/).filter(Boolean)
  const ctx = contextVan(omgeving, await kiesOrganisatie(omgeving, invoer), clock())
  const bekend = new Set((await listTeams(ctx.db)).map(({ code }) => code))
  const onbekend = teams.filter((code) => !bekend.has(code))
  if (onbekend.length > 0)
    throw new GebruikFout(`Er is geen team "${onbekend.join('", "')}". Kies uit: ${[...bekend].join(', ')}.`)
  const gemaakt = await write(ctx, (w) => maakToken(w, { naam, rechten, teams, verlooptOp }))
  scherm.regel(`Token: ${gemaakt.token}`)
  scherm.melding(`Voor "${naam}": ${rechten.join(', ')}. Dit token is hierna niet meer te zien.`)
}

async function lijst(omgeving: Omgeving, invoer: Invoer, { scherm }: Toestel): Promise<void> {
  const { db } = await kiesOrganisatie(omgeving, invoer)
  const rijen = [['naam', 'rechten', 'tot', 'laatst gebruikt', '']]
  for (const row of await listTokens(db)) {
    const tot = row.verloopt_op?.toISOString().slice(0, 10) ?? ''
    const gebruikt = row.laatst_gebruikt_op?.toISOString().slice(0, 16).replace('T', ' ') ?? 'nooit'
    rijen.push([row.naam, row.rechten.join(', '), tot, gebruikt, row.ingetrokken_op ? 'ingetrokken' : ''])
  }
  scherm.tabel(rijen)
}

async function intrekken(omgeving: Omgeving, invoer: Invoer, { scherm, clock }: Toestel): Promise<void> {
  const naam = invoer.vereist('naam').trim()
  const ctx = contextVan(omgeving, await kiesOrganisatie(omgeving, invoer), clock())
  const row = await write(ctx, (w) => trekTokenIn(w, naam)).catch(nietGevonden)
  if (!row) throw new OpdrachtFout(`Er is geen token "${naam}" dat nog werkt.`)
  scherm.regel(`Het token "${row.naam}" is ingetrokken en werkt niet meer.`)
}

/** @throws whatever is not "there is no such token" */
function nietGevonden(error: unknown): undefined {
  if (error instanceof DomainError && error.status === 404) return undefined
  throw error
}

function leesRechten(tekst: string): Apirecht[] {
  const alles = apirechten.filter((recht) => !(recht in bijzonder))
  return tekst
    .split(/[\s,]+/)
    .filter(Boolean)
    .flatMap((naam) => {
      if (naam === 'alles') return alles
      if (!isApirecht(naam))
        throw new GebruikFout(`Het recht "${naam}" bestaat niet. Kies uit: ${apirechten.join(', ')}.`)
      return [naam]
    })
}

/** The last day counts in full, in the Netherlands. */
function leesDag(tekst: string | undefined): Date | null {
  if (!tekst) return null
  try {
    const dag = Temporal.PlainDate.from(tekst).add({ days: 1 })
    return new Date(dag.toZonedDateTime('Europe/Amsterdam').epochMilliseconds)
  } catch {
    throw new GebruikFout('Schrijf --tot als jjjj-mm-dd, zoals 2027-12-31.')
  }
}
