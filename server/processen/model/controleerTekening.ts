import { Linter } from 'bpmnlint'
import type { Bevinding } from '#contract/procesbeheer.ts'
import { type Gelezen, lijst, type Moddle, soortVan, tekstVan } from './moddle.ts'
import type { Procesmodel } from './procesmodel.ts'
import { komtTegelijkAan } from './tegelijk.ts'
import { tekenregels } from './tekenregels.ts'

/**
 * What bpmnlint says of the drawing, in words that an administrator knows. Where `eerder` already has a fout it adds
 * nothing: one mends that first, and it is mostly the same.
 */
export async function controleerTekening(
  gelezen: Gelezen,
  model: Procesmodel,
  eerder: readonly Bevinding[],
): Promise<Bevinding[]> {
  const stuk = new Set(eerder.filter(({ ernst }) => ernst === 'fout').map(({ plek }) => plek))
  verbind(gelezen)
  const getekend = lijst(gelezen.rootElement['diagrams']).length > 0
  const rapport = await maakLinter().lint(gelezen.rootElement)
  return Object.entries(rapport).flatMap(([naam, meldingen]) => {
    const regel = tekenregels[naam]
    // Without any drawing at all every element would be said to be missing from it.
    if (!regel || (naam === 'no-bpmndi' && !getekend)) return []
    return meldingen
      .map(({ id }) => gelezen.elementsById[id ?? ''])
      .filter((element) => element !== undefined)
      .filter(
        (element) => hoortErbij(naam, element, model) && !stuk.has(element.id ?? '') && !stuk.has(bronVan(element)),
      )
      .map(
        (element): Bevinding => ({
          ernst: regel.ernst,
          bestand: 'proces.bpmn',
          plek: element.id ?? '',
          naam: naamVan(element),
          melding: regel.melding,
        }),
      )
  })
}

/** A new one each time: some rules remember what they saw. */
function maakLinter(): Linter {
  return new Linter({
    config: { rules: Object.fromEntries(Object.keys(tekenregels).map((naam) => [naam, 'warn'])) },
    resolver: {
      resolveRule: (_, naam) => tekenregels[naam]?.regel,
      resolveConfig: () => undefined,
    },
  })
}

/** bpmnlint goes by the `incoming` and `outgoing` of elements, which BPMN leaves optional: arrows say the same (§10.2.1). */
function verbind({ elementsById }: Gelezen): void {
  for (const pijl of Object.values(elementsById).filter((element) => soortVan(element) === 'SequenceFlow')) {
    voegToe(pijl['sourceRef'] as Moddle | undefined, 'outgoing', pijl)
    voegToe(pijl['targetRef'] as Moddle | undefined, 'incoming', pijl)
  }
}

function voegToe(element: Moddle | undefined, kant: 'incoming' | 'outgoing', pijl: Moddle): void {
  if (element && !lijst(element[kant]).includes(pijl)) element[kant] = [...lijst(element[kant]), pijl]
}

function hoortErbij(regel: string, element: Moddle, model: Procesmodel): boolean {
  // It reports both ends of a doubled flow too; once is enough.
  if (regel === 'no-duplicate-sequence-flows') return soortVan(element) === 'SequenceFlow'
  // It takes every second arrow for a fault, also one that goes back.
  if (regel === 'fake-join') return komtTegelijkAan(model, element.id ?? '')
  return true
}

const bronVan = (element: Moddle) => (element['sourceRef'] as Moddle | undefined)?.id ?? ''

function naamVan(element: Moddle): string {
  const naam = tekstVan(element.name)
  if (naam) return naam
  const doel = element['targetRef'] as Moddle | undefined
  return doel ? `pijl naar ${tekstVan(doel.name) || doel.id}` : (element.id ?? '')
}
