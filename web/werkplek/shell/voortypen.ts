import { useEffect } from 'react'

let getypt = ''
let enter = false

/**
 * Keeps what is typed between Ctrl K and the moment that the search field can have it: somebody with a caller on the
 * line does not wait for a file to be fetched, and a name of which the first letters are lost finds somebody else.
 */
export function useVoortypen(actief: boolean): void {
  useEffect(() => {
    if (!actief) return
    neemGetypt()
    const hear = (event: KeyboardEvent) => {
      if (document.activeElement?.closest('dialog[open]') || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Enter') enter = true
      else if (event.key === 'Backspace') getypt = getypt.slice(0, -1)
      else if (event.key.length === 1) getypt += event.key
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => window.removeEventListener('keydown', hear, { capture: true })
  }, [actief])
}

/** @returns what was typed ahead, once; `enter`: it ended with Enter, so that what it finds must be opened */
export function neemGetypt(): { tekst: string; enter: boolean } {
  const taken = { tekst: getypt, enter }
  getypt = ''
  enter = false
  return taken
}
