/** The addresses of the screens, so that slices can link to each other without importing each other. */
export const paden = {
  vandaag: '/vandaag',
  mijnWerk: '/mijn-werk',
  team: (teamId: string) => `/teams/${teamId}`,
  /** Over my work; takes `teamId` and `partijId` in the search. */
  nieuweTaak: '/taken/nieuw',
  taak: (taakId: string) => `/taken/${taakId}`,
  beloften: '/beloften',
  zaken: '/zaken',
  /** What could not be sent, and letters to post. */
  berichten: '/berichten',
  bericht: (berichtId: string) => `/berichten/${berichtId}`,
  postbus: '/postbus',
  /** What klanten thought of it. */
  enquetes: '/enquetes',
  zaak: (zaakId: string) => `/zaken/${zaakId}`,
  klant: (partijId: string) => `/klanten/${partijId}`,
  nieuweKlant: '/klanten/nieuw',
  adressenControleren: '/adressen/controleren',
  eenheid: (eenheidId: string) => `/eenheden/${eenheidId}`,
  complex: (complexId: string) => `/complexen/${complexId}`,
  /** A contact in progress: the klantbeeld with the contact panel beside it. */
  gesprek: (gesprekId: string) => `/gesprekken/${gesprekId}`,
  klantcontact: (klantcontactId: string) => `/klantcontacten/${klantcontactId}`,
  verwerkingenlog: '/verwerkingenlog',
  acties: '/acties',
  inzicht: '/inzicht',
  procesinzicht: (proces: string) => `/inzicht/${proces}`,
  beheer: '/beheer',
  beheerProcessen: '/beheer/processen',
  beheerProces: (proces: string) => `/beheer/processen/${proces}`,
  account: '/account',
} as const
