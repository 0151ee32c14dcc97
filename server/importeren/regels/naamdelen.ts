import { cleanEenRegel } from '#contract/regels/kenmerken.ts'
import { TUSSENVOEGSELS } from '#contract/regels/tussenvoegsels.ts'

type Delen = { tussenvoegsels: string; achternaam: string }

/**
 * A surname as systems export it, in its parts: "Berg, van den" and "van den Berg" both hold a tussenvoegsel, "JANSEN-DE
 * VRIES" is somebody's Caps Lock.
 * @param tussenvoegsels undefined when the source has no such column: then also a capital "Van den" is taken off
 */
export function splitsAchternaam(achternaam: string, tussenvoegsels: string | undefined): Delen {
  const naam = kleineLetters(cleanEenRegel(achternaam))
  if (tussenvoegsels?.trim()) return { tussenvoegsels, achternaam: naam }
  const [kern = '', achter = '', ...meer] = naam.split(/\s*,\s*/)
  if (kern && achter && meer.length === 0 && woorden(achter).every(isTussenvoegsel)) {
    return { tussenvoegsels: achter, achternaam: kern }
  }
  const alle = woorden(naam)
  let aantal = 0
  while (aantal < alle.length - 1 && isVooraan(alle[aantal] ?? '', tussenvoegsels === undefined)) aantal++
  const voor = alle.slice(0, aantal).join(' ')
  const kaal = alle.slice(aantal).join(' ')
  const [, elisie, rest] = aantal === 0 || voor ? (/^([dl]')(?=\p{Lu})(.+)$/u.exec(kaal) ?? []) : []
  if (elisie && rest) return { tussenvoegsels: [voor, elisie].filter(Boolean).join(' '), achternaam: rest }
  return { tussenvoegsels: voor, achternaam: kaal }
}

/** "Johan Albert" → "J.A.", for a source that has first names but no initials. */
export function initialenVan(voornamen: string): string {
  return woorden(cleanEenRegel(voornamen).replace(/\(.*?\)/g, ''))
    .map((naam) =>
      naam
        .split('-')
        .map((deel) => (deel[0] ? `${deel[0].toUpperCase()}.` : ''))
        .join('-'),
    )
    .join('')
}

const woorden = (tekst: string) => tekst.split(/\s+/).filter(Boolean)

const isTussenvoegsel = (woord: string) => TUSSENVOEGSELS.has(woord.toLowerCase())

function isVooraan(woord: string, ookHoofdletter: boolean): boolean {
  return ookHoofdletter ? isTussenvoegsel(woord) : TUSSENVOEGSELS.has(woord)
}

/** Wholly in capitals: back to a normal name, part by part. Short ones (an acronym, "LE") stay. */
function kleineLetters(naam: string): string {
  if (naam !== naam.toUpperCase() || !/\p{L}{4}/u.test(naam)) return naam
  return naam
    .toLowerCase()
    .split(/(?<=[\s-])/)
    .map((deel) => (isTussenvoegsel(deel.trim()) ? deel : metHoofdletter(deel)))
    .join('')
}

function metHoofdletter(deel: string): string {
  if (deel.startsWith('ij')) return `IJ${deel.slice(2)}`
  return deel.replace(/\p{L}/u, (letter) => letter.toUpperCase())
}
