import type { nl } from './teksten.nl.ts'
import type { Vertaling } from './teksten.ts'

export const en: Vertaling<typeof nl> = {
  opnieuw: 'Try again',
  laden: 'Loading…',
  foutTitel: 'That did not work',
  nietGevonden: 'Not found',
  geenRecht: 'No access',
  foutNummer: (nummer) => `Quote this number when you report it: ${nummer}`,
  terugNaarVandaag: 'Go to Today',
  formulierFout: (aantal) =>
    aantal === 1 ? 'One field is not filled in correctly yet' : `${aantal} fields are not filled in correctly yet`,
  sluiten: 'Close',
  annuleren: 'Cancel',
  verlatenTitel: 'Discard changes?',
  verlatenTekst: 'What you filled in has not been saved yet.',
  verlatenBlijven: 'Keep editing',
  verlatenWeg: 'Discard',
  datumVoorbeeld: 'dd-mm-yyyy',
  datumFout: 'Fill in a date as dd-mm-yyyy, such as 12-03-1980.',
  kiesPartij: 'Search by name, address or number',
  kiesNiets: 'Nobody found',
  conflictTitel: 'Somebody else changed this in the meantime',
  conflictTekst: 'Your text is still here. Choose per field what should be saved.',
  conflictMijn: 'What you filled in',
  conflictHuidig: 'As it is now',
  conflictBewaar: 'Save this choice',
  leeg: '(empty)',
  geenVerbinding: 'No connection — your text is kept and will be sent as soon as possible.',
  u: 'you',
  ookHier: (namen) => `Also here: ${namen}`,
  bezigHier: (namen) => `${namen} is working on this`,
}
