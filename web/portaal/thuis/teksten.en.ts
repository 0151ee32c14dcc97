import type { Vertaling } from '#kit/teksten.ts'
import type { nl } from './teksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  titel: 'Home',
  dag: (naam: string) => `Welcome, ${naam}`,
  voor: (naam: string) => `The affairs of ${naam}`,
  doen: 'You need to do this',
  nietsTeDoen: 'There is nothing you need to do now.',
  uiterlijk: (dag: string) => `By ${dag}`,
  soort: { taak: 'Task', handtekening: 'Sign', afspraak: 'Make an appointment', betaling: 'Pay' },
  loopt: 'We are working on this',
  nietsLoopt: 'Nothing is going on now. Do you want to arrange something? Choose it on this page.',
  belofte: (dag: string) => `Done by ${dag}`,
  alleZaken: 'See all your cases',
  afspraken: 'Your appointments',
  regelen: 'What do you want to arrange?',
  meerRegelen: 'Search for something else',
  verder: 'Continue where you were',
  laatst: (wanneer: string) => `Last kept: ${wanneer}`,
  klaar: (wanneer: string) => `We expect it to be solved: ${wanneer}.`,
  voorbij: 'This has been solved.',
  status: {
    ontvangen: 'Received',
    bezig: 'In progress',
    'wacht-op-u': 'Waits for you',
    klaar: 'Done',
    gestopt: 'Stopped',
  },
}
