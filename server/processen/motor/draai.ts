import { Context, Definition, Environment } from 'bpmn-elements'
import type { Bereid } from './bereid.ts'
import { type Bericht, type Lopend, nieuwLopend } from './lopend.ts'
import { BpmnFout, type Omgeving, type Prikkel, ProcesFout, type Rust, type Staat, type Voorval } from './soorten.ts'
import { levendVan, wachtpunten } from './wachtpunten.ts'

/** More elements than this between two waits is a loop that nobody meant. */
export const maxStappen = 1000

export type Loop = { bereid: Bereid; items: ReadonlySet<string>; omgeving: Omgeving }

/**
 * Runs a process from one rest to the next: from its beginning, or from a state with what came from outside. Work of
 * service tasks is done between the moves of the engine, one at a time, in the order in which they were reached.
 * @throws ProcesFout when the diagram cannot go on; nothing was kept then
 * @throws WachtVoorbij when nothing waits under that key any more
 */
export async function draai(loop: Loop, staat?: Staat, prikkel?: Prikkel): Promise<Rust> {
  const run = open(loop, staat)
  run.beweeg(() => (staat ? run.definitie.resume() : run.definitie.run()))
  // What was loaded is not news.
  if (staat) run.voorvallen.length = 0
  if (prikkel) run.beweeg(() => geef(run, prikkel))
  for (let werk = run.lopend.teDoen.shift(); werk; werk = run.lopend.teDoen.shift()) {
    const { sleutel } = werk
    const uitslag = await loop.omgeving.voer(werk).catch((error: unknown) => {
      if (error instanceof BpmnFout) return error
      throw error
    })
    if (uitslag instanceof BpmnFout) run.beweeg(() => antwoord(run.lopend, sleutel, uitslag))
    else if (uitslag.klaar) run.beweeg(() => antwoord(run.lopend, sleutel, null))
  }
  const klaar = !run.definitie.isRunning
  return {
    staat: klaar ? undefined : (JSON.parse(JSON.stringify(run.definitie.getState())) as Staat),
    wacht: klaar ? [] : wachtpunten(run.definitie, run.lopend, run.gemeld),
    levend: new Set(klaar ? [] : levendVan(run.definitie).keys()),
    voorvallen: run.voorvallen,
    signalen: run.signalen,
  }
}

/** Nothing waits here any more: somebody or something was first. */
export class WachtVoorbij extends Error {}

type Run = ReturnType<typeof open>

function open({ bereid, items, omgeving }: Loop, staat: Staat | undefined) {
  const lopend = nieuwLopend(omgeving, items)
  const voorvallen: Voorval[] = []
  const signalen: string[] = []
  const gemeld = new Map<string, Bericht>()
  let stappen = 0
  let fout: { element: string; melding: string } | undefined

  const environment = new Environment({
    ...({ lopend } as object),
    settings: { disableTrackState: true },
    expressions: { resolveExpression: (tekst: unknown, bericht: unknown) => reken(lopend, tekst, bericht) },
    timers: wekkers(lopend) as never,
  })
  const definitie = new Definition(Context(bereid, environment)) as unknown as Definitie
  definitie.broker.subscribeTmp('event', '#', (wat, bericht) => merk(wat, bericht), { noAck: true })
  if (staat) definitie.recover(structuredClone(staat))
  return { definitie, lopend, voorvallen, signalen, gemeld, beweeg }

  /** Moves the engine; what goes wrong in it comes out here, with the element. */
  function beweeg(doe: () => void): void {
    try {
      doe()
    } catch (error) {
      if (error instanceof WachtVoorbij || error instanceof ProcesFout) throw error
      fout ??= { element: elementVan(error), melding: meldingVan(error) }
    }
    if (fout) throw new ProcesFout(fout.element, fout.melding)
  }

  function merk(wat: string, bericht: Bericht): void {
    const { id, executionId } = bericht.content
    const voorval = (soort: Voorval['wat']) => voorvallen.push({ element: id, sleutel: executionId, wat: soort })
    switch (wat) {
      case 'activity.enter':
        if (++stappen > maxStappen)
          throw new ProcesFout(id, `Het proces bleef rondlopen zonder te wachten: meer dan ${maxStappen} stappen.`)
        break
      case 'activity.start':
        voorval('begin')
        break
      case 'activity.end':
        voorval('eind')
        break
      case 'activity.discard':
        voorval('afgebroken')
        break
      case 'activity.wait':
        gemeld.set(executionId, bericht)
        break
      case 'activity.signal':
        signalen.push(bericht.content.message?.name ?? '')
        break
      case 'definition.error':
        fout = { element: elementVan(bericht.content['error']), melding: meldingVan(bericht.content['error']) }
    }
  }
}

