import { Link } from '@tanstack/react-router'
import type { Partij, PartijRol, Vertegenwoordiging } from '#contract/relaties.ts'
import { datum } from '#kit/format.ts'
import { paden } from '#kit/paden.ts'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import { kantVan, type Wat } from '../vensters/wat.ts'
import { verdeel } from './loopt.ts'
import css from './Paneel.module.css'
import { Historie, Paneel, Regel } from './Paneel.tsx'

type Props = { partij: Partij; open: ((wat: Wat) => void) | undefined }

/** With whom the klant belongs, as what and since when; and who may act for whom. */
export function HuishoudenPaneel({ partij, open }: Props) {
  const t = useRelatieTeksten()
  const bewerk = (wat: Wat) => open && (() => open(wat))
  const kant = kantVan(partij)
  const rollen = verdeel(partij.rollen)
  const leden = verdeel(partij.leden)
  const voorKlant = verdeel(partij.vertegenwoordigers)
  const doorKlant = verdeel(partij.vertegenwoordigt)

  const rolregel = (rol: PartijRol, van: 'lid' | 'in') => (
    <Regel
      key={rol.id}
      wijzig={`${t.wijzigen}: ${rol.partij.naam}`}
      onWijzig={bewerk({ soort: 'rol', kant: van, welk: rol })}
    >
      <Link to={paden.klant(rol.partij.id)}>{rol.partij.naam}</Link>
      <span className={css['zacht']}>
        {rol.inwonendKind ? t.inwonendKind : rol.rolNaam} {t.vanaf(datum(rol.begindatum))}{' '}
        {rol.einddatum && t.tot(datum(rol.einddatum))}
      </span>
    </Regel>
  )
  const vertegenwoordigregel = (each: Vertegenwoordiging, tekst: string) => (
    <Regel
      key={each.id}
      wijzig={`${t.wijzigen}: ${each.partij.naam}`}
      onWijzig={bewerk({ soort: 'vertegenwoordiging', welk: each })}
    >
      <Link to={paden.klant(each.partij.id)}>{each.partij.naam}</Link>
      <span className={css['zacht']}>
        {[tekst, each.omvang, t.vanaf(datum(each.begindatum)), each.einddatum && t.tot(datum(each.einddatum))]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </Regel>
  )
  const eerdereRollen = rollen.eerder.length + leden.eerder.length
  const eerdereMachten = voorKlant.eerder.length + doorKlant.eerder.length

  return (
    <>
      <Paneel
        titel={t.betrekkingen}
        toevoegen={kant === 'lid' ? t.lidToevoegen : t.rolToevoegen}
        onToevoegen={bewerk({ soort: 'rol', kant })}
      >
        {rollen.nu.length + leden.nu.length === 0 && <p className={css['leeg']}>{t.geenBetrekkingen}</p>}
        <ul>
          {rollen.nu.map((rol) => rolregel(rol, 'in'))}
          {leden.nu.map((rol) => rolregel(rol, 'lid'))}
        </ul>
        {eerdereRollen > 0 && (
          <Historie naam={t.historie(eerdereRollen)}>
            {rollen.eerder.map((rol) => rolregel(rol, 'in'))}
            {leden.eerder.map((rol) => rolregel(rol, 'lid'))}
          </Historie>
        )}
      </Paneel>
      {(open || voorKlant.nu.length + doorKlant.nu.length + eerdereMachten > 0) && (
        <Paneel
          titel={t.vertegenwoordiging}
          toevoegen={t.vertegenwoordigingToevoegen}
          onToevoegen={bewerk({ soort: 'vertegenwoordiging' })}
        >
          {voorKlant.nu.length + doorKlant.nu.length === 0 && <p className={css['leeg']}>{t.geenVertegenwoordiging}</p>}
          <ul>
            {voorKlant.nu.map((each) => vertegenwoordigregel(each, each.soortNaam))}
            {doorKlant.nu.map((each) => vertegenwoordigregel(each, t.vertegenwoordigt(each.partij.naam)))}
          </ul>
          {eerdereMachten > 0 && (
            <Historie naam={t.historie(eerdereMachten)}>
              {voorKlant.eerder.map((each) => vertegenwoordigregel(each, each.soortNaam))}
              {doorKlant.eerder.map((each) => vertegenwoordigregel(each, t.vertegenwoordigt(each.partij.naam)))}
            </Historie>
          )}
        </Paneel>
      )}
    </>
  )
}
