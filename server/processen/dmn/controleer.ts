import { evalFeelWaarde, evalUnaryTest, FeelError, parseFeel, vanFeel } from '#contract/regels/feel/feel.ts'
import { ontleedCel } from '#contract/regels/feel/literalen.ts'
import type { Beslismodel, Beslissing, Regel, Soort, Tabel } from './beslismodel.ts'
import type { Bevinding } from './bevinding.ts'
import { controleerDekking } from './controleerDekking.ts'
import { naarSoort, soortnaam } from './soorten.ts'
import { rangorde } from './trefbeleid.ts'

export type { Bevinding } from './bevinding.ts'

/** Judges the decisions of a file before it is published: per cell, with what to do about it. */
export function controleerDmn(model: Beslismodel): Bevinding[] {
  return [
    ...model.vreemd.map(
      ({ id, naam, soort }): Bevinding => ({
        ernst: 'fout',
        code: 'niet-ondersteund',
        beslissing: id,
        melding: `"${naam || id}" is een ${soort}; Rondom rekent alleen met beslistabellen en FEEL-expressies.`,
        raad: 'Maak er een beslistabel van, of een letterlijke expressie.',
      }),
    ),
    ...[...model.beslissingen.values()].flatMap((beslissing) => controleerBeslissing(model, beslissing)),
  ]
}

function controleerBeslissing(model: Beslismodel, beslissing: Beslissing): Bevinding[] {
  const verband = controleerVerband(model, beslissing)
  const namen = [
    ...beslissing.invoer.flatMap((id) => model.invoer.get(id)?.naam ?? []),
    ...beslissing.beslissingen.flatMap((id) => model.beslissingen.get(id)?.variabele ?? []),
  ]
  if (beslissing.logica.vorm === 'formule') {
    return [...verband, ...controleerFormule(beslissing.id, beslissing.logica.tekst, namen)]
  }
  const tabel = beslissing.logica
  const cellen = [
    ...controleerKolommen(beslissing.id, tabel, namen),
    ...tabel.regels.flatMap((regel) => controleerRegel(beslissing.id, tabel, regel, namen)),
  ]
  // Overlap and gaps can only be told of a table of which every cell makes sense.
  const leesbaar = !cellen.some(({ ernst }) => ernst === 'fout')
  return [...verband, ...cellen, ...(leesbaar ? controleerDekking(beslissing.id, tabel) : [])]
}

function controleerVerband(model: Beslismodel, { id, naam, invoer, beslissingen }: Beslissing): Bevinding[] {
  const mist = [
    ...invoer.filter((each) => !model.invoer.has(each)),
    ...beslissingen.filter((each) => !model.beslissingen.has(each)),
  ]
  const kring = heeftZichzelfNodig(model, id, id, new Set())
  return [
    ...mist.map(
      (each): Bevinding => ({
        ernst: 'fout',
        code: 'verwijzing',
        beslissing: id,
        melding: `"${naam}" heeft "${each}" nodig, en dat staat niet in dit bestand.`,
        raad: 'Verwijder de pijl, of voeg de invoer of beslissing toe.',
      }),
    ),
    ...(kring
      ? [
          {
            ernst: 'fout' as const,
            code: 'kringloop' as const,
            beslissing: id,
            melding: `"${naam}" heeft, langs andere beslissingen, zichzelf nodig.`,
            raad: 'Verwijder een van de pijlen, zodat er een begin is.',
          },
        ]
      : []),
  ]
}

function heeftZichzelfNodig(model: Beslismodel, doel: string, id: string, gezien: Set<string>): boolean {
  if (gezien.has(id)) return false
  gezien.add(id)
  const nodig = model.beslissingen.get(id)?.beslissingen ?? []
  return nodig.some((each) => each === doel || heeftZichzelfNodig(model, doel, each, gezien))
}

function controleerFormule(beslissing: string, tekst: string, namen: readonly string[]): Bevinding[] {
  return parseFeel(tekst, { namen }).fouten.map((fout) => ({
    ernst: 'fout',
    code: 'cel',
    beslissing,
    melding: fout.melding,
    raad: raadBij(fout.code, tekst),
  }))
}

function controleerKolommen(beslissing: string, tabel: Tabel, namen: readonly string[]): Bevinding[] {
  const invoer = tabel.kolommen.flatMap((kolom, plek) =>
    [
      ...parseFeel(kolom.expressie, { namen }).fouten,
      ...(kolom.soort.toegestaan ? parseFeel(kolom.soort.toegestaan, { soort: 'test', namen: [] }).fouten : []),
    ].map(
      (fout): Bevinding => ({
        ernst: 'fout',
        code: 'cel',
        beslissing,
        kolom: { soort: 'invoer', plek, label: kolom.label },
        melding: fout.melding,
        raad: raadBij(fout.code, kolom.expressie),
      }),
    ),
  )
  const dubbel = tabel.uitkomsten.filter((kolom, i) =>
    tabel.uitkomsten.some((ander, j) => j < i && ander.naam === kolom.naam),
  )
  const naamloos = tabel.uitkomsten.length > 1 ? tabel.uitkomsten.filter((kolom) => !kolom.naam) : []
  const zonderRang = /^[PO]$/.test(tabel.trefbeleid) && tabel.uitkomsten.every((kolom) => rangorde(kolom).length === 0)
  const opUitkomst = (melding: string, raad: string, label: string): Bevinding => ({
    ernst: 'fout',
    code: 'naam',
    beslissing,
    kolom: {
      soort: 'uitkomst',
      plek: Math.max(
        0,
        tabel.uitkomsten.findIndex((kolom) => kolom.label === label),
      ),
      label,
    },
    melding,
    raad,
  })
  return [
    ...invoer,
    ...dubbel.map((kolom) =>
      opUitkomst(`Twee uitkomsten heten "${kolom.naam}".`, 'Geef elke uitkomst een eigen naam.', kolom.label),
    ),
    ...naamloos.map((kolom) =>
      opUitkomst('Deze uitkomst heeft geen naam.', 'Geef elke uitkomst een eigen naam.', kolom.label),
    ),
    ...(tabel.uitkomsten.length === 0
      ? [opUitkomst('De tabel heeft geen uitkomst.', 'Voeg een uitkomst toe.', '')]
      : []),
    ...(zonderRang
      ? [
          opUitkomst(
            'Bij dit trefbeleid hoort een volgorde van uitkomsten.',
            'Zet de toegestane waarden van de uitkomst erbij, de belangrijkste eerst.',
            tabel.uitkomsten[0]?.label ?? '',
          ),
        ]
      : []),
  ]
}

