import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Vertaal } from '../../schema/vertaal.ts'
import { soortnaam } from './Eigenschappen.tsx'
import { type Element, tekstVan } from './modeler.ts'
import css from './Schemaeditor.module.css'
import { useSchemaeditorTeksten } from './schemaeditorTeksten.ts'
import { vervolgsoorten } from './soorten.ts'
import type { Schemamodeler } from './useSchemamodeler.ts'
import { kies, verbind, verwijder, vind, voegErachter } from './wijzig.ts'

type Props = { schema: Schemamodeler; element: Element; vertaal: Vertaal }

/** The drawing as a list, and what one does with an element by mouse otherwise: so that the keyboard can draw too. */
export function Onderdelen({ schema, element, vertaal }: Props) {
  const t = useSchemaeditorTeksten()
  const { modeler } = schema
  const [vervolg, setVervolg] = useState('0')
  const [doel, setDoel] = useState('')
  const alle = elementen(schema)
  const namen = alle.map((each) => ({ value: each.id, label: `${naamVan(each)} · ${vertaal(soortnaam(each))}` }))
  const doelen = alle.filter(
    ({ type, id }) => !/SequenceFlow|Process$|StartEvent|BoundaryEvent/.test(type) && id !== element.id,
  )
  const kanVerder = /Task$|Gateway$|CallActivity|SubProcess$|(Start|Intermediate\w+|Boundary)Event$/.test(element.type)
  return (
    <div className={css['velden']}>
      <NativeSelect
        label={t.onderdeel}
        value={element.type === 'bpmn:Process' ? '' : element.id}
        data={[{ value: '', label: t.heelProces }, ...namen]}
        onChange={({ currentTarget }) => {
          if (currentTarget.value) kies(modeler, currentTarget.value)
          else modeler.get<{ select(niets: null): void }>('selection').select(null)
        }}
      />
      {kanVerder && (
        <div className={css['rij']}>
          <NativeSelect
            label={t.erachter}
            value={vervolg}
            data={vervolgsoorten.map(({ naam }, plek) => ({ value: String(plek), label: vertaal(naam) }))}
            onChange={({ currentTarget }) => setVervolg(currentTarget.value)}
          />
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              const wat = vervolgsoorten[Number(vervolg)]
              if (wat) voegErachter(modeler, element, wat)
            }}
          >
            {t.toevoegen}
          </Button>
        </div>
      )}
      {kanVerder && (
        <div className={css['rij']}>
          <NativeSelect
            label={t.verbindMet}
            value={doel}
            data={[{ value: '', label: t.kies }, ...doelen.map((each) => ({ value: each.id, label: naamVan(each) }))]}
            onChange={({ currentTarget }) => setDoel(currentTarget.value)}
          />
          <Button
            size="compact-sm"
            variant="default"
            disabled={!doel}
            onClick={() => {
              const naar = vind(modeler, doel)
              if (naar) verbind(modeler, element, naar)
              setDoel('')
            }}
          >
            {t.verbinden}
          </Button>
        </div>
      )}
      {element.type !== 'bpmn:Process' && (
        <Button size="compact-sm" variant="default" className={css['knop']} onClick={() => verwijder(modeler, element)}>
          {t.verwijderen}
        </Button>
      )}
    </div>
  )
}

/** Everything that is drawn, arrows last; not the sheets that it is drawn on. */
function elementen({ modeler }: Schemamodeler): Element[] {
  return modeler
    .get<{ getAll(): Element[] }>('elementRegistry')
    .getAll()
    .filter(({ type, labelTarget, id }) => type !== 'bpmn:Process' && !labelTarget && !id.endsWith('_plane'))
    .toSorted((a, b) => Number(a.type === 'bpmn:SequenceFlow') - Number(b.type === 'bpmn:SequenceFlow'))
}

function naamVan({ businessObject, id, type }: Element): string {
  const naam = tekstVan(businessObject.name)
  if (naam || type !== 'bpmn:SequenceFlow') return naam || id
  const kant = (welke: string) => {
    const ander = businessObject.get(welke) as Element['businessObject'] | undefined
    return tekstVan(ander?.name) || (ander?.id ?? '')
  }
  return `${kant('sourceRef')} → ${kant('targetRef')}`
}
