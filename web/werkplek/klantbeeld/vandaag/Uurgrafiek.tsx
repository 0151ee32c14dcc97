import type { Vandaag } from '#contract/klantbeeld.ts'
import { getal, tijd } from '#kit/format.ts'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import { Cijfertabel, Grafiekkaart, Legenda } from './Grafiekkaart.tsx'
import { lijn, schaal } from './schaal.ts'
import { useBreedte } from './useBreedte.ts'
import css from './Vandaag.module.css'

const hoogte = 200
const rand = { links: 34, rechts: 8, boven: 10, onder: 22 }

/** Contacts per hour: today as bars up to now, a usual day as a line behind them. */
export function Uurgrafiek({ uren, weekdag, nu }: { uren: Vandaag['perUur']; weekdag: string; nu: string }) {
  const { vandaag: t } = useKlantbeeldTeksten()
  const [vlak, breedte] = useBreedte()
  const { top, streepjes } = schaal(Math.max(...uren.flatMap(({ vandaag, gemiddeld }) => [vandaag, gemiddeld])))
  const stap = (breedte - rand.links - rand.rechts) / uren.length
  const x = (i: number) => rand.links + stap * (i + 0.5)
  const y = (waarde: number) => hoogte - rand.onder - (waarde / top) * (hoogte - rand.boven - rand.onder)
  const totaal = uren.reduce((som, { vandaag }) => som + vandaag, 0)
  const hoogste = uren.reduce((a, b) => (b.vandaag > a.vandaag ? b : a))
  // The clock of the organisatie, wherever the browser is.
  const nuUur = Number(tijd(nu).slice(0, 2))
  return (
    <Grafiekkaart
      breed
      titel={t.perUur}
      legenda={<Legenda weekdag={weekdag} />}
      grafiek={
        <div ref={vlak}>
          <svg
            className={css['grafiek']}
            width={breedte}
            height={hoogte}
            role="img"
            aria-label={t.omschrijving(t.perUur, getal(totaal), `${hoogste.uur}:00`)}
          >
            {streepjes.map((waarde) => (
              <g key={waarde}>
                <line
                  className={css['raster']}
                  x1={rand.links}
                  x2={breedte - rand.rechts}
                  y1={y(waarde)}
                  y2={y(waarde)}
                />
                <text className={css['as']} x={rand.links - 6} y={y(waarde) + 3.5} textAnchor="end">
                  {getal(waarde)}
                </text>
              </g>
            ))}
            {uren.map(({ uur, vandaag, gemiddeld }, i) => (
              <g key={uur}>
                {vandaag > 0 && (
                  <rect
                    className={css['staaf']}
                    x={x(i) - stap * 0.3}
                    width={stap * 0.6}
                    y={y(vandaag)}
                    height={y(0) - y(vandaag)}
                    rx={2}
                    data-loopt={uur === nuUur || undefined}
                  >
                    <title>{`${uur}:00 – ${t.nu} ${getal(vandaag)}, ${t.gemiddeld.toLowerCase()} ${getal(gemiddeld)}`}</title>
                  </rect>
                )}
                <text className={css['as']} x={x(i)} y={hoogte - 6} textAnchor="middle">
                  {uur}
                </text>
              </g>
            ))}
            <path className={css['lijn']} d={lijn(uren.map(({ gemiddeld }, i) => [x(i), y(gemiddeld)]))} />
          </svg>
        </div>
      }
      tabel={
        <Cijfertabel
          kolommen={[t.uur, t.nu, t.gemiddeld]}
          rijen={uren.map(({ uur, vandaag, gemiddeld }) => ({
            sleutel: String(uur),
            naam: `${uur}:00`,
            waarden: [getal(vandaag), getal(gemiddeld)],
          }))}
        />
      }
    />
  )
}
