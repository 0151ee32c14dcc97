import { type ReactNode, useId, useState } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import css from './Vandaag.module.css'

type Props = {
  titel: string
  legenda?: ReactNode
  /** The chart; what it says is in `tabel` too, so it is one image for a screen reader. */
  grafiek: ReactNode
  tabel: ReactNode
  breed?: boolean
}

/** A chart with the table behind it, one button apart. */
export function Grafiekkaart({ titel, legenda, grafiek, tabel, breed }: Props) {
  const { vandaag: t } = useKlantbeeldTeksten()
  const [alsTabel, setAlsTabel] = useState(false)
  const id = useId()
  return (
    <section className={css['kaart']} data-breed={breed || undefined} aria-labelledby={id}>
      <header>
        <h2 id={id}>{titel}</h2>
        {!alsTabel && legenda}
        <button type="button" className={css['wissel']} aria-pressed={alsTabel} onClick={() => setAlsTabel(!alsTabel)}>
          <Icoon naam={alsTabel ? 'grafiek' : 'menu'} maat={14} />
          {alsTabel ? t.grafiek : t.tabel}
        </button>
      </header>
      {alsTabel ? tabel : grafiek}
    </section>
  )
}

export function Legenda({ weekdag }: { weekdag: string }) {
  const { vandaag: t } = useKlantbeeldTeksten()
  return (
    <ul className={css['legenda']}>
      <li data-reeks="nu">{t.nu}</li>
      <li data-reeks="gemiddeld" title={t.gemiddeldUitleg(weekdag)}>
        {t.gemiddeld}
      </li>
    </ul>
  )
}

/** Numbers as they are, for who reads rather than looks. */
export function Cijfertabel({
  kolommen,
  rijen,
}: {
  kolommen: readonly string[]
  rijen: readonly { sleutel: string; naam: ReactNode; waarden: readonly ReactNode[] }[]
}) {
  return (
    <div className={css['tabelvlak']}>
      <table className={css['tabel']}>
        <thead>
          <tr>
            {kolommen.map((kolom) => (
              <th key={kolom} scope="col">
                {kolom}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rijen.map(({ sleutel, naam, waarden }) => (
            <tr key={sleutel}>
              <th scope="row">{naam}</th>
              {waarden.map((waarde, i) => (
                <td key={kolommen[i + 1]}>{waarde}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
