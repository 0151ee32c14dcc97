import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type Instelling, instellingen, listInstellingen } from '#contract/beheer/instellingen.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { lees, ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import css from './Instellingen.module.css'
import { InstellingRegel } from './InstellingRegel.tsx'
import { useGroepTeksten } from './instellingTeksten.ts'

/** The choices of the organisatie. The form follows from the registry in the contract. */
export function Instellingen() {
  const t = useBeheerTeksten()
  const groepnamen = useGroepTeksten()
  const client = useQueryClient()
  const gezet = useQuery(lees(listInstellingen))
  useGebeurtenis(['inrichting.gewijzigd'], () => void ververs(client, listInstellingen))
  return (
    <>
      <Paginatitel titel={t.instellingen} onder={t.instelling.uitleg} />
      <Lading query={gezet} regels={8}>
        {({ rijen }) => {
          const groepen = Map.groupBy(rijen, (rij) => (instellingen[rij.sleutel] as Instelling).groep)
          return [...groepen].map(([groep, leden]) => (
            <section key={groep} className={css['groep']}>
              <h2>{groepnamen[groep]}</h2>
              {leden.map((lid) => (
                <InstellingRegel key={lid.sleutel} gezet={lid} />
              ))}
            </section>
          ))
        }}
      </Lading>
    </>
  )
}
