import { Link } from '@tanstack/react-router'
import type { Klantbeeld } from '#contract/klantbeeld.ts'
import { bedrag, datum, getal, postcode } from '#kit/format.ts'
import { later } from '#kit/later.tsx'
import { paden } from '#kit/paden.ts'
import { LegeStaat } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import { Kaart, Veld, Velden } from './Kaart.tsx'
import css from './Wonen.module.css'

const Reparaties = later(() => import('../../erp/Reparaties.tsx').then((module) => module.Reparaties))

type Overeenkomst = Klantbeeld['wonen'][number]

/** Contracts with the home they are about; `kort` for beside the tijdlijn. */
export function Wonen({ wonen, kort = false }: { wonen: readonly Overeenkomst[]; kort?: boolean }) {
  const { wonen: t, bladen } = useKlantbeeldTeksten()
  if (wonen.length === 0) return kort ? null : <LegeStaat titel={t.geen} icoon="huis" />
  if (kort) {
    return (
      <Kaart titel={bladen.wonen} icoon="huis">
        {wonen.map((each) => (
          <div key={each.id + each.rol} className={css['kort']}>
            <Adres overeenkomst={each} />
            <span className={css['zacht']}>
              {each.rolNaam.toLowerCase()} {t.vanaf(datum(each.begindatum))}
            </span>
            {each.brutohuurCent !== null && <span className={css['zacht']}>{t.huur(bedrag(each.brutohuurCent))}</span>}
            {each.complex && <Link to={paden.complex(each.complex.id)}>{each.complex.naam}</Link>}
          </div>
        ))}
      </Kaart>
    )
  }
  return wonen.map((each) => <Overeenkomstkaart key={each.id + each.rol} overeenkomst={each} />)
}

function Overeenkomstkaart({ overeenkomst: each }: { overeenkomst: Overeenkomst }) {
  const { wonen: t } = useKlantbeeldTeksten()
  const { eenheid, complex } = each
  return (
    <section className={css['overeenkomst']} data-einde={!each.lopend || undefined}>
      <header>
        <h2>
          <Adres overeenkomst={each} />
        </h2>
        <StatusBadge toon={each.lopend ? 'goed' : 'neutraal'}>{each.lopend ? t.lopend : t.beeindigd}</StatusBadge>
      </header>
      <Velden>
        <Veld naam={t.nummer}>{each.nummer}</Veld>
        <Veld naam={t.rol}>{each.rolNaam}</Veld>
        <Veld naam={each.lopend ? t.lopend : t.beeindigd}>
          {each.einddatum ? t.periode(datum(each.begindatum), datum(each.einddatum)) : t.vanaf(datum(each.begindatum))}
        </Veld>
        {each.brutohuurCent !== null && <Veld naam={t.brutohuur}>{t.huur(bedrag(each.brutohuurCent))}</Veld>}
        {each.betaalwijze && <Veld naam={t.betaalwijze}>{t.betaalwijzen[each.betaalwijze] ?? each.betaalwijze}</Veld>}
        {complex && (
          <Veld naam={t.complex}>
            <Link to={paden.complex(complex.id)}>{complex.naam}</Link>
          </Veld>
        )}
        {eenheid && <Veld naam={t.eenheid}>{eenheid.code}</Veld>}
        {eenheid?.bouwjaar && <Veld naam={t.bouwjaar}>{eenheid.bouwjaar}</Veld>}
        {eenheid?.oppervlakte && <Veld naam={t.oppervlakte}>{t.meter(getal(eenheid.oppervlakte))}</Veld>}
        {eenheid?.kamers && <Veld naam={t.kamers}>{eenheid.kamers}</Veld>}
        {eenheid?.energielabel && <Veld naam={t.energielabel}>{eenheid.energielabel}</Veld>}
      </Velden>
      {each.lopend && eenheid && <Reparaties eenheidId={eenheid.id} />}
    </section>
  )
}

function Adres({ overeenkomst: { eenheid, nummer } }: { overeenkomst: Overeenkomst }) {
  if (!eenheid) return nummer
  return (
    <Link to={paden.eenheid(eenheid.id)}>
      {eenheid.adres}, {postcode(eenheid.postcode)} {eenheid.woonplaats}
    </Link>
  )
}
