import type { TaakRij } from '#contract/taken.ts'
import { dagwoord } from '#kit/format.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useMinute } from '#kit/Tijdstip.tsx'
import { useTakenTeksten } from './takenTeksten.ts'

type Props = { taak: Pick<TaakRij, 'deadline' | 'termijn' | 'werkdagenOver' | 'status'> }

/** The clock of a taak: the day, and by how many working days it is late or not. */
export function Termijn({ taak }: Props) {
  const t = useTakenTeksten()
  const now = useMinute()
  if (taak.status === 'afgerond') return <StatusBadge toon="goed">{t.status.afgerond}</StatusBadge>
  if (taak.status === 'geannuleerd') return <StatusBadge>{t.status.geannuleerd}</StatusBadge>
  if (taak.deadline === null) return <StatusBadge icoon="klok">{t.geenTermijn}</StatusBadge>
  const dag = dagwoord(taak.deadline, now)
  const over = taak.werkdagenOver ?? 0
  if (taak.termijn === 'te-laat') {
    return (
      <span title={t.dagenTeLaat(-over)}>
        <StatusBadge toon="fout">{t.teLaatSinds(dag)}</StatusBadge>
      </span>
    )
  }
  return (
    <span title={t.nogDagen(over)}>
      <StatusBadge toon={taak.termijn === 'vandaag' ? 'let-op' : 'neutraal'} icoon="klok">
        {dag}
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
