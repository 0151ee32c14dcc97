import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { getBericht } from '#contract/berichten.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import css from './Berichten.module.css'
import { Berichtkaart } from './Berichtkaart.tsx'
import { berichtQuery } from './berichten.queries.ts'
import { useBerichtTeksten } from './berichtTeksten.ts'

const route = getRouteApi('/berichten/$berichtId')

/** One message on its own: for links from the tijdlijn. */
export function BerichtPagina() {
  const t = useBerichtTeksten()
  const { berichtId } = route.useParams()
  const client = useQueryClient()
  const query = useQuery(berichtQuery(berichtId))
  useGebeurtenis(['bericht.*'], ({ gegevens }) => {
    if (gegevens['berichtId'] === berichtId) void ververs(client, getBericht)
  })
  return (
    <Lading query={query} pagina>
      {(bericht) => (
        <>
          <Paginatitel titel={bericht.onderwerp || t.bericht} />
          <div className={css['lijst']}>
            <Berichtkaart bericht={bericht} metZaak open />
          </div>
        </>
      )}
    </Lading>
  )
}
