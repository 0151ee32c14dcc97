declare module 'bpmn-js/lib/Modeler.js' {
  /** The package's own types do not fit an ES module import; this is all that we use of it. */
  // biome-ignore lint/style/noDefaultExport: how the package gives it
  export default class BpmnModeler {
    constructor(options: Record<string, unknown>)
    importXML(xml: string): Promise<{ warnings: string[] }>
    saveXML(options?: { format: boolean }): Promise<{ xml?: string }>
    getDefinitions(): unknown
    get<T>(service: string): T
    // biome-ignore lint/suspicious/noExplicitAny: each event has its own
    on(event: string, listener: (event: any) => void): void
    destroy(): void
  }
}
