/** Channels where one speaks: a salutation is for what is written. */
const gesproken: ReadonlySet<string> = new Set(['telefoon', 'balie', 'huisbezoek'])

/** How the text of a terugkoppeling starts on this channel. */
export function aanhefVoor(kanaalCode: string, aanhef: string): string {
  return aanhef === '' || gesproken.has(kanaalCode) ? '' : `${aanhef},\n\n`
}

/** Nothing was typed yet: empty, or the salutation alone. That is no answer to a customer. */
export function isNogLeeg(tekst: string, aanhef: string): boolean {
  const typed = tekst.trim().replace(/,$/, '')
  return typed === '' || typed === aanhef
}
