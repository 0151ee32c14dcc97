import type { TaakRij } from '#contract/taken.ts'
import { dagwoord } from '#kit/format.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useMinute } from '#kit/Tijdstip.tsx'
import { useTakenTeksten } from './takenTeksten.ts'

type Props = {
  taak: Pick<TaakRij, 'deadline' | 'termijn' | 'werkdagenOver' | 'status' | 'belofte' | 'belofteIngelostOp'>
  /** With the number of working days in words; else on hover. */
  voluit?: boolean
}

/** The clock of a taak: the day, and by how many working days it is late or not. */
export function Termijn({ taak, voluit = false }: Props) {
  const t = useTakenTeksten()
  const now = useMinute()
  // Done, and yet nothing to be glad about: the customer does not know.
  const owed = taak.belofte && taak.belofteIngelostOp === null
  if (taak.status === 'afgerond') {
    return (
      <StatusBadge toon={owed ? 'neutraal' : 'goed'} icoon="vink">
        {t.status.afgerond}
      </StatusBadge>
    )
  }
  if (taak.status === 'geannuleerd') return <StatusBadge icoon="sluit">{t.status.geannuleerd}</StatusBadge>
  if (taak.deadline === null) return <StatusBadge icoon="klok">{t.geenTermijn}</StatusBadge>
  const dag = dagwoord(taak.deadline, now)
  const over = taak.werkdagenOver ?? 0
  const late = taak.termijn === 'te-laat'
  const dagen = late ? t.dagenTeLaat(-over) : taak.termijn === 'vandaag' ? t.vandaagKlaar : t.nogDagen(over)
  const toon = late ? 'fout' : taak.termijn === 'vandaag' ? 'let-op' : 'neutraal'
  return (
    <span title={dagen}>
      <StatusBadge toon={toon} {...(!late && { icoon: 'klok' })}>
        {late && !voluit ? t.teLaatSinds(dag) : dag}
        {voluit && ` · ${dagen}`}
      </StatusBadge>
    </span>
  )
}

/** The state in words, with who has it. */
export function Status({ taak }: { taak: Pick<TaakRij, 'status'> }) {
  const t = useTakenTeksten()
  const toon = { niet_gestart: 'neutraal', in_uitvoering: 'info', wacht_op_derden: 'let-op' } as const
  if (taak.status === 'afgerond') return <StatusBadge toon="goed">{t.status.afgerond}</StatusBadge>
  if (taak.status === 'geannuleerd') return <StatusBadge icoon="sluit">{t.status.geannuleerd}</StatusBadge>
  return <StatusBadge toon={toon[taak.status]}>{t.status[taak.status]}</StatusBadge>
}
