import type { PortaalStatus, PortaalZaakRij } from '#contract/portaal/zaken.ts'
import { dagVan, dagwoord } from '#kit/format.ts'
import { Badge, type Toon } from '../nlds/Badge.tsx'
import { Rijlink } from '../nlds/Card.tsx'
import { icoonVan } from '../nlds/icoonVan.ts'
import { paden } from '../paden.ts'
import { useZaakTeksten } from './zaakTeksten.ts'

const tonen: Record<PortaalStatus, Toon> = {
  ontvangen: 'neutraal',
  bezig: 'info',
  'wacht-op-u': 'let-op',
  klaar: 'goed',
  gestopt: 'neutraal',
}

/** One zaak in a list: what it is, how it stands, and what was promised. */
export function Zaakregel({ zaak }: { zaak: PortaalZaakRij }) {
  const t = useZaakTeksten()
  return (
    <Rijlink
      to={paden.zaak(zaak.id)}
      icoon={icoonVan(zaak.icoon)}
      titel={zaak.titel}
      onder={
        <>
          {zaak.statusTekst}
          <br />
          {wanneerTekst(zaak, t)}
        </>
      }
      rechts={<Zaakstatus status={zaak.status} />}
    />
  )
}

export function Zaakstatus({ status }: { status: PortaalStatus }) {
  const t = useZaakTeksten()
  return <Badge toon={tonen[status]}>{t.status[status]}</Badge>
}

function wanneerTekst(zaak: PortaalZaakRij, t: ReturnType<typeof useZaakTeksten>): string {
  if (zaak.afgeslotenOp) return t.afgesloten(dagwoord(dagVan(zaak.afgeslotenOp)))
  return zaak.belofte ? t.belofte(dagwoord(zaak.belofte)) : t.ontvangen(dagwoord(dagVan(zaak.ontvangenOp)))
}
