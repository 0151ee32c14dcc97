import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Aanwezige } from '#contract/aanwezigheid.ts'
import type { Klantbeeld } from '#contract/klantbeeld.ts'
import { Aanwezigen } from '#kit/Aanwezigen.tsx'
import { dagVan, datum, leeftijd } from '#kit/format.ts'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import { Bereikbaar } from './Bereikbaar.tsx'
import css from './Kop.module.css'

type Props = {
  beeld: Klantbeeld
  aanwezig: readonly Aanwezige[]
  acties: ReactNode
  onHuishouden: () => void
}

const icons: Record<Klantbeeld['partij']['soort'], IcoonNaam> = {
  persoon: 'persoon',
  contactpersoon: 'persoon',
  organisatie: 'organisatie',
  huishouden: 'mensen',
}

/** Who this is, how to reach him, and what one must know before saying a word. */
export function Kop({ beeld, aanwezig, acties, onHuishouden }: Props) {
  const { kop: t, huishouden: th } = useKlantbeeldTeksten()
  const { partij } = beeld
  const geboren = partij.persoon?.geboortedatum
  const roepnaam = partij.persoon?.voornaam
  const [huishouden] = partij.soort === 'huishouden' ? [] : beeld.huishoudens
  return (
    <section className={css['kop']}>
      {partij.samengevoegdIn && (
        <p className={css['samengevoegd']}>
          <Icoon naam="info" /> {t.samengevoegd(partij.samengevoegdIn.naam)}{' '}
          <Link to={paden.klant(partij.samengevoegdIn.id)}>{t.openAnder}</Link>
        </p>
      )}
      <Paginatitel
        titel={partij.naam}
        onder={
          <ul className={css['wie']}>
            <li>
              <Icoon naam={icons[partij.soort]} maat={14} /> {t.soorten[partij.soort]}
              {roepnaam && ` · ${roepnaam}`}
            </li>
            <li>{t.klantnummer(partij.nummer)}</li>
            {geboren && (
              <li>
                <span className="alleen-voorlezen">{t.geborenLabel} </span>
                {t.geboren(datum(geboren), leeftijd(geboren))}
              </li>
            )}
            {huishouden && (
              <li>
                <button type="button" className={css['huishouden']} onClick={onHuishouden}>
                  {huishouden.rolNaam?.toLowerCase()} · {th.leden(huishouden.leden.length)}
                </button>
              </li>
            )}
            <li className={css['badges']}>
              {partij.persoon?.overlijdensdatum && (
                <StatusBadge toon="fout">{t.overleden(datum(partij.persoon.overlijdensdatum))}</StatusBadge>
              )}
              {partij.geheimhouding && (
                <StatusBadge toon="let-op" icoon="slot">
                  {t.geheim}
                </StatusBadge>
              )}
              {!partij.actief && !partij.samengevoegdIn && <StatusBadge>{t.inactief}</StatusBadge>}
              {partij.voorkeurstaal !== 'nld' && (
                <StatusBadge toon="info" icoon="taal">
                  {t.taal(taalnaam(partij.voorkeurstaal))}
                </StatusBadge>
              )}
            </li>
          </ul>
        }
      >
        <Aanwezigen aanwezig={aanwezig} />
        {acties}
      </Paginatitel>
      <Bereikbaar partij={partij} onbestelbaar={beeld.onbestelbaar} />
      <Waarschuwingen beeld={beeld} />
    </section>
  )
}

function Waarschuwingen({ beeld: { partij } }: { beeld: Klantbeeld }) {
  const { kop: t } = useKlantbeeldTeksten()
  const vandaag = dagVan(new Date())
  const geldig = partij.signaleringen.filter(({ einddatum }) => einddatum === null || einddatum >= vandaag)
  const namens = partij.vertegenwoordigers.filter(({ einddatum }) => einddatum === null || einddatum >= vandaag)
  if (geldig.length === 0 && namens.length === 0) return null
  return (
    <ul className={css['waarschuwingen']}>
      {geldig.map(({ id, soortNaam, detailNaam, omschrijving }) => (
        <li key={id} data-toon="let-op">
          <Icoon naam="let_op" label={t.waarschuwing} />
          <strong>{[soortNaam, detailNaam].filter(Boolean).join(', ')}</strong>
          {omschrijving}
        </li>
      ))}
      {namens.map(({ id, partij: ander, soortNaam }) => (
        <li key={id} data-toon="info">
          <Icoon naam="info" />
          <Link to={paden.klant(ander.id)}>{t.vertegenwoordigd(ander.naam, soortNaam.toLowerCase())}</Link>
        </li>
      ))}
    </ul>
  )
}

/** ISO 639-2: "eng" → "Engels". */
function taalnaam(code: string): string {
  try {
    return new Intl.DisplayNames(document.documentElement.lang || 'nl', { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
