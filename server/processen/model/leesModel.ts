import { type Gelezen, lijst, type Moddle, soortVan, tekstVan } from './moddle.ts'
import type { Gebeurtenis, Herhaling, Koppeling, Procesmodel, Stap, Stroom } from './procesmodel.ts'

/** Reads what Rondom needs of a diagram; says nothing about whether it can run (`controleerModel`). */
export function leesModel(gelezen: Gelezen): Procesmodel {
  const processen = lijst(gelezen.rootElement['rootElements']).filter((element) => soortVan(element) === 'Process')
  const hoofd = processen.find((proces) => proces['isExecutable'] === true) ?? processen[0]
  const elementen = processen.flatMap((proces) => inhoud(proces, proces.id ?? ''))
  const standaarden = new Set(elementen.map(({ element }) => (element['default'] as Moddle | undefined)?.id))
  const knopen = elementen.filter(({ element }) => isKnoop(element))
  return {
    id: hoofd?.id ?? '',
    naam: tekstVan(hoofd?.name),
    zaaktype: tekstVan(hoofd?.['zaaktype']),
    omschrijving: tekstVan(hoofd?.['omschrijving']),
    servicenorm: tekstVan(hoofd?.['servicenorm']),
    team: tekstVan(hoofd?.['procesteam']),
    vertrouwelijk: tekstVan(hoofd?.['vertrouwelijk']),
    rollen: uitbreidingen(hoofd, 'Rol').map((rol) => ({
      rol: tekstVan(rol['rol']),
      medewerker: tekstVan(rol['medewerker']),
      team: tekstVan(rol['team']),
    })),
    stappen: new Map(knopen.map(({ element, ouder }) => [element.id ?? '', stapVan(element, ouder)])),
    stromen: elementen
      .filter(({ element }) => soortVan(element) === 'SequenceFlow')
      .map((each) => stroomVan(each.element, standaarden)),
    processen: [hoofd, ...processen.filter((proces) => proces !== hoofd)].map((proces) => proces?.id ?? ''),
  }
}

/** Everything in a process, subprocesses opened up. */
export function inhoud(houder: Moddle, ouder: string): { element: Moddle; ouder: string }[] {
  return lijst(houder['flowElements']).flatMap((element) => [
    { element, ouder },
    ...(element['flowElements'] ? inhoud(element, element.id ?? '') : []),
  ])
}

const isKnoop = (element: Moddle) =>
  !/^(SequenceFlow|DataObject|DataObjectReference|DataStoreReference)$/.test(soortVan(element))

function stapVan(element: Moddle, ouder: string): Stap {
  const gehecht = element['attachedToRef'] as Moddle | undefined
  const soort = soortVan(element)
  return {
    id: element.id ?? '',
    naam: tekstVan(element.name),
    soort,
    ouder,
    toelichting: lijst(element['documentation'])
      .map((deel) => tekstVan(deel['text']))
      .join('\n\n'),
    formulier: tekstVan(element['formulier']),
    team: tekstVan(element['team']),
    termijn: tekstVan(element['termijn']),
    prioriteit: tekstVan(element['prioriteit']),
    actie: tekstVan(element['actie']),
    bericht: tekstVan(element['bericht']),
    document: tekstVan(element['document']),
    beslissing: tekstVan(element['beslissing']),
    resultaat: tekstVan(element['resultaat']),
    status: tekstVan(element['status']),
    wachtOp: tekstVan(element['wachtOp']),
    klant: tekstVan(element['klant']),
    klantpartij: tekstVan(element['klantpartij']),
    invoer: koppelingen(element, 'Invoer'),
    uitvoer: koppelingen(element, 'Uitvoer'),
    gebeurtenissen: gebeurtenissenVan(element),
    gehechtAan: gehecht?.id,
    onderbreekt: (soort === 'StartEvent' ? element['isInterrupting'] : element['cancelActivity']) !== false,
    doorGebeurtenis: element['triggeredByEvent'] === true,
    aangeroepen: tekstVan(element['calledElement']),
    herhaling: herhalingVan(element['loopCharacteristics'] as Moddle | undefined),
  }
}

function koppelingen(element: Moddle, soort: 'Invoer' | 'Uitvoer'): Koppeling[] {
  return uitbreidingen(element, soort).map((waarde) => ({
    naam: tekstVan(waarde['naam']),
    waarde: tekstVan(waarde['waarde']),
  }))
}

function uitbreidingen(element: Moddle | undefined, soort: 'Invoer' | 'Uitvoer' | 'Rol'): Moddle[] {
  const uitbreiding = element?.['extensionElements'] as Moddle | undefined
  return lijst(uitbreiding?.['values']).filter((waarde) => waarde.$type === `rondom:${soort}`)
}

const soorten: Record<string, [Gebeurtenis['soort'], verwijzing: string]> = {
  TimerEventDefinition: ['timer', ''],
  MessageEventDefinition: ['bericht', 'messageRef'],
  SignalEventDefinition: ['signaal', 'signalRef'],
  ErrorEventDefinition: ['fout', 'errorRef'],
  EscalationEventDefinition: ['escalatie', 'escalationRef'],
  TerminateEventDefinition: ['einde', ''],
}

function gebeurtenissenVan(element: Moddle): Gebeurtenis[] {
  // A receive task waits for a message too, without a definition of its own.
  const zelf =
    soortVan(element) === 'ReceiveTask' ? [{ ...element, $type: 'bpmn:MessageEventDefinition' } as Moddle] : []
  const taak = zelf.map((each) => ({ ...each, messageRef: element['messageRef'] }) as Moddle)
  return [...lijst(element['eventDefinitions']), ...taak].map((definitie) => {
    const [soort, verwijzing] = soorten[soortVan(definitie)] ?? ['anders', '']
    const doel = definitie[verwijzing] as Moddle | undefined
    return {
      soort,
      type: soortVan(definitie),
      naam: tekstVan(doel?.name) || tekstVan(doel?.id),
      code: tekstVan(doel?.['errorCode'] ?? doel?.['escalationCode']),
      tijd: tijdVan(definitie),
    }
  })
}

export function tijdVan(definitie: Moddle): Gebeurtenis['tijd'] {
  for (const soort of ['timeDate', 'timeDuration', 'timeCycle'] as const) {
    const expressie = definitie[soort] as Moddle | undefined
    if (expressie) return { soort, waarde: tekstVan(expressie['body']) }
  }
  return undefined
}

function herhalingVan(lus: Moddle | undefined): Herhaling | undefined {
  if (!lus) return undefined
  const body = (naam: string) => tekstVan((lus[naam] as Moddle | undefined)?.['body'])
  return {
    lus: soortVan(lus) !== 'MultiInstanceLoopCharacteristics',
    opvolgend: lus['isSequential'] === true,
    aantal: body('loopCardinality'),
    verzameling: tekstVan(lus['verzameling']),
    item: tekstVan(lus['item']) || 'item',
    totDat: body('completionCondition'),
  }
}

function stroomVan(stroom: Moddle, standaarden: ReadonlySet<string | undefined>): Stroom {
  const voorwaarde = stroom['conditionExpression'] as Moddle | undefined
  return {
    id: stroom.id ?? '',
    naam: tekstVan(stroom.name),
    van: (stroom['sourceRef'] as Moddle | undefined)?.id ?? '',
    naar: (stroom['targetRef'] as Moddle | undefined)?.id ?? '',
    voorwaarde: tekstVan(voorwaarde?.['body']).replace(/^=\s*/, ''),
    taal: tekstVan(voorwaarde?.['language']),
    standaard: standaarden.has(stroom.id),
  }
}
