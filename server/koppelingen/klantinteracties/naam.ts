import type { Weergave } from './bron.ts'

export const legeNaam: Weergave = { voorletters: '', voornaam: '', voorvoegselAchternaam: '', achternaam: '' }

export function volledigeNaam(contactnaam: unknown): string {
  const delen = { ...legeNaam, ...(contactnaam as Weergave | null) }
  return [delen['voornaam'] || delen['voorletters'], delen['voorvoegselAchternaam'], delen['achternaam']]
    .filter(Boolean)
    .join(' ')
}

/** Our parts in the narrower fields of the standard: what does not fit moves to the field behind it. */
export function toonNaam(persoon: {
  initialen: string
  voornaam: string
  tussenvoegsels: string
  achternaam: string
  geslachtsnaam: string
}): Weergave {
  const past = persoon.tussenvoegsels.length <= 10
  const kern = [persoon.achternaam, persoon.geslachtsnaam].filter(Boolean).join('-')
  return {
    voorletters:
      persoon.initialen.length <= 10 ? persoon.initialen : persoon.initialen.replaceAll('.', '').slice(0, 10),
    voornaam: persoon.voornaam,
    voorvoegselAchternaam: past ? persoon.tussenvoegsels : '',
    achternaam: (past ? kern : `${persoon.tussenvoegsels} ${kern}`).slice(0, 200),
  }
}

export function leesNaam(contactnaam: Weergave) {
  const tekst = (veld: string) => String(contactnaam[veld] ?? '')
  return {
    initialen: tekst('voorletters'),
    voornaam: tekst('voornaam').trim(),
    tussenvoegsels: tekst('voorvoegselAchternaam'),
    achternaam: tekst('achternaam'),
  }
}
