import { ErpStoring, findErpPeiling } from '#server/erp/index.ts'
import { openErp } from '#server/koppelingen/vera/index.ts'
import type { Config } from '#server/platform/config/config.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import { systemContext } from '#server/platform/http/context.ts'
import { createLogger } from '#server/platform/log/log.ts'
import { type Bevinding, fout, goed, letOp } from './bevinding.ts'

type Gegeven = { organisatie: Organisatie; config: Config; databaseUrl: string; now: Date }

/** Rondom works on without its ERP, so a failure is something to look at; not being let in does not pass by itself. */
export async function controleerErp(gegeven: Gegeven): Promise<Bevinding> {
  const { organisatie, config } = gegeven
  const bevinding = await beoordeel(gegeven)
  return {
    ...bevinding,
    controle: `${bevinding.controle} ${organisatie.code}`,
    tekst: `${bevinding.tekst}${waar(config)}`,
  }
}

async function beoordeel({ organisatie, config, databaseUrl, now }: Gegeven): Promise<Bevinding> {
  const { soort } = config.erp
  if (soort === 'uit') return goed('erp', 'Niet aangesloten.')
  const peiling = await findErpPeiling(organisatie.db)
  const sinds = peiling?.mislukt_sinds
  if (soort === 'proef') {
    if (!organisatie.demo)
      return letOp('erp', 'Dit is de proef-ERP: wat Rondom meldt, komt nergens aan.', 'Stel RONDOM_ERP_URL in.')
    return sinds
      ? letOp('erp', peiling.melding, 'Kijk op de bedieningspagina of er een storing is ingesteld.')
      : goed('erp', 'De proef-ERP.')
  }
  const log = createLogger('silent')
  const { erp } = openErp(config, { databaseUrl, log })
  try {
    await erp.ping(systemContext(organisatie, { log, now }))
  } catch (error) {
    if (!(error instanceof ErpStoring)) throw error
    const oorzaak = error.cause instanceof Error ? ` (${error.cause.message})` : ''
    const maak = error.soort === 'toegang' ? fout : letOp
    return maak('erp', `${error.message}${oorzaak}${sindsTekst(sinds)}`, 'Controleer RONDOM_ERP_URL en de sleutel.')
  }
  if (sinds)
    return letOp(
      'erp',
      `Antwoordt nu, maar het peilen lukt niet: ${peiling.melding}${sindsTekst(sinds)}`,
      'Bekijk het logboek van de worker.',
    )
  return goed('erp', 'Antwoordt.')
}

const sindsTekst = (sinds: Date | null | undefined) =>
  sinds ? ` Sinds ${sinds.toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam' })}.` : ''

const waar = ({ erp }: Config) => (erp.soort === 'vera' ? ` Adres: ${erp.url}` : '')
