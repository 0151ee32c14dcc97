/** A piece of a line: plain, strong, or a link to somewhere safe. */
export type Stukje = { tekst: string; sterk?: true; naar?: string }
export type Blok = { soort: 'kop' | 'alinea' | 'lijst'; regels: Stukje[][] }

/**
 * The Markdown that our own messages are written in, as blocks to draw: headings, paragraphs, lists, strong words and
 * links. What it does not know is shown as it was typed; nothing of it ever becomes HTML.
 */
export function leesOpmaak(markdown: string): Blok[] {
  return markdown
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((blok) => blok.trim())
    .flatMap((blok): Blok[] => {
      const regels = blok.trim().split('\n')
      const kop = /^#{1,6}\s+(.*)$/.exec(regels[0] ?? '')
      if (kop) {
        const rest = regels.slice(1).join('\n')
        return [{ soort: 'kop', regels: [stukjes(kop[1] ?? '')] }, ...(rest ? leesOpmaak(rest) : [])]
      }
      if (regels.every((regel) => /^\s*[-*]\s+/.test(regel)))
        return [{ soort: 'lijst', regels: regels.map((regel) => stukjes(regel.replace(/^\s*[-*]\s+/, ''))) }]
      return [{ soort: 'alinea', regels: regels.map((regel) => stukjes(regel.replace(/(\\|\s{2,})$/, ''))) }]
    })
}

const merk = /\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<![\w*])[*_](?=\S)([^*_\n]+?)(?<=\S)[*_](?![\w*])|\[([^\]]+)\]\(([^)\s]+)\)/g

function stukjes(regel: string): Stukje[] {
  const delen: Stukje[] = []
  let vanaf = 0
  for (const gevonden of regel.matchAll(merk)) {
    if (gevonden.index > vanaf) delen.push({ tekst: regel.slice(vanaf, gevonden.index) })
    const [heel, sterk, nadruk, woorden, naar] = gevonden
    if (sterk ?? nadruk) delen.push({ tekst: sterk ?? nadruk ?? '', sterk: true })
    else if (naar && /^(https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(naar)) delen.push({ tekst: woorden ?? naar, naar })
    else delen.push({ tekst: heel })
    vanaf = gevonden.index + heel.length
  }
  if (vanaf < regel.length) delen.push({ tekst: regel.slice(vanaf) })
  return delen
}
