import { FeelDate, FeelDateTime } from 'feelin'
import {
  addDagen,
  addWerkdagen,
  countWerkdagen,
  eersteWerkdagVanaf,
  type IsVrij,
  isDatum,
  isWerkdag,
} from '../werkdagen.ts'
import { feelDatum, feelMoment } from './waarden.ts'

/**
 * What Rondom adds to FEEL: the working days of the organisatie under Dutch names, and a clock that is given rather than
 * read, so that an evaluation can be repeated and a scenario can move the time by hand.
 */
export function eigenFuncties(nu: Date | undefined, isVrij: IsVrij | undefined): Record<string, unknown> {
  const moment = () => (nu ? (feelMoment(nu) ?? null) : geenKlok())
  const dag = () => feelDatum(moment()?.toString().slice(0, 10) ?? '') ?? null
  const functies: Record<(typeof EIGEN_FUNCTIES)[number], Functie> = {
    now: functie([], moment),
    nu: functie([], moment),
    today: functie([], dag),
    vandaag: functie([], dag),
    'werkdagen na': functie(['datum', 'aantal'], (datum, aantal) =>
      opDag(datum, (van) => (isAantal(aantal) ? dagVan(addWerkdagen(van, aantal, isVrij)) : null)),
    ),
    'werkdagen tussen': functie(['van', 'tot'], (van, tot) =>
      opDag(van, (eerste) =>
        opDag(tot, (laatste) => (tel(eerste, laatste) ? countWerkdagen(eerste, laatste, isVrij) : null)),
      ),
    ),
    'werkdag vanaf': functie(['datum'], (datum) => opDag(datum, (van) => dagVan(eersteWerkdagVanaf(van, isVrij)))),
    werkdag: functie(['datum'], (datum) => opDag(datum, (van) => isWerkdag(van, isVrij))),
    'dagen na': functie(['datum', 'aantal'], (datum, aantal) =>
      opDag(datum, (van) => (isAantal(aantal) ? dagVan(addDagen(van, aantal)) : null)),
    ),
    'maanden na': functie(['datum', 'aantal'], (datum, aantal) =>
      opDag(datum, (van) => (isAantal(aantal) ? dagVan(plusMaanden(van, aantal)) : null)),
    ),
    'laatste dag van maand': functie(['datum'], (datum) =>
      opDag(datum, (van) => dagVan(addDagen(plusMaanden(`${van.slice(0, 8)}01`, 1), -1))),
    ),
  }
  return functies
}

export const EIGEN_FUNCTIES = [
  'now',
  'nu',
  'today',
  'vandaag',
  'werkdagen na',
  'werkdagen tussen',
  'werkdag vanaf',
  'werkdag',
  'dagen na',
  'maanden na',
  'laatste dag van maand',
] as const

type Functie = ((...args: unknown[]) => unknown) & { $args: string[] }

/** feelin reads the names of parameters from `$args`. */
function functie(args: string[], werk: (...args: unknown[]) => unknown): Functie {
  return Object.assign((...waarden: unknown[]) => werk(...waarden), { $args: args })
}

function geenKlok(): never {
  throw new Error('hier is geen klok: vandaag en nu zijn niet bekend')
}

function opDag(waarde: unknown, werk: (datum: string) => unknown): unknown {
  if (!(waarde instanceof FeelDate || waarde instanceof FeelDateTime)) return null
  const datum = waarde.toString().slice(0, 10)
  return isDatum(datum) ? werk(datum) : null
}

function dagVan(datum: string): FeelDate | null {
  return feelDatum(datum) ?? null
}

/** Ten years to either side: what lies further is a mistake, and would be counted day by day. */
function isAantal(aantal: unknown): aantal is number {
  return Number.isInteger(aantal) && Math.abs(Number(aantal)) <= 2600
}

function tel(van: string, tot: string): boolean {
  return Math.abs(Date.parse(tot) - Date.parse(van)) <= 3660 * 86_400_000
}

/** A month after 31 January is the last day of February. */
function plusMaanden(datum: string, aantal: number): string {
  const [jaar = 0, maand = 1, dag = 1] = datum.split('-').map(Number)
  const teller = jaar * 12 + maand - 1 + aantal
  const laatste = new Date(Date.UTC(Math.floor(teller / 12), (teller % 12) + 1, 0)).getUTCDate()
  const delen = [Math.floor(teller / 12), (teller % 12) + 1, Math.min(dag, laatste)]
  return delen.map((deel, i) => String(deel).padStart(i ? 2 : 4, '0')).join('-')
}