function controleerRegel(beslissing: string, tabel: Tabel, regel: Regel, namen: readonly string[]): Bevinding[] {
  const op = (soort: 'invoer' | 'uitkomst', plek: number, label: string) => ({
    beslissing,
    regel: regel.nummer,
    kolom: { soort, plek, label },
  })
  return [
    ...tabel.kolommen.flatMap((kolom, plek) =>
      controleerCel(regel.cellen[plek] ?? '-', kolom.soort, namen).map((each) => ({
        ...op('invoer', plek, kolom.label),
        ...each,
      })),
    ),
    ...tabel.uitkomsten.flatMap((kolom, plek) =>
      controleerUitkomst(regel.uitkomsten[plek] ?? '', kolom.soort, namen).map((each) => ({
        ...op('uitkomst', plek, kolom.label),
        ...each,
      })),
    ),
  ]
}

type Oordeel = Pick<Bevinding, 'ernst' | 'code' | 'melding' | 'raad'>

function controleerCel(cel: string, soort: Soort, namen: readonly string[]): Oordeel[] {
  const { fouten } = parseFeel(cel, { soort: 'test', namen })
  if (fouten.length)
    return fouten.map((fout) => ({ ernst: 'fout', code: 'cel', melding: fout.melding, raad: raadBij(fout.code, cel) }))
  const los = (ontleedCel(cel)?.literalen ?? []).filter((literaal) => literaal.los && literaal.waarde !== null)
  return los.flatMap((literaal) => beoordeelWaarde(literaal.waarde, literaal.tekst, { ...soort, lijst: false }))
}

function controleerUitkomst(tekst: string, soort: Soort, namen: readonly string[]): Oordeel[] {
  if (tekst === '') return []
  const { fouten, namen: gebruikt } = parseFeel(tekst, { namen })
  if (fouten.length)
    return fouten.map((fout) => ({
      ernst: 'fout',
      code: 'cel',
      melding: fout.melding,
      raad: raadBij(fout.code, tekst),
    }))
  if (gebruikt.length) return []
  const waarde = vast(tekst)
  return waarde === undefined || waarde.waarde === null ? [] : beoordeelWaarde(waarde.waarde, tekst, soort)
}

function beoordeelWaarde(waarde: unknown, tekst: string, soort: Soort): Oordeel[] {
  const gelezen = naarSoort(waarde, soort)
  if (!gelezen || (soort.grond === 'date' && typeof waarde === 'string')) {
    return [
      {
        ernst: 'fout',
        code: 'soort',
        melding: `Hier hoort ${soortnaam(soort)}; er staat ${tekst}.`,
        raad: raadBijSoort(soort),
      },
    ]
  }
  const delen = soort.lijst && Array.isArray(gelezen.waarde) ? gelezen.waarde : [gelezen.waarde]
  if (!soort.toegestaan || delen.every((deel) => evalUnaryTest(soort.toegestaan, deel))) return []
  return [
    {
      ernst: 'fout',
      code: 'waarde',
      melding: `${JSON.stringify(vanFeel(waarde))} is geen toegestane waarde.`,
      raad: `Kies uit: ${soort.toegestaan}.`,
    },
  ]
}

/** The value of an expression that needs no data; undefined when it does (a clock). */
function vast(tekst: string): { waarde: unknown } | undefined {
  try {
    return { waarde: evalFeelWaarde(tekst, {}) }
  } catch (error) {
    if (error instanceof FeelError) return undefined
    throw error
  }
}

function raadBij(code: FeelError['fout']['code'], tekst: string): string {
  if (code === 'onbekend' && /^[\p{L}\d_ ]+$/u.test(tekst)) {
    return `Is het een tekst? Zet haar tussen aanhalingstekens: "${tekst}". Is het een gegeven? Verbind de invoer met deze beslissing.`
  }
  if (code === 'onbekend') return 'Verbind de invoer met deze beslissing, of verbeter de naam.'
  if (code === 'te_groot') return 'Verdeel de tabel of de expressie in kleinere.'
  if (code === 'niet_toegestaan') return 'Schrijf het eenvoudiger, of verdeel het over meer beslissingen.'
  return 'Voorbeelden: "tekst", 5, > 5, [1..5], date("2026-01-31"), not("a", "b"). Alles goed? Een streepje: -.'
}

function raadBijSoort({ grond }: Soort): string {
  if (grond === 'string') return 'Zet tekst tussen rechte dubbele aanhalingstekens.'
  if (grond === 'date') return 'Schrijf een datum als date("2026-01-31").'
  if (grond === 'dayTimeDuration') return 'Schrijf een duur als duration("P14D") of duration("PT24H").'
  if (grond === 'yearMonthDuration') return 'Schrijf een duur als duration("P1M").'
  if (grond === 'boolean') return 'Schrijf true of false.'
  return 'Pas de waarde aan, of het type van de kolom.'
}
