import type { Vertaling } from '#kit/teksten.ts'
import type { nl } from './teksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  fouten: (aantal: number) =>
    aantal === 1 ? 'One question is not answered properly yet' : `${aantal} questions are not answered properly yet`,
  kies: 'Choose…',
  ja: 'Yes',
  nee: 'No',
  nietsGevonden: 'Nothing found',
  geenOpties: 'Answer the questions above first; the options will then be here.',
  postcode: 'Postcode',
  huisnummer: 'House number',
  toevoeging: 'Letter or addition',
  straat: 'Street',
  plaats: 'Town',
  adresOnbekend: 'This address was not found. Check it, or fill in the street and town yourself.',
  zoekWoning: 'Search by address, postcode with number, or code',
  eigenWoningen: 'Homes of this customer',
  bestandErbij: 'Choose a file',
  fotoErbij: 'Choose a photo',
  bestandBezig: (naam: string) => `Adding ${naam}…`,
  bestandWeg: (naam: string) => `Remove ${naam}`,
  bestandKanNiet: 'Files cannot be added here. Add them to the case later.',
  handtekeningHoe: 'How do you want to sign?',
  tekenen: 'Draw',
  typen: 'Type the name',
  tekenvlak: 'Drawing area: draw with the mouse, a pen or a finger',
  tekenWissen: 'Draw again',
  naam: 'Name of who signs',
  typenUitleg: 'Your typed name counts as a signature.',
}
