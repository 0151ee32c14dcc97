import { useQuery } from '@tanstack/react-query'
import { getIk } from '#contract/portaal/ik.ts'
import { lees } from '#kit/queries.ts'
import { useDossier } from '../namens.ts'
import { Lading } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { useOrganisatie } from '../organisatie.ts'
import { useThuisTeksten } from './thuisTeksten.ts'

/** What must I do, what is going on, what do I want to arrange. */
export function ThuisPagina() {
  const t = useThuisTeksten()
  const { welkom } = useOrganisatie()
  const ik = useQuery(lees(getIk))
  const dossier = useDossier()
  return (
    <Pagina titel={t.titel} onder={dossier?.adres} breed>
      <Lading query={ik}>{({ naam }) => <Paragraph>{welkom || t.welkom(naam)}</Paragraph>}</Lading>
    </Pagina>
  )
}
