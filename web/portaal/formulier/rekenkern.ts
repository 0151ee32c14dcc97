/**
 * What decides which questions are asked, and what is right: the same on the server. It weighs three times as much as
 * all the rest of a form, because of FEEL, so it is fetched apart and beside it: docs/besluiten says why it is here at all.
 */
export { controleerFormulier } from '#contract/regels/formulier/controleerFormulier.ts'
export { toonFormulier } from '#contract/regels/formulier/toonFormulier.ts'
