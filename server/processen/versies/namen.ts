import type { Veld } from '#contract/formulieren.ts'
import type { Procesnaam } from '#contract/procesinhoud.ts'
import { lijstnamen } from '#server/koppelingen/vera/referentiedata/metLijsten.ts'
import { veraLijst } from '#server/koppelingen/vera/referentiedata/veraLijst.ts'
import { dagVan } from '#server/platform/clock.ts'
import { DomainError, notFound } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { eigenLijstnamen } from '../lijsten.ts'
import { vasteNamen } from '../runtime/context.ts'
import { bekendeNamen } from './controleerInhoud.ts'
import { type Geladen, leesMap } from './geladen.ts'
import { instellingenOp } from './instellingen.ts'
import { selectVersie } from './store.ts'

/** What those who write forms and messages may name; of a draft that cannot be read, what is always there. @throws 404 */
export async function getProcesnamen(ctx: ReadContext, id: string) {
  const versie = await selectVersie(ctx.db, id)
  if (!versie) throw notFound()
  const geladen = await leesMap(versie.proces, versie.bestanden).catch((error: unknown) => {
    if (error instanceof DomainError) return undefined
    throw error
  })
  const dag = dagVan(ctx.now)
  const lijsten = [
    ...lijstnamen().map((naam) => [naam, veraLijst(naam.replace(/^vera:/, ''), dag)] as const),
    // People and teams are in the form that is really filled in; here nobody needs to be named.
    ...eigenLijstnamen.map((naam) => [naam, [{ waarde: 'voorbeeld', label: 'Voorbeeld' }]] as const),
  ]
  return {
    namen: geladen ? namenVan(geladen) : vasteNamen.map((naam): Procesnaam => ({ naam, herkomst: 'vast' })),
    voorbeeld: voorbeeldVan(ctx.now, geladen),
    lijsten: Object.fromEntries(lijsten),
  }
}

function namenVan(geladen: Geladen): Procesnaam[] {
  const velden = new Set(Object.values(geladen.formulieren).flatMap((each) => each.velden.map(({ naam }) => naam)))
  const besluiten = new Set(
    [...geladen.model.stappen.values()]
      .filter(({ soort }) => soort === 'BusinessRuleTask')
      .map(({ resultaat, beslissing }) => resultaat || beslissing),
  )
  const herkomst = (naam: string): Procesnaam['herkomst'] => {
    if ((vasteNamen as readonly string[]).includes(naam)) return 'vast'
    if (velden.has(naam)) return 'formulier'
    return besluiten.has(naam) ? 'beslissing' : 'stap'
  }
  return [...bekendeNamen(geladen)].filter(Boolean).map((naam) => ({ naam, herkomst: herkomst(naam) }))
}

/** A case to look at: nobody's. What a step leaves is not known before it was done. */
export function voorbeeldVan(nu: Date, geladen: Geladen | undefined): Record<string, unknown> {
  const dag = dagVan(nu)
  const velden = Object.values(geladen?.formulieren ?? {}).flatMap((each) => each.velden)
  const bekend = geladen ? [...bekendeNamen(geladen)].filter(Boolean) : []
  return {
    ...Object.fromEntries(bekend.map((naam) => [naam, null])),
    ...Object.fromEntries(velden.map((veld) => [veld.naam, voorbeeldwaarde(veld, dag)])),
    zaak: {
      nummer: 'Z2026-100123',
      omschrijving: 'Voorbeeld van een zaak',
      toelichting: '',
      kanaal: 'telefoon',
      ontvangenOp: nu.toISOString(),
      ontvangstdatum: dag,
      vertrouwelijk: false,
    },
    klant: {
      id: '00000000-0000-7000-8000-000000000001',
      nummer: '1000123',
      naam: 'M. de Vries',
      soort: 'persoon',
      aanhef: 'Geachte mevrouw De Vries',
      taal: 'nl',
    },
    eenheid: {
      id: '00000000-0000-7000-8000-000000000002',
      code: 'E100',
      complexId: null,
      soort: 'Eengezinswoning',
      bouwjaar: 1978,
      adres: 'Voorbeeldstraat 12, 3500 AB Utrecht',
    },
    overeenkomst: { nummer: 'H100', begindatum: '2015-04-01', huurCent: 68_050, huurders: [], medehuurders: [] },
    instellingen: geladen ? instellingenOp(geladen.instellingen, dag) : {},
  }
}

function voorbeeldwaarde(veld: Veld, dag: string): unknown {
  switch (veld.soort) {
    case 'getal':
      return veld.min ?? 12
    case 'bedrag':
      return 12_500
    case 'datum':
      return dag
    case 'keuze':
    case 'meerkeuze': {
      const eerste = Array.isArray(veld.opties) ? veld.opties[0]?.waarde : undefined
      return veld.soort === 'keuze' ? (eerste ?? null) : eerste ? [eerste] : []
    }
    case 'janee':
      return true
    case 'adres':
      return {
        straatnaam: 'Voorbeeldstraat',
        huisnummer: 12,
        huisletter: '',
        toevoeging: '',
        postcode: '3500AB',
        woonplaats: 'Utrecht',
      }
    case 'bestand':
    case 'foto':
      return []
    case 'iban':
      return 'NL91ABNA0417164300'
    case 'tekst':
    case 'tekstvak':
      return `(${veld.label})`
    default:
      return null
  }
}
