import type BpmnModeler from 'bpmn-js/lib/Modeler.js'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Vertaal } from '../../schema/vertaal.ts'
import { type Element, maakModeler, schrijf, zelf } from './modeler.ts'
import { inBeeld, leesbaar } from './wijzig.ts'

type Opties = { tekst: string; vertaal: Vertaal; zet: (tekst: string) => void }

export type Schemamodeler = {
  modeler: BpmnModeler
  /** Changes with everything that changes in the drawing: reads of it depend on this. */
  slag: number
  /** The one element that is chosen. */
  gekozen: Element | undefined
}

/** Holds bpmn-js in a `div`: opens the text, follows what others change in it, and hands over every change. */
export function useSchemamodeler({ tekst, vertaal, zet }: Opties) {
  const houder = useRef<HTMLDivElement>(null)
  const [modeler, setModeler] = useState<BpmnModeler>()
  const [open, setOpen] = useState(false)
  const [slag, setSlag] = useState(0)
  const [gekozen, setGekozen] = useState<Element>()
  const [mislukt, setMislukt] = useState(false)
  const laatst = useRef<string>(undefined)
  /** Handed over, and not seen coming back yet. */
  const onderweg = useRef(new Set<string>())
  /** How bpmn-js writes what it was given: the same file with other white space is no change. */
  const begin = useRef<{ gelezen: string; geschreven: string }>(undefined)
  const bezig = useRef(false)

  const geefDoor = useEffectEvent(async (van: BpmnModeler) => {
    if (bezig.current) return
    const geschreven = await schrijf(van)
    const next = geschreven === begin.current?.geschreven ? begin.current.gelezen : geschreven
    if (next === laatst.current) return
    laatst.current = next
    onderweg.current.add(next)
    zet(next)
  })

  useEffect(() => {
    if (!houder.current) return
    const next = maakModeler(houder.current, vertaal)
    next.on('commandStack.changed', ({ trigger }: { trigger?: string }) => {
      setSlag((was) => was + 1)
      if (trigger !== 'clear') void geefDoor(next)
    })
    next.on('selection.changed', ({ newSelection }: { newSelection: Element[] }) => {
      const [enige, ...meer] = newSelection
      setGekozen(enige && meer.length === 0 ? zelf(enige) : undefined)
    })
    const stop = bewaarOokInNaam(houder.current, next)
    setModeler(next)
    return () => {
      stop()
      setModeler(undefined)
      setOpen(false)
      setGekozen(undefined)
      laatst.current = undefined
      next.destroy()
    }
  }, [vertaal])

  useEffect(() => {
    if (!modeler) return
    if (tekst === laatst.current) onderweg.current.clear()
    if (tekst === laatst.current || onderweg.current.has(tekst)) return
    let weg = false
    const lees = async () => {
      bezig.current = true
      try {
        await modeler.importXML(tekst)
        if (weg) return
        const eerste = laatst.current === undefined
        begin.current = { gelezen: tekst, geschreven: await schrijf(modeler) }
        laatst.current = tekst
        onderweg.current.clear()
        if (eerste) toonBegin(modeler)
        setGekozen(undefined)
        setMislukt(false)
        setOpen(true)
        setSlag((was) => was + 1)
      } catch {
        if (!weg) setMislukt(true)
      } finally {
        bezig.current = false
      }
    }
    void lees()
    return () => {
      weg = true
    }
  }, [modeler, tekst])

  const klaar: Schemamodeler | undefined = modeler && open ? { modeler, slag, gekozen } : undefined
  return { houder, klaar, mislukt }
}

/** All of it when that can be read, else where it begins. */
function toonBegin(modeler: BpmnModeler): void {
  const canvas = modeler.get<{ zoom(naar: number | string, midden?: string): number }>('canvas')
  if (canvas.zoom('fit-viewport', 'auto') >= leesbaar) return
  canvas.zoom(0.75)
  const [begin] = modeler
    .get<{ filter(welke: (each: Element) => boolean): Element[] }>('elementRegistry')
    .filter(({ type }) => type === 'bpmn:StartEvent')
  if (begin) inBeeld(modeler, begin)
}

/** While one types a name in the drawing, its field keeps all keys to itself; keeping the draft is for the page. */
function bewaarOokInNaam(houder: HTMLElement, modeler: BpmnModeler): () => void {
  const luister = (event: KeyboardEvent) => {
    const naam = modeler.get<{ isActive(): boolean; complete(): void }>('directEditing')
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || !naam.isActive()) return
    event.preventDefault()
    event.stopPropagation()
    naam.complete()
    const { key, ctrlKey, metaKey } = event
    document.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, metaKey, cancelable: true }))
  }
  houder.addEventListener('keydown', luister, true)
  return () => houder.removeEventListener('keydown', luister, true)
}
