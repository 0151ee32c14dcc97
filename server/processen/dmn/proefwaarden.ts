import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin'
import { evalFeelWaarde, evalUnaryTest } from '#contract/regels/feel/feel.ts'
import type { Literaal } from '#contract/regels/feel/literalen.ts'
import type { Soort } from './beslismodel.ts'

/** A value that stands for all values between two that a column mentions, and what that region is called. */
export type Proefwaarde = { waarde: unknown; naam: string }

/**
 * The values of a column at which its cells can change their mind: the ones that are mentioned, and one from each region
 * around and between them. What holds for these, holds for every value.
 */
export function proefwaardenVan(soort: Soort, literalen: readonly Literaal[]): Proefwaarde[] {
  const genoemd = uniek(literalen.map(({ waarde }) => waarde).filter((waarde) => waarde !== null))
  const enkele = enkeleWaarden(soort, genoemd)
  const mogelijk = soort.toegestaan ? enkele.filter(({ waarde }) => evalUnaryTest(soort.toegestaan, waarde)) : enkele
  const waarden = soort.lijst ? lijsten(mogelijk) : mogelijk
  const kentLeeg = literalen.some(({ waarde }) => waarde === null)
  return kentLeeg ? [...waarden, { waarde: null, naam: 'niet bekend' }] : waarden
}

function enkeleWaarden(soort: Soort, genoemd: unknown[]): Proefwaarde[] {
  if (soort.grond === 'boolean') return JA_NEE
  const getallen = genoemd.filter((waarde) => typeof waarde === 'number')
  const teksten = genoemd.filter((waarde) => typeof waarde === 'string')
  const momenten = genoemd.filter(isTijd)
  const gevonden = [
    ...(getallen.length ? rondGetallen(getallen) : []),
    ...(teksten.length || soort.toegestaan ? rondTeksten(teksten, soort) : []),
    ...(momenten.length ? rondMomenten(momenten) : []),
    ...(genoemd.some((waarde) => typeof waarde === 'boolean') ? JA_NEE : []),
  ]
  return gevonden.length ? gevonden : [{ waarde: undefined, naam: 'elke waarde' }]
}

const JA_NEE: Proefwaarde[] = [
  { waarde: true, naam: 'ja' },
  { waarde: false, naam: 'nee' },
]

function rondGetallen(genoemd: number[]): Proefwaarde[] {
  const op = genoemd.toSorted((a, b) => a - b)
  const [laagste = 0, hoogste = 0] = [op[0], op.at(-1)]
  return [
    { waarde: laagste - 1, naam: `lager dan ${laagste}` },
    ...op.flatMap((getal, i) => {
      const volgende = op[i + 1]
      const zelf = { waarde: getal, naam: String(getal) }
      if (volgende === undefined) return [zelf]
      return [zelf, { waarde: (getal + volgende) / 2, naam: `tussen ${getal} en ${volgende}` }]
    }),
    { waarde: hoogste + 1, naam: `hoger dan ${hoogste}` },
  ]
}

function rondTeksten(genoemd: string[], { toegestaan }: Soort): Proefwaarde[] {
  const toegelaten = toegestaan ? tekstenIn(toegestaan) : []
  const teksten = [...new Set([...toegelaten, ...genoemd])]
  const anders = {
    waarde: `${teksten.join('')} anders`,
    naam: teksten.length === 1 ? `anders dan "${teksten[0]}"` : 'iets anders',
  }
  return [...teksten.map((waarde) => ({ waarde, naam: `"${waarde}"` })), anders]
}

function tekstenIn(toegestaan: string): string[] {
  const waarden = evalFeelWaarde(`[${toegestaan}]`, {})
  return Array.isArray(waarden) ? waarden.filter((waarde) => typeof waarde === 'string') : []
}

type Tijd = FeelDate | FeelDateTime | FeelTime | FeelDuration
const isTijd = (waarde: unknown): waarde is Tijd =>
  [FeelDate, FeelDateTime, FeelTime, FeelDuration].some((soort) => waarde instanceof soort)

/** Days, seconds and months are counted whole: just before, on, and just after are all there is. */
function rondMomenten(genoemd: Tijd[]): Proefwaarde[] {
  return genoemd.flatMap((moment) => {
    const stap =
      moment instanceof FeelDate ? 'P1D' : moment instanceof FeelDuration && moment.yearsMonths ? 'P1M' : 'PT1S'
    const rond = (teken: string) =>
      evalFeelWaarde(`moment ${teken} duration("${stap}")`, { moment }, { herkenDatums: false })
    return [
      { waarde: rond('-'), naam: `vóór ${moment}` },
      { waarde: moment, naam: String(moment) },
      { waarde: rond('+'), naam: `na ${moment}` },
    ]
  })
}

function lijsten(enkele: Proefwaarde[]): Proefwaarde[] {
  const alle = enkele.map(({ waarde }) => waarde)
  return [
    { waarde: [], naam: 'een lege lijst' },
    ...enkele.map(({ waarde, naam }) => ({ waarde: [waarde], naam: `alleen ${naam}` })),
    ...(enkele.length > 1 ? [{ waarde: alle, naam: `${enkele.map(({ naam }) => naam).join(' en ')} samen` }] : []),
  ]
}

function uniek(waarden: unknown[]): unknown[] {
  return [...new Map(waarden.map((waarde) => [`${typeof waarde}${String(waarde)}`, waarde])).values()]
}
