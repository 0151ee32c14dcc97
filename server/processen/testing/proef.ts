import { evalFeel } from '#contract/regels/feel/feel.ts'
import { leesModel } from '../model/leesModel.ts'
import { leesXml } from '../model/moddle.ts'
import { bereid } from '../motor/bereid.ts'
import { draai } from '../motor/draai.ts'
import type { BpmnFout, Omgeving, Prikkel, Rust, Uitslag } from '../motor/soorten.ts'

/** Runs a drawing as the runtime does, saved and loaded between every two moves. */
export async function proef(xml: string, gegevens: Record<string, unknown> = {}, voer?: Omgeving['voer']) {
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

export const taak = (id: string) => `<bpmn:userTask id="${id}"/>`
export const dienst = (id: string) => `<bpmn:serviceTask id="${id}" rondom:actie="proef"/>`
export const begin = '<bpmn:startEvent id="begin"/>'
export const einde = '<bpmn:endEvent id="einde"/>'
export const catchBericht = (id: string, naam: string) =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:messageEventDefinition messageRef="${naam}"/></bpmn:intermediateCatchEvent>`
export const timer = (duur: string) =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration>${duur}</bpmn:timeDuration></bpmn:timerEventDefinition>`
export const bericht = (id: string) => `<bpmn:message id="${id}" name="${id}"/>`
