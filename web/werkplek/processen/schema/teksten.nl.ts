export const nl = {
  schema: (naam: string) => `Schema van ${naam}`,
  geenTekening: 'Bij dit proces hoort geen tekening, of de tekening is stuk. De lijst zegt wat er gebeurt.',
  bediening: 'Schema bekijken',
  groter: 'Vergroten',
  kleiner: 'Verkleinen',
  passend: 'Alles tonen',
  toetsen: 'Met + en − zoomt u, met de pijlen schuift u, met 0 ziet u alles.',
  hier: 'Nu hier',
}
