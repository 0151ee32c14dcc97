import type { ReactNode } from 'react'
import type { Klantbeeld } from '#contract/klantbeeld.ts'
import { Bladen as Tabbladen } from '#kit/Bladen.tsx'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'

export type Blad = 'overzicht' | 'wonen' | 'huishouden' | 'gegevens'

type Props = { beeld: Klantbeeld; keuze: Blad; onKies: (blad: Blad) => void; children: ReactNode }

/** The tabs of the klantbeeld. */
export function Bladen({ beeld, keuze, onKies, children }: Props) {
  const { bladen: t } = useKlantbeeldTeksten()
  const bladen: { blad: Blad; naam: string; aantal?: number }[] = [
    { blad: 'overzicht', naam: t.overzicht },
    { blad: 'wonen', naam: t.wonen, aantal: beeld.wonen.length },
    {
      blad: 'huishouden',
      naam: beeld.partij.soort === 'organisatie' ? t.leden : t.huishouden,
      aantal: beeld.huishoudens.flatMap(({ leden }) => leden).length,
    },
    { blad: 'gegevens', naam: t.gegevens },
  ]
  return (
    <Tabbladen naam={t.naam} bladen={bladen} keuze={keuze} onKies={onKies}>
      {children}
    </Tabbladen>
  )
}
