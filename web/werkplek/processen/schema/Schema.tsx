import { ActionIcon } from '@mantine/core'
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js'
import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { eerst, passend, type Vlak } from './passend.ts'
import css from './Schema.module.css'
import { useSchemaTeksten } from './schemaTeksten.ts'

type Canvas = {
  zoom(to?: number, center?: 'auto'): number
  scroll(by: { dx: number; dy: number }): void
  addMarker(element: string, marker: string): void
  removeMarker(element: string, marker: string): void
  resized(): void
  viewbox(): { inner: Vlak; outer: { width: number; height: number } }
  viewbox(box: Vlak): void
}
type Overlays = {
  add(element: string, overlay: { position: object; html: HTMLElement }): string
  remove(filter: { type?: string; element?: string }): void
  clear(): void
}
type Register = { get(id: string): Vlak | undefined }

type Props = {
  bpmn: string
  /** How the process is called, for the name of the figure. */
  naam: string
  /** Ids of elements that wait now. */
  nu?: readonly string[]
  gedaan?: readonly string[]
  /** Ids with something wrong. */
  fout?: readonly string[]
  /** How hot an element is, from 1 to 4, with the words that say why. */
  hitte?: readonly Hitte[]
}

export type Hitte = { element: string; graad: number; label: string }

const geen: readonly string[] = []
const koel: readonly Hitte[] = []

/**
 * The diagram, to look at. A picture of what is also said in words beside it: so it is hidden from screen readers, and
 * takes no focus; the buttons around it zoom and move by keyboard.
 */
export function Schema({ bpmn, naam, nu = geen, gedaan = geen, fout = geen, hitte = koel }: Props) {
  const t = useSchemaTeksten()
  const vlak = useRef<HTMLDivElement>(null)
  const [viewer, setViewer] = useState<NavigatedViewer>()
  const [mislukt, setMislukt] = useState(false)
  const eigen = useRef(false)
  const [nuEerst] = nu
  const begin = useRef(nuEerst)
  begin.current = nuEerst

  useEffect(() => {
    const container = vlak.current
    if (!container) return
    let weg = false
    // The wheel scrolls the page, as everywhere else.
    const next = new NavigatedViewer({ container, zoomScroll: { enabled: false }, ...kleuren })
    container.querySelector('svg')?.setAttribute('aria-hidden', 'true')
    container.querySelector('svg')?.removeAttribute('tabindex')
    eigen.current = false
    next.importXML(bpmn).then(
      () => {
        if (weg) return
        setMislukt(false)
        setViewer(next)
        toonBegin(next, begin.current)
      },
      () => !weg && setMislukt(true),
    )
    const followSize = new ResizeObserver(() => {
      if (weg || !next.getDefinitions()) return
      canvasVan(next).resized()
      if (!eigen.current) toonBegin(next, begin.current)
    })
    followSize.observe(container)
    return () => {
      weg = true
      followSize.disconnect()
      setViewer(undefined)
      next.destroy()
    }
  }, [bpmn])

  useEffect(() => {
    if (!viewer) return
    return markeer(viewer, { nu, gedaan, fout, hitte }, t.hier)
  }, [viewer, nu, gedaan, fout, hitte, t])

  // The process went on: who did not look elsewhere, sees where.
  useEffect(() => {
    if (viewer?.getDefinitions() && !eigen.current) toonBegin(viewer, nuEerst)
  }, [viewer, nuEerst])

  const zoom = (factor: number | 'passend') => {
    if (!viewer) return
    eigen.current = true
    const canvas = canvasVan(viewer)
    if (factor === 'passend') toonAlles(canvas)
    else canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)), 'auto')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!viewer || event.ctrlKey || event.metaKey || event.altKey) return
    const stap = pijlen[event.key]
    if (stap) {
      eigen.current = true
      canvasVan(viewer).scroll(stap)
    } else if (event.key === '+' || event.key === '=') zoom(1.25)
    else if (event.key === '-') zoom(0.8)
    else if (event.key === '0') zoom('passend')
    else return
    event.preventDefault()
  }

  if (mislukt) return <p className={css['geen']}>{t.geenTekening}</p>
  return (
    <figure className={css['schema']} aria-label={t.schema(naam)}>
      <div role="toolbar" aria-label={t.bediening} tabIndex={-1} className={css['knoppen']} onKeyDown={onKeyDown}>
        <ActionIcon variant="default" aria-label={t.groter} title={t.groter} onClick={() => zoom(1.25)}>
          <Icoon naam="plus" maat={14} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t.kleiner} title={t.kleiner} onClick={() => zoom(0.8)}>
          <Icoon naam="min" maat={14} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t.passend} title={t.passend} onClick={() => zoom('passend')}>
          <Icoon naam="passend" maat={14} />
        </ActionIcon>
        <span className={css['uitleg']}>{t.toetsen}</span>
      </div>
      <div ref={vlak} className={css['vlak']} />
    </figure>
  )
}

