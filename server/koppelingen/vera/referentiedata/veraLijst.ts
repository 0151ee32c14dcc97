import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Optie } from '#contract/formulieren.ts'

type Rij = { soort: string; code: string; naam: string; begin: string; einde: string }

/** The codes of a list of the VERA-referentiedata that hold on a day, by name; empty when there is no such list. */
export function veraLijst(soort: string, dag: string): Optie[] {
  const geldig = (lijsten().get(soort) ?? []).filter(({ begin, einde }) => begin <= dag && (!einde || dag <= einde))
  // The publication holds some codes twice.
  const opCode = new Map(geldig.map(({ code, naam }) => [code, { waarde: code, label: naam }]))
  return [...opCode.values()].toSorted((a, b) => a.label.localeCompare(b.label, 'nl'))
}

export function veraLijstnamen(): string[] {
  return [...lijsten().keys()]
}

const gelezen: { lijsten?: Map<string, Rij[]> } = {}

/** 2463 rows, read once, when the first form asks. */
function lijsten(): Map<string, Rij[]> {
  gelezen.lijsten ??= Map.groupBy(leesRijen(), ({ soort }) => soort)
  return gelezen.lijsten
}

function leesRijen(): Rij[] {
  const [, ...regels] = readFileSync(join(import.meta.dirname, 'Referentiedata.csv'), 'utf8').split(/\r?\n/)
  return regels.filter(Boolean).map((regel) => {
    const [soort = '', code = '', naam = '', , begin = '', einde = ''] = cellen(regel)
    return { soort, code, naam, begin: dagVan(begin), einde: dagVan(einde) }
  })
}

/** Semicolons between, quotes around what holds one. */
function cellen(regel: string): string[] {
  return [...regel.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, tussen, kaal = '']) =>
    (tussen?.replaceAll('""', '"') ?? kaal).trim(),
  )
}

/** Days are written as 1-1-2022 and as 03-05-2024. */
function dagVan(tekst: string): string {
  const [dag = '', maand = '', jaar = ''] = tekst.split('-')
  return jaar ? `${jaar}-${maand.padStart(2, '0')}-${dag.padStart(2, '0')}` : ''
}
