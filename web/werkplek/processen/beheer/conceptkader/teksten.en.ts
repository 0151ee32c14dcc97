import type { Vertaling } from '#kit/teksten.ts'
import type { nl } from './teksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  nietBewaard: (aantal: number) =>
    aantal === 1 ? '1 file was changed and is not saved yet:' : `${aantal} files were changed and are not saved yet:`,
  bewaren: 'Save',
  bewaard: 'The draft was saved.',
  ongedaan: 'Discard changes',
  ongedaanTitel: 'Discard changes?',
  ongedaanTekst: (bestanden: string) => `What you changed in ${bestanden} will be gone.`,
  annuleren: 'Cancel',
  botst: 'A colleague saved another text of this file in the meantime. Choose which one stays.',
  mijn: 'Keep my text',
  hunne: 'Take the text of the colleague',
  vast: 'This version was published in the meantime and stays as it is. Put your changes into a new draft.',
  nieuwConcept: 'Put into a new draft',
  alleenLezen: 'You are looking at a version that does not change any more.',
  nieuw: 'Make a new draft',
  gemaakt: 'A draft was made of this version.',
}
