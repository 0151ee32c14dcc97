import { describe, expect, it } from 'vitest'
import { begin, bericht, dienst, einde, proef, taak, timer } from '../testing/proef.ts'
import { tekening } from '../testing/tekening.ts'
import { BpmnFout, ProcesFout } from './soorten.ts'

describe('events', () => {
  it('a timer waits until its time', async () => {
    const p = await proef(
      tekening(`${begin}<bpmn:intermediateCatchEvent id="wacht">${timer('PT5H')}</bpmn:intermediateCatchEvent>${einde}
      begin -> wacht
      wacht -> einde`),
    )
    expect(p.punten()).toMatchObject([{ soort: 'timer', op: new Date('2026-11-23T15:00:00Z') }])
    await p.verder('wacht')
    expect(p.klaar).toBe(true)
  })

  const metGrens = (grens: string) =>
    tekening(
      `${begin}${taak('werk')}${taak('na')}${taak('anders')}${grens}
      begin -> werk
      werk -> na
      grens -> anders`,
      { wortels: `${bericht('stop')}<bpmn:signal id="alarm" name="alarm"/>` },
    )
  const gehecht = (binnen: string, onderbreekt = true) =>
    `<bpmn:boundaryEvent id="grens" attachedToRef="werk" cancelActivity="${onderbreekt}">${binnen}</bpmn:boundaryEvent>`

  it.each([
    ['timer', timer('PT1H')],
    ['message', '<bpmn:messageEventDefinition messageRef="stop"/>'],
    ['signal', '<bpmn:signalEventDefinition signalRef="alarm"/>'],
  ])('an interrupting %s on the edge ends the work', async (_, binnen) => {
    const p = await proef(metGrens(gehecht(binnen)))
    expect(p.wacht.map((wat) => wat.split(' ')[0])).toEqual(['grens', 'werk'])
    await p.verder('grens')
    expect(p.wacht).toEqual(['anders'])
    const q = await proef(metGrens(gehecht(binnen)))
    await q.verder('werk')
    expect(q.wacht).toEqual(['na'])
  })

  it.each([
    ['timer', timer('PT1H')],
    ['message', '<bpmn:messageEventDefinition messageRef="stop"/>'],
    ['signal', '<bpmn:signalEventDefinition signalRef="alarm"/>'],
  ])('a %s that does not interrupt adds work', async (_, binnen) => {
    const p = await proef(metGrens(gehecht(binnen, false)))
    await p.verder('grens')
    const rest = p.wacht.filter((wat) => !wat.startsWith('grens'))
    expect(rest).toEqual(['anders', 'werk'])
    await p.verder('werk')
    expect(p.wacht).toEqual(['anders', 'na'])
  })

  it.each([
    ['message', '<bpmn:messageEventDefinition messageRef="stop"/>'],
    ['signal', '<bpmn:signalEventDefinition signalRef="alarm"/>'],
  ])('a %s that does not interrupt may come again', async (_, binnen) => {
    const p = await proef(metGrens(gehecht(binnen, false)).replace(taak('anders'), dienst('anders')))
    await p.verder('grens')
    await p.verder('grens')
    await p.verder('grens')
    expect(p.gedaan).toEqual(['anders', 'anders', 'anders'])
    await p.verder('werk')
    expect(p.wacht).toEqual(['na'])
  })

  it('a repeating timer on the edge keeps coming back, as often as it says', async () => {
    const cyclus = '<bpmn:timerEventDefinition><bpmn:timeCycle>R3/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>'
    const p = await proef(metGrens(gehecht(cyclus, false)).replace(taak('anders'), dienst('anders')))
    for (let keer = 1; keer <= 3; keer++) {
      expect(p.wacht).toEqual(['grens', 'werk'])
      await p.verder('grens')
    }
    expect(p.wacht).toEqual(['werk'])
    expect(p.gedaan).toEqual(['anders', 'anders', 'anders'])
  })

  const metFout = (binnen: string) =>
    tekening(
      `${begin}${dienst('werk')}${taak('na')}${taak('anders')}${gehecht(binnen)}
      begin -> werk
      werk -> na
      grens -> anders`,
      { wortels: '<bpmn:error id="bezet" name="bezet" errorCode="BEZET"/>' },
    )

  it('an error of an action is caught by its code, now or later', async () => {
    const gooi = async () => {
      throw new BpmnFout('BEZET', 'Het tijdslot is bezet')
    }
    const p = await proef(metFout('<bpmn:errorEventDefinition errorRef="bezet"/>'), {}, gooi)
    expect(p.wacht).toEqual(['anders'])
    const q = await proef(metFout('<bpmn:errorEventDefinition errorRef="bezet"/>'), {}, async () => ({ klaar: false }))
    await q.verder('werk', undefined, new BpmnFout('BEZET', 'bezet'))
    expect(q.wacht).toEqual(['anders'])
  })

  it('an error with another code is not caught', async () => {
    const gooi = async () => {
      throw new BpmnFout('ANDERS', 'Iets anders')
    }
    await expect(proef(metFout('<bpmn:errorEventDefinition errorRef="bezet"/>'), {}, gooi)).rejects.toThrow(ProcesFout)
  })

  it('an escalation out of a subprocess is heard at its edge', async () => {
    const p = await proef(
      tekening(
        `${begin}<bpmn:subProcess id="werk"><bpmn:startEvent id="b"/>
        <bpmn:intermediateThrowEvent id="roep"><bpmn:escalationEventDefinition escalationRef="hulp"/></bpmn:intermediateThrowEvent>${taak('door')}
        b -> roep
        roep -> door
      </bpmn:subProcess>
      ${gehecht('<bpmn:escalationEventDefinition escalationRef="hulp"/>', false)}${taak('anders')}
      begin -> werk
      grens -> anders`,
        { wortels: '<bpmn:escalation id="hulp" name="hulp" escalationCode="HULP"/>' },
      ),
    )
    expect(p.wacht).toEqual(['anders', 'door'])
  })

  it('an error end of a subprocess is caught at its edge', async () => {
    const p = await proef(
      tekening(
        `${begin}<bpmn:subProcess id="werk"><bpmn:startEvent id="b"/>${taak('in')}
        <bpmn:endEvent id="mis"><bpmn:errorEventDefinition errorRef="bezet"/></bpmn:endEvent>
        b -> in
        in -> mis
      </bpmn:subProcess>
      ${gehecht('<bpmn:errorEventDefinition errorRef="bezet"/>')}${taak('anders')}${taak('na')}
      begin -> werk
      werk -> na
      grens -> anders`,
        { wortels: '<bpmn:error id="bezet" name="bezet" errorCode="BEZET"/>' },
      ),
    )
    await p.verder('in')
    expect(p.wacht).toEqual(['anders'])
  })

  it('a signal that is thrown is caught in the same process, and told to the others', async () => {
    const p = await proef(
      tekening(
        `${begin}<bpmn:parallelGateway id="splits"/>${taak('eerst')}
      <bpmn:intermediateThrowEvent id="roep"><bpmn:signalEventDefinition signalRef="alarm"/></bpmn:intermediateThrowEvent>
      <bpmn:intermediateCatchEvent id="hoor"><bpmn:signalEventDefinition signalRef="alarm"/></bpmn:intermediateCatchEvent>${taak('a')}${taak('b')}
      begin -> splits
      splits -> eerst
      splits -> hoor
      eerst -> roep
      roep -> a
      hoor -> b`,
        { wortels: '<bpmn:signal id="alarm" name="alarm"/>' },
      ),
    )
    expect(p.wacht).toEqual(['eerst', 'hoor alarm'])
    await p.verder('eerst')
    expect(p.wacht).toEqual(['a', 'b'])
    expect(p.signalen()).toEqual(['alarm'])
  })

  it('a terminating end ends everything', async () => {
    const p = await proef(
      tekening(`${begin}<bpmn:parallelGateway id="splits"/>${taak('a')}${taak('b')}
      <bpmn:endEvent id="stop"><bpmn:terminateEventDefinition/></bpmn:endEvent>
      begin -> splits
      splits -> a
      splits -> b
      a -> stop`),
    )
    await p.verder('a')
    expect(p.klaar).toBe(true)
  })
})
