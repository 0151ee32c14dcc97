import type { Bevinding } from '#contract/procesbeheer.ts'
import { parseFeel } from '#contract/regels/feel/feel.ts'
import { ZaakRolSoort } from '#contract/zaken.ts'
import { acties } from '../acties/index.ts'
import { actienaam } from '../runtime/voer.ts'
import { lussenZonderWacht } from './lussen.ts'
import { type Gelezen, lijst, type Moddle, soortVan } from './moddle.ts'
import type { Gebeurtenis, Procesmodel, Stap } from './procesmodel.ts'

export type Omstandigheden = { teams: ReadonlySet<string>; bestanden: ReadonlySet<string> }

const onderdelen: Record<string, string> = {
  UserTask: '',
  ServiceTask: '',
  SendTask: '',
  ReceiveTask: '',
  BusinessRuleTask: '',
  ExclusiveGateway: '',
  ParallelGateway: '',
  InclusiveGateway: '',
  EventBasedGateway: '',
  StartEvent: '',
  EndEvent: '',
  IntermediateCatchEvent: '',
  IntermediateThrowEvent: '',
  BoundaryEvent: '',
  SubProcess: '',
  CallActivity: '',
}
/** Why not, and what to draw instead. */
const geweigerd: Record<string, string> = {
  ScriptTask:
    'Scripts worden nooit uitgevoerd. Gebruik een beslisregeltaak of een expressie bij de uitvoer van een stap.',
  Task: 'Kies wat voor taak dit is: gebruikerstaak, servicetaak, verzendtaak, ontvangsttaak of beslisregeltaak.',
  ManualTask: 'Rondom kan niet zien of handwerk gedaan is. Gebruik een gebruikerstaak.',
  ComplexGateway: 'Gebruik een inclusieve of exclusieve keuze.',
  Transaction: 'Gebruik een gewoon deelproces met een fout-gebeurtenis op de rand.',
  AdHocSubProcess: 'Gebruik een gewoon deelproces.',
}

/** What Rondom cannot run, or what would go wrong later, by element. */
export function controleerModel(gelezen: Gelezen, model: Procesmodel, buiten: Omstandigheden): Bevinding[] {
  const stappen = [...model.stappen.values()]
  return [
    ...gelezen.warnings.map(({ message }) =>
      bevinding('fout', { id: '', naam: '' }, message.split('\n')[0] ?? message),
    ),
    ...begin(gelezen, model),
    ...rollen(model),
    ...stappen.flatMap((stap) => controleerStap(stap, model, buiten)),
    ...model.stromen.flatMap((stroom) => [
      ...feelFouten(
        { id: stroom.id, naam: stroom.naam || `pijl naar ${naamVan(model, stroom.naar)}` },
        stroom.voorwaarde,
      ),
      ...(stroom.taal && !/feel/i.test(stroom.taal)
        ? [bevinding('fout', { id: stroom.id, naam: stroom.naam }, `Voorwaarden zijn FEEL, geen ${stroom.taal}.`)]
        : []),
    ]),
    ...lussenZonderWacht(model).map((id) =>
      bevinding(
        'fout',
        stapVan(model, id),
        'Deze lus wacht nergens op en zou eindeloos rondgaan. Zet er een taak, bericht of timer in.',
      ),
    ),
  ]
}

function begin({ rootElement }: Gelezen, model: Procesmodel): Bevinding[] {
  const processen = lijst(rootElement['rootElements']).filter((each) => soortVan(each) === 'Process')
  if (processen.length === 0) return [bevinding('fout', { id: '', naam: '' }, 'Er staat geen proces in dit bestand.')]
  const uit: Bevinding[] = []
  if (!processen.some((proces: Moddle) => proces['isExecutable'] === true))
    uit.push(bevinding('fout', { id: model.id, naam: model.naam }, 'Zet "uitvoerbaar" aan bij het proces.'))
  if (processen.filter((proces) => proces['isExecutable'] === true).length > 1)
    uit.push(
      bevinding('fout', { id: model.id, naam: model.naam }, 'Eén proces is uitvoerbaar; de andere worden aangeroepen.'),
    )
  const houders = [
    ...model.processen,
    ...[...model.stappen.values()].filter(({ soort }) => soort === 'SubProcess').map(({ id }) => id),
  ]
  for (const houder of houders) {
    const starts = [...model.stappen.values()].filter(({ soort, ouder }) => soort === 'StartEvent' && ouder === houder)
    if (starts.length !== 1)
      uit.push(bevinding('fout', stapVan(model, houder), `Hier hoort precies één begin; er zijn er ${starts.length}.`))
  }
  if (!model.zaaktype)
    uit.push(bevinding('fout', { id: model.id, naam: model.naam }, 'Vul het zaaktype van het proces in.'))
  return uit
}

