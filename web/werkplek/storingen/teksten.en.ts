import type { nl } from './teksten.nl.ts'

export const en: typeof nl = {
  titel: (naam, complex) => `Disturbance in ${complex}: ${naam}`,
  meldingen: (aantal) => (aantal === 1 ? '1 report' : `${aantal} reports`),
  sinds: (wanneer) => `since ${wanneer}`,
  verwacht: (dag) => `expected to be over ${dag}`,
  zonderTekst: 'It is being worked on.',
  bijwerken: 'Update',
  venster: 'What tenants are told',
  tekst: 'What do we tell them?',
  tekstUitleg: 'Everybody who talks to a tenant sees this.',
  verwachtVeld: 'Expected to be over',
  bewaar: 'Save',
  terug: 'Back',
  einde: 'It is over',
  bewaard: 'Updated',
  geeindigd: 'The disturbance is over.',
  intussen: 'A colleague just updated this. Your text is still here; see what changed and save again.',
}
