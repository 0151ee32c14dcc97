import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type Complex, leesComplex } from '#contract/wonen.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { lees } from '#kit/queries.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import css from './Wonen.module.css'
import { useWoonTeksten } from './woonTeksten.ts'

const route = getRouteApi('/complexen/$complexId')

/** One complex with its homes. */
export function ComplexPagina() {
  const { complexId } = route.useParams()
  const query = useQuery(lees(leesComplex, { params: { id: complexId } }))
  return (
    <Lading query={query} pagina>
      {(complex) => <Inhoud complex={complex} />}
    </Lading>
  )
}

function Inhoud({ complex }: { complex: Complex }) {
  const t = useWoonTeksten()
  const onder = [complex.code, complex.plaats, t.woningen(complex.eenheden.length)].filter(Boolean).join(' · ')
  return (
    <div className={css['pagina']}>
      <Paginatitel titel={complex.naam} onder={onder} />
      {complex.meer && <p className={css['zacht']}>{t.meerWoningen}</p>}
      {complex.eenheden.length === 0 ? (
        <LegeStaat titel={t.geenWoningen} icoon="huis" />
      ) : (
        <div className={css['kader']}>
          <table className={css['tabel']}>
            <thead>
              <tr>
                <th scope="col">{t.adres}</th>
                <th scope="col">{t.code}</th>
                <th scope="col">{t.status}</th>
              </tr>
            </thead>
            <tbody>
              {complex.eenheden.map((eenheid) => (
                <tr key={eenheid.id}>
                  <td>
                    <Link to={paden.eenheid(eenheid.id)}>{eenheid.weergave}</Link>
                  </td>
                  <td>{eenheid.code}</td>
                  <td>{(t.statussen as Record<string, string>)[eenheid.status] ?? eenheid.status}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
