/** One object of a JSON file, or why it could not be read. `regel` is its number in the file. */
export type JsonRij = { regel: number; object: Record<string, unknown> } | { regel: number; fout: string }

export type JsonLezer = { voer(tekst: string): JsonRij[]; einde(): JsonRij[] }

const hoogstens = 1024 * 1024

/**
 * Reads the objects of an array in pieces, so that a file may be larger than memory: `[{…}, {…}]`, or an object that
 * holds such arrays: `{"relaties": [{…}], "eenheden": [{…}]}`. An object that is broken or too large is one rejected row.
 */
export function maakJsonLezer(grens = hoogstens): JsonLezer {
  const open: string[] = []
  let regel = 0
  let inTekst = false
  let ontsnapt = false
  /** Depth at which the captured object started; 0 when none is. */
  let begin = 0
  let vangst = ''
  let teGroot = false
  let vreemd = false

  function voer(tekst: string): JsonRij[] {
    const rijen: JsonRij[] = []
    let van = 0
    for (let plek = 0; plek < tekst.length; plek++) {
      const teken = tekst.charCodeAt(plek)
      if (inTekst) {
        if (ontsnapt) ontsnapt = false
        else if (teken === BACKSLASH) ontsnapt = true
        else if (teken === QUOTE) inTekst = false
        continue
      }
      switch (teken) {
        case QUOTE:
          inTekst = true
          break
        case OPEN:
        case OPEN_LIJST: {
          const isElement = teken === OPEN && isLijst(open)
          open.push(teken === OPEN ? '{' : '[')
          if (isElement && begin === 0) {
            begin = open.length
            van = plek
          }
          break
        }
        case SLUIT:
        case SLUIT_LIJST:
          if (begin > 0 && open.length === begin) {
            bewaar(tekst.slice(van, plek + 1))
            rijen.push(rijVan())
            begin = 0
          }
          open.pop()
          break
        default:
          if (open.length === 0 && !/\s/.test(tekst.charAt(plek))) vreemd = true
      }
    }
    if (begin > 0) bewaar(tekst.slice(van))
    return rijen
  }

  function bewaar(stuk: string): void {
    if (vangst.length + stuk.length > grens) teGroot = true
    vangst = teGroot ? '' : vangst + stuk
  }

  function rijVan(): JsonRij {
    regel++
    const tekst = vangst
    const groot = teGroot
    vangst = ''
    teGroot = false
    if (groot) return { regel, fout: 'Dit object is te groot. Misschien ontbreekt er een haakje of aanhalingsteken.' }
    try {
      return { regel, object: JSON.parse(tekst) as Record<string, unknown> }
    } catch {
      return { regel, fout: 'Dit object is geen geldige JSON.' }
    }
  }

  return {
    voer,
    einde() {
      if (open.length > 0 || inTekst) return [{ regel: regel + 1, fout: 'Het bestand houdt midden in een object op.' }]
      if (vreemd || regel === 0)
        return [{ regel: regel + 1, fout: 'Hier staat geen lijst met objecten: [ {…}, {…} ].' }]
      return []
    },
  }
}

/** `[` or `{ "naam": [`: what stands in here is an object of its own. */
function isLijst(open: readonly string[]): boolean {
  if (open.length === 1) return open[0] === '['
  return open.length === 2 && open[0] === '{' && open[1] === '['
}

const QUOTE = 34
const BACKSLASH = 92
const OPEN = 123
const SLUIT = 125
const OPEN_LIJST = 91
const SLUIT_LIJST = 93
