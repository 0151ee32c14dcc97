import { useEffect, useRef } from 'react'
import { Heading } from '../nlds/Tekst.tsx'
import { useFormulierTeksten } from './formulierTeksten.ts'
import css from './Vragenlijst.module.css'

/** What is still wrong, above the questions; it takes the focus, and each line leads to its question. */
export function Foutenlijst({
  fouten,
  poging,
}: {
  fouten: readonly { id: string; melding: string }[]
  poging: number
}) {
  const t = useFormulierTeksten()
  const lijst = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (poging > 0) lijst.current?.focus()
  }, [poging])
  if (fouten.length === 0) return null
  return (
    <div ref={lijst} tabIndex={-1} className={`utrecht-alert utrecht-alert--error ${css['fouten']}`}>
      <Heading level={2}>{t.fouten(fouten.length)}</Heading>
      <ul>
        {fouten.map(({ id, melding }) => (
          <li key={id}>
            <a
              className="nl-link"
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(id)?.focus()
              }}
            >
              {melding}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
