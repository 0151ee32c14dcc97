import Holidays from 'date-holidays'

export type Feestdag = { datum: string; naam: string }

export type Feestdagkeuze = {
  /** Not a public holiday by law; many collective agreements make it one. */
  goedeVrijdag?: boolean
  /** 5 May is a day off once in five years (cao Woondiensten and most others). */
  bevrijdingsdag?: 'lustrum' | 'jaarlijks' | 'nooit'
}

/** The Dutch holidays of a year in order of date, as days on which the office is closed. */
export function feestdagen(
  jaar: number,
  { goedeVrijdag = false, bevrijdingsdag = 'lustrum' }: Feestdagkeuze = {},
): Feestdag[] {
  const isVrij = ({ rule, type }: { rule: string; type: string }) => {
    if (rule === 'easter -2') return goedeVrijdag
    if (rule === '05-05') return bevrijdingsdag === 'jaarlijks' || (bevrijdingsdag === 'lustrum' && jaar % 5 === 0)
    return type === 'public'
  }
  // One name per day: Hemelvaartsdag falls on 5 May now and then (2016).
  const byDate = new Map<string, string[]>()
  for (const { date, name, ...holiday } of dutchHolidays().getHolidays(jaar)) {
    if (isVrij(holiday)) byDate.set(date.slice(0, 10), [...(byDate.get(date.slice(0, 10)) ?? []), NAMEN[name] ?? name])
  }
  return [...byDate].sort(([a], [b]) => (a < b ? -1 : 1)).map(([datum, namen]) => ({ datum, naam: namen.join(' en ') }))
}

/** The library's names in the spelling of the Woordenlijst. */
const NAMEN: Record<string, string> = {
  Nieuwjaar: 'Nieuwjaarsdag',
  Pasen: 'Eerste Paasdag',
  'Tweede paasdag': 'Tweede Paasdag',
  Pinksteren: 'Eerste Pinksterdag',
  'Tweede pinksterdag': 'Tweede Pinksterdag',
  Kerstmis: 'Eerste Kerstdag',
  'Tweede kerstdag': 'Tweede Kerstdag',
}

let holidays: Holidays | undefined

/** Made once: reading the rules of the Netherlands takes longer than asking them. */
function dutchHolidays(): Holidays {
  holidays ??= new Holidays('NL', { languages: ['nl'], timezone: 'Europe/Amsterdam' })
  return holidays
}
