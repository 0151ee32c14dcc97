import { useEffect, useEffectEvent } from 'react'
import { bron } from './bron.ts'

export type Sneltoets = { toets: string; omschrijving: string }
type Registered = Sneltoets & { run: (event: KeyboardEvent) => void }

/** What works on the screen of this moment; the `?` overview shows it. */
export const sneltoetsen = bron<readonly Registered[]>([])

/**
 * A key for as long as the component is on screen. `mod` is Ctrl, or ⌘ on a Mac. Works inside text fields too, because
 * a key without `mod` or `alt` is ignored there (WCAG 2.1.4). The one added last wins.
 * @example useSneltoets('mod+enter', 'Voltooien', complete)
 */
export function useSneltoets(
  toets: string,
  omschrijving: string,
  run: (event: KeyboardEvent) => void,
  actief = true,
): void {
  const onPress = useEffectEvent(run)
  useEffect(() => {
    if (!actief) return
    const entry: Registered = { toets, omschrijving, run: (event) => onPress(event) }
    sneltoetsen.set([...sneltoetsen.get(), entry])
    return () => sneltoetsen.set(sneltoetsen.get().filter((each) => each !== entry))
  }, [toets, omschrijving, actief])
}

/** Started once by the shell. @returns how to stop */
export function luisterNaarToetsen(): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const pressed = toetsVan(event)
    if (!/^(mod|alt)\+/.test(pressed) && isTyping(event.target)) return
    const found = sneltoetsen.get().findLast((each) => each.toets === pressed)
    if (!found) return
    event.preventDefault()
    found.run(event)
  }
  document.addEventListener('keydown', listener)
  return () => document.removeEventListener('keydown', listener)
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** `Ctrl+Shift+K` → `mod+shift+k`. A sign that needs Shift itself, such as `?`, is just that sign. */
export function toetsVan(event: Pressed): string {
  // With Alt, a Mac types another sign: the place of the key says which letter it is.
  const letter = event.altKey && /^(Key|Digit)/.test(event.code) ? event.code.replace(/^(Key|Digit)/, '') : event.key
  const key = letter.toLowerCase()
  const parts: string[] = []
  if (event.ctrlKey || event.metaKey) parts.push('mod')
  if (event.altKey) parts.push('alt')
  if (event.shiftKey && (key.length > 1 || /[a-z]/.test(key))) parts.push('shift')
  parts.push(key)
  return parts.join('+')
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|range)$/.test(target.type)
}
