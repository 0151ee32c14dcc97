import type { Veld } from '#contract/formulieren.ts'
import { Icoon } from '#kit/Icoon.tsx'
import css from './Formuliervelden.module.css'
import { useFormulierTeksten } from './formulierTeksten.ts'

type Props = {
  velden: readonly Veld[]
  fouten: Readonly<Record<string, string>>
  idVan: (naam: string) => string
}

/** What is still wrong, above the fields; each line leads to its field. */
export function Foutenlijst({ velden, fouten, idVan }: Props) {
  const t = useFormulierTeksten()
  const fout = velden.filter(({ naam }) => fouten[naam])
  if (fout.length === 0) return null
  return (
    <div role="alert" className={css['overzicht']}>
      <Icoon naam="let_op" />
      <div>
        <p className={css['kop']}>{t.fouten(fout.length)}</p>
        <ul>
          {fout.map(({ naam }) => (
            <li key={naam}>
              <a
                href={`#${idVan(naam)}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(idVan(naam))?.focus()
                }}
              >
                {fouten[naam]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
