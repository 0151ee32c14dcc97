import type { Kysely, Transaction } from 'kysely'

/**
 * Every slice adds its own tables here by declaration merging from its `tables.ts`,
 * so that the platform never imports a slice.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the slices
export interface Tables {}

export type Db = Kysely<Tables>
/** Store functions that write or lock ask for this type: "needs a transaction" is checked by the compiler. */
export type Tx = Transaction<Tables>
