/** A date as people and systems write it, or why it is none. `datum: null`: the source says there is none. */
export type GelezenDatum = { ok: true; datum: string | null } | { ok: false; reden: string }

/**
 * Reads `31-12-1980`, `31/12/1980`, `31.12.1980`, `1980-12-31`, `19801231`, `31 december 1980` and a moment of an API.
 * The day comes before the month, as in Dutch; a year has four digits, for `45` may be 1945 or 2045.
 */
export function leesDatum(tekst: string): GelezenDatum {
  const input = tekst.trim().toLowerCase()
  if (LEEG.test(input)) return { ok: true, datum: null }
  const delen = ontleed(input)
  if (delen === 'kort-jaar') return { ok: false, reden: `Schrijf het jaar van "${kort(tekst)}" met vier cijfers.` }
  if (!delen) return { ok: false, reden: `"${kort(tekst)}" is geen datum. Schrijf dag-maand-jaar, zoals 31-12-1980.` }
  const [jaar, maand, dag] = delen
  // Systems write "no end" as a date in a far future.
  if (jaar >= 2900) return { ok: true, datum: null }
  try {
    return {
      ok: true,
      datum: Temporal.PlainDate.from({ year: jaar, month: maand, day: dag }, { overflow: 'reject' }).toString(),
    }
  } catch {
    return { ok: false, reden: `De datum "${kort(tekst)}" bestaat niet.` }
  }
}

const LEEG = /^(|-|\.|onbekend|onb\.?|nvt|n\.v\.t\.?|geen|null|[0.\-/ ]+)$/

function ontleed(input: string): [jaar: number, maand: number, dag: number] | 'kort-jaar' | undefined {
  const moment = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}.*(z|[+-]\d{2}:?\d{2})$/.test(input) ? dagVanMoment(input) : undefined
  const zonderTijd = moment ?? input.replace(/[t ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(zonderTijd) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(zonderTijd)
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])]
  const dmj = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-zé]+)\.?\s*[-/. ]\s*(\d{2}|\d{4})$/.exec(zonderTijd)
  if (!dmj) return undefined
  const maand = maandVan(dmj[2] ?? '')
  if (!maand) return undefined
  if (dmj[3]?.length === 2) return 'kort-jaar'
  return [Number(dmj[3]), maand, Number(dmj[1])]
}

/** Midnight in the Netherlands is the evening before in UTC: the day is the Dutch one. */
function dagVanMoment(input: string): string | undefined {
  try {
    return Temporal.Instant.from(input.toUpperCase()).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString()
  } catch {
    return undefined
  }
}

const MAANDEN = ['jan', 'feb', 'maa', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

function maandVan(tekst: string): number | undefined {
  if (/^\d+$/.test(tekst)) return Number(tekst)
  const begin = tekst.replace('mrt', 'maa').slice(0, 3)
  return MAANDEN.indexOf(begin) + 1 || undefined
}

const kort = (tekst: string) => (tekst.length > 40 ? `${tekst.slice(0, 40)}…` : tekst)
