import { describe, expect, it } from 'vitest'
import { tekening } from '../testing/tekening.ts'
import { controleerModel } from './controleerModel.ts'
import { leesModel } from './leesModel.ts'
import { leesXml } from './moddle.ts'

const buiten = { teams: new Set(['kcc']), bestanden: new Set(['formulieren/vraag.json', 'berichten/dank.md']) }
const goed = `<bpmn:startEvent id="begin"/><bpmn:userTask id="werk" name="Werk" rondom:team="kcc"/><bpmn:endEvent id="einde"/>
  begin -> werk
  werk -> einde`

async function bevindingen(elementen: string, opties: Parameters<typeof tekening>[1] = {}) {
  const gelezen = await leesXml(tekening(elementen, opties))
  return controleerModel(gelezen, leesModel(gelezen), buiten)
}
const bij = async (plek: string, elementen: string, opties?: Parameters<typeof tekening>[1]) =>
  (await bevindingen(elementen, opties)).filter((each) => each.plek === plek).map(({ melding }) => melding)

it('finds nothing in a good drawing', async () => {
  expect(await bevindingen(goed)).toEqual([])
})

describe('refuses what the engine does not run, by name', () => {
  it.each(['scriptTask', 'task', 'manualTask', 'complexGateway', 'transaction', 'adHocSubProcess'])(
    '%s',
    async (soort) => {
      const [eerste] = await bij(
        'vreemd',
        `${goed}<bpmn:${soort} id="vreemd" name="Vreemd ding"/>
      werk -> vreemd`,
      )
      expect(eerste).toMatch(/wordt niet ondersteund\. .{20,}/)
    },
  )

  it.each([
    [
      'conditionalEventDefinition',
      '<bpmn:conditionalEventDefinition><bpmn:condition/></bpmn:conditionalEventDefinition>',
    ],
    ['linkEventDefinition', '<bpmn:linkEventDefinition name="x"/>'],
    ['compensateEventDefinition', '<bpmn:compensateEventDefinition/>'],
  ])('an event with %s', async (soort, binnen) => {
    const [eerste] = await bij(
      'vang',
      `${goed}<bpmn:intermediateCatchEvent id="vang">${binnen}</bpmn:intermediateCatchEvent>
      werk -> vang`,
    )
    expect(eerste?.toLowerCase()).toContain(soort.toLowerCase())
  })

  it('a condition in another language than FEEL', async () => {
    const xml = `<bpmn:startEvent id="begin"/><bpmn:userTask id="werk" rondom:team="kcc"/>
      <bpmn:sequenceFlow id="pijl" sourceRef="begin" targetRef="werk">
        <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="javascript">next(null, true)</bpmn:conditionExpression>
      </bpmn:sequenceFlow>`
    expect(await bij('pijl', xml)).toContain('Voorwaarden zijn FEEL, geen javascript.')
  })
})

