import { DmnModdle } from 'dmn-moddle'
import { invalid } from '#server/platform/errors.ts'
import { lijst, type Moddle, tekstVan } from '../model/moddle.ts'
import type {
  Beslismodel,
  Beslissing,
  Formule,
  Grondsoort,
  Invoer,
  Regel,
  Soort,
  Tabel,
  Trefbeleid,
} from './beslismodel.ts'

/** A table of fifty rules is some 60 kB. */
const maxXml = 1_000_000
const maxRegels = 1000
const maxCellen = 20_000

/**
 * Reads a DMN 1.3 file. What cannot be run is listed in `vreemd`, wrong cells are found by `controleerDmn`.
 *
 * @throws 400 naming the file when this is no DMN, or larger than a decision can be
 */
export async function leesDmn(xml: string, bestand = 'regels.dmn'): Promise<Beslismodel> {
  if (xml.length > maxXml) throw invalid(bestand, 'te-groot', 'De beslistabellen zijn te groot: hoogstens 1 MB.')
  // Entities can make a small file large; DMN has no use for them.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    throw invalid(bestand, 'entiteiten', 'Het bestand bevat een DOCTYPE of ENTITY. Bewaar het opnieuw zonder.')
  }
  const wortel = await ontleed(xml, bestand)
  const soorten = new Map(lijst(wortel['itemDefinition']).map((definitie) => [tekstVan(definitie.name), definitie]))
  const soortVan: SoortLezer = (naam, toegestaan) => bepaalSoort(naam, toegestaan, soorten)
  const elementen = lijst(wortel['drgElement'])
  const model: Beslismodel = {
    id: wortel.id ?? '',
    naam: tekstVan(wortel.name),
    invoer: new Map(
      elementen.filter(is('InputData')).map((element) => [element.id ?? '', leesInvoer(element, soortVan)]),
    ),
    beslissingen: new Map(
      elementen.filter(is('Decision')).map((element) => [element.id ?? '', leesBeslissing(element, soortVan)]),
    ),
    vreemd: vreemdeDelen(wortel, elementen),
  }
  bewaakOmvang(model, bestand)
  return model
}

type SoortLezer = (naam: unknown, toegestaan?: unknown) => Soort

async function ontleed(xml: string, bestand: string): Promise<Moddle> {
  try {
    const { rootElement } = await new DmnModdle().fromXML(xml)
    // The parser types what it reads at run time only.
    const wortel = rootElement as Moddle
    if (wortel.$type === 'dmn:Definitions') return wortel
  } catch (error) {
    const reden = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw invalid(bestand, 'onleesbaar', `Dit zijn geen leesbare DMN-beslistabellen: ${reden}`)
  }
  throw invalid(bestand, 'onleesbaar', 'Dit zijn geen DMN-beslistabellen.')
}

const is = (soort: string) => (element: Moddle) => element.$type === `dmn:${soort}`

function leesInvoer(element: Moddle, soortVan: SoortLezer): Invoer {
  const variabele = element['variable'] as Moddle | undefined
  return {
    id: element.id ?? '',
    naam: tekstVan(variabele?.name) || tekstVan(element.name),
    soort: soortVan(variabele?.['typeRef']),
  }
}

