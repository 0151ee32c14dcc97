declare module 'dmn-moddle' {
  /** The package ships no types; this is all that we use of it. */
  export class DmnModdle {
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: { message: string }[] }>
    toXML(element: unknown): Promise<{ xml: string }>
  }
}
