/** One line of a CSV file, or why it could not be read. `regel` is the line in the file, as an editor counts. */
export type CsvRij = { regel: number; cellen: string[] } | { regel: number; fout: string }

export type CsvLezer = {
  /** Rows that are complete with this piece of text. */
  voer(tekst: string): CsvRij[]
  /** What is left at the end of the file. */
  einde(): CsvRij[]
}

/** Longer than any real row; a quote that is never closed must not swallow the file or the memory. */
const hoogstens = 1024 * 1024

/**
 * Reads CSV (RFC 4180, any separator) in pieces. A row that cannot be read is one rejected row: reading goes on at the
 * next line, also after a quote that was never closed. Libraries stop there, or lose the rest of the file.
 */
export function maakCsvLezer(scheiding: string, grens = hoogstens): CsvLezer {
  let tekst = ''
  let regel = 1
  /** Inside a line that is too long: everything up to its end is dropped. */
  let overslaan = false

  function lees(isEinde: boolean): CsvRij[] {
    const rijen: CsvRij[] = []
    let van = 0
    while (van < tekst.length) {
      const eind = tekst.indexOf('\n', van)
      if (overslaan) {
        if (eind < 0) break
        overslaan = false
        van = eind + 1
        regel++
        continue
      }
      if (eind < 0 && !isEinde) {
        if (tekst.length - van <= grens) break
        rijen.push({ regel, fout: TE_LANG })
        overslaan = true
        break
      }
      const regeleind = eind < 0 ? tekst.length : eind
      const lijn = zonderReturn(tekst.slice(van, regeleind))
      if (!lijn.includes('"')) {
        const cellen = lijn.split(scheiding)
        if (lijn.length > grens) rijen.push({ regel, fout: TE_LANG })
        else if (cellen.some(isGevuld)) rijen.push({ regel, cellen })
        van = regeleind + 1
        regel++
        continue
      }
      const record = leesMetAanhalingstekens(tekst, van, scheiding, isEinde)
      if (record === 'onaf' && !isEinde && tekst.length - van <= grens) break
      if (typeof record === 'string' || record.tot - van > grens) {
        rijen.push({ regel, fout: typeof record === 'string' ? FOUT[record] : TE_LANG })
        van = regeleind + 1
        regel++
        continue
      }
      if (record.cellen.some(isGevuld)) rijen.push({ regel, cellen: record.cellen })
      regel += regelsIn(tekst, van, record.tot)
      van = record.tot
    }
    tekst = overslaan ? '' : tekst.slice(van)
    return rijen
  }

  return {
    voer(stuk) {
      tekst += stuk
      return lees(false)
    },
    einde() {
      return lees(true)
    },
  }
}

const TE_LANG = 'Deze rij is te lang. Misschien ontbreekt er een aanhalingsteken of een regeleinde.'
const FOUT = {
  onaf: 'Een aanhalingsteken (") in deze rij wordt niet gesloten.',
  rommel: 'Er staat tekst achter een gesloten aanhalingsteken ("). Zet een " in de tekst dubbel ("").',
}

/** `onaf`: the text ends inside quotes. `rommel`: something stands between a closing quote and the separator. */
function leesMetAanhalingstekens(
  tekst: string,
  van: number,
  scheiding: string,
  isEinde: boolean,
): { cellen: string[]; tot: number } | 'onaf' | 'rommel' {
  const cellen: string[] = []
  for (let plek = van; ; ) {
    let cel: string
    if (tekst[plek] === '"') {
      const sluit = sluitendTeken(tekst, plek + 1)
      if (sluit < 0) return 'onaf'
      cel = tekst.slice(plek + 1, sluit).replaceAll('""', '"')
      plek = sluit + 1
    } else {
      const tot = volgende(tekst, plek, scheiding)
      cel = zonderReturn(tekst.slice(plek, tot))
      plek = tot
    }
    cellen.push(cel)
    if (tekst.startsWith('\r\n', plek)) plek++
    // At the edge of a piece: the next one may start with the other half of a doubled quote, or of a line break.
    if (plek >= tekst.length || (!isEinde && plek + 1 >= tekst.length && tekst[plek] === '\r')) {
      return isEinde ? { cellen, tot: tekst.length } : 'onaf'
    }
    if (tekst[plek] === '\n') return { cellen, tot: plek + 1 }
    if (!tekst.startsWith(scheiding, plek)) return 'rommel'
    plek += scheiding.length
  }
}

function sluitendTeken(tekst: string, van: number): number {
  for (let plek = tekst.indexOf('"', van); plek >= 0; plek = tekst.indexOf('"', plek + 2)) {
    if (tekst[plek + 1] !== '"') return plek
  }
  return -1
}

function volgende(tekst: string, van: number, scheiding: string): number {
  const plekken = [tekst.indexOf(scheiding, van), tekst.indexOf('\n', van)].filter((plek) => plek >= 0)
  return plekken.length > 0 ? Math.min(...plekken) : tekst.length
}

function regelsIn(tekst: string, van: number, tot: number): number {
  let aantal = 0
  for (let plek = tekst.indexOf('\n', van); plek >= 0 && plek < tot; plek = tekst.indexOf('\n', plek + 1)) aantal++
  return aantal
}

/** A row without any text is not a row: Excel writes them below a table. */
const isGevuld = (cel: string) => cel.trim() !== ''

const zonderReturn = (lijn: string) => (lijn.endsWith('\r') ? lijn.slice(0, -1) : lijn)

/** The separator of a header line: the one of `;` `,` tab `|` that occurs most outside quotes. */
export function raadScheiding(kopregel: string): string {
  const buiten = kopregel.replace(/"[^"]*"?/g, '')
  const tel = (teken: string) => buiten.split(teken).length - 1
  return [';', ',', '\t', '|'].reduce((beste, teken) => (tel(teken) > tel(beste) ? teken : beste))
}
