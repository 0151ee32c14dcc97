import { describe, expect, it } from 'vitest'
import { begin, bericht, catchBericht, dienst, einde, proef, taak, timer } from '../testing/proef.ts'
import { tekening } from '../testing/tekening.ts'
import { WachtVoorbij } from './draai.ts'
import { ProcesFout } from './soorten.ts'

describe('tasks', () => {
  it('a user task waits until it is done, and a service task is done on the way', async () => {
    const p = await proef(
      tekening(`${begin}${taak('vraag')}${dienst('doe')}${einde}
      begin -> vraag
      vraag -> doe
      doe -> einde`),
    )
    expect(p.wacht).toEqual(['vraag'])
    expect(p.gedaan).toEqual([])
    await p.verder('vraag')
    expect(p.gedaan).toEqual(['doe'])
    expect(p.klaar).toBe(true)
    expect(p.wegen).toEqual(['begin', 'vraag', 'doe', 'einde'])
  })

  it('send and business-rule tasks run like a service task; an action may answer later', async () => {
    const p = await proef(
      tekening(`${begin}<bpmn:sendTask id="stuur"/><bpmn:businessRuleTask id="beslis"/>${einde}
      begin -> stuur
      stuur -> beslis
      beslis -> einde`),
      {},
      async ({ element }) => ({ klaar: element === 'beslis' }),
    )
    expect(p.wacht).toEqual(['stuur'])
    await p.verder('stuur')
    expect(p.gedaan).toEqual(['stuur', 'beslis'])
    expect(p.klaar).toBe(true)
  })

  it('a receive task waits for its message', async () => {
    const p = await proef(
      tekening(
        `${begin}<bpmn:receiveTask id="ontvang" messageRef="antwoord"/>${einde}
      begin -> ontvang
      ontvang -> einde`,
        { wortels: bericht('antwoord') },
      ),
    )
    expect(p.wacht).toEqual(['ontvang antwoord'])
    await p.verder('ontvang')
    expect(p.klaar).toBe(true)
  })

  it('a second signal for the same wait finds nothing, and changes nothing', async () => {
    const p = await proef(
      tekening(`${begin}${taak('een')}${taak('twee')}${einde}
      begin -> een
      een -> twee
      twee -> einde`),
    )
    const { sleutel } = p.punten()[0] ?? { sleutel: '' }
    await p.verder('een')
    await expect(p.opnieuw(sleutel)).rejects.toThrow(WachtVoorbij)
    expect(p.wacht).toEqual(['twee'])
  })
})

describe('gateways', () => {
  const keuze = (soort: string) =>
    tekening(`${begin}<bpmn:${soort} id="kies" default="kies_c"/>${taak('a')}${taak('b')}${taak('c')}
      begin -> kies
      kies -> a [bedrag > 10]
      kies -> b [bedrag > 5]
      <bpmn:sequenceFlow id="kies_c" sourceRef="kies" targetRef="c"/>`)

  it.each([
    [20, ['a']],
    [7, ['b']],
    [1, ['c']],
  ])('exclusive with %i takes the first that fits, else the default', async (bedrag, verwacht) => {
    expect((await proef(keuze('exclusiveGateway'), { bedrag })).wacht).toEqual(verwacht)
  })

  it.each([
    [20, ['a', 'b']],
    [7, ['b']],
    [1, ['c']],
  ])('inclusive with %i takes all that fit', async (bedrag, verwacht) => {
    expect((await proef(keuze('inclusiveGateway'), { bedrag })).wacht).toEqual(verwacht)
  })

  it('an inclusive join waits for the branches that were taken, and only for those', async () => {
    const p = await proef(
      tekening(`${begin}<bpmn:inclusiveGateway id="splits"/>${taak('a')}${taak('b')}${taak('c')}<bpmn:inclusiveGateway id="samen"/>${taak('na')}
      begin -> splits
      splits -> a [true]
      splits -> b [true]
      splits -> c [false]
      a -> samen
      b -> samen
      c -> samen
      samen -> na`),
    )
    await p.verder('a')
    expect(p.wacht).toEqual(['b'])
    await p.verder('b')
    expect(p.wacht).toEqual(['na'])
  })

  it('parallel does both, and goes on when both are done', async () => {
    const p = await proef(
      tekening(`${begin}<bpmn:parallelGateway id="splits"/>${taak('a')}${taak('b')}<bpmn:parallelGateway id="samen"/>${taak('na')}${einde}
      begin -> splits
      splits -> a
      splits -> b
      a -> samen
      b -> samen
      samen -> na
      na -> einde`),
    )
    expect(p.wacht).toEqual(['a', 'b'])
    await p.verder('b')
    expect(p.wacht).toEqual(['a'])
    await p.verder('a')
    expect(p.wacht).toEqual(['na'])
    await p.verder('na')
    expect(p.klaar).toBe(true)
  })

  it('an event gateway follows what comes first, and forgets the rest', async () => {
    const xml = tekening(
      `${begin}<bpmn:eventBasedGateway id="wacht"/>${catchBericht('ja', 'antwoord')}
      <bpmn:intermediateCatchEvent id="laat">${timer('PT5H')}</bpmn:intermediateCatchEvent>${taak('a')}${taak('b')}
      begin -> wacht
      wacht -> ja
      wacht -> laat
      ja -> a
      laat -> b`,
      { wortels: bericht('antwoord') },
    )
    const p = await proef(xml)
    expect(p.wacht).toEqual(['ja antwoord', 'laat'])
    await p.verder('ja')
    expect(p.wacht).toEqual(['a'])
    const q = await proef(xml)
    await q.verder('laat')
    expect(q.wacht).toEqual(['b'])
  })

  it('says which gateway had no way out', async () => {
    const xml = tekening(`${begin}<bpmn:exclusiveGateway id="kies"/>${taak('a')}${taak('b')}
      begin -> kies
      kies -> a [x = 1]
      kies -> b [x = 2]`)
    await expect(proef(xml, { x: 3 })).rejects.toThrow('Geen enkele pijl past')
    await expect(proef(xml, { x: 3 })).rejects.toMatchObject({ element: 'kies' })
  })
})

it('a loop without a wait is stopped, with the element', async () => {
  const rond = proef(
    tekening(`${begin}${dienst('a')}${dienst('b')}
      begin -> a
      a -> b
      b -> a`),
  )
  await expect(rond).rejects.toThrow(ProcesFout)
  await expect(rond).rejects.toThrow('rondlopen')
})

it('a loop with a wait may go round as often as it must, and its state does not grow', async () => {
  const p = await proef(
    tekening(`${begin}${taak('a')}${dienst('b')}
      begin -> a
      a -> b
      b -> a`),
  )
  const eerst = p.omvang()
  for (let keer = 0; keer < 30; keer++) await p.verder('a')
  expect(p.wacht).toEqual(['a'])
  expect(p.omvang()).toBeLessThan(eerst * 2)
})

it('evaluates nothing but FEEL: what looks like code stays text', async () => {
  const p = await proef(
    tekening(`${begin}<bpmn:callActivity id="roep" calledElement="\${environment.services.x()}"/>
      begin -> roep`),
  ).catch((error: unknown) => error)
  expect(p).not.toBeInstanceOf(TypeError)
})
