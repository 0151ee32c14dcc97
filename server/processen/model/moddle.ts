import { BpmnModdle } from 'bpmn-moddle'
import { rondomBpmn } from '#contract/bpmn.ts'
import { invalid } from '#server/platform/errors.ts'

/** One element as the parser gives it: typed by the BPMN meta-model at run time, not by TypeScript. */
export type Moddle = { $type: string; $parent?: Moddle; id?: string; name?: string; [eigenschap: string]: unknown }
export type Gelezen = { rootElement: Moddle; warnings: { message: string }[]; elementsById: Record<string, Moddle> }

/** A drawn process of a housing association is some 60 kB. */
const maxXml = 1_000_000

/** @throws 400 naming the file when this is no BPMN */
export async function leesXml(xml: string): Promise<Gelezen> {
  if (xml.length > maxXml) throw invalid('proces.bpmn', 'te-groot', 'Het diagram is te groot: hoogstens 1 MB.')
  // Entities can make a small file large; BPMN has no use for them.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    throw invalid('proces.bpmn', 'entiteiten', 'Het diagram bevat een DOCTYPE of ENTITY. Bewaar het opnieuw zonder.')
  }
  try {
    // The types of the parser describe the standard only; ours come with the descriptor.
    const moddle = new BpmnModdle({ rondom: rondomBpmn })
    return (await moddle.fromXML(xml)) as unknown as Gelezen
  } catch (error) {
    const reden = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw invalid('proces.bpmn', 'onleesbaar', `Dit is geen leesbaar BPMN-diagram: ${reden}`)
  }
}

export const lijst = (waarde: unknown): Moddle[] => (Array.isArray(waarde) ? (waarde as Moddle[]) : [])
export const tekstVan = (waarde: unknown): string => (typeof waarde === 'string' ? waarde.trim() : '')
/** `bpmn:UserTask` → `UserTask` */
export const soortVan = (element: Moddle): string => element.$type.replace(/^bpmn:/, '')
