/** A decision of a DMN file as one can read it: a table, or a single calculation. */
export type Tabel = {
  id: string
  naam: string
  uitleg: string
  vraag: string
  trefbeleid: string
  nodig: string[]
  /** FEEL, when it is no table. */
  expressie: string | undefined
  invoer: Kolom[]
  uitvoer: Kolom[]
  heeftUitleg: boolean
  regels: { id: string; als: Cel[]; dan: Cel[]; uitleg: string }[]
}
export type Kolom = { id: string; naam: string; expressie: string; waarden: string }
export type Cel = { id: string; tekst: string }

/** @returns undefined for what is no XML */
export function leesTabellen(xml: string): Tabel[] | undefined {
  const bestand = new DOMParser().parseFromString(xml, 'application/xml')
  if (bestand.querySelector('parsererror')) return undefined
  const namen = new Map(
    [...bestand.querySelectorAll('[id][name]')].map((each) => [each.id, each.getAttribute('name') ?? '']),
  )
  return alle(bestand, 'decision').map((beslissing) => {
    const tabel = kinderen(beslissing, 'decisionTable')[0]
    return {
      id: beslissing.id,
      naam: beslissing.getAttribute('name') ?? beslissing.id,
      uitleg: tekst(kinderen(beslissing, 'description')[0]),
      vraag: tekst(kinderen(beslissing, 'question')[0]),
      trefbeleid: tabel ? (tabel.getAttribute('hitPolicy') ?? 'UNIQUE') : 'expressie',
      nodig: [...beslissing.getElementsByTagNameNS('*', 'informationRequirement')].flatMap(({ children }) =>
        [...children].flatMap((each) => namen.get(each.getAttribute('href')?.replace('#', '') ?? '') ?? []),
      ),
      expressie: tabel ? undefined : tekst(kinderen(beslissing, 'literalExpression')[0]),
      invoer: tabel ? kinderen(tabel, 'input').map(invoerkolom) : [],
      uitvoer: tabel ? kinderen(tabel, 'output').map(uitvoerkolom) : [],
      heeftUitleg: tabel ? kinderen(tabel, 'annotation').length > 0 : false,
      regels: tabel ? kinderen(tabel, 'rule').map(regel) : [],
    }
  })
}

function invoerkolom(kolom: Element): Kolom {
  const expressie = tekst(kinderen(kolom, 'inputExpression')[0])
  return {
    id: kolom.id,
    naam: kolom.getAttribute('label') || expressie,
    expressie,
    waarden: tekst(kinderen(kolom, 'inputValues')[0]),
  }
}

function uitvoerkolom(kolom: Element): Kolom {
  const naam = kolom.getAttribute('name') ?? ''
  return {
    id: kolom.id,
    naam: kolom.getAttribute('label') || naam,
    expressie: naam,
    waarden: tekst(kinderen(kolom, 'outputValues')[0]),
  }
}

function regel(rij: Element): Tabel['regels'][number] {
  const cel = (each: Element): Cel => ({ id: each.id, tekst: tekst(each) })
  return {
    id: rij.id,
    als: kinderen(rij, 'inputEntry').map(cel),
    dan: kinderen(rij, 'outputEntry').map(cel),
    uitleg: kinderen(rij, 'annotationEntry').map(tekst).join(' '),
  }
}

const alle = (bestand: Document, naam: string) => [...bestand.getElementsByTagNameNS('*', naam)]
const kinderen = (element: Element, naam: string) => [...element.children].filter((each) => each.localName === naam)
const tekst = (element: Element | undefined) => element?.textContent?.trim() ?? ''
