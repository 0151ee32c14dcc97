export const nl = {
  fout: 'Fout:',
  nietVerplicht: '(niet verplicht)',
  kies: 'Maak een keuze',
}
