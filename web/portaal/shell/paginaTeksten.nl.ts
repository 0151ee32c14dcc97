export const nl = {
  meerUitleg: 'Uw woning, uw gegevens en hoe dit portaal eruitziet.',
  letters: 'Grootte van de letters',
  lettersGewoon: 'Gewoon',
  lettersGroot: 'Groot',
  lettersGrootst: 'Grootst',
  weergave: 'Weergave',
  account: 'Ingelogd als',
  voorWieUitleg: 'U ziet daarna alleen wat bij deze persoon hoort.',
  voorWieZoek: 'Zoek op naam of adres',
  voorWieNiets: 'Niemand gevonden met deze woorden.',
  hulpTitel: 'Hulp en contact',
  hulpUitleg: 'Komt u er niet uit? Wij helpen u graag.',
  openingstijden: 'Wij zijn bereikbaar',
  telefoon: 'Telefoon',
  installeer: 'Zet dit portaal op uw telefoon',
  installeerUitleg:
    'Open het menu van uw browser en kies “Toevoegen aan startscherm”. Dan opent u het portaal als een app.',
  storingUitleg: 'Ruikt u gas of is er brand? Bel dan eerst 112.',
  nieuweVersie: 'Er is een nieuwe versie van deze app.',
  bijwerken: 'Nu bijwerken',
  staatKlaar: (aantal: number) =>
    aantal === 1
      ? 'Er staat 1 ding klaar. We versturen het vanzelf.'
      : `Er staan ${aantal} dingen klaar. We versturen ze vanzelf.`,
  nietVerstuurd: (wat: string) => `${wat}: dit konden we niet versturen.`,
  begrepen: 'Begrepen',
}
