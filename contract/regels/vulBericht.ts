/**
 * Messages and documents of processes: Markdown with `{{ zaak.nummer }}`, `{{ einddatum | datum }}`, and the sections
 * `{{#posten}}…{{/posten}}` (for each, or when there is one) and `{{^posten}}…{{/posten}}` (when there is none). Only
 * names, no formulas. Unlike the template of an interactiesjabloon, which a person reads before it is sent, a name that
 * does not exist is an error here: nobody must get a letter with braces in it.
 */
export class BerichtFout extends Error {
  readonly naam: string
  /** From 1. */
  readonly regel: number
  constructor(naam: string, regel: number, zin: string) {
    super(`${zin} (regel ${regel})`)
    this.naam = naam
    this.regel = regel
  }
}

/** What was filled in is text, never Markdown: a name with stars stays a name with stars. */
export function vulBericht(sjabloon: string, gegevens: object): string {
  return vul(ontleed(sjabloon), [gegevens], asMarkdown)
}

/** For one line that is not Markdown: a subject, the name of a file. */
export function vulRegel(sjabloon: string, gegevens: object): string {
  return vul(ontleed(sjabloon), [gegevens], (waarde) => waarde)
    .replace(/\s+/g, ' ')
    .trim()
}

/** The names that a text asks for, so that they can be checked before anything is sent; those in a section after it. */
export function namenIn(sjabloon: string): { naam: string; regel: number; in: string[] }[] {
  const found: { naam: string; regel: number; in: string[] }[] = []
  const walk = (delen: Deel[], binnen: string[]) => {
    for (const deel of delen) {
      if (deel.soort === 'tekst') continue
      found.push({ naam: deel.naam, regel: deel.regel, in: binnen })
      if (deel.soort !== 'waarde') walk(deel.delen, deel.soort === 'elk' ? [...binnen, deel.naam] : binnen)
    }
  }
  walk(ontleed(sjabloon), [])
  return found
}

type Deel =
  | { soort: 'tekst'; tekst: string }
  | { soort: 'waarde'; naam: string; vorm: Vorm | undefined; regel: number }
  | { soort: 'elk' | 'geen'; naam: string; delen: Deel[]; regel: number }

type Vorm = keyof typeof vormen

/** How a value is written; money is in cents, dates are ISO. */
const vormen = {
  datum: (waarde: unknown) => opDag(waarde, { day: 'numeric', month: 'long', year: 'numeric' }),
  dag: (waarde: unknown) => opDag(waarde, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  tijd: (waarde: unknown) => opDag(waarde, { hour: '2-digit', minute: '2-digit' }),
  bedrag: (waarde: unknown) =>
    typeof waarde === 'number'
      ? new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }).format(waarde / 100).replace(/\s/g, ' ')
      : undefined,
  janee: (waarde: unknown) => (typeof waarde === 'boolean' ? (waarde ? 'ja' : 'nee') : undefined),
} as const

