import { bron } from './bron.ts'

/** Which window of the shell is open; any screen may open the search palette: `paletOpen.set('zoeken')`. */
export const paletOpen = bron<false | 'zoeken' | 'toetsen'>(false)
