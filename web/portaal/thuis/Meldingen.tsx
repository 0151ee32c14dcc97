import { wanneer } from '#kit/format.ts'
import { Tekst } from '#kit/Tekst.tsx'
import { Alert } from '../nlds/Alert.tsx'
import css from './Thuis.module.css'
import type { Thuis } from './ThuisPagina.tsx'
import { useThuisTeksten } from './thuisTeksten.ts'

/** Disturbances in the complex, and news: before anything else, for it is often why one came. */
export function Meldingen({ meldingen }: { meldingen: Thuis['meldingen'] }) {
  const t = useThuisTeksten()
  if (meldingen.length === 0) return null
  return (
    <div className={css['meldingen']}>
      {meldingen.map(({ id, soort, titel, tekst, verwachtKlaar, voorbij }) => (
        <Alert key={id} soort={voorbij ? 'ok' : soort === 'storing' ? 'warning' : 'info'} titel={titel}>
          {tekst && <Tekst>{tekst}</Tekst>}
          {voorbij && <p>{t.voorbij}</p>}
          {!voorbij && verwachtKlaar && <p>{t.klaar(wanneer(verwachtKlaar))}</p>}
        </Alert>
      ))}
    </div>
  )
}
