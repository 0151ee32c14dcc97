import { lopendeStatussen, type ZaakRij } from '#contract/zaken.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useZakenTeksten } from './zakenTeksten.ts'

/** Where it stands, in the words of its process, and for whom it waits. */
export function Zaakstatus({ zaak }: { zaak: Pick<ZaakRij, 'status' | 'statusNaam' | 'wachtOp'> }) {
  const t = useZakenTeksten()
  const lopend = (lopendeStatussen as readonly string[]).includes(zaak.status)
  const wacht = zaak.wachtOp && t.wachtOp[zaak.wachtOp]
  if (!lopend)
    return zaak.status === 'GEA' ? (
      <StatusBadge icoon="sluit">{zaak.statusNaam}</StatusBadge>
    ) : (
      <StatusBadge toon="goed">{zaak.statusNaam}</StatusBadge>
    )
  return (
    <StatusBadge toon={wacht ? 'let-op' : zaak.status === 'AAN' ? 'neutraal' : 'info'}>
      {wacht ? `${zaak.statusNaam}, ${wacht}` : zaak.statusNaam}
    </StatusBadge>
  )
}
