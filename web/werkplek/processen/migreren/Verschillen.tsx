import type { Overzetverschil } from '#contract/procesmigratie.ts'
import css from './Migreren.module.css'
import { useMigreerTeksten } from './migreerTeksten.ts'

/** What is different in the other version, for who decides. */
export function Verschillen({ verschil }: { verschil: Overzetverschil }) {
  const t = useMigreerTeksten()
  const { formulieren, gegevens, termijnen } = verschil
  const gelijk =
    formulieren.length === 0 && gegevens.erbij.length === 0 && gegevens.weg.length === 0 && termijnen.length === 0
  const bijEnWeg = ({ erbij, weg }: { erbij: readonly string[]; weg: readonly string[] }) =>
    [erbij.length > 0 && `${t.erbij}: ${erbij.join(', ')}`, weg.length > 0 && `${t.weg}: ${weg.join(', ')}`]
      .filter(Boolean)
      .join('; ')
  return (
    <section>
      <h3>{t.anders}</h3>
      {gelijk ? (
        <p className={css['zacht']}>{t.gelijk}</p>
      ) : (
        <ul className={css['verschil']}>
          {formulieren.map((formulier) => (
            <li key={formulier.stap}>
              {[t.formulier(formulier.titel, formulier.stap), bijEnWeg(formulier)].filter(Boolean).join(': ')}
            </li>
          ))}
          {bijEnWeg(gegevens) && (
            <li>
              {t.gegevens}: {bijEnWeg(gegevens)}
            </li>
          )}
          {termijnen.length > 0 && (
            <li>
              {t.termijnen}: {termijnen.join('; ')}. {t.termijnUitleg}
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
