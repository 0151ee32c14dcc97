import { Link } from '@tanstack/react-router'
import type { BeeldHuishouden, Klantbeeld } from '#contract/klantbeeld.ts'
import { datum, leeftijd, telefoonLink } from '#kit/format.ts'
import { paden } from '#kit/paden.ts'
import { LegeStaat } from '#kit/Staten.tsx'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import css from './Huishouden.module.css'
import { Kaart } from './Kaart.tsx'

/** Who lives together with the klant: what they are, how old, and how to call them. */
export function Huishouden({ beeld, kort = false }: { beeld: Klantbeeld; kort?: boolean }) {
  const { huishouden: t, bladen } = useKlantbeeldTeksten()
  if (beeld.huishoudens.length === 0) return kort ? null : <LegeStaat titel={t.geen} icoon="mensen" />
  return beeld.huishoudens.map((huishouden) => (
    <Kaart key={huishouden.partij.id} titel={kort ? bladen.huishouden : huishouden.partij.naam} icoon="mensen">
      <ul className={css['leden']} data-kort={kort || undefined}>
        {huishouden.leden.map((lid) => (
          <Lid key={lid.partij.id + lid.rol} lid={lid} zelf={lid.partij.id === beeld.partij.id} kort={kort} />
        ))}
      </ul>
      {huishouden.partij.id !== beeld.partij.id && (
        <Link to={paden.klant(huishouden.partij.id)} className={css['geheel']}>
          {huishouden.partij.naam}
        </Link>
      )}
    </Kaart>
  ))
}

function Lid({ lid, zelf, kort }: { lid: BeeldHuishouden['leden'][number]; zelf: boolean; kort: boolean }) {
  const { huishouden: t } = useKlantbeeldTeksten()
  return (
    <li>
      <span className={css['naam']}>
        {zelf ? <strong>{lid.partij.naam}</strong> : <Link to={paden.klant(lid.partij.id)}>{lid.partij.naam}</Link>}
        {zelf && <span className={css['zacht']}> ({t.dezeKlant})</span>}
      </span>
      <span className={css['zacht']}>
        {lid.inwonendKind ? t.kind : lid.rolNaam.toLowerCase()}
        {lid.geboortedatum && ` · ${kort ? t.jaar(leeftijd(lid.geboortedatum)) : datum(lid.geboortedatum)}`}
      </span>
      {lid.telefoon && !zelf && <a href={telefoonLink(lid.telefoon)}>{lid.telefoon}</a>}
    </li>
  )
}
