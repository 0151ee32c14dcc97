import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll } from 'vitest'
import { e2ePerBestand } from './omgeving.ts'

export const sanne = 'Sanne Jansen'
export const priya = 'Priya Ramdin'
export const peter = 'Peter de Vries'

/** A process with one of everything that the screens show: a decision, steps with and without a form, a choice, a wait. */
const stappen = `
<bpmn:startEvent id="begin" name="Hek aangevraagd" rondom:formulier="aanvraag"/>
<bpmn:businessRuleTask id="toets" name="Hoogte toetsen" rondom:beslissing="hoogtetoets" rondom:resultaat="toets"/>
<bpmn:userTask id="beoordeel" name="Aanvraag beoordelen" rondom:team="kcc" rondom:formulier="oordeel"/>
<bpmn:exclusiveGateway id="kies" name="Mag het?" default="kies_plaats"/>
<bpmn:serviceTask id="meld" name="Melden in het ERP" rondom:actie="erp.lezen">
  <bpmn:extensionElements>
    <rondom:invoer naam="wat" waarde="eenheid"/>
    <rondom:invoer naam="id" waarde="E1"/>
  </bpmn:extensionElements>
</bpmn:serviceTask>
<bpmn:userTask id="plaats" name="Hek laten plaatsen" rondom:team="kcc"/>
<bpmn:endEvent id="klaar" name="Klaar"/>
<bpmn:sequenceFlow id="s1" sourceRef="begin" targetRef="toets"/>
<bpmn:sequenceFlow id="s2" sourceRef="toets" targetRef="beoordeel"/>
<bpmn:sequenceFlow id="s3" sourceRef="beoordeel" targetRef="kies"/>
<bpmn:sequenceFlow id="kies_plaats" sourceRef="kies" targetRef="plaats"/>
<bpmn:sequenceFlow id="kies_meld" name="eerst melden" sourceRef="kies" targetRef="meld">
  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">oordeel = "melden"</bpmn:conditionExpression>
</bpmn:sequenceFlow>
<bpmn:sequenceFlow id="s4" sourceRef="meld" targetRef="plaats"/>
<bpmn:sequenceFlow id="s5" sourceRef="plaats" targetRef="klaar"/>`

const vlakken: Record<string, [x: number, y: number, breed: number, hoog: number]> = {
  begin: [20, 62, 36, 36],
  toets: [110, 40, 100, 80],
  beoordeel: [270, 40, 100, 80],
  kies: [430, 55, 50, 50],
  meld: [540, 160, 100, 80],
  plaats: [700, 40, 100, 80],
  klaar: [860, 62, 36, 36],
}
const lijnen: Record<string, [number, number][]> = {
  s1: [
    [56, 80],
    [110, 80],
  ],
  s2: [
    [210, 80],
    [270, 80],
  ],
  s3: [
    [370, 80],
    [430, 80],
  ],
  kies_plaats: [
    [480, 80],
    [700, 80],
  ],
  kies_meld: [
    [455, 105],
    [455, 200],
    [540, 200],
  ],
  s4: [
    [640, 200],
    [750, 200],
    [750, 120],
  ],
  s5: [
    [800, 80],
    [860, 80],
  ],
}

const bpmn = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:rondom="https://rondom.nl/schema/bpmn"
  id="hek" targetNamespace="https://rondom.nl/proef">
<bpmn:process id="hekproces" name="Hek plaatsen" isExecutable="true" rondom:zaaktype="hek" rondom:procesteam="kcc"
  rondom:omschrijving="=&quot;Hek van &quot; + string(hoogte) + &quot; cm&quot;">${stappen}</bpmn:process>
<bpmndi:BPMNDiagram id="tekening"><bpmndi:BPMNPlane id="vlak" bpmnElement="hekproces">
${Object.entries(vlakken)
  .map(
    ([id, [x, y, breed, hoog]]) =>
      `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${breed}" height="${hoog}"/></bpmndi:BPMNShape>`,
  )
  .join('\n')}
${Object.entries(lijnen)
  .map(
    ([id, punten]) =>
      `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${punten.map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`).join('')}</bpmndi:BPMNEdge>`,
  )
  .join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`