describe('finds what would go wrong later', () => {
  it('a role that does not exist, and FEEL in it that does not parse', async () => {
    const rol = (attributen: string) =>
      bij('proef', `<bpmn:extensionElements><rondom:rol ${attributen}/></bpmn:extensionElements>${goed}`)

    expect(await rol('rol="beklaagde" medewerker="=wie"')).toEqual([])
    expect(await rol('rol="baas" medewerker="=wie"')).toEqual(['De rol "baas" bestaat niet.'])
    expect(await rol('rol="beklaagde" medewerker="=1 +"')).toEqual([expect.stringContaining('"1 +"')])
  })

  it.each([
    ['a form that is not there', `rondom:formulier="weg"`, 'Het formulier "weg" bestaat niet.'],
    ['a team that is not there', `rondom:team="weg"`, 'Het team "weg" bestaat hier niet of is niet actief.'],
    ['FEEL that does not parse', `rondom:termijn="=1 +"`, expect.stringContaining('"1 +"')],
  ])('%s', async (_, attribuut, melding) => {
    const xml = `<bpmn:startEvent id="begin"/><bpmn:userTask id="werk" name="Werk" ${attribuut.includes('team') ? '' : 'rondom:team="kcc"'} ${attribuut}/>
      begin -> werk`
    expect(await bij('werk', xml)).toContainEqual(melding)
  })

  it.each([
    ['a service task without an action', '<bpmn:serviceTask id="doe"/>', 'Kies de actie van deze stap.'],
    [
      'an unknown action',
      '<bpmn:serviceTask id="doe" rondom:actie="bestaat.niet"/>',
      'De actie "bestaat.niet" bestaat niet.',
    ],
    [
      'a message that is not there',
      '<bpmn:sendTask id="doe" rondom:bericht="weg"/>',
      'Het bericht "weg" bestaat niet.',
    ],
    ['a decision that is not chosen', '<bpmn:businessRuleTask id="doe"/>', 'Kies welke beslissing genomen wordt.'],
    [
      'a call to nowhere',
      '<bpmn:callActivity id="doe" calledElement="weg"/>',
      'Het aangeroepen proces "weg" staat niet in dit bestand.',
    ],
    [
      'a loop sign',
      '<bpmn:userTask id="doe" rondom:team="kcc"><bpmn:standardLoopCharacteristics/></bpmn:userTask>',
      expect.stringContaining('lus-teken'),
    ],
  ])('%s', async (_, element, melding) => {
    expect(
      await bij(
        'doe',
        `${goed}${element}
      werk -> doe`,
      ),
    ).toContainEqual(melding)
  })

  it('a choice without conditions, or without a default', async () => {
    const keuze = await bij(
      'kies',
      `${goed}<bpmn:exclusiveGateway id="kies"/><bpmn:userTask id="a" rondom:team="kcc"/><bpmn:userTask id="b" rondom:team="kcc"/>
      werk -> kies
      kies -> a [x > 1]
      kies -> b`,
    )
    expect(keuze).toEqual([expect.stringContaining('geen voorwaarde'), expect.stringContaining('standaard')])
  })

  it.each([
    ['no end', '', 'Vul in wanneer de timer afgaat.'],
    ['nonsense', '<bpmn:timeDuration>morgen</bpmn:timeDuration>', expect.stringContaining('"morgen" is geen duur')],
    [
      'a repetition that cannot repeat',
      '<bpmn:timeCycle>R3/P1D</bpmn:timeCycle>',
      expect.stringContaining('herhalende timer'),
    ],
  ])('a timer with %s', async (_, tijd, melding) => {
    const xml = `${goed}<bpmn:intermediateCatchEvent id="wacht"><bpmn:timerEventDefinition>${tijd}</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
      werk -> wacht`
    expect(await bij('wacht', xml)).toContainEqual(melding)
  })

  it('a loop in which nothing waits, and not one in which something does', async () => {
    const lus = (
      element: string,
    ) => `<bpmn:startEvent id="begin"/><bpmn:exclusiveGateway id="kies" default="terug"/>${element}<bpmn:endEvent id="einde"/>
      begin -> doe
      doe -> kies
      kies -> einde [x]
      <bpmn:sequenceFlow id="terug" sourceRef="kies" targetRef="doe"/>`
    const zonder = await bevindingen(lus('<bpmn:serviceTask id="doe" rondom:actie="zaak.status"/>'))
    expect(zonder).toMatchObject([{ ernst: 'fout', melding: expect.stringContaining('eindeloos') }])
    expect(await bevindingen(lus('<bpmn:userTask id="doe" rondom:team="kcc"/>'))).toEqual([])
    expect(await bevindingen(lus('<bpmn:serviceTask id="doe" rondom:actie="erp.lezen"/>'))).toEqual([])
  })

  it('two beginnings, a step that nothing leads to, and no zaaktype', async () => {
    const twee = await bevindingen(`${goed}
      <bpmn:startEvent id="ook"/><bpmn:userTask id="los" rondom:team="kcc"/>`)
    expect(twee.map(({ plek }) => plek)).toEqual(['proef', 'los'])
    const zonder = tekening(goed).replace('rondom:zaaktype="proef"', '')
    const gelezen = await leesXml(zonder)
    expect(controleerModel(gelezen, leesModel(gelezen), buiten)).toMatchObject([
      { melding: expect.stringContaining('zaaktype') },
    ])
  })
})

describe('bad files', () => {
  it.each([
    ['no XML', 'dit is geen xml', 'onleesbaar'],
    ['entities', '<!DOCTYPE x [<!ENTITY a "b">]><x/>', 'entiteiten'],
    ['too large', `<x>${'a'.repeat(1_000_001)}</x>`, 'te-groot'],
  ])('%s', async (_, xml, code) => {
    await expect(leesXml(xml)).rejects.toMatchObject({ status: 400, invalidParams: [{ name: 'proces.bpmn', code }] })
  })
})
