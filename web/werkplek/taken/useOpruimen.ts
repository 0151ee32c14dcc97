import { type RefObject, useEffect, useEffectEvent } from 'react'

const bedenktijd = 5000

/** Clears away what is gone once it was seen: after a few seconds, and only when neither pointer nor focus is there. */
export function useOpruimen(lijst: RefObject<HTMLElement | null>, ietsWeg: boolean, ruimOp: () => void): void {
  const run = useEffectEvent(ruimOp)
  useEffect(() => {
    if (!ietsWeg) return
    const timer = setInterval(() => {
      if (!lijst.current?.matches(':hover, :focus-within')) run()
    }, bedenktijd)
    return () => clearInterval(timer)
  }, [lijst, ietsWeg])
}
