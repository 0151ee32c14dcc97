export const nl = {
  nietBewaard: (aantal: number) =>
    aantal === 1
      ? 'Er is 1 bestand gewijzigd en nog niet bewaard:'
      : `Er zijn ${aantal} bestanden gewijzigd en nog niet bewaard:`,
  bewaren: 'Bewaren',
  bewaard: 'Het concept is bewaard.',
  ongedaan: 'Wijzigingen weggooien',
  ongedaanTitel: 'Wijzigingen weggooien?',
  ongedaanTekst: (bestanden: string) => `Wat u veranderde in ${bestanden} is dan weg.`,
  annuleren: 'Annuleren',
  botst: 'Een collega bewaarde intussen ook een andere tekst van dit bestand. Kies welke blijft.',
  mijn: 'Mijn tekst houden',
  hunne: 'Tekst van de collega nemen',
  vast: 'Deze versie is intussen gepubliceerd en blijft zoals zij is. Zet uw wijzigingen in een nieuw concept.',
  nieuwConcept: 'In een nieuw concept zetten',
  alleenLezen: 'U bekijkt een versie die niet meer verandert.',
  nieuw: 'Nieuw concept maken',
  gemaakt: 'Er is een concept gemaakt van deze versie.',
}
