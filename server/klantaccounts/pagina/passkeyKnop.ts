import { type Html, html } from './html.ts'

/** Hidden until the script knows that this browser can. */
export const passkeyKnop = (tekst: string, terug: string, wat: 'aanmelden' | 'nieuw' = 'aanmelden'): Html =>
  html`<div hidden data-passkey="${wat}" data-terug="${terug}"><button class="nl-button nl-button--secondary" type="button">${tekst}</button></div>`
