import type { Bevinding } from '#contract/procesbeheer.ts'
import { parseFeel } from '#contract/regels/feel/feel.ts'
import { controleerDefinitie } from '#contract/regels/formulier/controleerDefinitie.ts'
import { BerichtFout, namenIn } from '#contract/regels/vulBericht.ts'
import { lijstnamen } from '#server/koppelingen/vera/referentiedata/metLijsten.ts'
import type { Beslissing } from '../dmn/beslismodel.ts'
import { controleerDmn, type Bevinding as Tabelbevinding } from '../dmn/controleer.ts'
import { eigenLijstnamen } from '../lijsten.ts'
import type { Stap } from '../model/procesmodel.ts'
import { controleerPortaal } from '../portaal/controleer.ts'
import { vasteNamen } from '../runtime/context.ts'
import type { Geladen } from './geladen.ts'
import { leesTekst } from './tekst.ts'

/** What the parts of a folder say of each other: forms, decisions and messages that name what nobody fills in. */
export function controleerInhoud(geladen: Geladen): Bevinding[] {
  const bekend = bekendeNamen(geladen)
  return [
    ...formulieren(geladen, bekend),
    ...beslissingen(geladen),
    ...teksten(geladen, 'berichten', bekend),
    ...teksten(geladen, 'documenten', bekend),
    ...expressies(geladen, bekend),
    ...controleerPortaal(geladen),
  ]
}

/** Every name that some step, form or decision gives a value. What only a message brings is not among them. */
export function bekendeNamen({ model, formulieren, items }: Geladen): Set<string> {
  const stappen = [...model.stappen.values()]
  return new Set([
    ...vasteNamen,
    ...items,
    'fout',
    ...Object.values(formulieren).flatMap(({ velden }) => velden.map(({ naam }) => naam)),
    ...stappen.flatMap((stap) => [
      ...stap.uitvoer.map(({ naam }) => naam),
      stap.resultaat || (stap.soort === 'BusinessRuleTask' ? stap.beslissing : ''),
      ...(stap.herhaling ? [stap.id] : []),
      // The link that the message carries.
      ...(stap.actie === 'enquete.uitnodigen' ? ['enquete'] : []),
      // What the ERP tells of an order.
      ...(stap.gebeurtenissen.some(({ naam }) => naam === 'order-gewijzigd') ? ['order'] : []),
    ]),
  ])
}

function formulieren({ formulieren: alle, bestanden }: Geladen, bekend: ReadonlySet<string>): Bevinding[] {
  return Object.entries(alle).flatMap(([naam, { velden, titel }]) => {
    const bestand = `formulieren/${naam}.json`
    const eigen = new Set(velden.map((veld) => veld.naam))
    const namen = [...bekend].filter((each) => !eigen.has(each))
    const lijsten = [...lijstnamen(), ...eigenLijstnamen]
    return controleerDefinitie(JSON.parse(bestanden[bestand] ?? '{}'), { namen, lijsten }).map(({ pad, melding }) =>
      bevinding('fout', bestand, pad, titel, melding),
    )
  })
}

function beslissingen({ beslismodel, model }: Geladen): Bevinding[] {
  const ontbreekt = [...model.stappen.values()]
    .filter(({ beslissing }) => beslissing && !beslismodel?.beslissingen.has(beslissing))
    .map(({ id, naam, beslissing }) =>
      bevinding('fout', 'proces.bpmn', id, naam, `De beslissing "${beslissing}" staat niet in regels.dmn.`),
    )
  const tabellen = beslismodel ? controleerDmn(beslismodel) : []
  return [
    ...ontbreekt,
    ...tabellen.map((gevonden) => {
      const beslissing = beslismodel?.beslissingen.get(gevonden.beslissing)
      const { regel, kolom, melding, raad } = gevonden
      const naam = [
        beslissing?.naam ?? gevonden.beslissing,
        regel && `regel ${regel}`,
        kolom?.label && `"${kolom.label}"`,
      ].filter(Boolean)
      return bevinding(
        gevonden.ernst === 'fout' ? 'fout' : 'waarschuwing',
        'regels.dmn',
        plekVan(gevonden, beslissing),
        naam.join(', '),
        `${melding} ${raad}`,
      )
    }),
  ]
}

