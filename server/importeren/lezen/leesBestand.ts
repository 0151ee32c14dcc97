import type { Bestand } from '../bestanden.ts'
import { kort, maakKeuring } from '../keuren/keuring.ts'
import type { Gekeurd } from '../rij.ts'
import { keurVera } from '../vera/keurVera.ts'
import { leesTekst } from './codering.ts'
import { type CsvRij, maakCsvLezer, raadScheiding } from './csv.ts'
import { type Cellen, keurCsv } from './csvBron.ts'
import { maakJsonLezer } from './json.ts'
import { type Kolomkeuze, kiesKolommen } from './kolommen.ts'

/** One row of a file, checked. `regel` is the line in a CSV file, or the number of the object in a JSON file. */
export type GelezenRij = Gekeurd & { regel: number }

export type LeesOpties = {
  vandaag: string
  soepel: boolean
  /** Rows up to this one were read before. */
  na: number
  /** Things about the file as a whole that somebody should know. */
  meld(tekst: string): void
  /** How many characters were read so far; for the progress bar. */
  gelezen(tekens: number): void
}

/** Reads and checks a file row by row; the whole is never in memory. */
export async function* leesBestand(bestand: Bestand, opties: LeesOpties): AsyncGenerator<GelezenRij> {
  const { inhoud } = bestand
  if (inhoud.vorm === 'onleesbaar') {
    if (opties.na < 1) yield afgekeurd(1, inhoud.reden)
  } else if (inhoud.vorm === 'json') yield* leesVera(bestand.pad, inhoud.codering, opties)
  else yield* leesCsv(bestand.pad, inhoud, opties)
}

type CsvInhoud = Extract<Bestand['inhoud'], { vorm: 'csv' }>

async function* leesCsv(pad: string, inhoud: CsvInhoud, opties: LeesOpties): AsyncGenerator<GelezenRij> {
  let keuze: Kolomkeuze | undefined
  for await (const rij of csvRijen(pad, inhoud, opties)) {
    if (!keuze) {
      if ('fout' in rij) return yield afgekeurd(rij.regel, `De kopregel is niet te lezen. ${rij.fout}`)
      keuze = kiesKolommen(inhoud.soort, rij.cellen, inhoud.kolommen)
      if (opties.na < 1) meldKolommen(keuze, opties)
      if (keuze.ontbreekt.length > 0) return yield afgekeurd(rij.regel, kopFout(keuze, rij.cellen))
      continue
    }
    if (rij.regel <= opties.na) continue
    yield 'fout' in rij ? afgekeurd(rij.regel, rij.fout) : keurRij(rij.regel, rij.cellen, keuze, inhoud, opties)
  }
  if (!keuze) yield afgekeurd(1, 'Dit bestand heeft geen kopregel.')
}

async function* csvRijen(pad: string, inhoud: CsvInhoud, opties: LeesOpties): AsyncGenerator<CsvRij> {
  let lezer: ReturnType<typeof maakCsvLezer> | undefined
  let tekens = 0
  let eersteRegel = 1
  for await (const stuk of leesTekst(pad, inhoud.codering)) {
    tekens += stuk.length
    opties.gelezen(tekens)
    let tekst = stuk
    if (!lezer) {
      // Old Macs end a line with a return only; Excel may say the separator on a line of its own.
      const sep = /^sep=(.)\r?\n/.exec(tekst)
      if (sep) eersteRegel = 2
      tekst = tekst.slice(sep?.[0].length ?? 0)
      const kop = tekst.split(/[\r\n]/, 1)[0] ?? ''
      lezer = maakCsvLezer(inhoud.scheiding ?? sep?.[1] ?? raadScheiding(kop))
    }
    for (const rij of lezer.voer(tekst)) yield { ...rij, regel: rij.regel + eersteRegel - 1 }
  }
  for (const rij of lezer?.einde() ?? []) yield { ...rij, regel: rij.regel + eersteRegel - 1 }
}

function keurRij(
  regel: number,
  cellen: string[],
  { velden }: Kolomkeuze,
  { soort }: CsvInhoud,
  { vandaag, soepel }: LeesOpties,
): GelezenRij {
  if (cellen.length < velden.length || cellen.slice(velden.length).some((cel) => cel.trim())) {
    const reden = `Deze rij heeft ${cellen.length} kolommen, de kopregel ${velden.length}. Staat er een scheidingsteken in de tekst, zet die dan tussen aanhalingstekens.`
    return afgekeurd(regel, reden)
  }
  const k = maakKeuring(vandaag, soepel)
  const kapot = cellen.find((cel) => cel.includes('\uFFFD'))
  if (kapot !== undefined)
    k.fout('tekens', `"${kort(kapot)}" bevat tekens die niet te lezen zijn; de codering klopt niet.`)
  const c: Cellen = {}
  for (const [i, veld] of velden.entries()) if (veld !== undefined) c[veld] = cellen[i] ?? ''
  return {
    regel,
    sleutel: kort(c['nummer'] ?? c['code'] ?? ''),
    rijen: keurCsv(k, soort, c),
    fouten: k.fouten,
    meldingen: k.meldingen,
  }
}

async function* leesVera(
  pad: string,
  codering: Parameters<typeof leesTekst>[1],
  opties: LeesOpties,
): AsyncGenerator<GelezenRij> {
  const lezer = maakJsonLezer()
  let tekens = 0
  const keur = function* (rijen: ReturnType<typeof lezer.voer>) {
    for (const rij of rijen) {
      if (rij.regel <= opties.na) continue
      if ('fout' in rij) yield afgekeurd(rij.regel, rij.fout)
      else {
        const k = maakKeuring(opties.vandaag, opties.soepel)
        const { sleutel, rijen: gekeurd } = keurVera(k, rij.object)
        yield { regel: rij.regel, sleutel: kort(sleutel), rijen: gekeurd, fouten: k.fouten, meldingen: k.meldingen }
      }
    }
  }
  for await (const stuk of leesTekst(pad, codering)) {
    tekens += stuk.length
    opties.gelezen(tekens)
    yield* keur(lezer.voer(stuk))
  }
  yield* keur(lezer.einde())
}

function afgekeurd(regel: number, reden: string): GelezenRij {
  return { regel, sleutel: '', rijen: [], fouten: [{ veld: '', reden }], meldingen: [] }
}

function meldKolommen({ onbekend, geweigerd }: Kolomkeuze, { meld }: LeesOpties): void {
  if (onbekend.length > 0) meld(`deze kolommen worden niet ingelezen: ${onbekend.map(kort).join(', ')}`)
  if (geweigerd.length > 0) meld('het BSN wordt nooit ingelezen: een verhuurder mag het niet zomaar bewaren')
}

function kopFout({ ontbreekt }: Kolomkeuze, koppen: readonly string[]): string {
  const gezien = koppen.map(kort).slice(0, 20).join(', ')
  return `In de kopregel ontbreekt: ${ontbreekt.join(', ')}. Wel gezien: ${gezien}. Wijs kolommen zo nodig toe in toewijzing.json.`
}