function leesBeslissing(element: Moddle, soortVan: SoortLezer): Beslissing {
  const variabele = element['variable'] as Moddle | undefined
  const behoeften = lijst(element['informationRequirement'])
  const naar = (soort: string) =>
    behoeften.map((each) => tekstVan((each[soort] as Moddle | undefined)?.['href']).replace(/^#/, '')).filter(Boolean)
  return {
    id: element.id ?? '',
    naam: tekstVan(element.name) || (element.id ?? ''),
    variabele: tekstVan(variabele?.name) || tekstVan(element.name),
    vraag: tekstVan(element['question']),
    toelichting: tekstVan(element['description']),
    soort: soortVan(variabele?.['typeRef']),
    beslissingen: naar('requiredDecision'),
    invoer: naar('requiredInput'),
    logica: leesLogica(element['decisionLogic'] as Moddle | undefined, soortVan),
  }
}

function leesLogica(logica: Moddle | undefined, soortVan: SoortLezer): Tabel | Formule {
  if (logica?.$type !== 'dmn:DecisionTable') return { vorm: 'formule', tekst: tekstVan(logica?.['text']) }
  const uitkomsten = lijst(logica['output'])
  return {
    vorm: 'tabel',
    trefbeleid: leesTrefbeleid(logica),
    kolommen: lijst(logica['input']).map((kolom) => {
      const expressie = kolom['inputExpression'] as Moddle | undefined
      const tekst = tekstVan(expressie?.['text'])
      return {
        id: kolom.id ?? '',
        label: tekstVan(kolom['label']) || tekst,
        expressie: tekst,
        soort: soortVan(expressie?.['typeRef'], kolom['inputValues']),
      }
    }),
    uitkomsten: uitkomsten.map((kolom) => ({
      id: kolom.id ?? '',
      naam: tekstVan(kolom.name),
      label: tekstVan(kolom['label']) || tekstVan(kolom.name),
      soort: soortVan(kolom['typeRef'], kolom['outputValues']),
      standaard: tekstVan((kolom['defaultOutputEntry'] as Moddle | undefined)?.['text']),
    })),
    opmerkingen: lijst(logica['annotation']).map((kolom) => tekstVan(kolom.name)),
    regels: lijst(logica['rule']).map(leesRegel),
  }
}

function leesRegel(regel: Moddle, plek: number): Regel {
  const teksten = (naam: string) => lijst(regel[naam]).map((cel) => tekstVan(cel['text']))
  const ids = (naam: string) => lijst(regel[naam]).map((cel) => cel.id ?? '')
  const opmerkingen = teksten('annotationEntry').filter(Boolean)
  return {
    id: regel.id ?? '',
    nummer: plek + 1,
    // An empty cell of an editor means the same as "-".
    cellen: teksten('inputEntry').map((cel) => cel || '-'),
    uitkomsten: teksten('outputEntry'),
    opmerking: opmerkingen.join(' · ') || tekstVan(regel['description']),
    plekken: { invoer: ids('inputEntry'), uitkomst: ids('outputEntry') },
  }
}

function leesTrefbeleid(tabel: Moddle): Trefbeleid {
  const beleid = tekstVan(tabel['hitPolicy']) || 'UNIQUE'
  const samen = { SUM: '+', MIN: '<', MAX: '>', COUNT: '#' }[tekstVan(tabel['aggregation'])] ?? ''
  if (beleid === 'COLLECT') return `C${samen}` as Trefbeleid
  if (beleid === 'RULE ORDER') return 'R'
  if (beleid === 'OUTPUT ORDER') return 'O'
  return beleid.charAt(0) as Trefbeleid
}

const GROND: Record<string, Grondsoort> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  long: 'number',
  double: 'number',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  dateTime: 'dateTime',
  'date and time': 'dateTime',
  dayTimeDuration: 'dayTimeDuration',
  'days and time duration': 'dayTimeDuration',
  yearMonthDuration: 'yearMonthDuration',
  'years and months duration': 'yearMonthDuration',
}

/** A type is one of FEEL, or one that the file defines on top of it: with allowed values, or as a list. */
function bepaalSoort(naam: unknown, waarden: unknown, soorten: Map<string, Moddle>, diepte = 0): Soort {
  const eigen = tekstVan((waarden as Moddle | undefined)?.['text'])
  const kort = tekstVan(naam).replace(/^feel:/, '')
  const definitie = soorten.get(kort)
  if (!definitie || diepte > 5) return { grond: GROND[kort] ?? 'Any', lijst: false, toegestaan: eigen }
  const onder = bepaalSoort(definitie['typeRef'], definitie['allowedValues'], soorten, diepte + 1)
  return {
    grond: onder.grond,
    lijst: onder.lijst || definitie['isCollection'] === true,
    toegestaan: eigen || onder.toegestaan,
  }
}

function vreemdeDelen(wortel: Moddle, elementen: Moddle[]): Beslismodel['vreemd'] {
  const vreemd = [
    ...lijst(wortel['import']),
    ...elementen.filter(
      (element) => !/^dmn:(?:Decision|InputData|KnowledgeSource|TextAnnotation)$/.test(element.$type),
    ),
    ...elementen.filter((element) => is('Decision')(element) && lijst(element['knowledgeRequirement']).length > 0),
    ...elementen
      .map((element) => element['decisionLogic'] as Moddle | undefined)
      .filter((logica) => logica !== undefined)
      .filter((logica) => !/^dmn:(?:DecisionTable|LiteralExpression)$/.test(logica.$type)),
  ]
  return vreemd.map((deel) => ({
    id: deel.id ?? deel.$parent?.id ?? '',
    naam: tekstVan(deel.name) || tekstVan(deel.$parent?.name),
    soort: deel.$type.replace('dmn:', ''),
  }))
}

function bewaakOmvang(model: Beslismodel, bestand: string): void {
  const tabellen = [...model.beslissingen.values()].flatMap(({ logica }) => (logica.vorm === 'tabel' ? [logica] : []))
  const cellen = tabellen.reduce((som, tabel) => som + tabel.regels.length * tabel.kolommen.length, 0)
  const teVeel = tabellen.some((tabel) => tabel.regels.length > maxRegels)
  if (teVeel || cellen > maxCellen || model.beslissingen.size > 100) {
    throw invalid(
      bestand,
      'te-groot',
      'Dit zijn te veel regels; een tabel mag er 1000 hebben, alles samen 20.000 cellen.',
    )
  }
}
