import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type Eenheid, leesEenheid } from '#contract/wonen.ts'
import { bedrag, dagVan, dagwoord, datum, getal } from '#kit/format.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { lees } from '#kit/queries.ts'
import { onthoudRecent } from '#kit/recent.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Reparaties } from '../erp/Reparaties.tsx'
import css from './Wonen.module.css'
import { useWoonTeksten } from './woonTeksten.ts'

const route = getRouteApi('/eenheden/$eenheidId')

/** One home: what it is, and who live and lived there. */
export function EenheidPagina() {
  const { eenheidId } = route.useParams()
  const query = useQuery(lees(leesEenheid, { params: { id: eenheidId } }))
  return (
    <Lading query={query} pagina>
      {(eenheid) => <Inhoud eenheid={eenheid} />}
    </Lading>
  )
}

function Inhoud({ eenheid }: { eenheid: Eenheid }) {
  const t = useWoonTeksten()
  useEffect(() => {
    onthoudRecent({ pad: paden.eenheid(eenheid.id), titel: eenheid.weergave, ondertitel: eenheid.code, icoon: 'huis' })
  }, [eenheid.id, eenheid.weergave, eenheid.code])
  const velden: [naam: string, waarde: string | number | null][] = [
    [t.code, eenheid.code],
    [t.soort, naamUit(t.soorten, eenheid.soort)],
    [t.status, naamUit(t.statussen, eenheid.status)],
    [t.bouwjaar, eenheid.bouwjaar],
    [t.oppervlakte, eenheid.oppervlakte === null ? null : t.vierkanteMeter(getal(eenheid.oppervlakte))],
    [t.kamers, eenheid.kamers],
    [t.energielabel, eenheid.energielabel],
  ]
  return (
    <div className={css['pagina']}>
      <Paginatitel titel={eenheid.weergave} onder={t.bijgewerkt(dagwoord(dagVan(eenheid.bijgewerktOp)))} />
      <dl className={css['velden']}>
        {velden.map(
          ([naam, waarde]) =>
            waarde !== null && (
              <div key={naam}>
                <dt>{naam}</dt>
                <dd>{waarde}</dd>
              </div>
            ),
        )}
        {eenheid.complex && (
          <div>
            <dt>{t.complex}</dt>
            <dd>
              <Link to={paden.complex(eenheid.complex.id)}>{eenheid.complex.naam}</Link>
            </dd>
          </div>
        )}
      </dl>
      <h2>{t.overeenkomsten}</h2>
      {eenheid.overeenkomsten.length === 0 && <LegeStaat titel={t.geenOvereenkomsten} icoon="huis" />}
      <ul className={css['overeenkomsten']}>
        {eenheid.overeenkomsten.map((each) => (
          <Overeenkomst key={each.id} overeenkomst={each} />
        ))}
      </ul>
      <Reparaties eenheidId={eenheid.id} kop="h2" />
    </div>
  )
}

function Overeenkomst({ overeenkomst: each }: { overeenkomst: Eenheid['overeenkomsten'][number] }) {
  const t = useWoonTeksten()
  const loopt = each.einddatum === null || each.einddatum >= dagVan(new Date())
  return (
    <li data-einde={!loopt || undefined}>
      <div className={css['kop']}>
        <strong>{each.nummer}</strong>
        <StatusBadge toon={loopt ? 'goed' : 'neutraal'}>{loopt ? t.lopend : t.beeindigd}</StatusBadge>
        <span className={css['zacht']}>
          {each.einddatum ? t.periode(datum(each.begindatum), datum(each.einddatum)) : t.vanaf(datum(each.begindatum))}
          {each.brutohuurCent !== null && ` · ${t.perMaand(bedrag(each.brutohuurCent))}`}
        </span>
      </div>
      <ul className={css['mensen']}>
        {each.partijen.map((bewoner) => (
          <li key={bewoner.partij.id + bewoner.rol}>
            <Link to={paden.klant(bewoner.partij.id)}>{bewoner.partij.naam}</Link>{' '}
            <span className={css['zacht']}>{bewoner.rolNaam.toLowerCase()}</span>
          </li>
        ))}
      </ul>
    </li>
  )
}

/** A code of the rent system that we do not know is shown as it is. */
function naamUit(namen: Record<string, string>, code: string): string {
  return namen[code] ?? code
}