function rollen(model: Procesmodel): Bevinding[] {
  const plek = { id: model.id, naam: model.naam }
  return [
    ...feelAlsNodig(plek, model.vertrouwelijk),
    ...model.rollen.flatMap(({ rol, medewerker, team }) => [
      ...(ZaakRolSoort.safeParse(rol).success ? [] : [bevinding('fout', plek, `De rol "${rol}" bestaat niet.`)]),
      ...[medewerker, team].flatMap((tekst) => feelAlsNodig(plek, tekst)),
    ]),
  ]
}

function controleerStap(stap: Stap, model: Procesmodel, buiten: Omstandigheden): Bevinding[] {
  if (!(stap.soort in onderdelen)) {
    const uitleg = geweigerd[stap.soort] ?? 'Gebruik een onderdeel uit de lijst van Rondom.'
    return [bevinding('fout', stap, `Het onderdeel "${stap.soort}" wordt niet ondersteund. ${uitleg}`)]
  }
  const uit: Bevinding[] = []
  const meld = (ernst: Bevinding['ernst'], melding: string) => uit.push(bevinding(ernst, stap, melding))
  const inkomend = model.stromen.filter(({ naar }) => naar === stap.id)
  const uitgaand = model.stromen.filter(({ van }) => van === stap.id)
  const isBegin = stap.soort === 'StartEvent' || stap.soort === 'BoundaryEvent' || stap.doorGebeurtenis
  if (inkomend.length === 0 && !isBegin) meld('fout', 'Hier komt geen enkele pijl naartoe.')
  if (/^(ExclusiveGateway|InclusiveGateway)$/.test(stap.soort) && uitgaand.length > 1) {
    const kaal = uitgaand.filter(({ voorwaarde, standaard }) => !voorwaarde && !standaard)
    if (kaal.length > 0)
      meld('fout', `Bij ${kaal.length} van de pijlen staat geen voorwaarde. Maak er één de standaardpijl.`)
    if (!uitgaand.some(({ standaard }) => standaard))
      meld('fout', 'Geen van de pijlen is de standaard: wat als niets past?')
  }
  for (const gebeurtenis of stap.gebeurtenissen)
    for (const each of controleerGebeurtenis(stap, gebeurtenis, model)) meld(...each)
  if (/^(Intermediate|Boundary)/.test(stap.soort) && stap.gebeurtenissen.length !== 1)
    meld('fout', 'Kies bij deze gebeurtenis waarop zij wacht of wat zij meldt.')
  if (stap.herhaling?.lus) meld('fout', 'Gebruik geen lus-teken, maar een herhaling over een lijst of een pijl terug.')
  if (stap.herhaling && !stap.herhaling.verzameling && !stap.herhaling.aantal)
    meld('fout', 'Geef bij de herhaling een lijst (FEEL) of een aantal.')
  if (stap.soort === 'CallActivity' && !model.processen.includes(stap.aangeroepen))
    meld('fout', `Het aangeroepen proces "${stap.aangeroepen}" staat niet in dit bestand.`)
  if (stap.soort === 'BusinessRuleTask' && !stap.beslissing) meld('fout', 'Kies welke beslissing genomen wordt.')
  if (stap.formulier && !buiten.bestanden.has(`formulieren/${stap.formulier}.json`))
    meld('fout', `Het formulier "${stap.formulier}" bestaat niet.`)
  if (stap.bericht && !stap.bericht.startsWith('=') && !buiten.bestanden.has(`berichten/${stap.bericht}.md`))
    meld('fout', `Het bericht "${stap.bericht}" bestaat niet.`)
  if (stap.document && !stap.document.startsWith('=') && !buiten.bestanden.has(`documenten/${stap.document}.md`))
    meld('fout', `Het document "${stap.document}" bestaat niet.`)
  if (stap.klant && stap.soort !== 'UserTask') meld('fout', 'Alleen een gebruikerstaak kan ook van de klant zijn.')
  if (stap.klant && stap.klant !== 'ja' && !buiten.bestanden.has(`formulieren/${stap.klant}.json`))
    meld('fout', `Schrijf bij klant "ja", of de naam van een formulier: "${stap.klant}" bestaat niet.`)
  if (stap.klantpartij && !stap.klantpartij.startsWith('='))
    meld('fout', 'Van wie de stap is, staat als expressie bij klantpartij: =huurder.id.')
  if (stap.soort === 'UserTask') {
    const team = stap.team || model.team
    if (!team) meld('fout', 'Kies het team dat deze stap doet.')
    else if (team !== 'klant' && !team.startsWith('=') && !buiten.teams.has(team))
      meld('waarschuwing', `Het team "${team}" bestaat hier niet of is niet actief.`)
  }
  if (/^(Service|Send)Task$/.test(stap.soort)) {
    const naam = actienaam(stap)
    if (!naam) meld('fout', 'Kies de actie van deze stap.')
    else if (!acties.has(naam)) meld('fout', `De actie "${naam}" bestaat niet.`)
  }
  for (const { waarde } of [...stap.invoer, ...stap.uitvoer]) uit.push(...feelAlsNodig(stap, waarde))
  for (const tekst of [stap.termijn, stap.team, stap.prioriteit, stap.klantpartij])
    uit.push(...feelAlsNodig(stap, tekst))
  for (const tekst of [stap.herhaling?.verzameling, stap.herhaling?.aantal, stap.herhaling?.totDat])
    if (tekst) uit.push(...feelFouten(stap, tekst.replace(/^=\s*/, '')))
  return uit
}

