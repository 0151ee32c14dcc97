import MarkdownIt, { type Token } from 'markdown-it'

/** CommonMark without HTML and without images: what a letter needs, and nothing that can run or be fetched. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: true }).disable('image')
markdown.validateLink = isVeiligeLink

/** The blocks of a text; `toHtml`, `toTekst` and the PDF are made of the same ones, so that they say the same. */
export function leesMarkdown(tekst: string): Token[] {
  return markdown.parse(tekst, {})
}

/** HTML for a mail: only the elements of Markdown, every text escaped. */
export function toHtml(tekst: string): string {
  return markdown.render(tekst)
}

/** Readers click what is in a letter of their landlord: a page, a mail address or a telephone number, nothing else. */
export function isVeiligeLink(url: string): boolean {
  return /^(https?:\/\/[^\s]+|mailto:[^\s]+|tel:[+\d()\s-]+)$/i.test(decode(url))
}

function decode(url: string): string {
  try {
    return decodeURI(url).trim()
  } catch {
    return ''
  }
}
