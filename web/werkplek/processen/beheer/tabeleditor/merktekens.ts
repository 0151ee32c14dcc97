import type { Bevinding } from '#contract/procesbeheer.ts'

/**
 * Marks cells of dmn-js: as rules of a style sheet, for its elements come and go as it likes. Never by colour alone: a
 * fault has a sign, and the list below the table says it in words.
 */
export function merktekens(bevindingen: readonly Bevinding[], raak: readonly string[]): string {
  const bij = (plek: string) =>
    ['[data-element-id=@]', 'thead th[data-col-id=@]', 'td.rule-index[data-row-id=@]'].map((each) =>
      `.dmn-decision-table-container ${each}`.replace('@', CSS.escape(plek)),
    )
  const kleuren = { fout: 'var(--fout-tekst)', waarschuwing: 'var(--let-op-tekst)' }
  return [
    ...bevindingen.map(({ plek, ernst }) => {
      const kleur = kleuren[ernst]
      const teken = `content: "!"; position: absolute; top: 0; right: 3px; color: ${kleur}; font-weight: 700;`
      return `${bij(plek).join()} { box-shadow: inset 0 0 0 2px ${kleur}; }
${bij(plek)
  .map((each) => `${each}::after`)
  .join()} { ${teken} }`
    }),
    ...raak.map(
      (rij) =>
        `.dmn-decision-table-container td[data-row-id=${CSS.escape(rij)}] { background: var(--goed-vlak); color: var(--goed-tekst); font-weight: 600; }`,
    ),
  ].join('\n')
}
