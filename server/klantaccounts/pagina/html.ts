/** HTML that is safe to send: made by `html` only. */
export type Html = { readonly html: string }
type Stuk = string | number | Html | readonly Html[] | false | undefined

/** What comes in as text stays text; only what `html` made goes in as it is. */
export function html(delen: TemplateStringsArray, ...stukken: Stuk[]): Html {
  return { html: delen.map((deel, plek) => deel + alsHtml(stukken[plek])).join('') }
}

function alsHtml(stuk: Stuk): string {
  if (stuk === undefined || stuk === false) return ''
  if (Array.isArray(stuk)) return stuk.map(alsHtml).join('')
  if (typeof stuk === 'object' && 'html' in stuk) return stuk.html
  return String(stuk).replace(/[&<>"']/g, (teken) => `&#${teken.charCodeAt(0)};`)
}
