/** What one check found. `fout` makes the doctor end with exit code 1. */
export type Bevinding = {
  controle: string
  oordeel: 'goed' | 'let-op' | 'fout'
  tekst: string
  /** What to do about it. */
  advies?: string
}

export const goed = (controle: string, tekst: string): Bevinding => ({ controle, oordeel: 'goed', tekst })

export const letOp = (controle: string, tekst: string, advies: string): Bevinding => ({
  controle,
  oordeel: 'let-op',
  tekst,
  advies,
})

export const fout = (controle: string, tekst: string, advies: string): Bevinding => ({
  controle,
  oordeel: 'fout',
  tekst,
  advies,
})
