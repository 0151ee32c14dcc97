/** A decision table in the shortest form that a test can read. */
export type Testtabel = {
  id?: string
  naam?: string
  /** DMN's own words: `UNIQUE`, `COLLECT` … */
  trefbeleid?: string
  aggregatie?: string
  /** `naam` of an input or of a needed decision; `type` of FEEL or of `typen`; `waarden` are the allowed ones. */
  invoer: { naam: string; expressie?: string; type?: string; waarden?: string }[]
  uitkomsten: { naam: string; type?: string; waarden?: string; standaard?: string }[]
  /** Cells of the inputs, of the outputs, and what the rule says about itself. */
  regels: [cellen: string[], uitkomsten: string[], opmerking?: string][]
  nodig?: string[]
}

/** A DMN 1.3 file with these tables; names that no table decides become inputs. */
export function dmnMet(tabellen: Testtabel[], { typen = '' }: { typen?: string } = {}): string {
  const invoer = new Map<string, string>()
  for (const tabel of tabellen) {
    for (const { naam, type } of tabel.invoer) {
      if (!tabellen.some((ander) => naamVan(ander) === naam)) invoer.set(naam, invoer.get(naam) ?? type ?? 'Any')
    }
  }
  const namen = [...invoer.keys()]
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="regels" name="Regels" namespace="https://rondom.nl/test">
${typen}
${namen.map((naam, i) => `<inputData id="invoer-${i}" name="${naam}"><variable name="${naam}" typeRef="${invoer.get(naam)}"/></inputData>`).join('\n')}
${tabellen.map((tabel) => beslissing(tabel, tabellen, namen)).join('\n')}
</definitions>`
}

const naamVan = (tabel: Testtabel) => tabel.naam ?? 'Besluit'
const idVan = (tabel: Testtabel) => tabel.id ?? 'besluit'
const xml = (tekst: string) => tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function beslissing(tabel: Testtabel, alle: Testtabel[], invoer: string[]): string {
  const nodig = [...tabel.invoer.map(({ naam }) => naam), ...(tabel.nodig ?? [])]
  const behoeften = [...new Set(nodig)].map((naam) => {
    const ander = alle.find((each) => naamVan(each) === naam)
    const verwijzing = ander
      ? `<requiredDecision href="#${idVan(ander)}"/>`
      : `<requiredInput href="#invoer-${invoer.indexOf(naam)}"/>`
    return `<informationRequirement>${verwijzing}</informationRequirement>`
  })
  return `<decision id="${idVan(tabel)}" name="${naamVan(tabel)}">
<variable name="${naamVan(tabel)}"/>
${behoeften.join('\n')}
<decisionTable hitPolicy="${tabel.trefbeleid ?? 'UNIQUE'}"${tabel.aggregatie ? ` aggregation="${tabel.aggregatie}"` : ''}>
${tabel.invoer.map(kolom).join('\n')}
${tabel.uitkomsten.map(uitkomst).join('\n')}
<annotation name="Bron"/>
${tabel.regels.map(regel).join('\n')}
</decisionTable>
</decision>`
}

function kolom({ naam, expressie, type, waarden }: Testtabel['invoer'][number]): string {
  return `<input label="${naam}"><inputExpression typeRef="${type ?? 'Any'}"><text>${xml(expressie ?? naam)}</text></inputExpression>${waarden ? `<inputValues><text>${xml(waarden)}</text></inputValues>` : ''}</input>`
}

function uitkomst({ naam, type, waarden, standaard }: Testtabel['uitkomsten'][number]): string {
  return `<output name="${naam}" label="${naam}" typeRef="${type ?? 'Any'}">${waarden ? `<outputValues><text>${xml(waarden)}</text></outputValues>` : ''}${standaard ? `<defaultOutputEntry><text>${xml(standaard)}</text></defaultOutputEntry>` : ''}</output>`
}

function regel([cellen, uitkomsten, opmerking]: Testtabel['regels'][number]): string {
  return `<rule>${cellen.map((cel) => `<inputEntry><text>${xml(cel)}</text></inputEntry>`).join('')}${uitkomsten.map((cel) => `<outputEntry><text>${xml(cel)}</text></outputEntry>`).join('')}<annotationEntry><text>${xml(opmerking ?? '')}</text></annotationEntry></rule>`
}
