import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { TijdlijnItem } from '#contract/klantbeeld.ts'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import { Item } from './Item.tsx'
import css from './Tijdlijn.module.css'

type Props = {
  rijen: readonly TijdlijnItem[]
  /** Searched words, to mark. */
  woorden: readonly string[]
  compleet: boolean
  laadt: boolean
  onMeer: () => void
  onBovenaan: (bovenaan: boolean) => void
}

/** Only what is in view is drawn. On a narrow screen the window scrolls, else the content area of the shell does. */
export function Feed(props: Props) {
  const smal = useSmal()
  return smal ? <InVenster {...props} /> : <InVlak {...props} />
}

const geschat = 84
const overscan = 6

function InVlak(props: Props) {
  const lijst = useRef<HTMLDivElement>(null)
  const marge = useAfstandBoven(lijst, () => document.getElementById('inhoud'))
  const virtueel = useVirtualizer({
    count: props.rijen.length,
    getScrollElement: () => document.getElementById('inhoud'),
    estimateSize: () => geschat,
    getItemKey: (i) => props.rijen[i]?.id ?? i,
    scrollMargin: marge,
    overscan,
  })
  return <Lijst {...props} lijst={lijst} virtueel={virtueel} marge={marge} />
}

function InVenster(props: Props) {
  const lijst = useRef<HTMLDivElement>(null)
  const marge = useAfstandBoven(lijst, () => document.documentElement)
  const virtueel = useWindowVirtualizer({
    count: props.rijen.length,
    estimateSize: () => geschat,
    getItemKey: (i) => props.rijen[i]?.id ?? i,
    scrollMargin: marge,
    overscan,
  })
  return <Lijst {...props} lijst={lijst} virtueel={virtueel} marge={marge} />
}

type LijstProps<V> = Props & { lijst: React.RefObject<HTMLDivElement | null>; virtueel: V; marge: number }

/** `role=feed` (ARIA 1.2): articles with their place, roving focus, arrows and j/k. */
function Lijst<S extends Element | Window>({
  rijen,
  woorden,
  compleet,
  laadt,
  onMeer,
  onBovenaan,
  lijst,
  virtueel,
  marge,
}: LijstProps<Virtualizer<S, Element>>) {
  const { tijdlijn: t } = useKlantbeeldTeksten()
  const [actief, setActief] = useState<string>()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const wilFocus = useRef(false)
  const zichtbaar = virtueel.getVirtualItems()
  const laatste = zichtbaar.at(-1)?.index ?? 0
  const plek = Math.max(
    0,
    rijen.findIndex(({ id }) => id === actief),
  )

  useEffect(() => {
    if (!compleet && !laadt && laatste >= rijen.length - 8) onMeer()
  }, [compleet, laadt, laatste, rijen.length, onMeer])
  const bovenaan = (virtueel.scrollOffset ?? 0) <= marge + 40
  useEffect(() => onBovenaan(bovenaan), [bovenaan, onBovenaan])
  useLayoutEffect(() => {
    if (!wilFocus.current) return
    const article = lijst.current?.querySelector<HTMLElement>(`[data-item="${actief}"]`)
    if (!article) return
    wilFocus.current = false
    article.focus({ preventScroll: true })
  })

  function naar(index: number) {
    const doel = rijen[Math.min(rijen.length - 1, Math.max(0, index))]
    if (!doel) return
    wilFocus.current = true
    setActief(doel.id)
    virtueel.scrollToIndex(rijen.indexOf(doel), { align: 'auto' })
  }
  const wissel = (id: string) =>
    setOpen((vorige) => {
      const volgende = new Set(vorige)
      if (!volgende.delete(id)) volgende.add(id)
      return volgende
    })

  function toets(event: KeyboardEvent<HTMLDivElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const opItem = event.target instanceof HTMLElement && event.target.dataset['item'] !== undefined
    const stap = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 6, PageUp: -6 }[event.key]
    const einde = { Home: 0, End: rijen.length - 1 }[event.key]
    if (stap !== undefined) naar(plek + stap)
    else if (einde !== undefined) naar(einde)
    else if (event.key === 'Enter' && opItem && actief) wissel(actief)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div
        ref={lijst}
        role="feed"
        aria-busy={laadt}
        aria-label={t.kop}
        aria-describedby="tijdlijn-toetsen"
        className={css['feed']}
        style={{ height: virtueel.getTotalSize() }}
        onKeyDown={toets}
      >
        {zichtbaar.map(({ index, start }) => {
          const rij = rijen[index]
          if (!rij) return null
          return (
            <div
              key={rij.id}
              ref={virtueel.measureElement}
              data-index={index}
              className={css['plaats']}
              style={{ transform: `translateY(${start - marge}px)` }}
            >
              <Item
                item={rij}
                vorige={rijen[index - 1]}
                plaats={index + 1}
                totaal={compleet ? rijen.length : -1}
                actief={index === plek}
                open={open.has(rij.id)}
                woorden={woorden}
                onActief={() => setActief(rij.id)}
                onWissel={() => wissel(rij.id)}
              />
            </div>
          )
        })}
      </div>
      <p id="tijdlijn-toetsen" className={css['voet']}>
        {laadt ? t.meer : compleet ? t.einde : ''} <span className={css['toetsen']}>{t.toetsen}</span>
      </p>
    </>
  )
}

/** How far the list is from the top of what scrolls: everything above it may grow and shrink. */
function useAfstandBoven(lijst: React.RefObject<HTMLElement | null>, vlak: () => HTMLElement | null): number {
  const [afstand, setAfstand] = useState(0)
  // Measured after every drawing; it only sets what changed.
  useLayoutEffect(() => {
    const scrolt = vlak()
    if (!lijst.current || !scrolt) return
    const boven = scrolt === document.documentElement ? 0 : scrolt.getBoundingClientRect().top
    const next = Math.round(lijst.current.getBoundingClientRect().top - boven + scrolt.scrollTop)
    if (Math.abs(next - afstand) > 1) setAfstand(next)
  })
  return afstand
}

const mediaSmal = '(max-width: 900px)'

function useSmal(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const media = matchMedia(mediaSmal)
      media.addEventListener('change', onChange)
      return () => media.removeEventListener('change', onChange)
    },
    () => matchMedia(mediaSmal).matches,
  )
}
