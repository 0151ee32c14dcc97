declare module 'bpmn-js/lib/NavigatedViewer.js' {
  /** The package's own types do not fit an ES module import; this is all that we use of it. */
  // biome-ignore lint/style/noDefaultExport: how the package gives it
  export default class NavigatedViewer {
    constructor(options: Record<string, unknown>)
    importXML(xml: string): Promise<{ warnings: string[] }>
    getDefinitions(): unknown
    get<T>(service: string): T
    destroy(): void
  }
}
