import { formatTelefoon } from '#contract/regels/telefoonweergave.ts'

/** Shows a Dutch number the way people say it when the field is left; anything else stays as typed: the server reads it. */
export function opmaakTelefoon(text: string): string {
  const compact = text.replace(/\(0\)/, '').replace(/[\s().\-–/]/g, '')
  const nationaal = /^(?:0|\+31|0031)([1-9]\d{8})$/.exec(compact)?.[1]
  return nationaal ? formatTelefoon(`+31${nationaal}`) : text.trim()
}
