export { ImportFout, type ImportOpties, importeer } from './importeer.ts'
export { ToewijzingFout } from './lezen/toewijzing.ts'
export { schrijfResultaat } from './resultaat.ts'
export type { Uitkomst } from './run.ts'
