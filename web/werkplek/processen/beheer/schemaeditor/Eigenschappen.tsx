import { Checkbox, Textarea, TextInput } from '@mantine/core'
import type { Vertaal } from '../../schema/vertaal.ts'
import { Actievelden } from './Actievelden.tsx'
import { Gebeurtenisvelden, heeftGebeurtenis } from './Gebeurtenisvelden.tsx'
import { Herhalingvelden } from './Herhalingvelden.tsx'
import { type Element, lijst, type Moddle, tekstVan } from './modeler.ts'
import { Procesvelden } from './Procesvelden.tsx'
import css from './Schemaeditor.module.css'
import { Stapvelden } from './Stapvelden.tsx'
import { useSchemaeditorTeksten } from './schemaeditorTeksten.ts'
import type { Keuzes } from './useKeuzes.ts'
import type { Schemamodeler } from './useSchemamodeler.ts'
import { Tekstveld } from './velden.tsx'
import { isStandaard, voorwaardeVan, zet, zetStandaard, zetToelichting, zetVoorwaarde } from './wijzig.ts'

export type Paneelprops = { schema: Schemamodeler; element: Element; keuzes: Keuzes; vertaal: Vertaal }

/** Everything that Rondom knows of the chosen element, in the words of the house. */
export function Eigenschappen(props: Paneelprops) {
  const t = useSchemaeditorTeksten()
  const { schema, element, vertaal } = props
  const { modeler } = schema
  const { businessObject, type } = element
  return (
    <div className={css['velden']}>
      <p className={css['zacht']}>{vertaal(soortnaam(element))}</p>
      <TextInput
        label={t.naam}
        value={tekstVan(businessObject.name)}
        onChange={({ currentTarget }) => zet(modeler, element, 'name', currentTarget.value)}
      />
      {type === 'bpmn:Process' && <Procesvelden {...props} />}
      {type === 'bpmn:SequenceFlow' && <Stroomvelden {...props} />}
      {/Task$|^bpmn:(CallActivity|StartEvent|EndEvent|Intermediate)/.test(type) && <Stapvelden {...props} />}
      {heeftGebeurtenis(element) && <Gebeurtenisvelden {...props} />}
      {/^bpmn:(Service|Send)Task$/.test(type) && <Actievelden {...props} />}
      {/Task$|^bpmn:(SubProcess|CallActivity)$/.test(type) && <Herhalingvelden {...props} />}
      <Textarea
        label={t.toelichting}
        description={t.toelichtingUitleg}
        autosize
        minRows={2}
        value={lijst(businessObject.get('documentation'))
          .map((deel) => tekstVan(deel['text']))
          .join('\n\n')}
        onChange={({ currentTarget }) => zetToelichting(modeler, element, currentTarget.value)}
      />
    </div>
  )
}

function Stroomvelden({ schema: { modeler }, element }: Paneelprops) {
  const t = useSchemaeditorTeksten()
  const bron = element.businessObject.get('sourceRef') as Moddle | undefined
  if (!/^bpmn:(Exclusive|Inclusive)Gateway$|Task$/.test(bron?.$type ?? '')) return null
  const standaard = isStandaard(element)
  return (
    <>
      <Checkbox
        label={t.standaardpijl}
        description={t.standaardpijlUitleg}
        checked={standaard}
        onChange={({ currentTarget }) => zetStandaard(modeler, element, currentTarget.checked)}
      />
      {!standaard && (
        <Tekstveld
          feel
          label={t.voorwaarde}
          uitleg={t.voorwaardeUitleg}
          waarde={voorwaardeVan(element)}
          onWijzig={(waarde) => zetVoorwaarde(modeler, element, waarde)}
        />
      )}
    </>
  )
}

/** What bpmn-js calls it, so that it has one translation. */
export function soortnaam({ type, businessObject }: Element): string {
  const definitie = lijst(businessObject.get('eventDefinitions'))[0]?.$type.replace(/^bpmn:|EventDefinition$/g, '')
  return [definitie ?? '', type.replace(/^bpmn:/, '')].filter(Boolean).join(' ')
}
