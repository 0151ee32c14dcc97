import type { Token } from 'markdown-it'
import { leesMarkdown } from '../markdown/markdown.ts'

/** A text as the layouts draw it: plain data, so that nothing in it can be code. */
export type Inline =
  | string
  | { t: 'vet' | 'cursief'; inline: Inline[] }
  | { t: 'link'; href: string; inline: Inline[] }
  | { t: 'code'; tekst: string }
  | { t: 'regel' }

export type Blok =
  | { t: 'alinea'; inline: Inline[] }
  | { t: 'kop'; niveau: number; inline: Inline[] }
  | { t: 'lijst'; genummerd: boolean; start: number; items: Blok[][] }
  | { t: 'tabel'; kolommen: Kant[]; kop: Inline[][]; rijen: { inline: Inline[] }[][] }
  | { t: 'citaat'; blokken: Blok[] }
  | { t: 'code'; tekst: string }
  | { t: 'lijn' }

type Kant = 'links' | 'midden' | 'rechts'

/** Deeper than any letter; what is typed to break the layout is drawn flat. */
const maxDiepte = 8

/**
 * Headings start below the title (level 1) and skip no level: a screen reader jumps from one to the next, and PDF/UA asks
 * for it (ISO 14289-1, 7.4.2).
 */
export function inhoudVan(markdown: string): Blok[] {
  let niveau = 1
  const stroom = leesMarkdown(markdown).values()

  function blokkenTot(einde: string | undefined, diepte: number): Blok[] {
    const blokken: Blok[] = []
    for (let next = stroom.next(); !next.done; next = stroom.next()) {
      const token = next.value
      if (token.type === einde) return blokken
      blokken.push(...lees(token, diepte))
    }
    return blokken
  }

  function lees(token: Token, diepte: number): Blok[] {
    switch (token.type) {
      case 'paragraph_open':
        return [{ t: 'alinea', inline: inlineVolgende() }]
      case 'heading_open': {
        const inline = inlineVolgende()
        // A heading without words is nothing to jump to.
        if (!tekstVan(inline).trim()) return []
        niveau = Math.min(Number(token.tag.slice(1)) + 1, niveau + 1, 6)
        return [{ t: 'kop', niveau, inline }]
      }
      case 'bullet_list_open':
      case 'ordered_list_open': {
        const genummerd = token.type === 'ordered_list_open'
        const items = lijstitems(token.type.replace('_open', '_close'), diepte + 1)
        if (diepte >= maxDiepte) return items.flat()
        return [{ t: 'lijst', genummerd, start: Math.min(Number(token.attrGet('start') ?? 1), 9999), items }]
      }
      case 'blockquote_open': {
        const blokken = blokkenTot('blockquote_close', diepte + 1)
        return diepte >= maxDiepte ? blokken : [{ t: 'citaat', blokken }]
      }
      case 'table_open':
        return [tabel()]
      case 'fence':
      case 'code_block':
        return [{ t: 'code', tekst: token.content.trimEnd() }]
      case 'hr':
        return [{ t: 'lijn' }]
      default:
        return []
    }
  }

  function lijstitems(einde: string, diepte: number): Blok[][] {
    const items: Blok[][] = []
    for (let next = stroom.next(); !next.done && next.value.type !== einde; next = stroom.next()) {
      if (next.value.type === 'list_item_open') items.push(blokkenTot('list_item_close', diepte))
    }
    return items
  }

  function tabel(): Blok {
    const rijen: { inline: Inline[] }[][] = []
    const kolommen: Kant[] = []
    for (let next = stroom.next(); !next.done && next.value.type !== 'table_close'; next = stroom.next()) {
      const token = next.value
      if (token.type === 'tr_open') rijen.push([])
      if (token.type !== 'th_open' && token.type !== 'td_open') continue
      if (token.type === 'th_open') kolommen.push(kantVan(String(token.attrGet('style') ?? '')))
      rijen.at(-1)?.push({ inline: inlineVolgende() })
    }
    const [kop = [], ...rest] = rijen
    return { t: 'tabel', kolommen, kop: kop.map((cel) => cel.inline), rijen: rest }
  }

  /** After an opening comes its text. */
  function inlineVolgende(): Inline[] {
    const next = stroom.next()
    return next.done ? [] : inlineVan(next.value.children ?? [])
  }

  return blokkenTot(undefined, 0)
}

function kantVan(style: string): Kant {
  return style.includes('right') ? 'rechts' : style.includes('center') ? 'midden' : 'links'
}

function inlineVan(tokens: Token[]): Inline[] {
  const lagen: Inline[][] = [[]]
  const hrefs: string[] = []
  const zet = (deel: Inline) => lagen.at(-1)?.push(deel)
  const dicht = () => (lagen.length > 1 ? (lagen.pop() ?? []) : [])
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
        if (token.content) zet(token.content)
        break
      case 'code_inline':
        zet({ t: 'code', tekst: token.content })
        break
      case 'softbreak':
      case 'hardbreak':
        zet({ t: 'regel' })
        break
      case 'link_open':
        hrefs.push(String(token.attrGet('href') ?? ''))
        lagen.push([])
        break
      case 'strong_open':
      case 'em_open':
        lagen.push([])
        break
      case 'strong_close':
        zet({ t: 'vet', inline: dicht() })
        break
      case 'em_close':
        zet({ t: 'cursief', inline: dicht() })
        break
      case 'link_close': {
        const href = hrefs.pop() ?? ''
        const inline = dicht()
        zet({ t: 'link', href, inline: inline.length > 0 ? inline : [href] })
        break
      }
    }
  }
  return lagen[0] ?? []
}

function tekstVan(delen: Inline[]): string {
  return delen
    .map((deel) => {
      if (typeof deel === 'string') return deel
      if (deel.t === 'regel') return ' '
      return deel.t === 'code' ? deel.tekst : tekstVan(deel.inline)
    })
    .join('')
}
