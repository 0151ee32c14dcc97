import conditionalFlows from 'bpmnlint/rules/conditional-flows.js'
import endEventRequired from 'bpmnlint/rules/end-event-required.js'
import eventBasedGateway from 'bpmnlint/rules/event-based-gateway.js'
import eventSubProcessTypedStartEvent from 'bpmnlint/rules/event-sub-process-typed-start-event.js'
import fakeJoin from 'bpmnlint/rules/fake-join.js'
import global from 'bpmnlint/rules/global.js'
import labelRequired from 'bpmnlint/rules/label-required.js'
import noBpmndi from 'bpmnlint/rules/no-bpmndi.js'
import noDisconnected from 'bpmnlint/rules/no-disconnected.js'
import noDuplicateSequenceFlows from 'bpmnlint/rules/no-duplicate-sequence-flows.js'
import noImplicitEnd from 'bpmnlint/rules/no-implicit-end.js'
import noImplicitSplit from 'bpmnlint/rules/no-implicit-split.js'
import noOverlappingElements from 'bpmnlint/rules/no-overlapping-elements.js'
import singleEventDefinition from 'bpmnlint/rules/single-event-definition.js'
import startEventRequired from 'bpmnlint/rules/start-event-required.js'
import subProcessBlankStartEvent from 'bpmnlint/rules/sub-process-blank-start-event.js'
import superfluousGateway from 'bpmnlint/rules/superfluous-gateway.js'
import superfluousTermination from 'bpmnlint/rules/superfluous-termination.js'
import type { Bevinding } from '#contract/procesbeheer.ts'

type Tekenregel = { regel: () => { check: unknown }; ernst: Bevinding['ernst']; melding: string }

/**
 * The rules of bpmnlint that mean something for Rondom. A `fout` where the engine would do something else than the drawing
 * says; the rest only reads badly. Left out: what is refused anyway, and taste (a choice that collects too is clear).
 */
export const tekenregels: Record<string, Tekenregel> = {
  'label-required': {
    regel: labelRequired,
    ernst: 'waarschuwing',
    melding: 'Dit onderdeel heeft geen naam. Schrijf erbij wat er gebeurt, of wat het antwoord is.',
  },
  'no-disconnected': {
    regel: noDisconnected,
    ernst: 'fout',
    melding: 'Dit onderdeel zit nergens aan vast. Verbind het met een pijl, of haal het weg.',
  },
  'no-implicit-split': {
    regel: noImplicitSplit,
    ernst: 'waarschuwing',
    melding:
      'Hier vertrekken meer pijlen: die wegen worden allemaal tegelijk gegaan. Zet er een parallelle splitsing tussen als dat de bedoeling is, of een keuze.',
  },
  'no-duplicate-sequence-flows': {
    regel: noDuplicateSequenceFlows,
    ernst: 'fout',
    melding:
      'Tussen deze twee onderdelen staat dezelfde pijl twee keer: de stap zou dubbel gedaan worden. Haal er één weg.',
  },
  'superfluous-gateway': {
    regel: superfluousGateway,
    ernst: 'waarschuwing',
    melding: 'Deze ruit kiest of verzamelt niets: er gaat één pijl in en één uit. Haal hem weg.',
  },
  'fake-join': {
    regel: fakeJoin,
    ernst: 'waarschuwing',
    melding:
      'Hier komen meer wegen binnen die tegelijk kunnen lopen: deze stap wordt dan voor elke weg opnieuw gedaan. Zet er een parallelle samenkomst voor.',
  },
  'conditional-flows': {
    regel: conditionalFlows,
    ernst: 'fout',
    melding:
      'Andere pijlen vanaf hier hebben een voorwaarde, deze niet. Schrijf een voorwaarde of maak dit de standaardpijl.',
  },
  'single-event-definition': {
    regel: singleEventDefinition,
    ernst: 'fout',
    melding: 'Deze gebeurtenis heeft meer dan één aanleiding. Kies er één; teken de andere apart.',
  },
  'start-event-required': {
    regel: startEventRequired,
    ernst: 'fout',
    melding: 'Er is geen begin. Zet er een begin-gebeurtenis in.',
  },
  'end-event-required': {
    regel: endEventRequired,
    ernst: 'waarschuwing',
    melding: 'Er is geen einde. Zet er een eind-gebeurtenis in, zodat iedereen ziet waar het ophoudt.',
  },
  'no-implicit-end': {
    regel: noImplicitEnd,
    ernst: 'waarschuwing',
    melding: 'Hierna komt niets meer. Zet er een eind-gebeurtenis achter, of teken hoe het verder gaat.',
  },
  'event-based-gateway': {
    regel: eventBasedGateway,
    ernst: 'fout',
    melding:
      'Bij deze ruit wint wat het eerst gebeurt. Laat er minstens twee pijlen naar wachtende gebeurtenissen uit gaan.',
  },
  'event-sub-process-typed-start-event': {
    regel: eventSubProcessTypedStartEvent,
    ernst: 'fout',
    melding:
      'Dit deelproces begint door een gebeurtenis. Kies bij het begin welke: een bericht, timer, signaal of fout.',
  },
  'sub-process-blank-start-event': {
    regel: subProcessBlankStartEvent,
    ernst: 'fout',
    melding: 'Een gewoon deelproces begint vanzelf. Haal de aanleiding bij het begin weg.',
  },
  'superfluous-termination': {
    regel: superfluousTermination,
    ernst: 'waarschuwing',
    melding: 'Er loopt hier niets anders meer dat gestopt moet worden. Gebruik een gewoon einde.',
  },
  'no-overlapping-elements': {
    regel: noOverlappingElements,
    ernst: 'waarschuwing',
    melding: 'Dit onderdeel ligt op de tekening over een ander heen, of buiten zijn deelproces. Schuif het opzij.',
  },
  'no-bpmndi': {
    regel: noBpmndi,
    ernst: 'waarschuwing',
    melding: 'Dit onderdeel staat in het bestand maar niet op de tekening. Teken het opnieuw, of haal het weg.',
  },
  global: {
    regel: global,
    ernst: 'waarschuwing',
    melding: 'Dit bericht, signaal of deze foutcode heeft geen naam, staat er dubbel in of wordt nergens gebruikt.',
  },
}
