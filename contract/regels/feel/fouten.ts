/** A place in an expression: `van` counts from 0, `tot` is the first character after it. */
export type Plaats = { van: number; tot: number }

export type FeelCode = 'syntaxis' | 'te_groot' | 'niet_toegestaan' | 'onbekend' | 'uitvoering'

/** What is wrong with an expression, where, and in words that its author can act on. */
export type FeelFout = Plaats & { code: FeelCode; melding: string }

/** An expression that is refused or that could not be worked out; `fout` tells where and why. */
export class FeelError extends Error {
  readonly fout: FeelFout

  constructor(fout: FeelFout) {
    super(fout.melding)
    this.name = 'FeelError'
    this.fout = fout
  }
}

export function weiger(code: FeelCode, { van, tot }: Plaats, melding: string): never {
  throw new FeelError({ code, van, tot, melding: `${melding} (teken ${van + 1})` })
}
