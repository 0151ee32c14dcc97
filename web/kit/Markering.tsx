import { markeer } from './markering.ts'

/** A text with what matched marked in it. */
export function Markering({ tekst, woorden }: { tekst: string; woorden: readonly string[] }) {
  let at = 0
  return markeer(tekst, woorden).map((part) => {
    const key = at
    at += part.tekst.length
    return part.raak ? <mark key={key}>{part.tekst}</mark> : <span key={key}>{part.tekst}</span>
  })
}
