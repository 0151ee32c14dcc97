import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Formulierdefinitie } from '#contract/formulieren.ts'
import { isGevraagd } from '#contract/regels/formulier/toonFormulier.ts'
import { voorKlant } from '#contract/regels/formulier/voorKlant.ts'

/** One text that a customer reads, and where it stands. */
export type Klanttekst = { waar: string; tekst: string }

/** Every Dutch text that Rondom itself shows to customers: the portal, and what its processes ask and write. */
export async function klantteksten(root: string): Promise<Klanttekst[]> {
  const portaal = ['web/portaal', 'server'].flatMap((folder) => files(join(root, folder), 'teksten.nl.ts'))
  const uitPortaal = await Promise.all(
    portaal.map(async (pad) => {
      const inhoud = (await import(pathToFileURL(pad).href)) as Record<string, unknown>
      return Object.values(inhoud).flatMap((each) => uitTeksten(each, relative(root, pad)))
    }),
  )
  const processen = join(root, 'processen')
  return [
    ...uitPortaal.flat(),
    ...files(processen, '.md')
      .filter((pad) => /\/(berichten|documenten)\//.test(pad))
      .map((pad) => ({ waar: relative(root, pad), tekst: zonderVelden(readFileSync(pad, 'utf8')) })),
    ...files(processen, 'portaal.json').flatMap((pad) => uitInrichting(root, pad)),
    ...files(processen, '.json')
      .filter((pad) => pad.includes('/formulieren/'))
      .flatMap((pad) => uitFormulier(root, pad)),
  ]
}

function uitTeksten(waarde: unknown, waar: string): Klanttekst[] {
  if (typeof waarde === 'string') return [{ waar, tekst: waarde }]
  // What is filled in does not count: a name or a date is as long as it is.
  if (typeof waarde === 'function') {
    const tekst: unknown = probeer(() => waarde(...Array.from({ length: waarde.length }, () => '1')))
    return typeof tekst === 'string' ? [{ waar, tekst }] : []
  }
  if (typeof waarde !== 'object' || waarde === null) return []
  return Object.entries(waarde).flatMap(([naam, each]) => uitTeksten(each, `${waar}#${naam}`))
}

/** Keys of `portaal.json` and of forms that hold sentences; the English ones are not Dutch. */
function uitInrichting(root: string, pad: string): Klanttekst[] {
  const lees = (waarde: unknown, waar: string): Klanttekst[] => {
    if (typeof waarde === 'string') return /\s/.test(waarde) ? [{ waar, tekst: waarde }] : []
    if (typeof waarde !== 'object' || waarde === null) return []
    return Object.entries(waarde)
      .filter(([naam]) => naam !== 'en' && naam !== 'woorden')
      .flatMap(([naam, each]) => lees(each, `${waar}#${naam}`))
  }
  return lees(JSON.parse(readFileSync(pad, 'utf8')), relative(root, pad))
}

/** What a customer is asked: the fields that are for him, in the words that are for him. */
function uitFormulier(root: string, pad: string): Klanttekst[] {
  const formulier = voorKlant(Formulierdefinitie.parse(JSON.parse(readFileSync(pad, 'utf8'))))
  const { titel, uitleg, delen } = formulier
  const velden = formulier.velden.filter((veld) => isGevraagd(formulier, veld))
  const teksten: [string, string | undefined][] = [
    ['titel', titel],
    ['uitleg', uitleg],
    ...(delen ?? []).map((deel): [string, string] => ['delen', deel.titel]),
    ...velden.flatMap((veld): [string, string | undefined][] => [
      [veld.naam, veld.label],
      [veld.naam, veld.uitleg],
      [veld.naam, veld.soort === 'informatie' ? veld.tekst : undefined],
      ...(veld.controles ?? []).map(({ melding }): [string, string] => [veld.naam, melding]),
    ]),
  ]
  return teksten.flatMap(([naam, tekst]) => (tekst ? [{ waar: `${relative(root, pad)}#${naam}`, tekst }] : []))
}

/** The text of a message without its head and its fields: `{{ zaak.nummer }}` reads as one short word. */
const zonderVelden = (tekst: string): string =>
  tekst
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/\{\{[#^/][^}]*\}\}/g, '\n\n')
    .replace(/\{\{[^}]*\}\}/g, 'dit')
    .replace(/[*_#>|]/g, ' ')

function files(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort()
}

function probeer(work: () => unknown): unknown {
  try {
    return work()
  } catch {
    return undefined
  }
}
