type Bericht = { content: object }
type Activiteit = {
  attachedTo?: unknown
  behaviour: { cancelActivity?: boolean }
  broker: { publish(exchange: string, sleutel: string, inhoud: object): void }
}
type Definitie = { _complete?: (...gegeven: unknown[]) => unknown; [huidig]?: Bericht }
type Soort = new (activiteit: Activiteit, definitie: object, ...rest: unknown[]) => Definitie

const huidig = Symbol.for('executeMessage')

/**
 * A message or signal on an edge that it does not break may come more than once (BPMN 2.0.2, 13.5.3): the engine hears
 * only the first. Its timers can repeat; this does the same for these.
 */
export function keerTerug(gegeven: unknown) {
  const Gegeven = gegeven as Soort
  return function terugkerend(activiteit: Activiteit, definitie: object, ...rest: unknown[]) {
    const gemaakt = new Gegeven(activiteit, definitie, ...rest)
    const klaar = gemaakt._complete
    if (!activiteit.attachedTo || activiteit.behaviour.cancelActivity !== false || !klaar) return gemaakt
    gemaakt._complete = (...uitvoer) => {
      activiteit.broker.publish('execution', 'execute.repeat', { ...gemaakt[huidig]?.content, repeat: -1 })
      return klaar.apply(gemaakt, uitvoer)
    }
    return gemaakt
  }
}
