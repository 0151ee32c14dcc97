/** The package ships no types for its entry and rules; this is all that we use of them. */
declare module 'bpmnlint' {
  export type Rapport = Record<string, { id?: string; message: string; category: string }[]>
  export class Linter {
    constructor(options: {
      config: { rules: Record<string, string> }
      resolver: { resolveRule(pkg: string, naam: string): unknown; resolveConfig(pkg: string, naam: string): unknown }
    })
    lint(root: unknown): Promise<Rapport>
  }
}
declare module 'bpmnlint/rules/*' {
  const regel: () => { check: unknown }
  // biome-ignore lint/style/noDefaultExport: how the package gives it
  export default regel
}
