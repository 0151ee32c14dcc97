import { uuidv7 } from 'uuidv7'

/** Time-ordered keys, made in code: index-friendly, and known before the insert. */
export const newId = (): string => uuidv7()
