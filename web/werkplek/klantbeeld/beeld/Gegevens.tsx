import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Partij } from '#contract/relaties.ts'
import { datum } from '#kit/format.ts'
import { paden } from '#kit/paden.ts'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import css from './Gegevens.module.css'
import { Kaart, Veld, Velden } from './Kaart.tsx'

/** Everything that is registered about the klant himself; what has ended is there too, and says so. */
export function Gegevens({ partij }: { partij: Partij }) {
  const { gegevens: t } = useKlantbeeldTeksten()
  return (
    <div className={css['gegevens']}>
      <Kaart titel={t.persoon} icoon="persoon">
        <Velden>
          <Veld naam={t.aanhef}>{partij.aanhef}</Veld>
          {partij.organisatie?.kvkNummer && <Veld naam={t.kvk}>{partij.organisatie.kvkNummer}</Veld>}
          {partij.werktVoor && (
            <Veld naam={t.rollen}>
              <Link to={paden.klant(partij.werktVoor.id)}>{partij.werktVoor.naam}</Link>
            </Veld>
          )}
          <Veld naam={t.notitie}>{partij.interneNotitie || t.geen}</Veld>
        </Velden>
      </Kaart>
      <Groep titel={t.bereikbaar} rijen={partij.digitaleAdressen}>
        {(each) => (
          <>
            {each.weergave}
            <Zacht>{[each.omschrijving, each.voorkeur ? t.voorkeur : each.isStandaard && t.standaard]}</Zacht>
          </>
        )}
      </Groep>
      <Groep titel={t.adressen} rijen={partij.adressen}>
        {(each) => each.weergave}
      </Groep>
      <Groep titel={t.rekeningen} rijen={partij.rekeningnummers}>
        {(each) => (
          <>
            {each.iban}
            <Zacht>{[each.tenaamstelling, each.voorkeur && t.voorkeur]}</Zacht>
          </>
        )}
      </Groep>
      <Groep titel={t.rollen} rijen={partij.rollen}>
        {(each) => <Ander partij={each.partij} wat={each.rolNaam} />}
      </Groep>
      <Groep titel={t.vertegenwoordigers} rijen={partij.vertegenwoordigers}>
        {(each) => <Ander partij={each.partij} wat={each.soortNaam} />}
      </Groep>
      <Groep titel={t.vertegenwoordigt} rijen={partij.vertegenwoordigt}>
        {(each) => <Ander partij={each.partij} wat={each.soortNaam} />}
      </Groep>
    </div>
  )
}

type Rij = { id: string; einddatum: string | null }

function Groep<T extends Rij>({
  titel,
  rijen,
  children,
}: {
  titel: string
  rijen: readonly T[]
  children: (rij: T) => ReactNode
}) {
  const { gegevens: t } = useKlantbeeldTeksten()
  if (rijen.length === 0) return null
  return (
    <Kaart titel={titel}>
      <ul className={css['rijen']}>
        {rijen.map((rij) => (
          <li key={rij.id} data-einde={rij.einddatum !== null || undefined}>
            {children(rij)}
            {rij.einddatum && <Zacht>{[t.tot(datum(rij.einddatum))]}</Zacht>}
          </li>
        ))}
      </ul>
    </Kaart>
  )
}

function Ander({ partij, wat }: { partij: { id: string; naam: string }; wat: string }) {
  return (
    <>
      <Link to={paden.klant(partij.id)}>{partij.naam}</Link>
      <Zacht>{[wat.toLowerCase()]}</Zacht>
    </>
  )
}

function Zacht({ children }: { children: (string | false)[] }) {
  const tekst = children.filter(Boolean).join(' · ')
  return tekst ? <span className={css['zacht']}>{tekst}</span> : null
}
