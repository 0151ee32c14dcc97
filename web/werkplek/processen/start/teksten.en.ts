import type { Vertaling } from '#kit/teksten.ts'
import type { nl } from './teksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  knop: 'Start process',
  kies: 'Which process?',
  starten: (naam) => `Start ${naam}`,
  geen: 'No processes have been set up yet.',
  laden: 'Loading processes…',
  titel: (naam) => naam,
  voor: (naam) => `For ${naam}`,
  terug: 'Back',
  terugGesprek: 'Back to the contact',
  woning: 'Which home is it about?',
  geenWoning: 'Not about a home',
  toelichting: 'Explanation',
  toelichtingUitleg: 'Only for colleagues. May be left empty.',
  verstuur: 'Start process',
  gestart: (nummer) => `Case ${nummer} was opened.`,
  vervolgKlaar: 'This case is finished. Nothing is left to do.',
  vervolgElders: 'There is nothing for you to do now.',
  openZaak: (nummer) => `Open case ${nummer}`,
  bewaard: 'What you fill in is kept until you start the process.',
  leegmaken: 'Start over',
  weg: 'This process is no longer there',
  wegUitleg: 'An administrator switched it off. Choose another process.',
}
