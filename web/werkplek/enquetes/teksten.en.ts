import type { nl } from './teksten.nl.ts'

export const en: typeof nl = {
  titel: 'Surveys',
  uitleg: 'What customers thought of us. No names are shown.',
  alles: 'All processes',
  proces: 'Process',
  van: 'Invited from',
  tot: 'until',
  gemiddeld: 'Average',
  respons: 'Response',
  antwoorden: (beantwoord, uitgenodigd) => `${beantwoord} of ${uitgenodigd}`,
  nietOpgelost: 'Not solved',
  opmerkingen: 'Latest remarks',
  geenOpmerkingen: 'There are no remarks yet.',
  leeg: 'Nobody has been invited yet',
  leegUitleg: 'A process invites the customer when it is finished.',
  onopgelost: 'not solved',
  cijfer: (score) => `Score ${score}`,
}
