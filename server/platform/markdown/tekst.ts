import type { Token } from 'markdown-it'
import { leesMarkdown } from './markdown.ts'

/** The same text for a reader without HTML: headings on their own line, lists with a dash or number, links written out. */
export function toTekst(tekst: string): string {
  const regels: string[] = []
  const lijsten: { nummer: number | null }[] = []
  let cellen: string[] | undefined
  let prefix = ''
  for (const token of leesMarkdown(tekst)) {
    switch (token.type) {
      case 'bullet_list_open':
        lijsten.push({ nummer: null })
        break
      case 'ordered_list_open':
        lijsten.push({ nummer: Number(token.attrGet('start') ?? 1) })
        break
      case 'bullet_list_close':
      case 'ordered_list_close':
        lijsten.pop()
        prefix = ''
        if (lijsten.length === 0) regels.push('')
        break
      case 'list_item_open':
        prefix = `${'  '.repeat(lijsten.length - 1)}${bolletje(lijsten.at(-1))} `
        break
      case 'tr_open':
        cellen = []
        break
      case 'tr_close':
        regels.push((cellen ?? []).join(' | '))
        cellen = undefined
        break
      case 'table_close':
        regels.push('')
        break
      case 'inline': {
        if (cellen) {
          cellen.push(inlineTekst(token.children ?? []))
          break
        }
        const inspringing = ' '.repeat(prefix.length)
        regels.push(
          inlineTekst(token.children ?? [])
            .replace(/^/, prefix)
            .replaceAll('\n', `\n${inspringing}`),
        )
        prefix = lijsten.length > 0 ? inspringing : ''
        break
      }
      case 'paragraph_close':
      case 'heading_close':
        if (!token.hidden && lijsten.length === 0) regels.push('')
        break
      case 'hr':
        regels.push('---', '')
        break
      case 'code_block':
      case 'fence':
        regels.push(token.content.trimEnd(), '')
        break
    }
  }
  return regels
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function bolletje(lijst: { nummer: number | null } | undefined): string {
  if (!lijst || lijst.nummer === null) return '-'
  lijst.nummer += 1
  return `${lijst.nummer - 1}.`
}

function inlineTekst(tokens: Token[]): string {
  let tekst = ''
  let van = 0
  let href = ''
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'code_inline') tekst += token.content
    else if (token.type === 'softbreak' || token.type === 'hardbreak') tekst += '\n'
    else if (token.type === 'link_open') {
      href = String(token.attrGet('href') ?? '')
      van = tekst.length
    } else if (token.type === 'link_close') {
      const kaal = href.replace(/^(mailto|tel):/, '')
      if (tekst.slice(van) !== kaal) tekst += ` (${kaal})`
    }
  }
  return tekst
}
