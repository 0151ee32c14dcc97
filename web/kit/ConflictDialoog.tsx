import { Button } from '@mantine/core'
import { useState } from 'react'
import css from './ConflictDialoog.module.css'
import { useKitTeksten } from './kitTeksten.ts'
import { ApiProblem } from './probleem.ts'
import { Venster } from './Venster.tsx'
import { samengevoegd, verschillen } from './verschillen.ts'

type Props<T extends Record<string, unknown>> = {
  /** As it was read, as the user has it now, and as the server has it now (`huidig` of the 409). */
  begin: T
  mijn: T
  huidig: T
  /** The fields one can change, with their names on screen. */
  velden: Partial<Record<keyof T & string, string>>
  toon?: (veld: keyof T & string, waarde: unknown) => string
  /** Gets the values to save; save them with the version of `huidig`. */
  onKies: (waarden: T) => void
  onSluiten: () => void
}

/** 409 `verouderd`: somebody saved first. Shows per field what changed; the user's text is never thrown away. */
export function ConflictDialoog<T extends Record<string, unknown>>(props: Props<T>) {
  const { begin, mijn, huidig, velden, toon = (_, waarde) => String(waarde ?? ''), onKies, onSluiten } = props
  const t = useKitTeksten()
  const [keuzes, setKeuzes] = useState<Record<string, 'mijn' | 'huidig'>>({})
  const verschil = verschillen(begin, mijn, huidig, Object.keys(velden) as (keyof T & string)[])
  return (
    <Venster
      open
      breed
      titel={t.conflictTitel}
      onSluiten={onSluiten}
      acties={
        <>
          <Button variant="default" onClick={onSluiten}>
            {t.annuleren}
          </Button>
          <Button onClick={() => onKies(samengevoegd(mijn, verschil, keuzes))}>{t.conflictBewaar}</Button>
        </>
      }
    >
      <p>{t.conflictTekst}</p>
      {verschil.map(({ veld, raakt, huidig: theirs, mijn: ours }) => (
        <fieldset key={veld} className={css['veld']}>
          <legend>{velden[veld]}</legend>
          {(raakt ? (['mijn', 'huidig'] as const) : (['huidig'] as const)).map((keuze) => (
            <label key={keuze}>
              <input
                type="radio"
                name={`conflict-${veld}`}
                checked={!raakt || (keuzes[veld] ?? 'mijn') === keuze}
                onChange={() => setKeuzes({ ...keuzes, [veld]: keuze })}
              />
              <span className={css['wie']}>{keuze === 'mijn' ? t.conflictMijn : t.conflictHuidig}</span>
              <span className={css['waarde']}>{toon(veld, keuze === 'mijn' ? ours : theirs) || t.leeg}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </Venster>
  )
}

/** The present state when the error is a stale version; else undefined. */
export function verouderdVan<T>(error: unknown): T | undefined {
  return error instanceof ApiProblem && error.code === 'verouderd' ? (error.huidig as T) : undefined
}
