import { Button } from '@mantine/core'
import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import type { Bevinding, ProcesVersie } from '#contract/procesbeheer.ts'
import { Bladen } from '#kit/Bladen.tsx'
import { taalkeuze } from '#kit/teksten.ts'
import { useBron } from '#kit/useBron.ts'
import { maakVertaal } from '../../schema/vertaal.ts'
import { useConcept } from '../concept.ts'
import { Vindplaatsen } from '../Vindplaatsen.tsx'
import { Eigenschappen } from './Eigenschappen.tsx'
import { merkBevindingen } from './merkBevindingen.ts'
import type { Element } from './modeler.ts'
import { Onderdelen } from './Onderdelen.tsx'
import css from './Schemaeditor.module.css'
import { useSchemaeditorTeksten } from './schemaeditorTeksten.ts'
import { useKeuzes } from './useKeuzes.ts'
import { type Schemamodeler, useSchemamodeler } from './useSchemamodeler.ts'
import { bpmnNl } from './vertaling.nl.ts'
import { kies } from './wijzig.ts'

const route = getRouteApi('/beheer/processen/$proces')
const geen: readonly Bevinding[] = []
type Blad = 'eigenschappen' | 'plekken'

/** The drawing of a draft, to change: bpmn-js for the canvas, and a panel of our own that knows the house. */
export function Schemaeditor({ versie, naam }: { versie: ProcesVersie; naam: string }) {
  const t = useSchemaeditorTeksten()
  const taal = useBron(taalkeuze)
  const vertaal = useMemo(() => maakVertaal(taal === 'nl' ? bpmnNl : {}), [taal])
  const concept = useConcept()
  const [blad, setBlad] = useState<Blad>('eigenschappen')
  const keuzes = useKeuzes(versie)
  const { houder, klaar, mislukt } = useSchemamodeler({
    tekst: versie.bestanden['proces.bpmn'] ?? '',
    vertaal,
    zet: (tekst) => concept.zet('proces.bpmn', tekst),
  })
  const { bevindingen } = versie
  const hier = useMemo(() => bevindingen.filter(({ bestand }) => bestand === 'proces.bpmn'), [bevindingen])
  const oud = concept.paden.includes('proces.bpmn')
  const modeler = klaar?.modeler
  useEffect(
    () => (modeler ? merkBevindingen(modeler, oud ? geen : hier, t.hierIets) : undefined),
    [modeler, hier, oud, t],
  )
  const { stuk } = route.useSearch()
  useEffect(() => {
    // The address may name an element: of what was found at it.
    if (modeler && stuk) kies(modeler, stuk)
  }, [modeler, stuk])
  const element = klaar && (klaar.gekozen ?? wortelVan(klaar))

  return (
    <div className={css['editor']}>
      <section className={css['tekening']} aria-label={t.tekening(naam)}>
        {mislukt && <p className={css['fout']}>{t.mislukt}</p>}
        {klaar && <Gereedschap schema={klaar} />}
        <div ref={houder} className={css['vlak']} data-klaar={klaar ? '' : undefined} />
        <p className={css['zacht']}>{t.toetsen}</p>
      </section>
      {klaar && element && (
        <section className={css['paneel']} aria-label={t.paneel}>
          <Bladen
            naam={t.paneel}
            keuze={blad}
            onKies={setBlad}
            bladen={[
              { blad: 'eigenschappen', naam: t.eigenschappen },
              { blad: 'plekken', naam: t.controle, aantal: hier.length },
            ]}
          >
            {blad === 'eigenschappen' && (
              <>
                <Onderdelen schema={klaar} element={element} vertaal={vertaal} />
                <Eigenschappen key={element.id} schema={klaar} element={element} keuzes={keuzes} vertaal={vertaal} />
              </>
            )}
            {blad === 'plekken' && (
              <div className={css['velden']}>
                {oud && <p className={css['zacht']}>{t.oud}</p>}
                {hier.length === 0 && !oud && <p>{t.geenPlekken}</p>}
                <Vindplaatsen
                  bevindingen={hier}
                  onGa={({ plek }) => {
                    if (kies(klaar.modeler, plek)) setBlad('eigenschappen')
                  }}
                />
              </div>
            )}
          </Bladen>
        </section>
      )}
    </div>
  )
}

function Gereedschap({ schema: { modeler } }: { schema: Schemamodeler }) {
  const t = useSchemaeditorTeksten()
  const stapel = modeler.get<{ undo(): void; redo(): void; canUndo(): boolean; canRedo(): boolean }>('commandStack')
  const canvas = modeler.get<{ zoom(hoe?: number | string, midden?: string): number }>('canvas')
  const knop = (tekst: string, kan: boolean, doe: () => void) => (
    <Button size="compact-sm" variant="default" disabled={!kan} onClick={doe}>
      {tekst}
    </Button>
  )
  return (
    <div role="toolbar" aria-label={t.gereedschap} className={css['gereedschap']}>
      {knop(t.terug, stapel.canUndo(), () => stapel.undo())}
      {knop(t.vooruit, stapel.canRedo(), () => stapel.redo())}
      {knop(t.groter, true, () => canvas.zoom(Math.min(4, canvas.zoom() * 1.25), 'auto'))}
      {knop(t.kleiner, true, () => canvas.zoom(Math.max(0.2, canvas.zoom() * 0.8), 'auto'))}
      {knop(t.passend, true, () => canvas.zoom('fit-viewport', 'auto'))}
    </div>
  )
}

/** The process itself: what one sees the properties of when nothing is chosen. */
function wortelVan({ modeler }: Schemamodeler): Element | undefined {
  return modeler.get<{ getRootElement(): Element | undefined }>('canvas').getRootElement()
}
