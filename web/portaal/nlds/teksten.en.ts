import type { Vertaling } from '#kit/teksten.ts'
import type { nl } from './teksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  fout: 'Error:',
  nietVerplicht: '(optional)',
  kies: 'Make a choice',
}
