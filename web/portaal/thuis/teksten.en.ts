import type { Vertaling } from '#kit/teksten.ts'
import type { nl } from './teksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  titel: 'Home',
  welkom: (naam: string) => `Welcome, ${naam}.`,
}
