export type Stand = { werkt: boolean; sinds: Date | undefined; melding: string | undefined }

export type Kring = {
  /** May a call be made now? False while the other side is left alone; one call at a time tries whether it is back. */
  mag(nu: number): boolean
  gelukt(): void
  mislukt(nu: number, melding: string): void
  stand(): Stand
}

/**
 * A circuit breaker: after some failures in a row nobody is kept waiting any more, for a while; then one call tries.
 */
export function maakKring({ fouten: hoogstens = 4, pauzeMs = 10_000 } = {}): Kring {
  let fouten = 0
  let stilTot = 0
  let sinds: number | undefined
  let melding: string | undefined
  return {
    mag(nu) {
      if (fouten < hoogstens) return true
      if (nu < stilTot) return false
      stilTot = nu + pauzeMs
      return true
    },
    gelukt() {
      fouten = 0
      sinds = undefined
      melding = undefined
    },
    mislukt(nu, wat) {
      fouten += 1
      sinds ??= nu
      melding = wat
      if (fouten >= hoogstens) stilTot = nu + pauzeMs
    },
    stand: () => ({ werkt: sinds === undefined, sinds: sinds === undefined ? undefined : new Date(sinds), melding }),
  }
}
