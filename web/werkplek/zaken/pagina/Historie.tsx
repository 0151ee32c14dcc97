import { type Zaak, zaakStatusNamen } from '#contract/zaken.ts'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { Tekst } from '#kit/Tekst.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import { Termijnklok } from '../Termijnklok.tsx'
import { Zaakstatus } from '../Zaakstatus.tsx'
import { useZakenTeksten } from '../zakenTeksten.ts'
import css from './Zaak.module.css'

/** Every status it had, and every clock that ran. */
export function Historie({ zaak }: { zaak: Zaak }) {
  const t = useZakenTeksten()
  return (
    <>
      <section>
        <h2 className={css['sectiekop']}>{t.historie.kop}</h2>
        <ol className={css['rijen']}>
          {zaak.statussen.map(({ id, status, naam, wachtOp, toelichting, medewerker, op }) => (
            <li key={id}>
              <Zaakstatus zaak={{ status, statusNaam: naam || zaakStatusNamen[status], wachtOp }} />
              <span className={css['zacht']}>
                <Tijdstip moment={op} /> · <Medewerkernaam medewerker={medewerker} />
              </span>
              {toelichting && (
                <div className={css['uitleg']}>
                  <Tekst>{toelichting}</Tekst>
                </div>
              )}
            </li>
          ))}
        </ol>
      </section>
      {zaak.termijnen.length > 0 && (
        <section>
          <h2 className={css['sectiekop']}>{t.historie.termijnen}</h2>
          <ul className={css['rijen']}>
            {zaak.termijnen.map((termijn) => (
              <li key={termijn.id}>
                <span>{termijn.naam}</span>
                <span className={css['zacht']}>{t.termijn.soort[termijn.soort]}</span>
                <Termijnklok termijn={termijn} voluit />
                {termijn.pauzedagen > 0 && <span className={css['zacht']}>{t.termijn.pauze(termijn.pauzedagen)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
