import { useEffect, useRef } from 'react'
import type { FieldErrors, FieldValues } from 'react-hook-form'
import css from './Foutenoverzicht.module.css'
import type { Formulier } from './formulier.ts'
import { Icoon } from './Icoon.tsx'
import { useKitTeksten } from './kitTeksten.ts'

/**
 * What is wrong, at the top of the form, with a link to each field. Takes the focus after a refused attempt, so that a
 * screen reader and the eye start at the same place.
 * @param namen how the fields are called on screen
 */
export function Foutenoverzicht<In extends FieldValues, Out>({
  formulier,
  namen = {},
}: {
  formulier: Formulier<In, Out>
  namen?: Record<string, string>
}) {
  const t = useKitTeksten()
  const box = useRef<HTMLDivElement>(null)
  const { poging, algemeen } = formulier
  const fouten = flatten(formulier.formState.errors)
  const gezien = useRef(0)
  // The attempt is counted a moment before the errors are there, so this waits for the box; once per attempt.
  useEffect(() => {
    if (poging === gezien.current || !box.current) return
    gezien.current = poging
    box.current.focus()
  })
  if (poging === 0 || (fouten.length === 0 && !algemeen)) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className={css['overzicht']}>
      <Icoon naam="let_op" />
      <div>
        {fouten.length > 0 && <p className={css['titel']}>{t.formulierFout(fouten.length)}</p>}
        {algemeen && <p>{algemeen}</p>}
        <ul>
          {fouten.map(({ name, message }) => (
            <li key={name}>
              <a
                href={`#${name}`}
                onClick={(event) => {
                  event.preventDefault()
                  formulier.setFocus(name as Parameters<typeof formulier.setFocus>[0])
                }}
              >
                {namen[name] ? `${namen[name]}: ${message}` : message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

type Flat = { name: string; message: string }

function flatten(errors: FieldErrors, prefix = ''): Flat[] {
  return Object.entries(errors).flatMap(([key, value]): Flat[] => {
    if (!value || key === 'ref') return []
    const name = prefix ? `${prefix}.${key}` : key
    if (typeof value.message === 'string' && value.message !== '') {
      return [{ name, message: value.message }]
    }
    return typeof value === 'object' ? flatten(value as FieldErrors, name) : []
  })
}
