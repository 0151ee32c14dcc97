import type { Teksten } from '../teksten.ts'
import { type Html, html } from './html.ts'

/** The parts of a page without script, in the classes of NL Design System that the portal is styled with. */

export type Veld = {
  naam: string
  label: string
  uitleg?: string
  fout?: string | undefined
  waarde?: string | undefined
  soort?: 'text' | 'email'
  autocomplete?: string
  inputmode?: 'numeric' | 'email' | 'text'
  /** Where one starts typing; when something is wrong, the summary has the focus. */
  eerst?: boolean
  lengte?: number
}

export const kop2 = (tekst: string): Html => html`<h2 class="nl-heading nl-heading--level-2">${tekst}</h2>`
export const alinea = (tekst: string): Html => html`<p class="nl-paragraph">${tekst}</p>`
export const link = (naar: string, tekst: string): Html => html`<a class="nl-link" href="${naar}">${tekst}</a>`

export function veld({ naam, label, uitleg, fout, waarde = '', soort = 'text', ...rest }: Veld): Html {
  const bij = [uitleg && `${naam}-uitleg`, fout && `${naam}-fout`].filter(Boolean).join(' ')
  return html`<div class="utrecht-form-field${fout ? ' utrecht-form-field--invalid' : ''}">
<label class="utrecht-form-label" for="${naam}">${label}</label>
${uitleg ? html`<div class="utrecht-form-field-description" id="${naam}-uitleg">${uitleg}</div>` : undefined}
${fout ? html`<div class="utrecht-form-field-error-message" id="${naam}-fout">${fout}</div>` : undefined}
<input class="utrecht-textbox utrecht-textbox--html-input" id="${naam}" name="${naam}" type="${soort}" value="${waarde}" maxlength="${rest.lengte ?? 254}"${
    bij ? html` aria-describedby="${bij}"` : undefined
  }${fout ? html` aria-invalid="true"` : undefined}${
    rest.autocomplete ? html` autocomplete="${rest.autocomplete}"` : undefined
  }${rest.inputmode ? html` inputmode="${rest.inputmode}"` : undefined}${
    rest.eerst && !fout ? html` autofocus` : undefined
  } spellcheck="false" autocapitalize="none">
</div>`
}

export const vinkje = (
  naam: string,
  label: string,
  uitleg: string,
  aan: boolean,
): Html => html`<div class="utrecht-form-field vinkje">
<div class="rij"><input class="utrecht-checkbox utrecht-checkbox--html-input" type="checkbox" id="${naam}" name="${naam}" value="ja" aria-describedby="${naam}-uitleg"${aan ? html` checked` : undefined}>
<label class="utrecht-form-label" for="${naam}">${label}</label></div>
<div class="utrecht-form-field-description" id="${naam}-uitleg">${uitleg}</div>
</div>`

type Knop = { soort?: 'primary' | 'secondary' | 'subtle'; naam?: string; waarde?: string; label?: string }
export const knop = (tekst: string, { soort = 'primary', naam, waarde, label }: Knop = {}): Html =>
  html`<button class="nl-button nl-button--${soort}" type="submit"${naam ? html` name="${naam}" value="${waarde ?? ''}"` : undefined}${label ? html` aria-label="${label}"` : undefined}>${tekst}</button>`

export const formulier = (actie: string, inhoud: readonly Html[]): Html =>
  html`<form class="stapel" method="post" action="${actie}" novalidate>${inhoud}</form>`

/** The one thing to do on a page. */
export const kaart = (inhoud: readonly (Html | undefined)[]): Html =>
  html`<div class="kaart stapel">${inhoud.filter((deel) => deel !== undefined)}</div>`

/** What is wrong, first on the page and with the focus: a screen reader says it at once, also without a script. */
export function foutoverzicht(t: Teksten, fouten: Record<string, string>): Html | undefined {
  const lijst = Object.entries(fouten)
  if (lijst.length === 0) return undefined
  return html`<div class="utrecht-alert utrecht-alert--error" role="alert" tabindex="-1" autofocus id="fouten">
<div><h2 class="nl-heading nl-heading--level-2">${t.fout.kop}</h2>
<ul>${lijst.map(([naam, zin]) => html`<li>${naam ? html`<a class="nl-link" href="#${naam}">${zin}</a>` : zin}</li>`)}</ul></div></div>`
}

export const melding = (tekst: string): Html =>
  html`<div class="utrecht-alert utrecht-alert--ok" role="status"><div><p class="nl-paragraph">${tekst}</p></div></div>`
