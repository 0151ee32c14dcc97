import { type Domein, domeinNamen } from '#contract/portaal/toegang.ts'

type Bericht = { onderwerp: string; tekst: string }

const domeinNamenEn: Record<Domein, string> = {
  reparaties: 'Repairs',
  huur: 'Tenancy agreement',
  betalen: 'Payments',
  klachten: 'Complaints',
  contact: 'Questions and messages',
  gegevens: 'Personal details',
}

/** What the portal writes about somebody's own data. Short: it is read in a hurry, and by who did not expect it. */
export const berichtTeksten = {
  nl: {
    code: (van: string, code: string): Bericht => ({
      onderwerp: `Uw code van ${van}`,
      tekst: `Uw code is **${code}**.\n\nVul deze code in op de pagina *Mijn gegevens*. De code werkt 10 minuten.\n\nHeeft u dit niet zelf gevraagd? Dan hoeft u niets te doen.`,
    }),
    gewijzigd: (naar: string, soort: string, van: string): Bericht => ({
      onderwerp: soort === 'email' ? 'Uw e-mailadres is gewijzigd' : 'Uw telefoonnummer is gewijzigd',
      tekst: `Bij ${van} staat nu ${soort === 'email' ? 'een ander e-mailadres' : 'een ander telefoonnummer'}: ${naar}.\n\nHeeft u dit niet zelf gedaan? Bel ons dan meteen.`,
    }),
    aanbod: (wie: string, waarvoor: readonly Domein[], adres: string): Bericht => ({
      onderwerp: `${wie} vraagt of u wilt helpen`,
      tekst: `${wie} wil dat u zaken voor hem of haar regelt in ons portaal.\n\nHet gaat om: ${waarvoor.map((each) => domeinNamen[each].toLowerCase()).join(', ')}.\n\nLog in op ${adres}/gegevens/machtigingen en kies of u dit wilt. Doet u niets, dan gebeurt er niets.`,
    }),
    gemachtigd: (wie: string): Bericht => ({
      onderwerp: `${wie} mag nu zaken voor u regelen`,
      tekst: `${wie} heeft uw machtiging aangenomen. U kunt de machtiging altijd stoppen, op de pagina *Mijn gegevens*.\n\nHeeft u dit niet zelf gevraagd? Bel ons dan meteen.`,
    }),
    export: (adres: string): Bericht => ({
      onderwerp: 'Uw gegevens staan klaar',
      tekst: `Het bestand met uw gegevens staat klaar. U kunt het 7 dagen ophalen op ${adres}/gegevens/kopie.`,
    }),
  },
  en: {
    code: (van: string, code: string): Bericht => ({
      onderwerp: `Your code from ${van}`,
      tekst: `Your code is **${code}**.\n\nEnter it on the page *My details*. The code works for 10 minutes.\n\nDid you not ask for this? Then you need not do anything.`,
    }),
    gewijzigd: (naar: string, soort: string, van: string): Bericht => ({
      onderwerp: soort === 'email' ? 'Your e-mail address was changed' : 'Your telephone number was changed',
      tekst: `${van} now has ${soort === 'email' ? 'another e-mail address' : 'another telephone number'} for you: ${naar}.\n\nDid you not do this yourself? Call us at once.`,
    }),
    aanbod: (wie: string, waarvoor: readonly Domein[], adres: string): Bericht => ({
      onderwerp: `${wie} asks you to help`,
      tekst: `${wie} wants you to arrange things in our portal on his or her behalf.\n\nIt is about: ${waarvoor.map((each) => domeinNamenEn[each].toLowerCase()).join(', ')}.\n\nSign in at ${adres}/gegevens/machtigingen and choose whether you want this. If you do nothing, nothing happens.`,
    }),
    gemachtigd: (wie: string): Bericht => ({
      onderwerp: `${wie} can now arrange things for you`,
      tekst: `${wie} has accepted your mandate. You can end it at any time, on the page *My details*.\n\nDid you not ask for this? Call us at once.`,
    }),
    export: (adres: string): Bericht => ({
      onderwerp: 'Your data are ready',
      tekst: `The file with your data is ready. You can download it for 7 days at ${adres}/gegevens/kopie.`,
    }),
  },
} as const
