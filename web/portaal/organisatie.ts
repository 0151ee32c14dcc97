import { useQuery } from '@tanstack/react-query'
import { getPortaalorganisatie, type Portaalorganisatie } from '#contract/portaal/organisatie.ts'
import { lees } from '#kit/queries.ts'

const onbekend: Portaalorganisatie = {
  naam: '',
  logo: null,
  welkom: '',
  telefoon: '',
  spoedtelefoon: '',
  openingstijden: '',
  privacyverklaring: '',
  toegankelijkheidsverklaring: '',
}

/** Whose portal this is: name, logo, telephone numbers. It comes with the page. */
export function useOrganisatie(): Portaalorganisatie {
  const { data } = useQuery({ ...lees(getPortaalorganisatie), staleTime: 3_600_000 })
  return data ?? onbekend
}
