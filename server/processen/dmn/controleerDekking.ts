import type { Tabel } from './beslismodel.ts'
import type { Bevinding } from './bevinding.ts'
import { type Dekking, dekkingVan, dodeKolom, gaten, isVoorbijgestreefd, overlappingen } from './dekking.ts'
import type { Proefwaarde } from './proefwaarden.ts'

const HOOGSTENS = 20

/** Rules that overlap, values that no rule fits, and rules that never have their turn. */
export function controleerDekking(beslissing: string, tabel: Tabel): Bevinding[] {
  const dekking = dekkingVan(tabel)
  if (!dekking) {
    return [
      {
        ernst: 'let-op',
        code: 'te-groot',
        beslissing,
        melding: 'Deze tabel is te groot om op overlap en gaten te controleren.',
        raad: 'Verdeel haar over meer beslissingen.',
      },
    ]
  }
  const dood = tabel.regels.flatMap((_regel, i) => dodeCel(beslissing, tabel, dekking, i))
  return [
    ...dood,
    ...overlap(beslissing, tabel, dekking),
    ...voorbij(beslissing, tabel, dekking),
    ...gat(beslissing, tabel, dekking),
  ]
}

function dodeCel(beslissing: string, tabel: Tabel, dekking: Dekking, i: number): Bevinding[] {
  const plek = dodeKolom(dekking, i)
  const [kolom, regel] = [tabel.kolommen[plek ?? -1], tabel.regels[i]]
  if (plek === undefined || !kolom || !regel) return []
  return [
    {
      ernst: 'fout',
      code: 'onbereikbaar',
      beslissing,
      regel: regel.nummer,
      kolom: { soort: 'invoer', plek, label: kolom.label },
      melding: `Op ${regel.cellen[plek]} past geen enkele waarde; deze regel geldt nooit.`,
      raad: 'Verbeter de cel: bij een bereik staat de laagste waarde eerst.',
    },
  ]
}

function overlap(beslissing: string, tabel: Tabel, dekking: Dekking): Bevinding[] {
  if (tabel.trefbeleid !== 'U' && tabel.trefbeleid !== 'A') return []
  const botsend = overlappingen(dekking).filter(
    ({ regels: [a, b] }) => tabel.trefbeleid === 'U' || verschillen(tabel, a, b),
  )
  return botsend.slice(0, HOOGSTENS).map(({ regels: [a, b], bij }) => ({
    ernst: 'fout',
    code: 'overlap',
    beslissing,
    regel: b + 1,
    melding: `Regel ${a + 1} en regel ${b + 1} passen allebei bij ${beschrijf(
      tabel,
      bij.map((waarde) => [waarde]),
    )}.`,
    raad:
      tabel.trefbeleid === 'U'
        ? 'Maak een van beide regels nauwer, of kies trefbeleid F (de eerste geldt).'
        : 'Geef ze dezelfde uitkomst, of maak een van beide nauwer.',
  }))
}

function verschillen(tabel: Tabel, a: number, b: number): boolean {
  return JSON.stringify(tabel.regels[a]?.uitkomsten) !== JSON.stringify(tabel.regels[b]?.uitkomsten)
}

function voorbij(beslissing: string, tabel: Tabel, dekking: Dekking): Bevinding[] {
  if (tabel.trefbeleid !== 'F') return []
  return tabel.regels.flatMap((regel, i): Bevinding[] => {
    const eerdere = Array.from({ length: i }, (_, j) => j)
    if (dodeKolom(dekking, i) !== undefined || !isVoorbijgestreefd(dekking, i, eerdere)) return []
    return [
      {
        ernst: 'let-op',
        code: 'onbereikbaar',
        beslissing,
        regel: regel.nummer,
        melding: `Regel ${regel.nummer} komt nooit aan de beurt: eerdere regels passen altijd al.`,
        raad: 'Zet de regel hoger, of verwijder hem.',
      },
    ]
  })
}

function gat(beslissing: string, tabel: Tabel, dekking: Dekking): Bevinding[] {
  const verzamelend = /^[CRO]/.test(tabel.trefbeleid)
  if (verzamelend || tabel.uitkomsten.some((kolom) => kolom.standaard)) return []
  const { gaten: gevonden, volledig } = gaten(dekking, HOOGSTENS)
  const meldingen = gevonden.map(
    (plek): Bevinding => ({
      ernst: 'let-op',
      code: 'gat',
      beslissing,
      melding: `Geen regel past bij ${beschrijf(tabel, plek)}; de uitkomst is dan leeg.`,
      raad: 'Voeg een regel toe, of geef de uitkomst een standaardwaarde.',
    }),
  )
  if (volledig) return meldingen
  const melding = 'Deze tabel heeft te veel combinaties om op alle gaten te controleren.'
  return [
    ...meldingen,
    { ernst: 'let-op', code: 'te-groot', beslissing, melding, raad: 'Verdeel haar over meer beslissingen.' },
  ]
}

/** The columns that matter, with their values: `"cv" als element en ja als kwetsbaar`. */
function beschrijf(tabel: Tabel, perKolom: readonly (readonly Proefwaarde[])[]): string {
  const delen = perKolom.flatMap((waarden, k) => {
    const label = tabel.kolommen[k]?.label ?? ''
    return waarden.length ? [`${label}: ${waarden.map(({ naam }) => naam).join(' of ')}`] : []
  })
  return delen.length ? delen.join('; ') : 'welke waarden dan ook'
}
