import css from './Aanmelden.module.css'

/** The mark and the name, as the icon of the browser tab. */
export function Merk() {
  return (
    <div className={css['merk']}>
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="7" />
        <circle cx="16" cy="16" r="9" strokeDasharray="44 13" transform="rotate(-60 16 16)" />
        <circle cx="16" cy="16" r="3" />
      </svg>
      <span>Rondom</span>
    </div>
  )
}
