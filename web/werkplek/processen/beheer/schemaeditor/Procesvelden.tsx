import { Checkbox } from '@mantine/core'
import type { Paneelprops } from './Eigenschappen.tsx'
import { tekstVan } from './modeler.ts'
import { useSchemaeditorTeksten } from './schemaeditorTeksten.ts'
import { Keuzeveld, Tekstveld } from './velden.tsx'
import { zet } from './wijzig.ts'

/** Of the process as a whole: what its cases are. */
export function Procesvelden({ schema: { modeler }, element, keuzes }: Paneelprops) {
  const t = useSchemaeditorTeksten()
  const { businessObject } = element
  const veld = (naam: string) => ({
    waarde: tekstVan(businessObject.get(`rondom:${naam}`)),
    onWijzig: (waarde: string) => zet(modeler, element, `rondom:${naam}`, waarde),
  })
  return (
    <>
      <Tekstveld label={t.zaaktype} {...veld('zaaktype')} />
      <Tekstveld label={t.omschrijving} uitleg={t.omschrijvingUitleg} {...veld('omschrijving')} />
      <Keuzeveld label={t.procesteam} opties={keuzes.teams} leeg={t.kies} {...veld('procesteam')} />
      <Tekstveld label={t.servicenorm} uitleg={t.servicenormUitleg} {...veld('servicenorm')} />
      <Tekstveld label={t.vertrouwelijk} uitleg={t.vertrouwelijkUitleg} {...veld('vertrouwelijk')} />
      <Checkbox
        label={t.uitvoerbaar}
        description={t.uitvoerbaarUitleg}
        checked={businessObject.get('isExecutable') === true}
        onChange={({ currentTarget }) => zet(modeler, element, 'isExecutable', currentTarget.checked)}
      />
    </>
  )
}
