/** The first words of a text on one line, cut at a word. */
export function samenvattingVan(text: string, max = 240): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= max) return line
  const cut = line.slice(0, max)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > max / 2 ? space : max).trimEnd()}…`
}

/** What a post is called when nobody gave it a title: its first line. */
export function onderwerpVan(text: string): string {
  return samenvattingVan(text.trim().split('\n')[0] ?? '', 120)
}