/** The id of the cell, else of the rule, the column or the decision: where an editor marks it. */
function plekVan({ beslissing, regel, kolom }: Tabelbevinding, waar: Beslissing | undefined): string {
  if (waar?.logica.vorm !== 'tabel') return beslissing
  const rij = regel === undefined ? undefined : waar.logica.regels[regel - 1]
  const kolommen = kolom?.soort === 'uitkomst' ? waar.logica.uitkomsten : waar.logica.kolommen
  if (!kolom) return rij?.id || beslissing
  return (rij ? rij.plekken[kolom.soort][kolom.plek] || rij.id : kolommen[kolom.plek]?.id) || beslissing
}

function teksten(geladen: Geladen, map: 'berichten' | 'documenten', bekend: ReadonlySet<string>): Bevinding[] {
  return Object.keys(geladen.bestanden)
    .filter((pad) => pad.startsWith(`${map}/`) && pad.endsWith('.md'))
    .flatMap((pad) => {
      try {
        const { onderwerp, titel, tekst } = leesTekst(geladen.bestanden, map, pad.slice(map.length + 1, -'.md'.length))
        return [onderwerp, titel, tekst]
          .flatMap((deel) => vreemdeNamen(deel, bekend, extra(geladen, pad)))
          .map((naam) =>
            bevinding(
              'fout',
              pad,
              naam,
              naam,
              `Niemand vult "${naam}" in. Pas de tekst aan, of geef hem mee bij de stap.`,
            ),
          )
      } catch (error) {
        if (error instanceof BerichtFout) return [bevinding('fout', pad, error.naam, '', error.message)]
        if (error instanceof Error) return [bevinding('fout', pad, '', '', error.message)]
        throw error
      }
    })
}

/** Names that the steps which send this text give along themselves. */
function extra({ model }: Geladen, pad: string): boolean {
  const naam = pad.replace(/^\w+\/|\.md$/g, '')
  const stuurt = (stap: Stap) =>
    [stap.bericht, stap.document].includes(naam) && stap.invoer.some((each) => each.naam === 'gegevens')
  return [...model.stappen.values()].some(stuurt)
}

function vreemdeNamen(tekst: string, bekend: ReadonlySet<string>, magMeer: boolean): string[] {
  if (magMeer) return []
  const eerste = (naam: string) => naam.split('.')[0] ?? ''
  return namenIn(tekst)
    .filter(({ naam, in: binnen }) => binnen.length === 0 && !bekend.has(eerste(naam)))
    .map(({ naam }) => eerste(naam))
}

/** A name that nobody fills in may still come with a message: that deserves a look, no more. */
function expressies({ model }: Geladen, bekend: ReadonlySet<string>): Bevinding[] {
  const alle = [
    ...model.stromen.map(({ id, naam, voorwaarde }) => ({ id, naam, tekst: voorwaarde })),
    ...[...model.stappen.values()].flatMap(({ id, naam, invoer }) =>
      invoer.filter(({ waarde }) => waarde.startsWith('=')).map(({ waarde }) => ({ id, naam, tekst: waarde.slice(1) })),
    ),
  ]
  return alle.flatMap(({ id, naam, tekst }) => {
    const gebruikt = tekst ? parseFeel(tekst) : { fouten: [], namen: [] }
    if (gebruikt.fouten.length > 0) return []
    return gebruikt.namen
      .filter((each) => !bekend.has(each))
      .map((each) =>
        bevinding(
          'waarschuwing',
          'proces.bpmn',
          id,
          naam || id,
          `Geen formulier, beslissing of stap vult "${each}" in.`,
        ),
      )
  })
}

function bevinding(ernst: Bevinding['ernst'], bestand: string, plek: string, naam: string, melding: string): Bevinding {
  return { ernst, bestand, plek, naam: naam || plek, melding }
}