const dmn = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="regels" name="Hek" namespace="https://rondom.nl/proef">
<inputData id="hoogte" name="Hoogte"><variable id="hoogte_var" name="hoogte" typeRef="number"/></inputData>
<decision id="hoogtetoets" name="Hoogte van het hek">
  <variable id="toets_var" name="toets"/>
  <informationRequirement id="nodig"><requiredInput href="#hoogte"/></informationRequirement>
  <decisionTable id="tabel" hitPolicy="FIRST">
    <input id="in1" label="Hoogte"><inputExpression id="in1e" typeRef="number"><text>hoogte</text></inputExpression></input>
    <output id="uit1" label="Toets" name="toets" typeRef="string"/>
    <annotation name="Waarom"/>
    <rule id="r1"><inputEntry id="c1"><text>&lt;= 100</text></inputEntry><outputEntry id="u1"><text>"mag"</text></outputEntry><annotationEntry><text>Tot een meter mag het altijd.</text></annotationEntry></rule>
    <rule id="r2"><inputEntry id="c2"><text>-</text></inputEntry><outputEntry id="u2"><text>"beoordelen"</text></outputEntry><annotationEntry><text>Hoger dan een meter: eerst kijken.</text></annotationEntry></rule>
  </decisionTable>
</decision></definitions>`

export const hekbestanden: Record<string, string> = {
  'proces.bpmn': bpmn,
  'regels.dmn': dmn,
  'formulieren/aanvraag.json': JSON.stringify({
    titel: 'Hek aanvragen',
    velden: [
      { naam: 'hoogte', soort: 'getal', label: 'Hoe hoog wordt het hek?', verplicht: true, eenheid: 'cm', min: 1 },
      { naam: 'buren', soort: 'janee', label: 'Zijn de buren het eens?', verplicht: true, zichtbaar: 'hoogte > 100' },
    ],
  }),
  'formulieren/oordeel.json': JSON.stringify({
    titel: 'Oordeel',
    velden: [
      {
        naam: 'oordeel',
        soort: 'keuze',
        label: 'Mag het hek er komen?',
        verplicht: true,
        opties: [
          { waarde: 'ja', label: 'Ja' },
          { waarde: 'melden', label: 'Ja, en meld het in het ERP' },
        ],
      },
      { naam: 'reden', soort: 'tekstvak', label: 'Waarom?', verplicht: false },
    ],
  }),
  'berichten/ontvangst.md':
    '---\nonderwerp: Uw hek ({{ zaak.nummer }})\n---\n{{ klant.aanhef }},\n\nWij hebben uw aanvraag ontvangen.\n',
}

/** A Rondom in which the proef process is in force. */
export function procesPerBestand() {
  const e2e = e2ePerBestand()
  const ids = { klant: '' }
  beforeAll(async () => {
    const { rows } = await sql<{ id: string }>`
      select p.id from partij p join overeenkomst_partij o on o.partij_id = p.id
      where p.soort = 'persoon' and p.samengevoegd_in is null order by p.nummer limit 1`.execute(e2e.organisatie.db)
    ids.klant = rows[0]?.id ?? ''
    const page = await e2e.als(peter, '/beheer')
    const concept = await doe<{ id: string; versie: number }>(page, 'POST', '/beheer/processen/hek/concept', {
      bestanden: hekbestanden,
    })
    await doe(
      page,
      'POST',
      `/beheer/procesversies/${concept.id}/publicatie`,
      { reden: 'voor een proef' },
      concept.versie,
    )
    await page.context().close()
  })

  /** What somebody does through the API of his own session. */
  async function doe<T>(page: Page, method: string, pad: string, body?: object, versie?: number): Promise<T> {
    const answer = await page.context().request.fetch(`${e2e.url}/api${pad}`, {
      method,
      ...(body && { data: body }),
      headers: { Origin: e2e.url, ...(versie && { 'If-Match': `"${versie}"` }) },
    })
    if (!answer.ok()) throw new Error(`${method} ${pad}: ${await answer.text()}`)
    return (await answer.json()) as T
  }

  async function open(wie: string, pad: string, options = {}): Promise<Page> {
    const page = await e2e.als(wie, pad, options)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    return page
  }

  return {
    e2e,
    ids,
    doe,
    open,
    nieuweZaak: (page: Page, hoogte = 80) =>
      doe<{ zaakId: string; nummer: string }>(page, 'POST', '/processen/hek/instanties', {
        partijId: ids.klant,
        antwoorden: { hoogte },
      }),
  }
}
