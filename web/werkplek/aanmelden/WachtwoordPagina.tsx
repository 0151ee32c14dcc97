import css from './Aanmelden.module.css'
import { KiesWachtwoord } from './KiesWachtwoord.tsx'

/** A link opened where somebody is signed in: perhaps the administrator who tries it. His own session stays. */
export function WachtwoordPagina() {
  return (
    <div className={css['kaart']} data-smal>
      <KiesWachtwoord onGekozen={() => window.location.assign('/werkplek/')} />
    </div>
  )
}
