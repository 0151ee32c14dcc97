import type { Bericht, Klaar, Lopend } from './lopend.ts'

type Activiteit = { environment: { options: { lopend: Lopend }; variables?: { content?: object } } }

/**
 * How a service, send or business-rule task runs: it is put aside, and done when the engine is at rest. After a load the
 * engine runs it again with `redelivered`; then only its answer is awaited.
 */
export function Uitvoering(activiteit: Activiteit) {
  const { lopend } = activiteit.environment.options
  let sleutel = ''
  const vergeet = () => lopend.vergeetUitvoering(sleutel)
  return {
    type: 'rondom:uitvoering',
    execute(bericht: Bericht, klaar: Klaar) {
      sleutel = bericht.content.executionId
      const { content } = activiteit.environment.variables ?? {}
      lopend.meldUitvoering(bericht, { ...lopend.lusVan(content), ...lopend.lusVan(bericht.content) }, klaar)
    },
    stop: vergeet,
    discard: vergeet,
  }
}
