import { tijd } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import css from './Gesprek.module.css'
import { useGesprekTeksten } from './gesprekTeksten.ts'
import { isGewijzigd, type Staat } from './staat.ts'

/** Where my text is at this moment. Announced only when something is wrong: a save every few seconds is noise. */
export function Bewaarstand({ staat }: { staat: Staat }) {
  const t = useGesprekTeksten()
  if (staat.opslag === 'mislukt') {
    return (
      <p className={css['stand']} data-fout role="status">
        <Icoon naam="let_op" maat={14} /> {t.bewaarFout}
      </p>
    )
  }
  const tekst = staat.onderweg ? t.bewaren : isGewijzigd(staat) ? t.nietBewaard : t.bewaard(tijd(staat.bewaardOp))
  return (
    <p className={css['stand']} data-testid="bewaarstand">
      <Icoon naam={isGewijzigd(staat) ? 'bewerk' : 'vink'} maat={14} /> {tekst}
    </p>
  )
}
