export { ArchiefFout, isVersleuteld } from './archief.ts'
export { herstel, ruimHerstelOp } from './herstel.ts'
export { maakBackup } from './maakBackup.ts'
export { OntsleutelFout } from './versleuteling.ts'
