import type { Vertaling } from '#kit/teksten.ts'
import type { nl } from './teksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  schema: (naam) => `Diagram of ${naam}`,
  geenTekening: 'This process has no drawing, or the drawing is broken. The list says what happens.',
  bediening: 'Look at the diagram',
  groter: 'Zoom in',
  kleiner: 'Zoom out',
  passend: 'Show everything',
  toetsen: '+ and − zoom, the arrows move, 0 shows everything.',
  hier: 'Now here',
}