function geef(run: Run, prikkel: Prikkel): void {
  const { lopend, definitie, gemeld } = run
  const { sleutel } = prikkel
  if (lopend.uitvoeringen.has(sleutel)) {
    const fout = prikkel.soort === 'fout' ? new BpmnFout(prikkel.code, prikkel.melding) : null
    antwoord(lopend, sleutel, fout)
    return
  }
  const wekker = lopend.wekkers.get(sleutel)
  const roep = wekker?.roep ?? wachtpunten(definitie, lopend, gemeld).find((each) => each.sleutel === sleutel)?.roep
  if (!roep) throw new WachtVoorbij(sleutel)
  roep()
}

function antwoord(lopend: Lopend, sleutel: string, fout: unknown): void {
  const uitvoering = lopend.uitvoeringen.get(sleutel)
  if (!uitvoering) throw new WachtVoorbij(sleutel)
  lopend.uitvoeringen.delete(sleutel)
  uitvoering.klaar(fout)
}

/** FEEL after a `=`, else the text itself; nothing else is ever evaluated. */
function reken(lopend: Lopend, tekst: unknown, gegeven: unknown): unknown {
  if (typeof tekst !== 'string' || !tekst.startsWith('=')) return tekst
  const { content, environment } = gegeven as { content?: object; environment?: { variables?: { content?: object } } }
  return lopend.omgeving.feel(tekst.slice(1), {
    ...lopend.lusVan(environment?.variables?.content),
    ...lopend.lusVan(content),
  })
}

/** Never goes off by itself: keeps who must be called when its job says that it is time. */
function wekkers(lopend: Lopend) {
  type Eigenaar = { id: string; executionId: string; expireAt?: Date | string }
  const clearTimeout = (sleutel: string | undefined) => void lopend.wekkers.delete(sleutel ?? '')
  return {
    register: (eigenaar: Eigenaar) => ({
      setTimeout(roep: () => void) {
        const op = new Date(eigenaar.expireAt ?? Number.NaN)
        lopend.wekkers.set(eigenaar.executionId, { element: eigenaar.id, op, roep: () => roep() })
        return eigenaar.executionId
      },
      clearTimeout,
    }),
    setTimeout() {},
    clearTimeout,
  }
}

function elementVan(error: unknown): string {
  const bron = (error as { source?: { content?: { id?: string } } } | undefined)?.source
  return bron?.content?.id ?? ''
}

function meldingVan(error: unknown): string {
  const melding = error instanceof Error ? error.message : String((error as { message?: string })?.message ?? error)
  return /no conditional flow taken/.test(melding)
    ? 'Geen enkele pijl past bij de gegevens, en er is geen standaardpijl.'
    : melding
}

/** What we use of the engine. */
export type Api = {
  id: string
  type: string
  executionId: string
  content: Bericht['content']
  environment: { variables?: { content?: object } }
  signal(bericht?: object): void
  getPostponed(): Api[]
  getExecuting?(): Api[]
}
export type Definitie = {
  isRunning: boolean
  run(): void
  resume(): void
  recover(staat: Staat): void
  getState(): object
  getPostponed(): Api[]
  broker: {
    subscribeTmp(exchange: string, patroon: string, op: (wat: string, bericht: Bericht) => void, opties: object): void
  }
}
