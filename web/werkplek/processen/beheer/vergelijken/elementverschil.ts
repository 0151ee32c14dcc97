import type { Knoop } from './xmlboom.ts'

export type Elementverschil = {
  id: string
  /** Its name, or where it is an arrow: from where to where. */
  naam: string
  /** `userTask`, `sequenceFlow`, … */
  element: string
  soort: 'nieuw' | 'weg' | 'anders'
  /** What of it differs, by the name in the file. */
  eigenschappen: { naam: string; oud: string; nieuw: string }[]
}

/**
 * What became of each element of a diagram; where it is drawn does not count.
 * @param zonder names of elements that are compared elsewhere, such as the rules of a table
 */
export function elementverschillen(oud: Knoop, nieuw: Knoop, zonder: readonly string[] = []): Elementverschil[] {
  const weglaten = new Set([...overgeslagen, ...zonder])
  const [van, naar] = [elementen(oud, weglaten), elementen(nieuw, weglaten)]
  const anders = [...naar.values()].flatMap((element): Elementverschil[] => {
    const eerder = van.get(element.id)
    if (!eerder) return [{ ...kop(element, naar), soort: 'nieuw', eigenschappen: [] }]
    const eigenschappen = [...new Set([...eerder.delen.keys(), ...element.delen.keys()])].flatMap((naam) => {
      const [a, b] = [eerder.delen.get(naam) ?? '', element.delen.get(naam) ?? '']
      return a === b ? [] : [{ naam, oud: a, nieuw: b }]
    })
    return eigenschappen.length > 0 ? [{ ...kop(element, naar), soort: 'anders', eigenschappen }] : []
  })
  const weg = [...van.values()]
    .filter(({ id }) => !naar.has(id))
    .map((element): Elementverschil => ({ ...kop(element, van), soort: 'weg', eigenschappen: [] }))
  return [...anders, ...weg]
}

type Gelezen = { id: string; element: string; delen: Map<string, string> }

function kop({ id, element, delen }: Gelezen, alle: ReadonlyMap<string, Gelezen>) {
  const naam = (van: string) => alle.get(van)?.delen.get('name') || van
  const [van, tot] = [delen.get('sourceRef'), delen.get('targetRef')]
  return { id, element, naam: delen.get('name') || (van && tot ? `${naam(van)} → ${naam(tot)}` : id) }
}

/** Every element with an id, but for what is drawn; what has none of its own belongs to the one around it. */
function elementen(wortel: Knoop, weglaten: ReadonlySet<string>): Map<string, Gelezen> {
  const gevonden = new Map<string, Gelezen>()
  const loop = (knoop: Knoop, om: Gelezen | undefined, pad: string) => {
    const id = knoop.attributen['id']
    const eigen =
      id && !onderdelen.has(knoop.naam) ? { id, element: knoop.naam, delen: new Map<string, string>() } : undefined
    const nu = eigen ?? om
    if (eigen) gevonden.set(eigen.id, eigen)
    if (nu) noteer(nu.delen, knoop, eigen ? '' : pad)
    for (const kind of knoop.kinderen)
      if (!weglaten.has(kind.naam)) loop(kind, nu, [eigen ? '' : pad, padVan(kind)].filter(Boolean).join(' '))
  }
  loop(wortel, undefined, '')
  return gevonden
}

/** Where it is drawn; and what the arrows say themselves already. */
const overgeslagen = ['BPMNDiagram', 'DMNDI', 'incoming', 'outgoing']

/** What an editor gives an id too, while it is a part of what it stands in. */
const onderdelen = new Set([
  'conditionExpression',
  'timerEventDefinition',
  'messageEventDefinition',
  'signalEventDefinition',
  'errorEventDefinition',
  'escalationEventDefinition',
  'terminateEventDefinition',
  'multiInstanceLoopCharacteristics',
  'standardLoopCharacteristics',
  'timeDuration',
  'timeDate',
  'timeCycle',
])

/** An input is known by its name, not by its place. */
function padVan({ naam, attributen }: Knoop): string {
  return naam === 'extensionElements' ? '' : [naam, attributen['naam'] ?? attributen['name']].filter(Boolean).join(' ')
}

function noteer(delen: Map<string, string>, { attributen, kinderen, tekst }: Knoop, pad: string): void {
  const waarden = Object.entries(attributen).filter(([naam]) => naam !== 'id' && !(pad && naam === 'naam'))
  for (const [naam, waarde] of waarden) delen.set([pad, naam].filter(Boolean).join(' '), waarde)
  if (!pad) return
  if (tekst) delen.set(pad, tekst)
  // That it is there says something too: a boundary event that ends the case.
  else if (waarden.length === 0 && kinderen.length === 0) delen.set(pad, '✓')
}
