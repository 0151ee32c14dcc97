import { maxWachtwoord, minWachtwoord } from '#contract/aanmelden.ts'
import { invalid } from '#server/platform/errors.ts'
import { voorspelbareWoorden } from './woordenlijst.ts'

/** What an attacker knows of the owner. */
export type Bekend = { naam: string; email: string; organisatie: string }

/** Letters that must be left after everything predictable is taken away. */
const genoegOver = 8

/**
 * Length and a block list, no rules on kinds of characters and no forced change (NIST SP 800-63B-4 §3.1.1.2; NCSC
 * "Wachtwoordbeleid"). The list is applied to the parts, since a minimum of 15 only makes people repeat a bad word.
 * @throws 400 on the field, with a sentence that helps
 */
export function keurWachtwoord(wachtwoord: string, bekend: Bekend, veld: string): void {
  const tekst = wachtwoord.normalize('NFKC')
  const lengte = [...tekst].length
  if (lengte < minWachtwoord) {
    const reden = `Gebruik minstens ${minWachtwoord} tekens, bijvoorbeeld vier losse woorden achter elkaar.`
    throw invalid(veld, 'te-kort', reden)
  }
  if (lengte > maxWachtwoord) throw invalid(veld, 'te-lang', `Gebruik hoogstens ${maxWachtwoord} tekens.`)
  if (watOverblijft(tekst, bekend).length < genoegOver) {
    const reden = 'Dit wachtwoord is te makkelijk te raden. Kies vier woorden die niets met elkaar te maken hebben.'
    throw invalid(veld, 'te-voorspelbaar', reden)
  }
}

/** The distinct characters outside known words, names, rows and repetitions. */
function watOverblijft(tekst: string, bekend: Bekend): string {
  let rest = ontwarren(tekst)
  for (const deel of [...delen(bekend), ...voorspelbareWoorden]) rest = rest.replaceAll(deel, ' ')
  rest = zonderReeksen(rest).replace(/[^\p{L}\p{N}]/gu, '')
  return [...new Set(rest)].join('')
}

/** Longest first, or "beheerder" would leave its tail behind "beheer". */
function delen({ naam, email, organisatie }: Bekend): string[] {
  return `${naam} ${email} ${organisatie}`
    .split(/[^\p{L}\p{N}]+/u)
    .map(ontwarren)
    .filter((deel) => deel.length >= 3)
    .sort((a, b) => b.length - a.length)
}

const vervangingen: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** `W@chtw00rd` is `wachtwoord`; accents go too. */
function ontwarren(tekst: string): string {
  const kaal = tekst.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return kaal.replace(/(?<=\p{L}.?)[01345!@$7](?=.?\p{L})|[@$]/gu, (teken) => vervangingen[teken] ?? teken)
}

const rijen = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '01234567890', 'azertyuiop']
const heenEnTerug = rijen.flatMap((rij) => [rij, [...rij].reverse().join('')])
const langsteRij = Math.max(...rijen.map((rij) => rij.length))

/** Takes out pieces of the alphabet and the keyboard, in both directions, from three characters on. */
function zonderReeksen(tekst: string): string {
  const tekens = [...tekst]
  const over: string[] = []
  for (let van = 0; van < tekens.length; ) {
    const lengte = lengteVanReeks(tekens.slice(van, van + langsteRij))
    if (lengte === 0) over.push(tekens[van] ?? '')
    van += lengte || 1
  }
  return over.join('')
}

function lengteVanReeks(tekens: string[]): number {
  for (let lengte = tekens.length; lengte >= 3; lengte--) {
    const stuk = tekens.slice(0, lengte).join('')
    if (heenEnTerug.some((rij) => rij.includes(stuk))) return lengte
  }
  return 0
}
