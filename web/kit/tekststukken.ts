/** A run of text; with `link` when it is a web address. `begin` is its place in the whole. */
export type Stuk = { begin: number; tekst: string; link?: string }

/**
 * Only `http` and `https`: a typed `javascript:` stays text. Signs at the end belong to the sentence, and a closing
 * bracket only when it was opened within the address.
 */
export function stukken(text: string): Stuk[] {
  const found: Stuk[] = []
  let last = 0
  for (const match of text.matchAll(/https?:\/\/[^\s<>"']{3,2000}/gi)) {
    const link = trimmed(match[0])
    if (!URL.canParse(link)) continue
    if (match.index > last) found.push({ begin: last, tekst: text.slice(last, match.index) })
    found.push({ begin: match.index, tekst: link, link })
    last = match.index + link.length
  }
  if (last < text.length) found.push({ begin: last, tekst: text.slice(last) })
  return found
}

function trimmed(address: string): string {
  let end = address.length
  for (;;) {
    const sign = address[end - 1] ?? ''
    const unopened = sign === ')' && !address.slice(0, end).includes('(')
    if (!/[.,;:!?]/.test(sign) && !unopened) return address.slice(0, end)
    end -= 1
  }
}
