import { Checkbox } from '@mantine/core'
import type { Paneelprops } from './Eigenschappen.tsx'
import { type Moddle, tekstVan } from './modeler.ts'
import { useSchemaeditorTeksten } from './schemaeditorTeksten.ts'
import { Tekstveld } from './velden.tsx'
import { herhalingVan, zetHerhaling, zetInHerhaling } from './wijzig.ts'

/** Once for each item of a list: at the same time, or one after the other. */
export function Herhalingvelden({ schema: { modeler }, element }: Paneelprops) {
  const t = useSchemaeditorTeksten()
  const lus = herhalingVan(element)
  const zet = (naam: string) => (waarde: string | boolean) => zetInHerhaling(modeler, element, naam, waarde)
  return (
    <>
      <Checkbox
        label={t.herhaal}
        checked={lus !== undefined}
        onChange={({ currentTarget }) => zetHerhaling(modeler, element, currentTarget.checked)}
      />
      {lus && (
        <>
          <Tekstveld
            feel
            label={t.verzameling}
            uitleg={t.verzamelingUitleg}
            waarde={tekstVan(lus.get('rondom:verzameling'))}
            onWijzig={zet('rondom:verzameling')}
          />
          <Tekstveld
            label={t.item}
            uitleg={t.itemUitleg}
            waarde={tekstVan(lus.get('rondom:item'))}
            onWijzig={zet('rondom:item')}
          />
          <Checkbox
            label={t.opvolgend}
            checked={lus.get('isSequential') === true}
            onChange={({ currentTarget }) => zet('isSequential')(currentTarget.checked)}
          />
          <Tekstveld
            feel
            label={t.totDat}
            uitleg={t.totDatUitleg}
            waarde={tekstVan((lus.get('completionCondition') as Moddle | undefined)?.get('body'))}
            onWijzig={zet('completionCondition')}
          />
        </>
      )}
    </>
  )
}
