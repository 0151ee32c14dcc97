import { Link } from '@tanstack/react-router'
import { type Zaak, type ZaakRol, zaakRolNamen } from '#contract/zaken.ts'
import { paden } from '#kit/paden.ts'
import { Tekst } from '#kit/Tekst.tsx'
import { useZakenTeksten } from '../zakenTeksten.ts'
import css from './Zaak.module.css'

/** What was recorded about this zaak, and who has what to do with it. */
export function Gegevens({ zaak }: { zaak: Zaak }) {
  const { gegevens: t } = useZakenTeksten()
  return (
    <>
      <section>
        <h2 className={css['sectiekop']}>{t.eigenschappen}</h2>
        {zaak.eigenschappen.length === 0 ? (
          <p className={css['zacht']}>{t.geenEigenschappen}</p>
        ) : (
          <dl className={css['feiten']}>
            {zaak.eigenschappen.map(({ naam, label, waarde }) => (
              <div key={naam}>
                <dt>{label || naam}</dt>
                <dd>
                  <Tekst>{waarde}</Tekst>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <section>
        <h2 className={css['sectiekop']}>{t.rollen}</h2>
        <ul className={css['rijen']}>
          {zaak.rollen.map((rol) => (
            <li key={rol.id}>
              <span className={css['zacht']}>{rol.omschrijving || zaakRolNamen[rol.rol]}</span>
              <Wie rol={rol} />
              {rol.toelichting && <span className={css['zacht']}>{rol.toelichting}</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Wie({ rol: { partij, medewerker, team } }: { rol: ZaakRol }) {
  if (partij) return <Link to={paden.klant(partij.id)}>{partij.naam}</Link>
  if (team) return <Link to={paden.team(team.id)}>{team.naam}</Link>
  return <span>{medewerker?.naam}</span>
}
