import type { Adresantwoord, GevondenAdres } from '#contract/adressen.ts'
import { ADRESINVOER_MELDING, kiesSplitsing, parseAdresInvoer, type Splitsing } from '#contract/regels/adresinvoer.ts'
import { formatAdres } from '#contract/regels/adresweergave.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { type Bag, type BagAdres, BagOnbereikbaar } from '../bag.ts'

/** `1234AB56a` → the address that exists, a choice, or why not; never an error that stops the employee. */
export async function zoekAdres(ctx: ReadContext, bag: Bag, invoer: string): Promise<Adresantwoord> {
  const read = parseAdresInvoer(invoer)
  if (!read.ok) return { soort: 'onleesbaar', adressen: [], gelezen: null, melding: ADRESINVOER_MELDING[read.reden] }
  const { postcode, huisnummer, splitsingen } = read
  const gelezen = { postcode, huisnummer, ...toText(splitsingen[0]) }
  let bestaande: BagAdres[]
  try {
    bestaande = await bag.zoek(ctx, postcode, huisnummer)
  } catch (error) {
    if (!(error instanceof BagOnbereikbaar)) throw error
    ctx.log.warn({ err: error.message }, 'address service out of reach')
    return {
      soort: 'onbereikbaar',
      adressen: [],
      gelezen,
      melding: 'De adressendienst is niet bereikbaar. U kunt het adres toch bewaren; het wordt later gecontroleerd.',
    }
  }
  const keuze = kiesSplitsing(splitsingen, bestaande)
  if (keuze.soort === 'gevonden') {
    return { soort: 'gevonden', adressen: [present(keuze.adres)], gelezen, melding: '' }
  }
  if (keuze.soort === 'meerdere') {
    return {
      soort: 'keuze',
      adressen: keuze.adressen.map(present),
      gelezen,
      melding: 'Dit kan meer dan één adres zijn. Kies het goede.',
    }
  }
  return {
    soort: 'onbekend',
    adressen: keuze.bestaande.map(present),
    gelezen,
    melding:
      keuze.bestaande.length > 0
        ? 'Deze toevoeging bestaat niet op dit huisnummer. Kies een adres dat wel bestaat, of bewaar het zoals het is.'
        : 'Dit adres is niet gevonden. U kunt het toch bewaren; het komt op de lijst om te controleren.',
  }
}

function toText({ huisletter, toevoeging }: Splitsing) {
  return { huisletter: huisletter ?? '', toevoeging: toevoeging ?? '' }
}

function present(adres: BagAdres): GevondenAdres {
  const { gemeente: _, ...rest } = adres
  return { ...rest, weergave: formatAdres({ ...adres, straat: adres.straatnaam }) }
}
