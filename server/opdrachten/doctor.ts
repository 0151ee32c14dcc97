import pg from 'pg'
import { openOrganisaties } from '#server/platform/db/organisaties.ts'
import { fileStoreOf } from '#server/platform/files/fileStore.ts'
import { createLogger } from '#server/platform/log/log.ts'
import { type Bevinding, fout } from './controles/bevinding.ts'
import { controleerDatabase } from './controles/database.ts'
import { controleerErp } from './controles/erp.ts'
import { controleerMachine } from './controles/machine.ts'
import { controleerOrganisatie } from './controles/organisatie.ts'
import { controleerWachtrij } from './controles/wachtrij.ts'
import { metPostgres } from './omgeving.ts'
import type { Opdracht, Toestel } from './opdracht.ts'

export const doctor: Opdracht = {
  naam: 'doctor',
  kort: 'Kijk of alles in orde is, en zeg wat eraan te doen is.',
  gebruik: ['doctor [--json]'],
  uitleg: `
Kijkt naar de instellingen, de gegevensmap, de schijf, de database, de klok, het achtergrondwerk, de reservekopie,
het verwerkingenlog, de zoekindex en de bijlagen. Verandert niets. ✓ goed, ! let op, ✗ fout.
Afsluitcode 1 als er een fout bij is; geschikt om elk uur te draaien.`,
  opties: { json: { uitleg: 'geef de bevindingen als JSON' } },
  async run(invoer, toestel) {
    const bevindingen = await onderzoek(toestel)
    const { scherm } = toestel
    if (invoer.vlag('json')) scherm.regel(JSON.stringify(bevindingen, null, 2))
    else for (const regel of bevindingen.flatMap(regelsVan)) scherm.regel(regel)
    return bevindingen.some(({ oordeel }) => oordeel === 'fout') ? 1 : 0
  },
}

const tekens = { goed: '✓', 'let-op': '!', fout: '✗' } as const

function regelsVan({ oordeel, controle, tekst, advies }: Bevinding): string[] {
  return [`${tekens[oordeel]} ${controle}: ${tekst}`, ...(advies ? [`    → ${advies}`] : [])]
}

async function onderzoek(toestel: Toestel): Promise<Bevinding[]> {
  const machine = await controleerMachine(toestel.config)
  try {
    const database = await metPostgres(toestel.config, toestel.scherm, (url) => onderzoekDatabase(url, toestel))
    return [...machine, ...database]
  } catch (error) {
    const reden = error instanceof Error ? error.message || String(Reflect.get(error, 'code')) : String(error)
    const advies =
      'Controleer DATABASE_URL en of PostgreSQL draait; zonder DATABASE_URL: postgres.log in de gegevensmap.'
    return [...machine, fout('database', `Niet te bereiken: ${reden}`, advies)]
  }
}

async function onderzoekDatabase(databaseUrl: string, toestel: Toestel): Promise<Bevinding[]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const bevindingen = [...(await controleerDatabase(client)), ...(await controleerWachtrij(client))]
    // Tables of an older or newer version may miss columns that the next questions ask for.
    if (bevindingen.some((each) => each.controle.startsWith('migraties') && each.oordeel !== 'goed')) return bevindingen
    return [...bevindingen, ...(await onderzoekOrganisaties(databaseUrl, toestel))]
  } finally {
    await client.end()
  }
}

async function onderzoekOrganisaties(databaseUrl: string, { config, clock }: Toestel): Promise<Bevinding[]> {
  const organisaties = openOrganisaties(databaseUrl, { poolSize: 2, log: createLogger('silent') })
  try {
    const bestanden = fileStoreOf(config)
    const bevindingen: Bevinding[] = []
    for (const organisatie of await organisaties.list()) {
      const gegeven = { organisatie, bestanden, now: clock(), publicUrl: config.publicUrl }
      bevindingen.push(...(await controleerOrganisatie(gegeven)))
      bevindingen.push(await controleerErp({ organisatie, config, databaseUrl, now: clock() }))
    }
    return bevindingen
  } finally {
    await organisaties.close()
  }
}
