import type { evaluate } from 'feelin'
import { type FeelFout, type Plaats, weiger } from './fouten.ts'
import type { Knoop } from './werk.ts'

type Waarschuwing = ReturnType<typeof evaluate>['warnings'][number]

/** Refuses an expression that does not parse, at the place where that shows. */
export function weigerSyntaxis(tekst: string, fout: Knoop): never {
  if (tekst.trim() === '') weiger('syntaxis', { van: 0, tot: tekst.length }, 'Hier staat nog niets')
  const plaats = fout.from < fout.to ? fout : volgende(fout)
  const stuk = tekst.slice(plaats?.from ?? tekst.length, plaats?.to).trim()
  if (!stuk)
    weiger('syntaxis', { van: tekst.length, tot: tekst.length }, 'Deze expressie is niet af; er ontbreekt iets')
  const kort = stuk.length > 30 ? `${stuk.slice(0, 30)}…` : stuk
  const raad = /["“”‘’']/.test(kort)
    ? 'zet tekst tussen rechte dubbele aanhalingstekens'
    : 'kijk wat hier of hiervoor mist'
  return weiger('syntaxis', plaatsVan(plaats ?? fout), `"${kort}" past hier niet; ${raad}`)
}

export function plaatsVan(knoop: { from: number; to: number }): Plaats {
  return { van: knoop.from, tot: knoop.to }
}

export function beschrijfWaarschuwing(tekst: string, { type, position }: Waarschuwing): FeelFout {
  const stuk = tekst.slice(position.from, position.to)
  const melding = {
    NO_VARIABLE_FOUND: `"${stuk}" is niet bekend`,
    NO_CONTEXT_ENTRY_FOUND: `"${stuk}" staat niet in deze gegevens`,
    NO_PROPERTY_FOUND: `"${stuk}" staat niet in deze gegevens`,
    NOT_COMPARABLE: `In "${stuk}" worden twee soorten waarden vergeleken`,
    INVALID_TYPE: `In "${stuk}" passen de waarden niet bij elkaar`,
    INVALID_ARGUMENTS: `"${stuk}" krijgt een waarde waarmee het niet kan rekenen`,
    NO_FUNCTION_FOUND: `"${stuk}" is geen functie`,
    FUNCTION_INVOCATION_FAILURE: `"${stuk}" krijgt te veel of verkeerde waarden`,
    UNSUPPORTED: `"${stuk}" kan hier niet`,
  }[type]
  return { code: 'uitvoering', ...plaatsVan(position), melding: `${melding} (teken ${position.from + 1})` }
}

export function onbekendeNaam(tekst: string, naam: string): FeelFout {
  const van = Math.max(0, tekst.indexOf(naam))
  const melding = `De naam "${naam}" is hier niet bekend (teken ${van + 1})`
  return { code: 'onbekend', van, tot: van + naam.length, melding }
}

function volgende(knoop: Knoop): Knoop | null {
  for (let boven: Knoop | null = knoop; boven; boven = boven.parent) if (boven.nextSibling) return boven.nextSibling
  return null
}
