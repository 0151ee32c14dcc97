import { Checkbox, NativeSelect } from '@mantine/core'
import type { Paneelprops } from './Eigenschappen.tsx'
import type { Element } from './modeler.ts'
import { useSchemaeditorTeksten } from './schemaeditorTeksten.ts'
import { Naamveld, Tekstveld } from './velden.tsx'
import {
  gebeurtenisVan,
  type Tijdsoort,
  tijdsoorten,
  tijdVan,
  verwijzingVan,
  zet,
  zetTijd,
  zetVerwijzing,
} from './wijzig.ts'

export const heeftGebeurtenis = (element: Element) =>
  gebeurtenisVan(element) !== undefined || verwijzingVan(element) !== undefined

/** What it waits for, or tells: a time, or a message, signal, error or escalation by name. */
export function Gebeurtenisvelden({ schema: { modeler }, element }: Paneelprops) {
  const t = useSchemaeditorTeksten()
  const { type, businessObject } = element
  const definitie = gebeurtenisVan(element)
  const verwijzing = verwijzingVan(element)
  const tijd = definitie?.$type === 'bpmn:TimerEventDefinition' ? tijdVan(definitie) : undefined
  const onderbreekt = { 'bpmn:BoundaryEvent': 'cancelActivity', 'bpmn:StartEvent': 'isInterrupting' }[type]
  const inGebeurtenis = type === 'bpmn:BoundaryEvent' || element.parent?.businessObject.get('triggeredByEvent') === true
  return (
    <>
      {tijd && (
        <>
          <NativeSelect
            label={t.tijdsoort}
            value={tijd.soort}
            data={tijdsoorten.map((value) => ({ value, label: t.tijdsoorten[value] }))}
            onChange={({ currentTarget }) => zetTijd(modeler, element, currentTarget.value as Tijdsoort, tijd.waarde)}
          />
          <Tekstveld
            label={t.tijd}
            uitleg={t.tijdUitleg[tijd.soort]}
            waarde={tijd.waarde}
            onWijzig={(waarde) => zetTijd(modeler, element, tijd.soort, waarde)}
          />
        </>
      )}
      {verwijzing && (
        <Naamveld
          label={t.verwijzing[verwijzing.soort as keyof typeof t.verwijzing]}
          uitleg={t.verwijzingUitleg}
          waarde={verwijzing.naam}
          namen={verwijzing.namen(modeler)}
          onWijzig={(naam) => zetVerwijzing(modeler, element, naam)}
        />
      )}
      {onderbreekt && inGebeurtenis && (
        <Checkbox
          label={t.onderbreekt}
          description={t.onderbreektUitleg}
          checked={businessObject.get(onderbreekt) !== false}
          onChange={({ currentTarget }) => zet(modeler, element, onderbreekt, currentTarget.checked)}
        />
      )}
    </>
  )
}
