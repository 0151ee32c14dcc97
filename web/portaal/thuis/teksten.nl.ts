export const nl = {
  titel: 'Home',
  welkom: (naam: string) => `Welkom, ${naam}.`,
}
