import type { Api, Definitie } from './draai.ts'
import type { Bericht, Lopend } from './lopend.ts'
import type { Wachtpunt } from './soorten.ts'

export type Roepbaar = Wachtpunt & { roep?: () => void }

/**
 * Everything that waits now: timers and tasks that called in, and of what the engine said that waits, what is still there.
 * Errors and escalations are waited for too, but they come from within.
 */
export function wachtpunten(definitie: Definitie, lopend: Lopend, gemeld: ReadonlyMap<string, Bericht>): Roepbaar[] {
  const levend = levendVan(definitie)
  const lokaal = (api: Api | undefined) => ({
    ...lopend.lusVan(api?.environment.variables?.content),
    ...lopend.lusVan(api?.content),
  })
  // A definition of an event runs under the event that it belongs to.
  const apiVan = (sleutel: string) => levend.get(sleutel) ?? levend.get(sleutel.replace(/_\d+$/, ''))
  return [
    ...[...lopend.wekkers].map(([sleutel, { element, op }]) => ({
      sleutel,
      element,
      soort: 'timer' as const,
      naam: '',
      op,
      lokaal: lokaal(apiVan(sleutel)),
    })),
    ...[...lopend.uitvoeringen].map(([sleutel, { element }]) => ({
      sleutel,
      element,
      soort: 'actie' as const,
      naam: '',
      op: undefined,
      lokaal: lokaal(apiVan(sleutel)),
    })),
    ...[...gemeld].flatMap(([sleutel, bericht]) => {
      const api = levend.get(sleutel)
      const wat = soortVan(bericht)
      if (!api || !wat) return []
      return [{ sleutel, element: api.id, ...wat, op: undefined, lokaal: lokaal(api), roep: () => api.signal() }]
    }),
  ]
}

function soortVan({ content }: Bericht): Pick<Wachtpunt, 'soort' | 'naam'> | undefined {
  if (content['expect'] || content['escalation']) return undefined
  if (content.signal) return { soort: 'signaal', naam: content.signal.name ?? '' }
  if (content.message) return { soort: 'bericht', naam: content.message.name ?? '' }
  return { soort: 'taak', naam: '' }
}

export const levendVan = (definitie: Definitie): Map<string, Api> => metInhoud(definitie.getPostponed())

/** Everything under these, each execution once: an event definition leads back to what it belongs to. */
function metInhoud(apis: readonly Api[], gezien: Map<string, Api> = new Map()): Map<string, Api> {
  for (const api of apis) {
    if (gezien.has(api.executionId)) continue
    gezien.set(api.executionId, api)
    metInhoud([...api.getPostponed(), ...(api.getExecuting?.() ?? [])], gezien)
  }
  return gezien
}
