import { TimerEventDefinition } from 'bpmn-elements'
import type { Bericht, Lopend } from './lopend.ts'

type Tijdsoort = 'timeDate' | 'timeDuration' | 'timeCycle'
type Activiteit = {
  environment: {
    options: { lopend: Lopend }
    resolveExpression(expressie: string, bericht: Bericht): unknown
  }
}
/** A constructor at run time; the types of the engine call it an interface. */
type Maker = new (activiteit: Activiteit, definitie: object) => Inwendig
type Inwendig = { _getTimers?: (bericht: Bericht) => object } & Partial<Record<Tijdsoort, string>>

/**
 * The timer of the engine on our clock: times are FEEL, ISO 8601 or working days, and it never goes off by itself, also
 * not when it is loaded late. Only its job wakes it, so that who has the lock on the instance decides what was first.
 */
export function Wekker(activiteit: Activiteit, definitie: object) {
  const timer = new (TimerEventDefinition as unknown as Maker)(activiteit, definitie)
  timer._getTimers = (bericht) => {
    const { content, fields } = bericht
    // The timer of the engine would end at once when nothing is left to wait.
    const timeout = 1
    if (fields.redelivered && content.expireAt) {
      return { expireAt: new Date(content.expireAt), timeout, ...(content.repeat && { repeat: content.repeat }) }
    }
    const soort = (['timeDate', 'timeDuration', 'timeCycle'] as const).find((each) => timer[each])
    if (!soort) return { timeout }
    const waarde = activiteit.environment.resolveExpression(timer[soort] ?? '', bericht)
    const { op, herhaal } = activiteit.environment.options.lopend.omgeving.tijdstip(soort, waarde)
    const over = content.inbound?.[0]?.repeat ?? herhaal
    return { expireAt: op, timerType: soort, timeout, ...(over !== undefined && { repeat: over }) }
  }
  return timer
}
