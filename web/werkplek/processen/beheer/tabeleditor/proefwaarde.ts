import { evalFeel } from '#contract/regels/feel/feel.ts'

/** What was typed for an input of this type. Nothing typed is not known; text needs no quotes, the rest is FEEL. */
export function leesProefwaarde(getypt: string, soort: string): { waarde?: unknown; fout?: 'geenGetal' | 'alsFeel' } {
  const tekst = getypt.trim()
  if (tekst === '') return {}
  if (soort === 'string' || soort === 'date') return { waarde: tekst.replace(/^"(.*)"$/, '$1') }
  if (soort === 'boolean') return { waarde: tekst === 'true' }
  if (soort === 'number') {
    const getal = Number(tekst.replace(',', '.'))
    return Number.isFinite(getal) ? { waarde: getal } : { fout: 'geenGetal' }
  }
  try {
    return { waarde: evalFeel(tekst) }
  } catch {
    return { fout: 'alsFeel' }
  }
}
