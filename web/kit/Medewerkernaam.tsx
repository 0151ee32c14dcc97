import type { MedewerkerKort } from '#contract/vormen.ts'
import { useIk } from './ik.ts'
import { useKitTeksten } from './kitTeksten.ts'

/** The name of a colleague, or "u". */
export function Medewerkernaam({ medewerker }: { medewerker: MedewerkerKort }) {
  const t = useKitTeksten()
  const ik = useIk()
  return medewerker.id === ik.medewerker.id ? <span title={medewerker.naam}>{t.u}</span> : medewerker.naam
}
