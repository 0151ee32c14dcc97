import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listInzichtprocessen } from '#contract/procesinzicht.ts'
import { getal } from '#kit/format.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { lees } from '#kit/queries.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { Cel, Lijst, Naamcel } from '../../beheer/Lijst.tsx'
import { useInzichtTeksten } from './inzichtTeksten.ts'

/** The processes of which there are figures. */
export function Inzicht() {
  const t = useInzichtTeksten()
  const query = useQuery(lees(listInzichtprocessen))
  return (
    <>
      <Paginatitel titel={t.titel} onder={t.onder} />
      <Lading query={query}>
        {({ rijen }) =>
          rijen.length === 0 ? (
            <LegeStaat titel={t.geen} icoon="proces" />
          ) : (
            <Lijst naam={t.processen} kolommen={[{ kop: t.proces }, { kop: t.lopend, rechts: true }]}>
              {rijen.map(({ proces, naam, lopend }) => (
                <tr key={proces}>
                  <Naamcel link={<Link to={paden.procesinzicht(proces)}>{naam}</Link>} />
                  <Cel rechts>{getal(lopend)}</Cel>
                </tr>
              ))}
            </Lijst>
          )
        }
      </Lading>
    </>
  )
}
