import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Partij } from '#contract/relaties.ts'
import { datum } from '#kit/format.ts'
import { paden } from '#kit/paden.ts'
import { BsnPaneel } from '../bsn/BsnPaneel.tsx'
import { beeldQuery } from '../relaties.queries.ts'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import { Samenvoegingen } from '../samenvoegen/Samenvoegingen.tsx'
import { useWijzigen } from '../vensters/useWijzigen.tsx'
import { ContactgegevensPaneel } from './ContactgegevensPaneel.tsx'
import { HuishoudenPaneel } from './HuishoudenPaneel.tsx'
import css from './Paneel.module.css'
import { Paneel, Regel } from './Paneel.tsx'
import { WaarschuwingenPaneel } from './WaarschuwingenPaneel.tsx'

/** Everything that is registered about a klant, with a pencil at every line; what has ended is folded. */
export function KlantGegevens({ partijId }: { partijId: string }) {
  const { data } = useQuery(beeldQuery(partijId))
  return data && <Gegevens partij={data.partij} />
}

function Gegevens({ partij }: { partij: Partij }) {
  const t = useRelatieTeksten()
  const { open, venster } = useWijzigen(partij)
  const { persoon, organisatie } = partij
  const feiten: [naam: string, waarde: string | null | undefined][] = [
    [t.inLijsten, partij.sorteernaam],
    [t.opEnvelop, partij.adresregel],
    [t.inBrief, partij.aanhef],
    [t.naamReden, partij.naamAfwijking?.reden],
    [t.voornaam, persoon?.voornaam],
    [t.geboortedatum, persoon?.geboortedatum && datum(persoon.geboortedatum)],
    [t.overlijdensdatum, persoon?.overlijdensdatum && datum(persoon.overlijdensdatum)],
    [t.kvkNummer, organisatie?.kvkNummer],
    [t.vestigingsnummer, organisatie?.vestigingsnummer],
    [t.rsin, organisatie?.rsin],
    [t.notitie, partij.interneNotitie],
  ]
  return (
    <div className={css['gegevens']}>
      <Samenvoegingen partij={partij} />
      <Paneel titel={t.gegevens}>
        <ul>
          <Regel wijzig={t.gegevensWijzigen} onWijzig={open && (() => open({ soort: 'gegevens' }))}>
            <dl className={css['feiten']}>
              {feiten.map(
                ([naam, waarde]) =>
                  waarde && (
                    <div key={naam}>
                      <dt>{naam}</dt>
                      <dd>{waarde}</dd>
                    </div>
                  ),
              )}
              {partij.werktVoor && (
                <div>
                  <dt>{t.werktVoor}</dt>
                  <dd>
                    <Link to={paden.klant(partij.werktVoor.id)}>{partij.werktVoor.naam}</Link>
                  </dd>
                </div>
              )}
            </dl>
          </Regel>
        </ul>
      </Paneel>
      <WaarschuwingenPaneel partij={partij} open={open} />
      <ContactgegevensPaneel partij={partij} open={open} />
      <HuishoudenPaneel partij={partij} open={open} />
      <BsnPaneel partij={partij} />
      {venster}
    </div>
  )
}