/** In variables of the theme, so that the picture follows light and dark by itself. */
const kleuren = {
  bpmnRenderer: {
    defaultFillColor: 'var(--vlak-1)',
    defaultStrokeColor: 'var(--tekst)',
    defaultLabelColor: 'var(--tekst)',
  },
}
const pijlen: Record<string, { dx: number; dy: number }> = {
  ArrowLeft: { dx: 60, dy: 0 },
  ArrowRight: { dx: -60, dy: 0 },
  ArrowUp: { dx: 0, dy: 60 },
  ArrowDown: { dx: 0, dy: -60 },
}

/** Where it stands, or all of it. */
function toonBegin(viewer: NavigatedViewer, nu: string | undefined): void {
  const canvas = canvasVan(viewer)
  const { inner, outer } = canvas.viewbox()
  const vlak = eerst(inner, outer, nu === undefined ? undefined : viewer.get<Register>('elementRegistry').get(nu))
  if (vlak) canvas.viewbox(vlak)
}

/** All of it, with some air around it. */
function toonAlles(canvas: Canvas): void {
  const { inner, outer } = canvas.viewbox()
  const vlak = passend(inner, outer)
  if (vlak) canvas.viewbox(vlak)
}

const canvasVan = (viewer: NavigatedViewer) => viewer.get<Canvas>('canvas')

/** @returns how to take the marks away */
function markeer(
  viewer: NavigatedViewer,
  welke: { nu: readonly string[]; gedaan: readonly string[]; fout: readonly string[]; hitte: readonly Hitte[] },
  hier: string,
): () => void {
  const canvas = canvasVan(viewer)
  const overlays = viewer.get<Overlays>('overlays')
  const bestaat = (id: string) => viewer.get<Register>('elementRegistry').get(id) !== undefined
  const marks = [
    ...welke.gedaan.filter((id) => !welke.nu.includes(id)).map((id) => [id, 'rondom-gedaan'] as const),
    ...welke.nu.map((id) => [id, 'rondom-nu'] as const),
    ...welke.fout.map((id) => [id, 'rondom-fout'] as const),
    ...welke.hitte.map(({ element, graad }) => [element, `rondom-hitte-${graad}`] as const),
  ].filter(([id]) => bestaat(id))
  for (const [id, marker] of marks) canvas.addMarker(id, marker)
  // Never by colour alone: where it stands now has a thick border and a word.
  const woorden = [
    ...welke.nu.map((id) => [id, hier, 'hier'] as const),
    ...welke.hitte.map(({ element, label }) => [element, label, 'hitte'] as const),
  ]
  for (const [id, woord, soort] of woorden.filter(([element]) => bestaat(element))) {
    const html = document.createElement('span')
    html.className = css[soort] ?? ''
    html.textContent = woord
    html.setAttribute('aria-hidden', 'true')
    overlays.add(id, { position: { top: -22, left: 0 }, html })
  }
  return () => {
    // The viewer itself may be gone already.
    if (!viewer.getDefinitions()) return
    for (const [id, marker] of marks) if (bestaat(id)) canvas.removeMarker(id, marker)
    overlays.clear()
  }
}
