import type DmnModeler from 'dmn-js/lib/Modeler.js'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Vertaal } from '../../schema/vertaal.ts'
import { maakModeler, schrijf, type Weergave } from './modeler.ts'

type Opties = {
  /** The text of regels.dmn as the draft has it. */
  tekst: string
  /** Id of the decision to show. */
  beslissing: string
  vertaal: Vertaal
  zet: (tekst: string) => void
}

/** The id of the cell where one is, of which rule and column. */
export type Plaats = { cel: string; rij: string; kolom: string }

export type Tabelmodeler = {
  modeler: DmnModeler
  weergave: Weergave
  /** Changes with everything that changes in the table: reads of it depend on this. */
  slag: number
  plaats: Plaats | undefined
}

/** Holds dmn-js in a `div`: opens the text, follows what others change in it, and hands over every change. */
export function useTabelmodeler({ tekst, beslissing, vertaal, zet }: Opties) {
  const houder = useRef<HTMLDivElement>(null)
  const [modeler, setModeler] = useState<DmnModeler>()
  const [geopend, setGeopend] = useState<{ tekst: string; beslissing: string; weergave: Weergave }>()
  const [slag, setSlag] = useState(0)
  const [plaats, setPlaats] = useState<Plaats>()
  const [mislukt, setMislukt] = useState(false)
  const laatst = useRef<string>(undefined)
  /** Handed over, and not seen coming back yet. */
  const onderweg = useRef(new Set<string>())
  /** How dmn-js writes what it was given: the same file with other white space is no change. */
  const begin = useRef<{ gelezen: string; geschreven: string }>(undefined)
  const bezig = useRef(false)

  const geefDoor = useEffectEvent(async (van: DmnModeler) => {
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
    next.on('viewer.created', ({ viewer }: { viewer: Weergave }) => {
      viewer.on('commandStack.changed', ({ trigger }: { trigger?: string }) => {
        setSlag((was) => was + 1)
        if (trigger !== 'clear') void geefDoor(next)
      })
      viewer.on('selection.changed', ({ selection }: { selection?: Cel }) =>
        setPlaats(
          selection?.row && selection.col
            ? { cel: selection.id, rij: selection.row.id, kolom: selection.col.id }
            : undefined,
        ),
      )
    })
    setModeler(next)
    return () => {
      setModeler(undefined)
      setGeopend(undefined)
      laatst.current = undefined
      next.destroy()
    }
  }, [vertaal])

  useEffect(() => {
    if (!modeler) return
    if (tekst === laatst.current) onderweg.current.clear()
    const bekend = tekst === laatst.current || onderweg.current.has(tekst)
    if (bekend && geopend?.beslissing === beslissing) return
    let weg = false
    const open = async () => {
      bezig.current = true
      try {
        if (!bekend) {
          await modeler.importXML(tekst, { open: false })
          if (weg) return
          begin.current = { gelezen: tekst, geschreven: await schrijf(modeler) }
          laatst.current = tekst
          onderweg.current.clear()
        }
        const kijk = modeler.getViews().find(({ id }) => id === beslissing)
        if (!kijk || weg) return
        await modeler.open(kijk)
        const weergave = modeler.getActiveViewer()
        if (weg || !weergave) return
        setPlaats(undefined)
        setMislukt(false)
        setGeopend({ tekst, beslissing, weergave })
        setSlag((was) => was + 1)
      } catch {
        if (!weg) setMislukt(true)
      } finally {
        bezig.current = false
      }
    }
    void open()
    return () => {
      weg = true
    }
  }, [modeler, tekst, beslissing, geopend?.beslissing])

  const klaar: Tabelmodeler | undefined =
    modeler && geopend?.beslissing === beslissing ? { modeler, weergave: geopend.weergave, slag, plaats } : undefined
  return { houder, klaar, mislukt }
}

type Cel = { id: string; row?: { id: string }; col?: { id: string } }
