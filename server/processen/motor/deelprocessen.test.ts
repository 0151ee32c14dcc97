import { describe, expect, it } from 'vitest'
import { begin, bericht, dienst, einde, proef, taak, timer } from '../testing/proef.ts'
import { tekening } from '../testing/tekening.ts'
import { BpmnFout } from './soorten.ts'

describe('processes in processes', () => {
  const eventSub = (onderbreekt: boolean) =>
    tekening(
      `${begin}${taak('werk')}${einde}
      begin -> werk
      werk -> einde
      <bpmn:subProcess id="intrekken" triggeredByEvent="true">
        <bpmn:startEvent id="ingetrokken" isInterrupting="${onderbreekt}"><bpmn:messageEventDefinition messageRef="intrek"/></bpmn:startEvent>${taak('opruimen')}
        ingetrokken -> opruimen
      </bpmn:subProcess>`,
      { wortels: bericht('intrek') },
    )

  it('an event subprocess starts when its event comes, and interrupts what was going on', async () => {
    const p = await proef(eventSub(true))
    expect(p.wacht).toEqual(['ingetrokken intrek', 'werk'])
    await p.verder('ingetrokken')
    expect(p.wacht).toEqual(['opruimen'])
    await p.verder('opruimen')
    expect(p.klaar).toBe(true)
  })

  it('an event subprocess that does not interrupt runs beside it', async () => {
    const p = await proef(eventSub(false))
    await p.verder('ingetrokken')
    expect(p.wacht).toEqual(['ingetrokken intrek', 'opruimen', 'werk'])
    await p.verder('werk')
    expect(p.klaar).toBe(false)
    await p.verder('opruimen')
    expect(p.klaar).toBe(true)
  })

  it.each([
    ['a timer', timer('PT1H')],
    ['a signal', '<bpmn:signalEventDefinition signalRef="alarm"/>'],
  ])('an event subprocess can start by %s', async (_, door) => {
    const xml = eventSub(true).replace('<bpmn:messageEventDefinition messageRef="intrek"/>', door)
    const p = await proef(xml.replace('<bpmn:process ', '<bpmn:signal id="alarm" name="alarm"/><bpmn:process '))
    await p.verder('ingetrokken')
    expect(p.wacht).toEqual(['opruimen'])
  })

  it('an event subprocess catches the error of an action', async () => {
    const xml = eventSub(true)
      .replace('<bpmn:messageEventDefinition messageRef="intrek"/>', '<bpmn:errorEventDefinition errorRef="bezet"/>')
      .replace('<bpmn:process ', '<bpmn:error id="bezet" errorCode="BEZET"/><bpmn:process ')
      .replace(taak('werk'), dienst('werk'))
    const p = await proef(xml, {}, async () => {
      throw new BpmnFout('BEZET', 'bezet')
    })
    expect(p.wacht).toEqual(['opruimen'])
  })

  it('a call activity runs another process of the file', async () => {
    const p = await proef(
      tekening(
        `${begin}<bpmn:callActivity id="roep" calledElement="ander"/>${taak('na')}
      begin -> roep
      roep -> na`,
        {
          processen: `<bpmn:process id="ander" isExecutable="false"><bpmn:startEvent id="b2"/>${taak('daar')}
          b2 -> daar
        </bpmn:process>`,
        },
      ),
    )
    expect(p.wacht).toEqual(['daar'])
    await p.verder('daar')
    expect(p.wacht).toEqual(['na'])
  })

  it('for each item of a list at once: a task knows its own item', async () => {
    const p = await proef(
      tekening(`${begin}<bpmn:userTask id="tel"><bpmn:multiInstanceLoopCharacteristics rondom:verzameling="=huurders"/></bpmn:userTask>${taak('na')}
      begin -> tel
      tel -> na`),
      { huurders: ['An', 'Bo', 'Cis'] },
    )
    expect(p.wacht).toEqual(['tel An', 'tel Bo', 'tel Cis'])
    await p.verder('tel', ({ lokaal }) => lokaal['item'] === 'Bo')
    expect(p.wacht).toEqual(['tel An', 'tel Cis'])
    await p.verder('tel')
    await p.verder('tel')
    expect(p.wacht).toEqual(['na'])
  })

  it('for each item in turn, with a subprocess, until enough', async () => {
    const p = await proef(
      tekening(`${begin}<bpmn:subProcess id="elk">
        <bpmn:multiInstanceLoopCharacteristics isSequential="true" rondom:verzameling="=huurders">
          <bpmn:completionCondition xsi:type="bpmn:tFormalExpression">genoeg</bpmn:completionCondition>
        </bpmn:multiInstanceLoopCharacteristics>
        <bpmn:startEvent id="b"/>${taak('tel')}${dienst('doe')}
        b -> tel
        tel -> doe
      </bpmn:subProcess>${taak('na')}
      begin -> elk
      elk -> na`),
      { huurders: ['An', 'Bo', 'Cis'], genoeg: false },
      async ({ lokaal }) => {
        p.gegevens['laatste'] = lokaal['item']
        return { klaar: true }
      },
    )
    expect(p.wacht).toEqual(['tel An'])
    await p.verder('tel')
    expect(p.gegevens['laatste']).toBe('An')
    expect(p.wacht).toEqual(['tel Bo'])
    p.gegevens['genoeg'] = true
    await p.verder('tel')
    expect(p.wacht).toEqual(['na'])
  })

  it('for each item at once, with a subprocess and a timer in each', async () => {
    const p = await proef(
      tekening(`${begin}<bpmn:subProcess id="elk">
        <bpmn:multiInstanceLoopCharacteristics rondom:verzameling="=huurders"/>
        <bpmn:startEvent id="b"/>${taak('tel')}
        <bpmn:boundaryEvent id="laat" attachedToRef="tel">${timer('PT1H')}</bpmn:boundaryEvent>${taak('bel')}
        b -> tel
        laat -> bel
      </bpmn:subProcess>${taak('na')}
      begin -> elk
      elk -> na`),
      { huurders: ['An', 'Bo'] },
    )
    expect(p.wacht).toEqual(['laat An', 'laat Bo', 'tel An', 'tel Bo'])
    await p.verder('laat', ({ lokaal }) => lokaal['item'] === 'Bo')
    expect(p.wacht).toEqual(['bel Bo', 'laat An', 'tel An'])
    await p.verder('tel')
    await p.verder('bel')
    expect(p.wacht).toEqual(['na'])
  })

  it('of an empty list nothing is done', async () => {
    const p = await proef(
      tekening(`${begin}<bpmn:userTask id="tel"><bpmn:multiInstanceLoopCharacteristics rondom:verzameling="=huurders"/></bpmn:userTask>${taak('na')}
      begin -> tel
      tel -> na`),
      { huurders: [] },
    )
    expect(p.wacht).toEqual(['na'])
  })
})
