import { sneltoetsen } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { useBron } from '#kit/useBron.ts'
import { Venster } from '#kit/Venster.tsx'
import { useSchilTeksten } from './schilTeksten.ts'
import css from './Toetsenoverzicht.module.css'

/** Every key that works here and now: it is read from the registry, so it cannot be out of date. */
export function Toetsenoverzicht({ onSluiten }: { onSluiten: () => void }) {
  const t = useSchilTeksten()
  const all = useBron(sneltoetsen)
  const shown = [...new Map(all.map((each) => [each.toets, each])).values()]
  return (
    <Venster open titel={t.sneltoetsen} onSluiten={onSluiten}>
      <p className={css['uitleg']}>{t.sneltoetsenUitleg}</p>
      <dl className={css['lijst']}>
        {shown.map((each) => (
          <div key={each.toets}>
            <dt>{each.omschrijving}</dt>
            <dd>
              <Toets toets={each.toets} altijd />
            </dd>
          </div>
        ))}
      </dl>
    </Venster>
  )
}
