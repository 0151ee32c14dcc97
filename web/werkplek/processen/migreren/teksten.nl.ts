export const nl = {
  knop: 'Naar een andere versie…',
  alles: 'Zaken overzetten…',
  titel: 'Overzetten naar een andere versie',
  uitleg: 'De zaak gaat verder met een andere versie van het proces. Wat al gedaan is, blijft zo.',
  uitlegAlles: (aantal: number, nummer: number) =>
    aantal === 1
      ? `1 zaak loopt nog op versie ${nummer}.`
      : `${aantal.toLocaleString('nl-NL')} zaken lopen nog op versie ${nummer}.`,
  naar: 'Naar versie',
  versie: (nummer: number, geldend: boolean) => `Versie ${nummer}${geldend ? ' (van kracht)' : ''}`,
  geenVersie: 'Er is geen andere gepubliceerde versie van dit proces.',
  waar: 'Waar het verdergaat',
  wat: {
    blijft: 'blijft staan',
    opnieuw: 'blijft, termijnen beginnen opnieuw',
    verplaatst: 'gaat verder bij een andere stap',
    kiezen: 'kies een stap',
    'kan-niet': 'kan niet over',
  },
  kies: (naam: string) => `Verder bij, in plaats van “${naam}”`,
  kiesEen: 'Kies een stap',
  anders: 'Wat er verandert',
  gelijk: 'Vragen, gegevens en termijnen zijn gelijk.',
  formulier: (titel: string, stap: string) => `Formulier “${titel}” bij “${stap}”`,
  erbij: 'erbij',
  weg: 'weg',
  gegevens: 'Gegevens',
  termijnen: 'Termijnen',
  termijnUitleg: 'Een termijn die al loopt, houdt haar datum.',
  reden: 'Waarom?',
  redenUitleg: 'Komt in de geschiedenis van elke zaak.',
  redenNodig: 'Vul in waarom u overzet, in ten minste drie tekens.',
  annuleren: 'Annuleren',
  zetOver: 'Overzetten',
  zetAllesOver: (aantal: number) =>
    aantal === 1 ? '1 zaak overzetten' : `${aantal.toLocaleString('nl-NL')} zaken overzetten`,
  gelukt: (nummer: number) => `De zaak gaat verder met versie ${nummer}.`,
  begonnen: 'De zaken worden overgezet.',
  verouderd: 'De zaak is intussen verdergegaan. Bekijk opnieuw wat er gebeurt.',
  groepen: 'Zaken naar waar ze staan',
  aantal: (aantal: number) => (aantal === 1 ? '1 zaak' : `${aantal.toLocaleString('nl-NL')} zaken`),
  blijvenAchter: (aantal: number) =>
    aantal === 1
      ? '1 zaak blijft op de oude versie.'
      : `${aantal.toLocaleString('nl-NL')} zaken blijven op de oude versie.`,
  nergens: 'wacht nergens op',
  eerder: 'Eerder overgezet',
  stand: (gelukt: number, niet: number) =>
    `${gelukt.toLocaleString('nl-NL')} overgezet${niet > 0 ? `, ${niet.toLocaleString('nl-NL')} niet` : ''}`,
  bezig: 'bezig',
  klaar: 'klaar',
  nietOver: 'Niet overgezet',
}
