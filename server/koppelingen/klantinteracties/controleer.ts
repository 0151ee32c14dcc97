import { normalizeEmail } from '#contract/regels/kenmerken.ts'
import type { InvalidParam } from '#server/platform/errors.ts'
import { type Schema, schemaVan, vlak } from './specificatie/specificatie.ts'

type Uitkomst = { waarde: unknown; fouten: InvalidParam[] }
/** `deels`: a PATCH, where nothing at the top is required. `soort`: of the thing as it is, when the body names none. */
type Opties = { deels?: boolean; soort?: string | undefined }

/**
 * Reads a body by the published schema: what may not be written or is not known falls away, as this standard has it;
 * what is wrong is named with its dotted path and the codes of the standard.
 */
export function controleer(schema: Schema, waarde: unknown, pad = '', opties: Opties = {}): Uitkomst {
  const s = vlak(schema)
  if (waarde === null) return s.nullable ? goed(null) : fout(pad, 'null', 'Dit veld mag niet leeg zijn.')
  if (s.oneOf) return controleerKeuze(s, waarde, pad, opties)
  switch (s.type) {
    case 'array':
      return controleerLijst(s, waarde, pad)
    case 'string':
      return controleerTekst(s, waarde, pad)
    case 'boolean':
      return typeof waarde === 'boolean' ? goed(waarde) : fout(pad, 'invalid', 'Dit moet true of false zijn.')
    case 'integer':
    case 'number':
      return controleerGetal(s, waarde, pad)
    default:
      return controleerObject(s, waarde, pad, opties)
  }
}

function controleerKeuze(s: Schema, waarde: unknown, pad: string, opties: Opties): Uitkomst {
  if (!isObject(waarde)) return geenObject(pad)
  const naam = s.discriminator?.propertyName ?? ''
  const gekozen = waarde[naam] ?? opties.soort
  if (gekozen === undefined) return fout(plek(pad, naam), 'required', 'Dit veld is vereist.')
  const ref = s.discriminator?.mapping[String(gekozen)]
  if (!ref) return fout(plek(pad, naam), 'invalid_choice', `"${kort(gekozen)}" is geen geldige keuze.`)
  return controleer(schemaVan(ref.split('/').at(-1) ?? ''), waarde, pad, opties)
}

function controleerObject(s: Schema, waarde: unknown, pad: string, { deels = false }: Opties): Uitkomst {
  if (!isObject(waarde)) return geenObject(pad)
  const uit: Record<string, unknown> = {}
  const fouten: InvalidParam[] = []
  if (typeof s.additionalProperties === 'object') {
    for (const [naam, deel] of Object.entries(waarde)) {
      const gelezen = controleer(s.additionalProperties, deel, plek(pad, naam))
      uit[naam] = gelezen.waarde
      fouten.push(...gelezen.fouten)
    }
  }
  for (const [naam, eigen] of Object.entries(s.properties ?? {})) {
    if (vlak(eigen).readOnly) continue
    const verplicht = !deels && (s.required ?? []).includes(naam)
    if (waarde[naam] === undefined) {
      if (verplicht) fouten.push({ name: plek(pad, naam), code: 'required', reason: 'Dit veld is vereist.' })
      continue
    }
    if (
      waarde[naam] === '' &&
      (s.required ?? []).includes(naam) &&
      vlak(eigen).type === 'string' &&
      !vlak(eigen).enum
    ) {
      fouten.push({ name: plek(pad, naam), code: 'blank', reason: 'Dit veld mag niet leeg zijn.' })
      continue
    }
    const gelezen = controleer(eigen, waarde[naam], plek(pad, naam))
    uit[naam] = gelezen.waarde
    fouten.push(...gelezen.fouten)
  }
  return { waarde: uit, fouten }
}

function controleerLijst(s: Schema, waarde: unknown, pad: string): Uitkomst {
  if (!Array.isArray(waarde)) return fout(pad, 'not_a_list', 'Dit moet een lijst zijn.')
  // No field of this standard has more in practice; a longer list would keep the transaction busy.
  if (waarde.length > 500) return fout(pad, 'max_length', 'Een lijst heeft hoogstens 500 onderdelen.')
  const delen = waarde.map((deel, i) => controleer(s.items ?? {}, deel, plek(pad, String(i))))
  return { waarde: delen.map((deel) => deel.waarde), fouten: delen.flatMap((deel) => deel.fouten) }
}

