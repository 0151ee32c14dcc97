import type { ProcesWacht, ZaakProces } from '#contract/processen.ts'

export type Beslissing = ZaakProces['beslissingen'][number]
export type Actie = ZaakProces['acties'][number]
export type GedaneStap = {
  sleutel: string
  naam: string
  begin: boolean
  /** Rondom did it by itself, in the wake of what somebody did. */
  vanzelf: boolean
  afgebroken: boolean
  op: string
  door: string
  beslissingen: Beslissing[]
}
export type LopendeStap = { wacht: ProcesWacht; acties: Actie[] }

export type Stappenlijst = {
  gedaan: GedaneStap[]
  nu: LopendeStap[]
  /** What can happen besides, at any moment. */
  terzijde: ProcesWacht[]
  straks: ZaakProces['daarna']
}

/** What people call a step: gateways and events without a name are the business of the diagram. */
export function stappenlijst(proces: ZaakProces): Stappenlijst {
  const gedaan = proces.stappen
    .filter((stap) => stap.eindOp !== null && !/Gateway$|^SubProcess$/.test(stap.soort))
    .toSorted((a, b) => a.beginOp.localeCompare(b.beginOp))
  const van = new Map<number, Beslissing[]>()
  const los: Beslissing[] = []
  for (const beslissing of proces.beslissingen) {
    // In a repetition the same step decides more than once: the last one that had begun by then.
    const plek = gedaan.findLastIndex(
      ({ element, beginOp }) => element === beslissing.element && beginOp <= beslissing.op,
    )
    if (plek < 0) los.push(beslissing)
    else van.set(plek, [...(van.get(plek) ?? []), beslissing])
  }
  const stappen = gedaan.flatMap((stap, plek) => {
    const beslissingen = van.get(plek) ?? []
    const begin = stap.soort === 'StartEvent'
    if (stap.naam === stap.element && !begin && beslissingen.length === 0) return []
    return [
      {
        sleutel: `${stap.element}-${plek}`,
        naam: stap.naam === stap.element ? (beslissingen[0]?.naam ?? '') : stap.naam,
        begin,
        vanzelf: /^(BusinessRule|Service|Send)Task$/.test(stap.soort),
        afgebroken: stap.afgebroken,
        op: stap.eindOp ?? stap.beginOp,
        door: stap.door.naam,
        beslissingen,
      },
    ]
  })
  return {
    gedaan: [...stappen, ...los.map(alsStap)].toSorted((a, b) => a.op.localeCompare(b.op)),
    // What one can do comes before what is only waited for.
    nu: proces.wacht
      .filter(({ terzijde }) => !terzijde)
      .toSorted((a, b) => Number(b.mag) - Number(a.mag))
      .map((wacht) => ({ wacht, acties: openActies(proces, wacht.element) })),
    terzijde: proces.wacht.filter(({ terzijde }) => terzijde),
    straks: proces.daarna.filter(({ element, naam }) => naam !== element).slice(0, 4),
  }
}

function alsStap(beslissing: Beslissing): GedaneStap {
  return {
    sleutel: `${beslissing.element}-${beslissing.op}`,
    naam: beslissing.naam,
    begin: false,
    vanzelf: true,
    afgebroken: false,
    op: beslissing.op,
    door: '',
    beslissingen: [beslissing],
  }
}

const openActies = ({ acties }: ZaakProces, element: string): Actie[] =>
  acties.filter(
    (actie) =>
      actie.element === element && (actie.status === 'mislukt' || (actie.status === 'klaar_te_staan' && actie.fout)),
  )

/** Where what is filled in at a step is kept, in this tab. */
export const conceptsleutel = (wachtId: string) => `stap.${wachtId}`
