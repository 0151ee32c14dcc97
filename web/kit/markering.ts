export type Stuk = { tekst: string; raak: boolean }

/**
 * Cuts a text into parts that matched and parts that did not, whatever the accents and capitals: "berg" in "Van den Bérg".
 * @param woorden what was typed, and the words that the server says it matched instead of a typing error
 */
export function markeer(tekst: string, woorden: readonly string[]): Stuk[] {
  const { folded, origin } = fold(tekst)
  const hit = new Array<boolean>(tekst.length).fill(false)
  for (const woord of woorden) {
    const needle = fold(woord).folded.trim()
    if (needle === '') continue
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
      const startsWord = at === 0 || !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1))
      // One letter in the middle of a word says nothing.
      if (!startsWord && needle.length < 3) continue
      const from = origin[at] ?? 0
      const to = origin[at + needle.length] ?? tekst.length
      hit.fill(true, from, to)
    }
  }
  const parts: Stuk[] = []
  for (let i = 0; i < tekst.length; i++) {
    const raak = hit[i] ?? false
    const last = parts.at(-1)
    if (last && last.raak === raak) last.tekst += tekst.charAt(i)
    else parts.push({ tekst: tekst.charAt(i), raak })
  }
  return parts
}

/** Without accents and capitals; `origin` tells where each folded letter stands in the text. */
function fold(tekst: string): { folded: string; origin: number[] } {
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const letter of tekst) {
    for (const part of letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()) {
      folded += part
      for (let i = 0; i < part.length; i++) origin.push(at)
    }
    at += letter.length
  }
  return { folded, origin }
}
