import { bron } from './bron.ts'

/** The modal windows on screen, the topmost last. Outside that one nothing can be clicked or is read aloud. */
export const openVensters = bron<readonly HTMLDialogElement[]>([])
