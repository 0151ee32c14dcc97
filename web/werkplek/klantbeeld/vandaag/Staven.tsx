import { getal } from '#kit/format.ts'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import { Cijfertabel, Grafiekkaart, Legenda } from './Grafiekkaart.tsx'
import css from './Vandaag.module.css'

type Rij = { naam: string; vandaag: number; gemiddeld: number; code?: string; id?: string }

/** Horizontal bars with a mark where a usual day ends. The names are text, so that they wrap and can be read. */
export function Staven({
  titel,
  kolom,
  leeg,
  weekdag,
  rijen,
}: {
  titel: string
  kolom: string
  leeg: string
  weekdag: string
  rijen: readonly Rij[]
}) {
  const { vandaag: t } = useKlantbeeldTeksten()
  const top = Math.max(1, ...rijen.flatMap(({ vandaag, gemiddeld }) => [vandaag, gemiddeld]))
  return (
    <Grafiekkaart
      titel={titel}
      legenda={rijen.length > 0 && <Legenda weekdag={weekdag} />}
      grafiek={
        rijen.length === 0 ? (
          <p className={css['leeg']}>{leeg}</p>
        ) : (
          <ul className={css['staven']}>
            {rijen.map(({ code, id, naam, vandaag, gemiddeld }) => (
              <li key={code ?? id}>
                <span className={css['staafnaam']}>{naam}</span>
                <svg className={css['balk']} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                  <rect className={css['baan']} width={100} height={12} />
                  <rect className={css['staaf']} width={(vandaag / top) * 100} height={12} />
                  <line
                    className={css['merk']}
                    x1={(gemiddeld / top) * 100}
                    x2={(gemiddeld / top) * 100}
                    y1={0}
                    y2={12}
                    vectorEffect="non-scaling-stroke"
                  />
                </svg>
                <span className={css['staafgetal']}>
                  {getal(vandaag)}
                  <span className="alleen-voorlezen">
                    , {t.gemiddeld.toLowerCase()} {getal(gemiddeld)}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )
      }
      tabel={
        <Cijfertabel
          kolommen={[kolom, t.nu, t.gemiddeld]}
          rijen={rijen.map(({ code, id, naam, vandaag, gemiddeld }) => ({
            sleutel: code ?? id ?? naam,
            naam,
            waarden: [getal(vandaag), getal(gemiddeld)],
          }))}
        />
      }
    />
  )
}