function controleerTekst(s: Schema, gegeven: unknown, pad: string): Uitkomst {
  // A number for a text is taken as its text, as the peers do.
  const waarde = typeof gegeven === 'number' ? String(gegeven) : gegeven
  if (typeof waarde !== 'string') return fout(pad, 'invalid', 'Dit moet tekst zijn.')
  if (waarde.includes('\0') || !waarde.isWellFormed())
    return fout(pad, 'null_characters_not_allowed', 'De tekst bevat een teken dat niet kan worden bewaard.')
  if (s.enum) return s.enum.includes(waarde) ? goed(waarde) : geenKeuze(pad, waarde)
  // An empty text is "not filled in", whatever the pattern asks of a filled one.
  if (waarde === '' && !s.format) return goed('')
  if (s.maxLength !== undefined && waarde.length > s.maxLength)
    return fout(pad, 'max_length', `Dit veld mag niet langer zijn dan ${s.maxLength} tekens.`)
  if (s.minLength !== undefined && waarde.length < s.minLength)
    return fout(pad, 'min_length', `Dit veld moet minstens ${s.minLength} tekens hebben.`)
  if (s.pattern && !pastOp(s.pattern, waarde)) return fout(pad, 'invalid', 'Deze waarde heeft niet de juiste vorm.')
  return controleerVorm(s.format, waarde, pad)
}

function controleerVorm(format: string | undefined, waarde: string, pad: string): Uitkomst {
  switch (format) {
    case 'uuid':
      return isUuid(waarde) ? goed(waarde.toLowerCase()) : fout(pad, 'invalid', 'Dit is geen geldige UUID.')
    case 'date':
      return isDag(waarde) ? goed(waarde) : fout(pad, 'invalid', 'Schrijf een datum als jjjj-mm-dd.')
    case 'date-time':
      return isMoment(waarde)
        ? goed(waarde)
        : fout(pad, 'invalid', 'Schrijf een tijdstip als jjjj-mm-ddTuu:mm:ssZ, of met +01:00.')
    case 'uri':
      return waarde === '' || (URL.canParse(waarde) && /^(https?|ftp|urn):/i.test(waarde))
        ? goed(waarde)
        : fout(pad, 'invalid', 'Dit is geen geldige URL.')
    case 'email':
      return waarde === '' || normalizeEmail(waarde)
        ? goed(waarde)
        : fout(pad, 'invalid', 'Dit is geen geldig e-mailadres.')
    default:
      return goed(waarde)
  }
}

function controleerGetal(s: Schema, gegeven: unknown, pad: string): Uitkomst {
  const waarde = typeof gegeven === 'string' && /^-?\d{1,15}$/.test(gegeven) ? Number(gegeven) : gegeven
  if (typeof waarde !== 'number' || !Number.isInteger(waarde))
    return fout(pad, 'invalid', 'Dit moet een geheel getal zijn.')
  if (s.maximum !== undefined && waarde > s.maximum)
    return fout(pad, 'max_value', `Dit mag niet meer zijn dan ${s.maximum}.`)
  if (s.minimum !== undefined && waarde < s.minimum)
    return fout(pad, 'min_value', `Dit mag niet minder zijn dan ${s.minimum}.`)
  return goed(waarde)
}

export const isUuid = (tekst: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(tekst)

export function isDag(tekst: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(tekst)) return false
  const dag = new Date(`${tekst}T00:00:00Z`)
  return !Number.isNaN(dag.getTime()) && dag.toISOString().startsWith(tekst)
}

export function isMoment(tekst: string): boolean {
  const delen = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/i.exec(tekst)
  return delen !== null && isDag(delen[1] ?? '') && !Number.isNaN(Date.parse(tekst))
}

export const isObject = (waarde: unknown): waarde is Record<string, unknown> =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)

/** A postcode without its space is the same postcode; it is given its space, as the pattern of the standard has it. */
function pastOp(pattern: string, waarde: string): boolean {
  return (
    new RegExp(pattern).test(waarde) || (pattern.includes(' [A-Z]{2}') && new RegExp(pattern).test(metSpatie(waarde)))
  )
}
export const metSpatie = (postcode: string) => {
  const kaal = postcode.replace(/\s/g, '').toUpperCase()
  return kaal === '' ? '' : `${kaal.slice(0, 4)} ${kaal.slice(4)}`
}

const plek = (pad: string, naam: string) => (pad ? `${pad}.${naam}` : naam)
const kort = (waarde: unknown) => String(waarde).slice(0, 60)
const goed = (waarde: unknown): Uitkomst => ({ waarde, fouten: [] })
const fout = (name: string, code: string, reason: string): Uitkomst => ({
  waarde: undefined,
  fouten: [{ name: name || 'nonFieldErrors', code, reason }],
})
const geenKeuze = (pad: string, waarde: string) =>
  fout(pad, 'invalid_choice', `"${kort(waarde)}" is geen geldige keuze.`)
const geenObject = (pad: string) => fout(pad, 'invalid', 'Dit moet een JSON-object zijn.')
