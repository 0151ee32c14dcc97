import type { Omgeving, Werk } from './soorten.ts'

/** A message of the engine, as far as we read it. */
export type Bericht = {
  fields: { redelivered?: boolean; routingKey?: string }
  properties: { type?: string }
  content: {
    id: string
    type: string
    executionId: string
    index?: number
    expireAt?: string | Date
    repeat?: number
    inbound?: { repeat?: number; id?: string }[]
    message?: { id?: string; name?: string }
    signal?: { id?: string; name?: string }
    calledElement?: string
    [naam: string]: unknown
  }
}
export type Klaar = (fout: unknown, uitvoer?: unknown) => void

/** What is going on in one run of the engine: what must be done, and what waits to be called back. */
export type Lopend = {
  omgeving: Omgeving
  /** Tasks that the engine reached in this run and that must now be done. */
  teDoen: Werk[]
  uitvoeringen: Map<string, { element: string; klaar: Klaar }>
  wekkers: Map<string, { element: string; op: Date; roep: () => void }>
  meldUitvoering(bericht: Bericht, lokaal: Record<string, unknown>, klaar: Klaar): void
  vergeetUitvoering(sleutel: string): void
  /** What a repetition adds to the data: its item, and which one it is. */
  lusVan(content: object | undefined): Record<string, unknown>
}

/** @param items the names of the items of all repetitions in the diagram */
export function nieuwLopend(omgeving: Omgeving, items: ReadonlySet<string>): Lopend {
  const lusVan = (content: Partial<Bericht['content']> | undefined): Record<string, unknown> => {
    if (content?.['isMultiInstance'] !== true) return {}
    const gevonden = Object.entries(content).filter(([naam]) => items.has(naam))
    return { ...Object.fromEntries(gevonden), lusNummer: (content.index ?? 0) + 1 }
  }
  const teDoen: Werk[] = []
  const uitvoeringen: Lopend['uitvoeringen'] = new Map()
  return {
    omgeving,
    teDoen,
    uitvoeringen,
    wekkers: new Map(),
    lusVan,
    meldUitvoering({ content, fields }, lokaal, klaar) {
      uitvoeringen.set(content.executionId, { element: content.id, klaar })
      if (!fields.redelivered) teDoen.push({ element: content.id, sleutel: content.executionId, lokaal })
    },
    vergeetUitvoering(sleutel) {
      uitvoeringen.delete(sleutel)
      const plek = teDoen.findIndex((werk) => werk.sleutel === sleutel)
      if (plek >= 0) teDoen.splice(plek, 1)
    },
  }
}
