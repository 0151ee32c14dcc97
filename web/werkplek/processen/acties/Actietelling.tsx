import { useQuery, useQueryClient } from '@tanstack/react-query'
import { listActies } from '#contract/processen.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { lees, ververs } from '#kit/queries.ts'
import css from '../../shell/Navigatie.module.css'
import { useActieTeksten } from './actieTeksten.ts'

const hoogstens = 100

/** How many actions wait for somebody, beside the link to them. */
export function Actietelling() {
  const t = useActieTeksten()
  const client = useQueryClient()
  const { data } = useQuery({ ...lees(listActies, { query: { aantal: hoogstens } }), staleTime: 60_000 })
  useGebeurtenis(['proces.acties-gewijzigd'], () => void ververs(client, listActies))
  const aantal = data?.rijen.length ?? 0
  if (aantal === 0) return null
  const tekst = data?.volgende ? `${hoogstens}+` : String(aantal)
  return (
    <span className={css['aantal']} title={t.aantal(tekst)}>
      <span aria-hidden="true">{tekst}</span>
      <span className="alleen-voorlezen">, {t.aantal(tekst)}</span>
    </span>
  )
}
