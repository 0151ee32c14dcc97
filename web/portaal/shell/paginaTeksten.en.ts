import type { Vertaling } from '#kit/teksten.ts'
import type { nl } from './paginaTeksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  meerUitleg: 'Your home, your details and how this portal looks.',
  letters: 'Size of the text',
  lettersGewoon: 'Normal',
  lettersGroot: 'Large',
  lettersGrootst: 'Largest',
  weergave: 'Display',
  account: 'Signed in as',
  voorWieUitleg: 'After this you only see what belongs to this person.',
  voorWieZoek: 'Search by name or address',
  voorWieNiets: 'Nobody found with these words.',
  hulpTitel: 'Help and contact',
  hulpUitleg: 'Need a hand? We are happy to help.',
  openingstijden: 'You can reach us',
  telefoon: 'Telephone',
  installeer: 'Put this portal on your phone',
  installeerUitleg: 'Open the menu of your browser and choose “Add to Home Screen”. Then the portal opens like an app.',
  storingUitleg: 'Do you smell gas or is there a fire? Call 112 first.',
  nieuweVersie: 'There is a new version of this app.',
  bijwerken: 'Update now',
  staatKlaar: (aantal: number) =>
    aantal === 1
      ? '1 thing is ready. We will send it by ourselves.'
      : `${aantal} things are ready. We will send them by ourselves.`,
  nietVerstuurd: (wat: string) => `${wat}: we could not send this.`,
  begrepen: 'Understood',
}
