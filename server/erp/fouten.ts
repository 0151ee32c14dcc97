import type { AfspraakOptie } from './onderhoud.ts'

/** Why an ERP could not be used now. `uit`: there is none; `toegang`: it does not let us in; `onzin`: it cannot be understood. */
export type Storingsoort = 'onbereikbaar' | 'te-traag' | 'storing' | 'onzin' | 'toegang' | 'uit'

/** The ERP does not work now: the same call with the same `sleutel` may succeed later. The message is a Dutch sentence. */
export class ErpStoring extends Error {
  readonly soort: Storingsoort

  constructor(soort: Storingsoort, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ErpStoring'
    this.soort = soort
  }
}

/** The ERP understood and said no; the message is its own sentence. Trying again is useless. */
export class ErpGeweigerd extends Error {
  /** The code of the ERP, or ours: `intussen-gewijzigd`, `niet-gevonden`, `niet-te-versturen`. */
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ErpGeweigerd'
    this.code = code
  }
}

/** The slot was taken in the meantime. `opties` are what is free now: offer those, nothing is lost. */
export class ErpBezet extends ErpGeweigerd {
  readonly opties: AfspraakOptie[]

  constructor(opties: AfspraakOptie[], options?: ErrorOptions) {
    super('bezet', 'Dit moment is net door een ander gekozen. Kies een ander moment.', options)
    this.name = 'ErpBezet'
    this.opties = opties
  }
}
