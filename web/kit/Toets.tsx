import css from './Toets.module.css'

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
const names: Record<string, string> = {
  mod: isMac ? '⌘' : 'Ctrl',
  alt: isMac ? '⌥' : 'Alt',
  shift: 'Shift',
  enter: 'Enter',
  escape: 'Esc',
  arrowdown: '↓',
  arrowup: '↑',
  arrowleft: '←',
  arrowright: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
}

/**
 * A key as it stands on the keyboard: `mod+k` → Ctrl K.
 * @param altijd also where there is probably no keyboard
 */
export function Toets({ toets, altijd }: { toets: string; altijd?: boolean }) {
  return (
    <span className={css['toetsen']} data-altijd={altijd || undefined}>
      {toets.split('+').map((part) => (
        <kbd key={part} className={css['toets']}>
          {names[part] ?? part.toUpperCase()}
        </kbd>
      ))}
    </span>
  )
}

/** The same for `aria-keyshortcuts`. */
export function ariaToets(toets: string): string {
  return toets
    .split('+')
    .map((part) => (part === 'mod' ? (isMac ? 'Meta' : 'Control') : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('+')
}