function ontleed(sjabloon: string): Deel[] {
  const stapel: { delen: Deel[]; open?: { naam: string; regel: number } }[] = [{ delen: [] }]
  const bovenste = () => stapel[stapel.length - 1] as (typeof stapel)[number]
  let van = 0
  for (const match of sjabloon.matchAll(/\{\{([^{}]*)\}\}/g)) {
    let tekst = sjabloon.slice(van, match.index)
    van = match.index + match[0].length
    const ervoor = sjabloon.slice(0, match.index)
    const regel = ervoor.split('\n').length
    const [, teken = '', naam = '', vorm] =
      /^\s*([#^/]?)\s*([\p{L}\w.]+)\s*(?:\|\s*(\w+)\s*)?$/u.exec(match[1] ?? '') ?? []
    if (!naam)
      throw new BerichtFout((match[1] ?? '').trim(), regel, `"{{${match[1]}}}" is geen naam van een variabele.`)
    // A section alone on its line takes the line with it: what it repeats are the lines between.
    if (teken && /(^|\n)[ \t]*$/.test(ervoor) && /^[ \t]*(\n|$)/.test(sjabloon.slice(van))) {
      tekst = tekst.replace(/[ \t]*$/, '')
      van += /^[ \t]*\n?/.exec(sjabloon.slice(van))?.[0].length ?? 0
    }
    if (tekst) bovenste().delen.push({ soort: 'tekst', tekst })
    if (teken === '#' || teken === '^') {
      const deel: Deel = { soort: teken === '#' ? 'elk' : 'geen', naam, delen: [], regel }
      bovenste().delen.push(deel)
      stapel.push({ delen: deel.delen, open: { naam, regel } })
    } else if (teken === '/') {
      if (bovenste().open?.naam !== naam) throw new BerichtFout(naam, regel, `{{/${naam}}} sluit niets af.`)
      stapel.pop()
    } else {
      if (vorm !== undefined && !isVorm(vorm))
        throw new BerichtFout(
          naam,
          regel,
          `"${vorm}" is geen manier om "${naam}" te schrijven. Kies uit: ${Object.keys(vormen).join(', ')}.`,
        )
      bovenste().delen.push({ soort: 'waarde', naam, vorm, regel })
    }
  }
  const open = bovenste().open
  if (open) throw new BerichtFout(open.naam, open.regel, `{{#${open.naam}}} wordt niet afgesloten.`)
  const rest = sjabloon.slice(van)
  if (rest) bovenste().delen.push({ soort: 'tekst', tekst: rest })
  return bovenste().delen
}

function vul(delen: Deel[], scopes: readonly unknown[], schrijf: (waarde: string) => string): string {
  return delen
    .map((deel) => {
      if (deel.soort === 'tekst') return deel.tekst
      const waarde = zoek(deel, scopes)
      if (deel.soort === 'waarde') return schrijf(inWoorden(deel, waarde))
      const items = Array.isArray(waarde) ? waarde : isLeeg(waarde) ? [] : [waarde]
      if (deel.soort === 'geen') return items.length === 0 ? vul(deel.delen, scopes, schrijf) : ''
      return items.map((item) => vul(deel.delen, [...scopes, item], schrijf)).join('')
    })
    .join('')
}

/** From the inside out: the item of the section first, then what is around it. */
function zoek({ naam, regel }: { naam: string; regel: number }, scopes: readonly unknown[]): unknown {
  if (naam === '.') return scopes.at(-1)
  const pad = naam.split('.')
  for (const scope of scopes.toReversed()) {
    const [eerste = '', ...verder] = pad
    if (!isObject(scope) || !Object.hasOwn(scope, eerste)) continue
    let waarde = scope[eerste]
    for (const stap of verder) {
      // Of something that is empty every part is empty; of something else it must exist.
      if (waarde === null) return null
      if (!isObject(waarde) || !Object.hasOwn(waarde, stap)) throw onbekend(naam, regel)
      waarde = waarde[stap]
    }
    if (waarde === undefined) throw onbekend(naam, regel)
    return waarde
  }
  throw onbekend(naam, regel)
}

const onbekend = (naam: string, regel: number) => new BerichtFout(naam, regel, `De variabele "${naam}" bestaat niet.`)

function inWoorden({ naam, vorm, regel }: Extract<Deel, { soort: 'waarde' }>, waarde: unknown): string {
  if (waarde === null || waarde === '') return ''
  if (vorm) {
    const geschreven = vormen[vorm](waarde)
    if (geschreven === undefined) throw new BerichtFout(naam, regel, `"${naam}" is niet te schrijven als ${vorm}.`)
    return geschreven
  }
  if (typeof waarde === 'string') return waarde
  if (typeof waarde === 'number') return new Intl.NumberFormat('nl-NL', { useGrouping: false }).format(waarde)
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee'
  throw new BerichtFout(naam, regel, `"${naam}" is geen tekst, maar een lijst of een groep. Gebruik {{#${naam}}}.`)
}

function opDag(waarde: unknown, opties: Intl.DateTimeFormatOptions): string | undefined {
  if (typeof waarde !== 'string' || !/^\d{4}-\d{2}-\d{2}(T.+)?$/.test(waarde)) return undefined
  // A date without a time is that day everywhere.
  const moment = new Date(waarde.length === 10 ? `${waarde}T12:00:00Z` : waarde)
  if (Number.isNaN(moment.getTime())) return undefined
  return new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', ...opties }).format(moment)
}

/** Every sign that Markdown reads, made an ordinary one; those that only count at the start of a line, there. */
function asMarkdown(waarde: string): string {
  return waarde
    .trim()
    .split(/\s*\n\s*/)
    .map((line) =>
      line
        .replace(/[\\`*_[\]<>|~&!]/g, '\\$&')
        .replace(/^([#+=:-])/, '\\$1')
        .replace(/^(\d{1,9})([.)])/, '$1\\$2'),
    )
    .join('\n')
}

const isVorm = (naam: string): naam is Vorm => Object.hasOwn(vormen, naam)
const isObject = (waarde: unknown): waarde is Record<string, unknown> => typeof waarde === 'object' && waarde !== null
const isLeeg = (waarde: unknown) => waarde === null || waarde === false || waarde === ''
