/** An element of an XML file; names without their prefix. */
export type Knoop = {
  naam: string
  attributen: Readonly<Record<string, string>>
  kinderen: readonly Knoop[]
  /** Its own text, without that of its children. */
  tekst: string
}

/** @returns undefined for what is no XML */
export function leesXmlboom(xml: string): Knoop | undefined {
  const bestand = new DOMParser().parseFromString(xml, 'application/xml')
  return bestand.querySelector('parsererror') ? undefined : knoopVan(bestand.documentElement)
}

function knoopVan(element: Element): Knoop {
  return {
    naam: element.localName,
    attributen: Object.fromEntries(
      [...element.attributes]
        .filter(({ name }) => !name.startsWith('xmlns'))
        .map(({ localName, value }) => [localName, value]),
    ),
    kinderen: [...element.children].map(knoopVan),
    tekst: [...element.childNodes]
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE || nodeType === Node.CDATA_SECTION_NODE)
      .map(({ textContent }) => textContent ?? '')
      .join('')
      .trim(),
  }
}
