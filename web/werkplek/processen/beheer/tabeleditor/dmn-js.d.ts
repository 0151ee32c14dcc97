declare module 'dmn-js/lib/Modeler.js' {
  import type { Moddle } from './moddle.ts'
  import type { Weergave } from './modeler.ts'

  type Kijk = { id: string; type: string; element: Moddle }

  /** The package ships no types; this is all that we use of it. */
  // biome-ignore lint/style/noDefaultExport: how the package gives it
  export default class DmnModeler {
    constructor(options: Record<string, unknown>)
    importXML(xml: string, options?: { open: boolean }): Promise<{ warnings: unknown[] }>
    saveXML(options?: { format: boolean }): Promise<{ xml: string }>
    getDefinitions(): Moddle
    getViews(): Kijk[]
    getActiveView(): Kijk | undefined
    getActiveViewer(): Weergave | undefined
    open(view: Kijk): Promise<unknown>
    // biome-ignore lint/suspicious/noExplicitAny: each event has its own
    on(event: string, listener: (event: any) => void): void
    destroy(): void
  }
}
