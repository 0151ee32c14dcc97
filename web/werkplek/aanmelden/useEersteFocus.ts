import { useEffect, useRef } from 'react'

/** Puts the cursor where work begins; a frame later, because a dialog that opens moves the focus itself. */
export function useEersteFocus(zet: () => void, aan = true): void {
  const latest = useRef(zet)
  useEffect(() => {
    if (!aan) return
    const frame = requestAnimationFrame(() => latest.current())
    return () => cancelAnimationFrame(frame)
  }, [aan])
}
