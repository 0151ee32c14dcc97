import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Bevinding } from '#contract/procesbeheer.ts'
import { tekening } from '../testing/tekening.ts'
import { controleerTekening } from './controleerTekening.ts'
import { leesModel } from './leesModel.ts'
import { leesXml } from './moddle.ts'
import { tekenregels } from './tekenregels.ts'

async function lees(xml: string, eerder: Bevinding[] = []) {
  const gelezen = await leesXml(xml)
  return controleerTekening(gelezen, leesModel(gelezen), eerder)
}
const bij = async (regel: string, elementen: string, rest: { wortels?: string; di?: string } = {}) => {
  const xml = tekening(elementen, rest).replace('</bpmn:definitions>', `${rest.di ?? ''}</bpmn:definitions>`)
  return (await lees(xml)).filter(({ melding }) => melding === tekenregels[regel]?.melding).map(({ plek }) => plek)
}

const goed = `<bpmn:startEvent id="begin" name="Begin"/><bpmn:userTask id="werk" name="Werk"/>
  <bpmn:endEvent id="klaar" name="Klaar"/>
  begin -> werk
  werk -> klaar
`
const bericht = '<bpmn:messageEventDefinition messageRef="hallo"/>'
const timer = '<bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>'
const hallo = '<bpmn:message id="hallo" name="hallo"/>'
const vlak = (id: string, x: number) =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="0" width="100" height="80"/></bpmndi:BPMNShape>`
const tekeningVan = (vlakken: string) => `<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="d"><bpmndi:BPMNPlane id="p" bpmnElement="proef">${vlakken}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`

const gevallen: Record<string, [plekken: string[], elementen: string, rest?: { wortels?: string; di?: string }]> = {
  'label-required': [['werk'], goed.replace('name="Werk"', '')],
  'no-disconnected': [['los'], `${goed}<bpmn:userTask id="los" name="Los"/>`],
  'no-implicit-split': [
    ['werk'],
    `${goed}<bpmn:endEvent id="ook" name="Ook klaar"/>
    werk -> ook`,
  ],
  'no-duplicate-sequence-flows': [
    [expect.stringMatching(/^begin_werk/)],
    `${goed}
    begin -> werk`,
  ],
  'superfluous-gateway': [
    ['ruit'],
    `<bpmn:startEvent id="begin" name="Begin"/><bpmn:exclusiveGateway id="ruit"/><bpmn:endEvent id="klaar" name="Klaar"/>
    begin -> ruit
    ruit -> klaar`,
  ],
  'fake-join': [
    ['samen'],
    `<bpmn:startEvent id="begin" name="Begin"/><bpmn:parallelGateway id="deel"/><bpmn:userTask id="a" name="A"/>
    <bpmn:userTask id="b" name="B"/><bpmn:userTask id="samen" name="Samen"/><bpmn:endEvent id="klaar" name="Klaar"/>
    begin -> deel
    deel -> a
    deel -> b
    a -> samen
    b -> samen
    samen -> klaar`,
  ],
  'conditional-flows': [
    [expect.stringMatching(/^werk_klaar/)],
    `${goed}<bpmn:endEvent id="ook" name="Ook klaar"/>
    werk -> ook [x > 1]`,
  ],
  'single-event-definition': [
    ['vang'],
    `${goed}<bpmn:intermediateCatchEvent id="vang" name="Wachten">${bericht}${timer}</bpmn:intermediateCatchEvent>
    werk -> vang
    vang -> klaar`,
    { wortels: hallo },
  ],
  'start-event-required': [['proef'], '<bpmn:userTask id="werk" name="Werk"/>'],
  'end-event-required': [
    ['proef'],
    `<bpmn:startEvent id="begin" name="Begin"/><bpmn:userTask id="werk" name="Werk"/>
    begin -> werk`,
  ],
  'no-implicit-end': [
    ['werk'],
    `<bpmn:startEvent id="begin" name="Begin"/><bpmn:userTask id="werk" name="Werk"/>
    begin -> werk`,
  ],
  'event-based-gateway': [
    ['ruit'],
    `<bpmn:startEvent id="begin" name="Begin"/><bpmn:eventBasedGateway id="ruit"/><bpmn:endEvent id="klaar" name="Klaar"/>
    <bpmn:intermediateCatchEvent id="vang" name="Wachten">${timer}</bpmn:intermediateCatchEvent>
    begin -> ruit
    ruit -> vang
    vang -> klaar`,
  ],
  'event-sub-process-typed-start-event': [
    ['kaal'],
    `${goed}<bpmn:subProcess id="deel" name="Deel" triggeredByEvent="true"><bpmn:startEvent id="kaal" name="Kaal"/></bpmn:subProcess>`,
  ],
  'sub-process-blank-start-event': [
    ['met'],
    `${goed}<bpmn:subProcess id="deel" name="Deel"><bpmn:startEvent id="met" name="Met">${bericht}</bpmn:startEvent></bpmn:subProcess>
    werk -> deel`,
    { wortels: hallo },
  ],
  'superfluous-termination': [
    ['stop'],
    `<bpmn:startEvent id="begin" name="Begin"/><bpmn:endEvent id="stop" name="Stop"><bpmn:terminateEventDefinition/></bpmn:endEvent>
    begin -> stop`,
  ],
  'no-overlapping-elements': [
    ['begin', 'werk'],
    goed,
    { di: tekeningVan(`${vlak('begin', 0)}${vlak('werk', 50)}${vlak('klaar', 900)}`) },
  ],
  'no-bpmndi': [
    expect.arrayContaining(['klaar']),
    goed,
    { di: tekeningVan(`${vlak('begin', 0)}${vlak('werk', 200)}`) },
  ],
  global: [['hallo'], goed, { wortels: hallo }],
}

it.each(Object.entries(gevallen))('says in Dutch what is amiss: %s', async (regel, [plekken, elementen, rest]) => {
  expect(await bij(regel, elementen, rest)).toEqual(plekken)
})

it('has an example of every rule, and each rule says what to do', () => {
  expect(Object.keys(gevallen).toSorted()).toEqual(Object.keys(tekenregels).toSorted())
  for (const { melding } of Object.values(tekenregels)) expect(melding).toMatch(/^[A-Z].{30,}\.$/)
})

describe('leaves alone', () => {
  it('a good drawing', async () => {
    expect(await lees(tekening(goed))).toEqual([])
  })

  it('ways that come together after a choice, or by going back', async () => {
    const terug = `<bpmn:startEvent id="begin" name="Begin"/><bpmn:userTask id="werk" name="Werk"/>
      <bpmn:exclusiveGateway id="kies" name="Goed?" default="verder"/><bpmn:endEvent id="klaar" name="Klaar"/>
      begin -> werk
      werk -> kies
      kies -> werk [fout]
      <bpmn:sequenceFlow id="verder" sourceRef="kies" targetRef="klaar"/>`
    expect(await bij('fake-join', terug)).toEqual([])
  })

  it('ways that were joined before they come here', async () => {
    const netjes = `<bpmn:startEvent id="begin" name="Begin"/><bpmn:parallelGateway id="deel"/><bpmn:parallelGateway id="samen"/>
      <bpmn:userTask id="a" name="A"/><bpmn:exclusiveGateway id="kies" name="Goed?" default="verder"/><bpmn:userTask id="werk" name="Werk"/>
      <bpmn:endEvent id="klaar" name="Klaar"/>
      begin -> deel
      deel -> a
      deel -> samen
      a -> samen
      samen -> werk
      werk -> kies
      kies -> werk [fout]
      <bpmn:sequenceFlow id="verder" sourceRef="kies" targetRef="klaar"/>`
    expect(await bij('fake-join', netjes)).toEqual([])
  })

  it('what was already called a fault', async () => {
    const eerder: Bevinding = { ernst: 'fout', bestand: 'proces.bpmn', plek: 'werk', naam: 'Werk', melding: 'x' }
    expect(await lees(tekening(goed.replace('name="Werk"', '')), [eerder])).toEqual([])
  })
})

const processen = ['huur-beeindigen', 'klacht', 'reparatieverzoek', 'service-en-contact']
it.each(processen)('finds nothing in the drawing of %s', async (naam) => {
  const pad = join(import.meta.dirname, '../../../processen', naam, 'proces.bpmn')
  expect(await lees(readFileSync(pad, 'utf8'))).toEqual([])
})