function* controleerGebeurtenis(
  stap: Stap,
  { soort, type, naam, code, tijd }: Gebeurtenis,
  model: Procesmodel,
): Iterable<[Bevinding['ernst'], string]> {
  if (soort === 'anders') yield ['fout', `De gebeurtenis "${type}" wordt niet ondersteund.`]
  if (soort === 'einde' && stap.soort !== 'EndEvent') yield ['fout', 'Alleen een einde kan alles beëindigen.']
  if ((soort === 'bericht' || soort === 'signaal') && !naam) yield ['fout', `Kies welk ${soort} dit is.`]
  if (soort === 'fout' && stap.soort === 'EndEvent' && !code) yield ['fout', 'Geef de fout een code.']
  if (soort !== 'timer') return
  if (!tijd?.waarde) yield ['fout', 'Vul in wanneer de timer afgaat.']
  else if (tijd.waarde.startsWith('='))
    for (const fout of parseFeel(tijd.waarde.slice(1)).fouten) yield ['fout', fout.melding]
  else if (tijd.soort === 'timeDuration' && !/^(P(?!$)\d*.*|\d+ werkdag(en)?)$/.test(tijd.waarde))
    yield ['fout', `"${tijd.waarde}" is geen duur. Schrijf P2D, PT4H, 5 werkdagen of een expressie.`]
  if (tijd?.soort === 'timeCycle' && (stap.soort !== 'BoundaryEvent' || stap.onderbreekt))
    yield ['fout', 'Een herhalende timer staat op de rand van een stap, en onderbreekt die niet.']
  void model
}

const feelAlsNodig = (plek: Plek, tekst: string) => (tekst.startsWith('=') ? feelFouten(plek, tekst.slice(1)) : [])

function feelFouten(plek: Plek, expressie: string): Bevinding[] {
  if (!expressie) return []
  return parseFeel(expressie).fouten.map(({ melding }) => bevinding('fout', plek, `"${expressie}": ${melding}`))
}

type Plek = { id: string; naam: string }
const stapVan = (model: Procesmodel, id: string): Plek =>
  model.stappen.get(id) ?? { id, naam: id === model.id ? model.naam : '' }
const naamVan = (model: Procesmodel, id: string) => model.stappen.get(id)?.naam || id

function bevinding(ernst: Bevinding['ernst'], { id, naam }: Plek, melding: string): Bevinding {
  return { ernst, bestand: 'proces.bpmn', plek: id, naam: naam || id, melding }
}
