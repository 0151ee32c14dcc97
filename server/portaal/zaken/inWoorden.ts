import type { PortaalStatus, WieDoetWat } from '#contract/portaal/zaken.ts'
import { lopendeStatussen, type ZaakStatusCode } from '#contract/zaken.ts'
import type { Portaaldefinitie, Portaalstand, Tweetalig } from '#server/processen/index.ts'
import type { ZaakRow } from '#server/zaken/index.ts'

type Taal = 'nl' | 'en'

/** When a process has no words of its own. */
const gewoon: Record<ZaakStatusCode, Tweetalig> = {
  AAN: { nl: 'Wij hebben dit ontvangen.', en: 'We have received this.' },
  INB: { nl: 'Wij zijn ermee bezig.', en: 'We are working on it.' },
  INU: { nl: 'Wij zijn ermee bezig.', en: 'We are working on it.' },
  AFG: { nl: 'Dit is klaar.', en: 'This is done.' },
  GES: { nl: 'Dit is klaar.', en: 'This is done.' },
  GEA: { nl: 'Dit is gestopt.', en: 'This has been stopped.' },
}

type Stand = { status: PortaalStatus; statusTekst: string; volgende: string; wie: WieDoetWat['wie'] }

/**
 * How a zaak stands, for who asked it. Of several steps at once the one that `portaal.json` names first is told, but
 * his own step goes before all others.
 */
export function standVan(
  zaak: Pick<ZaakRow, 'status'>,
  portaal: Portaaldefinitie | null,
  stand: Portaalstand | undefined,
  { taal, isVanHem }: { taal: Taal; isVanHem: ReadonlySet<string> },
): Stand {
  const loopt = (lopendeStatussen as readonly string[]).includes(zaak.status)
  const woorden = (portaal?.statussen[zaak.status] ?? gewoon[zaak.status])[taal]
  if (!loopt)
    return { status: zaak.status === 'GEA' ? 'gestopt' : 'klaar', statusTekst: woorden, volgende: '', wie: 'wij' }
  const elementen = new Set(stand?.wacht.map(({ element }) => element))
  const hier = Object.entries(portaal?.stappen ?? {}).filter(([element]) => elementen.has(element))
  const zijn = hier.find(([element]) => isVanHem.has(element))
  // A step of somebody else who lives here is not his to do: he reads how it stands.
  const [, stap] = zijn ?? hier.find(([, { wie }]) => wie !== 'u') ?? []
  return {
    status: isVanHem.size > 0 ? 'wacht-op-u' : stap?.klaar ? 'klaar' : zaak.status === 'AAN' ? 'ontvangen' : 'bezig',
    statusTekst: stap?.tekst[taal] ?? woorden,
    volgende: stap?.volgende?.[taal] ?? '',
    wie: stap?.wie ?? 'wij',
  }
}
