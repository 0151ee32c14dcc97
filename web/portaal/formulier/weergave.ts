import { adresregels } from '#contract/regels/adresweergave.ts'
import type { GetoondVeld } from '#contract/regels/formulier/toonFormulier.ts'
import { leesDatum, toonDatum } from '#kit/datuminvoer.ts'
import { bedrag, getal } from '#kit/format.ts'
import type { FormulierTeksten } from './formulierTeksten.ts'
import type { Woningkeuze } from './veld.ts'
import { alsAdres } from './velden/Adresveld.tsx'
import { alsBestanden } from './velden/Bestandveld.tsx'
import { alsHandtekening } from './velden/Handtekeningveld.tsx'

/** An answer as one reads it back; empty when there is none. */
export function toonAntwoord(
  { veld, waarde, opties }: GetoondVeld,
  t: FormulierTeksten,
  woningen: readonly Woningkeuze[],
): string {
  if (waarde === null || waarde === undefined || waarde === '') return ''
  const label = (code: unknown) => opties.find((optie) => optie.waarde === code)?.label ?? String(code)
  switch (veld.soort) {
    case 'janee':
      return waarde === true ? t.ja : t.nee
    case 'keuze':
      return label(waarde)
    case 'meerkeuze':
      return Array.isArray(waarde) ? waarde.map(label).join(', ') : ''
    case 'datum':
      return leesDatum(String(waarde)) ? toonDatum(String(waarde)) : String(waarde)
    case 'bedrag':
      return typeof waarde === 'number' ? bedrag(waarde) : String(waarde)
    case 'getal':
      return `${typeof waarde === 'number' ? getal(waarde) : waarde}${veld.eenheid ? ` ${veld.eenheid}` : ''}`
    case 'adres': {
      const { straatnaam, ...adres } = alsAdres(waarde)
      return adresregels({ ...adres, straat: straatnaam }).join('\n')
    }
    case 'eenheid':
      return woningen.find(({ id }) => id === waarde)?.adres ?? ''
    case 'bestand':
    case 'foto':
      return alsBestanden(waarde)
        .map(({ naam }) => naam)
        .join('\n')
    case 'handtekening': {
      const { naam, ...handtekening } = alsHandtekening(waarde)
      const getekend = handtekening.wijze === 'getekend' && handtekening.afbeelding !== ''
      if (!getekend && naam === '') return ''
      return naam ? t.getekendDoor(naam) : t.getekend
    }
    default:
      return String(waarde)
  }
}
