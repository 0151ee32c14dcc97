/**
 * The door of `relaties` for published standards (`server/koppelingen`): what other software writes, where less is known
 * than an employee must fill in. Rights have been decided by who calls.
 */
export { wisBsn, zetBsn } from '../bsn/bsn.ts'
export {
  bewaarIdentificator,
  bewaarVertegenwoordiging,
  verwijderIdentificator,
  verwijderVertegenwoordiging,
} from './kenmerken.ts'
export {
  type AdresVanBuiten,
  bewaarDigitaalAdres,
  bewaarRekeningnummer,
  maakLosVanBetrokkene,
  verwijderDigitaalAdres,
  verwijderRekeningnummer,
  zetAdres,
  zetVoorkeur,
} from './onderdelen.ts'
export { maakPartijVanBuiten, type PartijVanBuiten, verwijderPartij, wijzigPartijVanBuiten } from './partij.ts'
