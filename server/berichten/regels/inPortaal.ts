import type { BerichtRow } from '../tables.ts'

/**
 * Whether the klant reads it in the portal, whatever channel told of it: everything that was sent to him. Not what he did
 * not want, a code to sign in with, or what is confidential: somebody who acts for him could be reading.
 */
export const inPortaal = ({ status, doel, vertrouwelijk }: Pick<BerichtRow, 'status' | 'doel' | 'vertrouwelijk'>) =>
  status !== 'ingetrokken' && doel !== 'aanmelden' && !vertrouwelijk
