import { Link } from '@tanstack/react-router'
import { adressoorten } from '#contract/relatiecodes.ts'
import type { Adres, DigitaalAdres, Partij } from '#contract/relaties.ts'
import { datum, telefoonLink } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { paden } from '#kit/paden.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import type { Wat } from '../vensters/wat.ts'
import { verdeel } from './loopt.ts'
import css from './Paneel.module.css'
import { Historie, Paneel, Regel } from './Paneel.tsx'

type Rekening = Partij['rekeningnummers'][number]
type Props = { partij: Partij; open: ((wat: Wat) => void) | undefined }

/** How to reach the klant: numbers, e-mail, addresses, bank accounts, with what was true before. */
export function ContactgegevensPaneel({ partij, open }: Props) {
  const t = useRelatieTeksten()
  const bewerk = (wat: Wat) => open && (() => open(wat))
  const digitaal = verdeel(partij.digitaleAdressen)
  const adressen = verdeel(partij.adressen)
  const rekeningen = verdeel(partij.rekeningnummers)

  const digitaalregel = (each: DigitaalAdres) => (
    <Regel
      key={each.id}
      wijzig={`${t.wijzigen}: ${each.weergave}`}
      onWijzig={bewerk({ soort: 'digitaal', welk: each })}
      zacht={digitaal.eerder.includes(each)}
    >
      <Bereik adres={each} />
      <span className={css['zacht']}>
        {[each.omschrijving, each.einddatum && t.tot(datum(each.einddatum))].filter(Boolean).join(' · ')}
      </span>
      {each.voorkeur && <Icoon naam="ster" maat={12} label={t.voorkeur} />}
    </Regel>
  )
  const adresregel = (each: Adres) => (
    <Regel
      key={each.id}
      wijzig={`${t.wijzigen}: ${each.weergave}`}
      onWijzig={bewerk({ soort: 'adres', welk: each })}
      zacht={adressen.eerder.includes(each)}
    >
      <span>{each.weergave}</span>
      <span className={css['zacht']}>
        {adressoorten[each.soort].naam}
        {each.begindatum && ` ${t.vanaf(datum(each.begindatum))}`}
        {each.einddatum && ` ${t.tot(datum(each.einddatum))}`}
      </span>
      {each.validatie === 'niet_gevalideerd' && adressen.nu.includes(each) && (
        <Link to={paden.adressenControleren}>
          <StatusBadge toon="let-op">{t.validatie.niet_gevalideerd}</StatusBadge>
        </Link>
      )}
    </Regel>
  )
  const rekeningregel = (each: Rekening) => (
    <Regel
      key={each.id}
      wijzig={`${t.wijzigen}: ${each.iban}`}
      onWijzig={bewerk({ soort: 'rekening', welk: each })}
      zacht={rekeningen.eerder.includes(each)}
    >
      <span>{each.iban.replace(/(.{4})(?=.)/g, '$1 ')}</span>
      <span className={css['zacht']}>{each.tenaamstelling}</span>
    </Regel>
  )

  return (
    <>
      <Paneel titel={t.bereikbaar} toevoegen={t.telefoonToevoegen} onToevoegen={bewerk({ soort: 'digitaal' })}>
        {digitaal.nu.length === 0 && <p className={css['leeg']}>{t.geenContact}</p>}
        <ul>{digitaal.nu.map(digitaalregel)}</ul>
        {digitaal.eerder.length > 0 && (
          <Historie naam={t.historie(digitaal.eerder.length)}>{digitaal.eerder.map(digitaalregel)}</Historie>
        )}
      </Paneel>
      <Paneel titel={t.adres} toevoegen={t.adresToevoegen} onToevoegen={bewerk({ soort: 'adres' })}>
        {adressen.nu.length === 0 && <p className={css['leeg']}>{t.geenAdres}</p>}
        <ul>{adressen.nu.map(adresregel)}</ul>
        {adressen.eerder.length > 0 && (
          <Historie naam={t.historie(adressen.eerder.length)}>{adressen.eerder.map(adresregel)}</Historie>
        )}
      </Paneel>
      {(open || rekeningen.nu.length > 0) && (
        <Paneel titel={t.rekeningnummers} toevoegen={t.rekeningToevoegen} onToevoegen={bewerk({ soort: 'rekening' })}>
          {rekeningen.nu.length === 0 && <p className={css['leeg']}>{t.geenRekening}</p>}
          <ul>{rekeningen.nu.map(rekeningregel)}</ul>
          {rekeningen.eerder.length > 0 && (
            <Historie naam={t.historie(rekeningen.eerder.length)}>{rekeningen.eerder.map(rekeningregel)}</Historie>
          )}
        </Paneel>
      )}
    </>
  )
}

function Bereik({ adres }: { adres: DigitaalAdres }) {
  if (adres.soort === 'telefoonnummer') return <a href={telefoonLink(adres.genormaliseerd)}>{adres.weergave}</a>
  if (adres.soort === 'email') return <a href={`mailto:${encodeURIComponent(adres.adres)}`}>{adres.adres}</a>
  return <span>{adres.adres}</span>
}
