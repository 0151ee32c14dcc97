declare module 'bpmn-moddle' {
  /** The package ships its types apart from its entry; this is all that we use of it. */
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>)
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: { message: string }[] }>
    toXML(element: unknown): Promise<{ xml: string }>
    create(type: string, properties: object): unknown
  }
}
