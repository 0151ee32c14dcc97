import { Bestanden } from '#contract/procesbeheer.ts'

export type Gelezenmap = { map: string; bestanden: Record<string, string>; overgeslagen: string[] }

/** The files of a chosen folder, by their path inside it. What does not belong in a process folder stays behind. */
export async function leesMap(gekozen: readonly File[]): Promise<Gelezenmap> {
  const teksten: Record<string, string> = {}
  for (const bestand of gekozen.slice(0, 400))
    teksten[bestand.webkitRelativePath || bestand.name] = await bestand.text()
  return ordenMap(teksten)
}

/** The process folder is where `proces.bpmn` is, however deep the ZIP or the chosen folder begins. */
export function ordenMap(teksten: Record<string, string>): Gelezenmap {
  const proces = Object.keys(teksten)
    .filter((pad) => /(^|\/)proces\.bpmn$/.test(pad) && !pad.startsWith('__MACOSX/'))
    .toSorted((a, b) => a.length - b.length)[0]
  const wortel = proces?.replace(/proces\.bpmn$/, '') ?? ''
  const bestanden: Record<string, string> = {}
  const overgeslagen: string[] = []
  for (const [pad, tekst] of Object.entries(teksten)) {
    const binnen = pad.startsWith(wortel) ? pad.slice(wortel.length) : pad
    if (pad.startsWith(wortel) && Bestanden.safeParse({ [binnen]: tekst }).success) bestanden[binnen] = tekst
    else overgeslagen.push(pad)
  }
  return { map: wortel.split('/').filter(Boolean).at(-1) ?? '', bestanden, overgeslagen }
}
