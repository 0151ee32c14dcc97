import type { Formulierdefinitie } from '#contract/formulieren.ts'
import type { GetoondVeld } from '#contract/regels/formulier/toonFormulier.ts'

/** What stands on the screen of a phone at once: one question, or a few that are one question to who reads them. */
export type Scherm = {
  /** The name of its first question: where one is, in the address. */
  sleutel: string
  /** Of the part of the form that it belongs to. */
  deel: string
  velden: GetoondVeld[]
}

/** What is small enough to stand beside each other: a name and an e-mail address, two days. */
const MAX_SAMEN = 4

/**
 * One question per screen. Fields that the form puts side by side (`breedte: half`) come together, and what it only
 * says stands with the question that it answers: the one it depends on, else the one after it.
 */
export function schermenVan(def: Formulierdefinitie, getoond: readonly GetoondVeld[]): Scherm[] {
  if (!def.delen) return inDeel('', getoond)
  return def.delen.flatMap(({ titel, velden }) =>
    inDeel(
      titel,
      getoond.filter(({ veld }) => velden.includes(veld.naam)),
    ),
  )
}

function inDeel(deel: string, getoond: readonly GetoondVeld[]): Scherm[] {
  const schermen: Scherm[] = []
  let vooraf: GetoondVeld[] = []
  for (const each of getoond) {
    const vorige = schermen.at(-1)
    if (!isVraag(each)) {
      if (vorige && vooraf.length === 0 && hangtAf(each, vorige)) vorige.velden.push(each)
      else vooraf.push(each)
    } else if (vorige && vooraf.length === 0 && hoortErbij(each, vorige)) {
      vorige.velden.push(each)
    } else {
      schermen.push({ sleutel: each.veld.naam, deel, velden: [...vooraf, each] })
      vooraf = []
    }
  }
  // What is said at the end of a part, after its last question.
  if (vooraf.length === 0) return schermen
  const laatste = schermen.at(-1)
  if (laatste) laatste.velden.push(...vooraf)
  else schermen.push({ sleutel: vooraf[0]?.veld.naam ?? '', deel, velden: vooraf })
  return schermen
}

export const isVraag = ({ veld }: GetoondVeld): boolean => veld.soort !== 'informatie'

/** The questions of a screen, without what it only says. */
export const vragenVan = (scherm: Scherm): GetoondVeld[] => scherm.velden.filter(isVraag)

function hoortErbij({ veld }: GetoondVeld, scherm: Scherm): boolean {
  const vragen = vragenVan(scherm)
  const laatste = vragen.at(-1)?.veld
  return veld.breedte === 'half' && laatste?.breedte === 'half' && vragen.length < MAX_SAMEN
}

/** Its condition names a question on that screen: it appears as soon as that is answered. */
function hangtAf({ veld }: GetoondVeld, scherm: Scherm): boolean {
  const woorden = new Set(`${veld.zichtbaar ?? ''}`.match(/[A-Za-z][A-Za-z0-9]*/g))
  return vragenVan(scherm).some((vraag) => woorden.has(vraag.veld.naam))
}
