import type { Instelling, Instellingsleutel } from '#contract/beheer/instellingen.ts'
import type { Instellingtekst } from './instellingTeksten.ts'

export const groepen: Record<Instelling['groep'], string> = {
  Uiterlijk: 'Appearance',
  Portaal: 'Customer portal',
  Klanten: 'Customers',
  Kalender: 'Calendar',
  Processen: 'Processes',
  Berichten: 'Messages to customers',
}

export const instellingen: Record<Instellingsleutel, Instellingtekst> = {
  portaalnaam: {
    label: 'Name of the customer portal',
    uitleg: 'Stands above the portal and in messages to customers. Empty: the name of the organisation.',
    keuzes: {},
  },
  briefhoofd: {
    label: 'Letterhead',
    uitleg:
      'Address, telephone and website on letters, separated by a bar: Postbus 1, 3500 AA Utrecht | 030 123 45 67.',
    keuzes: {},
  },
  portaalwelkom: {
    label: 'Line of welcome in the portal',
    uitleg: 'One sentence on the first page of customers, in Dutch. Empty: none.',
    keuzes: {},
  },
  portaaltelefoon: {
    label: 'Telephone number for customers',
    uitleg: 'Stands at the foot of every page of the portal. Empty: none.',
    keuzes: {},
  },
  openingstijden: {
    label: 'Opening hours',
    uitleg: 'When customers can call, in Dutch: maandag tot en met vrijdag van 8.30 tot 17.00 uur.',
    keuzes: {},
  },
  spoedtelefoon: {
    label: 'Telephone number for emergencies',
    uitleg: 'For what cannot wait, day and night. Empty: none.',
    keuzes: {},
  },
  privacyverklaring: {
    label: 'Address of the privacy statement',
    uitleg: 'Such as https://www.example.nl/privacy. Stands at the foot of every page of the portal.',
    keuzes: {},
  },
  toegankelijkheidsverklaring: {
    label: 'Address of the accessibility statement',
    uitleg: 'An organisation with a public task must have one (Besluit digitale toegankelijkheid overheid).',
    keuzes: {},
  },
  accentkleur: {
    label: 'Accent colour',
    uitleg: 'The colour of buttons and links. White text must be easy to read on it (a contrast of at least 4.5 to 1).',
    keuzes: {},
  },
  sorteernaamVolgorde: {
    label: 'Order in lists of names',
    uitleg: 'How surnames stand in lists: Berg, J. van den or Berg, van den, J.',
    keuzes: { initialen: 'Berg, J. van den', tussenvoegsels: 'Berg, van den, J.' },
  },
  bsnToegestaan: {
    label: 'Keep citizen service numbers (BSN)',
    uitleg:
      'Only when the law obliges your organisation to (Wabb art. 10, UAVG art. 46). A housing association as a rule may not.',
    keuzes: {},
  },
  goedeVrijdagVrij: {
    label: 'Good Friday is a day off',
    uitleg: 'Good Friday is not a public holiday in the Netherlands. Switch this on when your organisation is closed.',
    keuzes: {},
  },
  bevrijdingsdagVrij: {
    label: 'Liberation Day (5 May) is a day off',
    uitleg: 'In most collective agreements once in five years: 2025, 2030, 2035.',
    keuzes: { lustrum: 'Once in five years', jaarlijks: 'Every year', nooit: 'Never' },
  },
  termijnSluitingstijd: {
    label: 'Terms: end of the working day',
    uitleg: 'What comes in later counts as received on the next working day. Empty: the whole day counts.',
    keuzes: {},
  },
  procesVierOgen: {
    label: 'Publishing asks a second pair of eyes',
    uitleg:
      'Who changed a draft of a customer process last, cannot publish it himself. Another administrator looks at it and puts it in force.',
    keuzes: {},
  },
  klantadres: {
    label: 'Address for links in messages',
    uitleg:
      'Beginning of the address where customers open a questionnaire: https://contact.example.nl. Empty: the name of this server.',
    keuzes: {},
  },
  enqueteTussentijd: {
    label: 'Survey: at most one per customer per',
    uitleg: 'Who was asked recently how it went, does not get another questionnaire at once.',
    keuzes: { '0': 'Case', '30': '30 days', '90': '90 days', '180': '180 days' },
  },
  enqueteBewaartermijn: {
    label: 'Survey: keep who answered what',
    uitleg: 'After that only the scores remain, without customer and without remark.',
    keuzes: { '12': '1 year', '24': '2 years', '36': '3 years' },
  },
  stilteVan: {
    label: 'Quiet hours: from',
    uitleg:
      'From this time on a customer gets no mail, text message or notification. Those go the next morning. Urgent messages and what the law asks go at once. Empty: no quiet hours.',
    keuzes: {},
  },
  stilteTot: {
    label: 'Quiet hours: until',
    uitleg: 'From this time on messages leave again, by the clock of the Netherlands.',
    keuzes: {},
  },
  berichtBundeling: {
    label: 'Messages together in one mail',
    uitleg:
      'After a mail the next ordinary mails to the same customer wait this long, and then go together. Formal messages, appointments and answers always go by themselves.',
    keuzes: { '0': 'Do not wait', '15': 'A quarter of an hour', '60': 'One hour', '240': 'Four hours' },
  },
  smsAfzender: {
    label: 'Sender of a text message',
    uitleg: 'At most 11 letters or digits. Empty: the beginning of the name of the organisation.',
    keuzes: {},
  },
}
