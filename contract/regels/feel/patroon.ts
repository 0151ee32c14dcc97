/**
 * How many ways a regular expression can try a text of `lengte` characters, at most. The engine backtracks, so a pattern
 * such as (a+)+ can take longer than the universe is old; here it gets a number, or is refused with a reason.
 */
export function werkVanPatroon(patroon: string, lengte: number): { werk: number } | { reden: string } {
  const lezer: Lezer = { tekst: patroon, op: 0, lengte }
  try {
    const { paden, tekens } = leesKeuze(lezer)
    if (lezer.op < patroon.length) return { reden: 'het patroon heeft een haakje te veel' }
    // A pattern that starts with ^ is tried once, any other from every character on.
    const starts = patroon.startsWith('^') && !patroon.includes('|') ? 1 : lengte + 1
    // A path shares most of its steps with the ones before it: on average it takes a few of its characters again.
    return { werk: starts * paden * (1 + tekens / 8) + lengte }
  } catch (error) {
    if (error instanceof Onveilig) return { reden: error.message }
    throw error
  }
}

type Lezer = { tekst: string; op: number; readonly lengte: number }
/** `paden`: in how many ways it can match; `vast`: always in exactly one; `tekens`: how many it looks at, at least. */
type Deel = { paden: number; vast: boolean; tekens: number }

class Onveilig extends Error {}

function leesKeuze(lezer: Lezer): Deel {
  const takken = [leesReeks(lezer)]
  while (lezer.tekst[lezer.op] === '|') {
    lezer.op += 1
    takken.push(leesReeks(lezer))
  }
  const [eerste] = takken
  if (takken.length === 1 && eerste) return eerste
  return {
    paden: takken.reduce((som, tak) => som + tak.paden, 0),
    vast: false,
    tekens: takken.reduce((som, tak) => som + tak.tekens, 0),
  }
}

function leesReeks(lezer: Lezer): Deel {
  const reeks: Deel = { paden: 1, vast: true, tekens: 0 }
  while (lezer.op < lezer.tekst.length && !'|)'.includes(lezer.tekst[lezer.op] ?? '')) {
    const deel = leesHerhaling(lezer, leesAtoom(lezer))
    reeks.paden *= deel.paden
    reeks.vast &&= deel.vast
    reeks.tekens += deel.tekens
  }
  return reeks
}

function leesAtoom(lezer: Lezer): Deel {
  const teken = lezer.tekst[lezer.op]
  lezer.op += 1
  if (teken === '(') return leesGroep(lezer)
  if (teken === '[') slaKlasseOver(lezer)
  if (teken === '\\') leesEscape(lezer)
  if (teken === '*' || teken === '+' || teken === '?') throw new Onveilig(`er staat niets vóór het teken ${teken}`)
  return { paden: 1, vast: true, tekens: 1 }
}

function leesGroep(lezer: Lezer): Deel {
  if (lezer.tekst[lezer.op] === '?') {
    if (lezer.tekst[lezer.op + 1] !== ':') throw new Onveilig('vooruit- of terugkijken, zoals (?=…), kan niet')
    lezer.op += 2
  }
  const deel = leesKeuze(lezer)
  if (lezer.tekst[lezer.op] !== ')') throw new Onveilig('een haakje is niet gesloten')
  lezer.op += 1
  return deel
}

function slaKlasseOver(lezer: Lezer): void {
  while (lezer.op < lezer.tekst.length && lezer.tekst[lezer.op] !== ']') {
    lezer.op += lezer.tekst[lezer.op] === '\\' ? 2 : 1
  }
  if (lezer.op >= lezer.tekst.length) throw new Onveilig('een blokhaak is niet gesloten')
  lezer.op += 1
}

function leesEscape(lezer: Lezer): void {
  const teken = lezer.tekst[lezer.op] ?? ''
  if (/[0-9k]/.test(teken)) throw new Onveilig('verwijzen naar een eerdere groep, zoals \\1, kan niet')
  lezer.op += 1
  const eigenschap = /^\{[^}]*\}/.exec(lezer.tekst.slice(lezer.op))
  if (/[pPu]/.test(teken) && eigenschap) lezer.op += eigenschap[0].length
}

function leesHerhaling(lezer: Lezer, deel: Deel): Deel {
  const aantal = /^(?:[*+?]|\{(\d+)(,(\d*))?\})/.exec(lezer.tekst.slice(lezer.op))
  if (!aantal) return deel
  lezer.op += aantal[0].length
  if (lezer.tekst[lezer.op] === '?') lezer.op += 1
  if (/^(?:[*+?]|\{\d)/.test(lezer.tekst.slice(lezer.op)))
    throw new Onveilig('een herhaling van een herhaling kan niet')
  const [min, max] = bereik(aantal, lezer.lengte)
  if (!deel.vast && max > lezer.lengte)
    throw new Onveilig('een groep met keuzes erin mag niet onbeperkt herhaald worden')
  const keer = Math.min(max, 1000)
  return {
    paden: (max - min + 1) * deel.paden ** keer,
    vast: deel.vast && min === max,
    tekens: deel.tekens * Math.max(1, min),
  }
}

function bereik([teken, van, komma, tot]: RegExpExecArray, lengte: number): [min: number, max: number] {
  if (teken === '?') return [0, 1]
  if (teken === '*' || teken === '+') return [0, lengte + 1]
  const min = Number(van)
  if (komma === undefined) return [min, min]
  return [min, tot ? Number(tot) : min + lengte + 1]
}
