import { describe, expect, it } from 'vitest'
import { evalFeel } from '#contract/regels/feel/feel.ts'
import { leesModel } from '../model/leesModel.ts'
import { leesXml } from '../model/moddle.ts'
import { tekening } from '../testing/tekening.ts'
import { bereid } from './bereid.ts'
import { draai, WachtVoorbij } from './draai.ts'
import { BpmnFout, type Omgeving, type Prikkel, ProcesFout, type Rust, type Uitslag } from './soorten.ts'

/** Runs a drawing as the runtime does, saved and loaded between every two moves. */
async function proef(xml: string, gegevens: Record<string, unknown> = {}, voer?: Omgeving['voer']) {
  const gelezen = await leesXml(xml)
  const model = leesModel(gelezen)
  const gedaan: string[] = []
  const nu = new Date('2026-11-23T10:00:00Z')
  const omgeving: Omgeving = {
    feel: (expressie, lokaal) => evalFeel(expressie, { ...gegevens, ...lokaal }, { nu }),
    tijdstip(soort, waarde) {
      const [, keer, duur = ''] = /^(?:R(\d*)\/)?P(?:T?)(\d+)/.exec(String(waarde)) ?? []
      const herhaal = soort === 'timeCycle' ? (keer ? Number(keer) : -1) : undefined
      return {
        op: soort === 'timeDate' ? new Date(String(waarde)) : new Date(nu.getTime() + Number(duur) * 3_600_000),
        herhaal,
      }
    },
    async voer(werk): Promise<Uitslag> {
      gedaan.push(werk.element)
      return voer ? voer(werk) : { klaar: true }
    },
  }
  const items = new Set([...model.stappen.values()].flatMap(({ herhaling }) => herhaling?.item ?? []))
  const loop = { bereid: await bereid(gelezen), items, omgeving }
  let rust: Rust
  const wegen: string[] = []
  const neem = (nieuw: Rust) => {
    rust = nieuw
    wegen.push(...nieuw.voorvallen.filter(({ wat }) => wat === 'eind').map(({ element }) => element))
  }
  neem(await draai(loop))
  return {
    gedaan,
    wegen,
    gegevens,
    get klaar() {
      return rust.staat === undefined
    },
    /** Elements that wait, with the name or item that tells them apart. */
    get wacht() {
      return rust.wacht
        .map(({ element, naam, lokaal }) => [element, naam, lokaal['item']].filter(Boolean).join(' '))
        .sort()
    },
    punten: () => rust.wacht,
    signalen: () => rust.signalen,
    omvang: () => JSON.stringify(rust.staat).length,
    /** What waits at this element goes on. */
    async verder(element: string, welke: (punt: Rust['wacht'][number]) => boolean = () => true, fout?: BpmnFout) {
      const punt = rust.wacht.find((each) => each.element === element && welke(each))
      if (!punt) throw new Error(`${element} does not wait, but ${JSON.stringify(this.wacht)}`)
      const { sleutel } = punt
      const prikkel: Prikkel = fout
        ? { soort: 'fout', sleutel, code: fout.code, melding: fout.message }
        : { soort: 'voltooi', sleutel }
      neem(await draai(loop, JSON.parse(JSON.stringify(rust.staat)), prikkel))
    },
    async opnieuw(sleutel: string) {
      neem(await draai(loop, JSON.parse(JSON.stringify(rust.staat)), { soort: 'voltooi', sleutel }))
    },
  }
}

const taak = (id: string) => `<bpmn:userTask id="${id}"/>`
const dienst = (id: string) => `<bpmn:serviceTask id="${id}" rondom:actie="proef"/>`
const begin = '<bpmn:startEvent id="begin"/>'
const einde = '<bpmn:endEvent id="einde"/>'
const catchBericht = (id: string, naam: string) =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:messageEventDefinition messageRef="${naam}"/></bpmn:intermediateCatchEvent>`
const timer = (duur: string) =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration>${duur}</bpmn:timeDuration></bpmn:timerEventDefinition>`
const bericht = (id: string) => `<bpmn:message id="${id}" name="${id}"/>`

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
