import { useEffect, useRef, useState } from 'react'

/** The width of an element in pixels: a chart drawn in real pixels keeps its letters readable at any width. */
export function useBreedte(): [React.RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null)
  const [breedte, setBreedte] = useState(600)
  useEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([entry]) => entry && setBreedte(Math.floor(entry.contentRect.width)))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, breedte]
}
