import type { Bevinding } from '#contract/procesbeheer.ts'
import css from './Beheer.module.css'
import type { Cel, Kolom, Tabel } from './leesTabellen.ts'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'

/** One decision table to read, with what is wrong in the cell where it is wrong. */
export function Beslistabel({ tabel, fouten }: { tabel: Tabel; fouten: readonly Bevinding[] }) {
  const t = useProcesbeheerTeksten()
  const beleid = t.tabelUitleg[tabel.trefbeleid as keyof typeof t.tabelUitleg]
  return (
    <div className={css['stuk']}>
      <h2>{tabel.naam}</h2>
      {tabel.vraag && <p>{tabel.vraag}</p>}
      <p className={css['zacht']}>
        {[...new Set([tabel.uitleg, beleid])].filter(Boolean).join(' ')}
        {tabel.nodig.length > 0 && ` ${t.nodig}: ${tabel.nodig.join(', ')}.`}
      </p>
      {tabel.expressie !== undefined && <pre className={css['code']}>{tabel.expressie}</pre>}
      {tabel.regels.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must reach that
        <section className={css['schuif']} tabIndex={0} aria-label={tabel.naam}>
          <table className={css['tabel']}>
            <thead>
              <tr>
                <th rowSpan={2} scope="col">
                  {t.nummer}
                </th>
                {tabel.invoer.length > 0 && (
                  <th colSpan={tabel.invoer.length} scope="colgroup">
                    {t.als}
                  </th>
                )}
                <th colSpan={tabel.uitvoer.length} scope="colgroup" data-dan>
                  {t.dan}
                </th>
                {tabel.heeftUitleg && (
                  <th rowSpan={2} scope="col">
                    {t.bijzonderheden}
                  </th>
                )}
              </tr>
              <tr>
                {tabel.invoer.map((kolom) => (
                  <Kop key={kolom.id} kolom={kolom} />
                ))}
                {tabel.uitvoer.map((kolom) => (
                  <Kop key={kolom.id} kolom={kolom} dan />
                ))}
              </tr>
            </thead>
            <tbody>
              {tabel.regels.map((regel, index) => (
                <tr key={regel.id}>
                  <th scope="row">{index + 1}</th>
                  {regel.als.map((cel) => (
                    <Vak key={cel.id} cel={cel} fouten={fouten} />
                  ))}
                  {regel.dan.map((cel) => (
                    <Vak key={cel.id} cel={cel} fouten={fouten} dan />
                  ))}
                  {tabel.heeftUitleg && <td className={css['regeluitleg']}>{regel.uitleg}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}

function Kop({ kolom, dan }: { kolom: Kolom; dan?: boolean }) {
  return (
    <th scope="col" data-dan={dan || undefined} title={kolom.waarden || undefined}>
      {kolom.naam}
      {kolom.expressie !== kolom.naam && <code>{kolom.expressie}</code>}
    </th>
  )
}

function Vak({ cel, fouten, dan }: { cel: Cel; fouten: readonly Bevinding[]; dan?: boolean }) {
  const t = useProcesbeheerTeksten()
  const mine = fouten.filter(({ plek }) => plek === cel.id)
  const vrij = !dan && (cel.tekst === '' || cel.tekst === '-')
  return (
    <td data-dan={dan || undefined} data-fout={mine.length > 0 || undefined}>
      {vrij ? <span className={css['zacht']}>{t.maaktNietUit}</span> : <code>{cel.tekst}</code>}
      {mine.map(({ melding }) => (
        <p key={melding} className={css['celfout']}>
          {melding}
        </p>
      ))}
    </td>
  )
}
