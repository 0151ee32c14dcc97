import { createElement, Fragment, type ReactNode } from 'react'
import css from './Berichteditor.module.css'

/** HTML that the server made of Markdown, drawn element by element: what is not in the list is only its text. */
export function Opgemaakt({ html }: { html: string }) {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return <div className={css['tekst']}>{inhoud(body)}</div>
}

const elementen = new Set([
  'p',
  'strong',
  'em',
  's',
  'ul',
  'ol',
  'li',
  'blockquote',
  'code',
  'pre',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
])

function inhoud(ouder: Element): ReactNode {
  return [...ouder.childNodes].map((knoop, plek) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which change only together
    <Fragment key={plek}>{knoop instanceof Element ? teken(knoop) : knoop.textContent}</Fragment>
  ))
}

function teken(element: Element): ReactNode {
  const naam = element.localName
  if (naam === 'br' || naam === 'hr') return createElement(naam)
  // No heading of the page around it.
  if (/^h[1-6]$/.test(naam)) {
    return (
      <p>
        <strong>{inhoud(element)}</strong>
      </p>
    )
  }
  // Shown, not to be followed from a preview.
  if (naam === 'a') return <u>{inhoud(element)}</u>
  return elementen.has(naam) ? createElement(naam, null, inhoud(element)) : inhoud(element)
}
