import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { BodyOf } from '#contract/endpoint.ts'
import type * as contract from '#contract/portaal/gegevens.ts'
import { formatTelefoon } from '#contract/regels/telefoonweergave.ts'
import { type directePost, herstelAdres, verstuurBericht } from '#server/berichten/index.ts'
import { maakKlantaccount } from '#server/klantaccounts/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import { conflict, DomainError, invalid, notFound } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { enqueue } from '#server/platform/jobs/jobs.ts'
import {
  addDigitaalAdres,
  changeDigitaalAdres,
  endOnderdeel,
  laadPartij,
  normalizeDigitaalAdres,
} from '#server/relaties/index.ts'
import { alsSysteem } from '../http.ts'
import { eisDomein, type Toegang } from '../toegang/toegang.ts'
import { zonderHuidig } from '../zonderHuidig.ts'
import {
  countAdreswijzigingen,
  deleteAdreswijziging,
  insertAdreswijziging,
  selectAdreswijziging,
  selectInlogadres,
  takePoging,
  updateCode,
} from './store.ts'
import type { AdreswijzigingRow } from './tables.ts'
import { berichtTeksten } from './teksten.ts'

const minuut = 60_000
/** As at signing in (NIST SP 800-63B-4 §3.1.3.2). */
const geldigMinuten = 10
const maxFout = 5
/** Codes for one account, or to one address, within an hour: we are nobody's tool to fill a mailbox with. */
const maxPerUur = 6

/** A new address: a code goes out, and nothing changes until it comes back. */
export async function beginAdreswijziging(
  w: WriteContext,
  toegang: Toegang,
  { soort, adres, vervangt }: BodyOf<typeof contract.beginAdreswijziging>,
): Promise<AdreswijzigingRow> {
  eisDomein(toegang, 'gegevens')
  const gelezen = normalizeDigitaalAdres(soort, adres)
  if (!gelezen.ok) throw invalid('adres', soort, gelezen.reden)
  const { digitaleAdressen } = await laadPartij(w.db, toegang.partijId)
  const lopend = digitaleAdressen.filter((row) => row.einddatum === null || row.einddatum >= dagVan(w.now))
  if (vervangt && !lopend.some((row) => row.id === vervangt && row.soort === soort)) throw notFound()
  if (lopend.some((row) => row.genormaliseerd === gelezen.genormaliseerd && row.verificatie_datum !== null)) {
    throw invalid('adres', 'bestaat', 'Dit adres of nummer hebben wij al van u.')
  }
  await eisSterkVoorInlogadres(w, toegang, lopend.find((row) => row.id === vervangt)?.genormaliseerd)
  const eigenEmail = lopend.find((row) => row.soort === 'email')?.genormaliseerd
  const naar = waarheen(soort, gelezen.genormaliseerd, eigenEmail, w.organisatie.demo)
  if (!naar) throw conflict('geen-code', 'Wij kunnen u hiervoor geen code sturen. Bel ons, dan passen wij het aan.')
  const sinds = new Date(w.now.getTime() - 60 * minuut)
  if ((await countAdreswijzigingen(w.db, toegang.klant.accountId, naar.aan, sinds)) >= maxPerUur) {
    throw new DomainError(429, 'te-vaak', 'U heeft te veel codes gevraagd. Probeer het over een uur opnieuw.', {
      retryAfter: 3600,
    })
  }
  const row = await insertAdreswijziging(w.tx, {
    id: newId(),
    account_id: toegang.klant.accountId,
    partij_id: toegang.partijId,
    soort,
    adres,
    genormaliseerd: gelezen.genormaliseerd,
    vervangt_id: vervangt ?? null,
    ...naar,
    taal: toegang.klant.taal,
    gemaakt_op: w.now,
    geldig_tot: new Date(w.now.getTime() + geldigMinuten * minuut),
  })
  await enqueue(w, 'portaal.adrescode', { id: row.id }, { key: `adrescode:${row.id}`, maxAttempts: 5 })
  return row
}

/**
 * The address that he signs in with moves along when it is replaced: who found an open screen must not take the account
 * over with that.
 * @throws 403 `tweede-stap-nodig`
 */
async function eisSterkVoorInlogadres(w: WriteContext, toegang: Toegang, was: string | undefined): Promise<void> {
  if (toegang.klant.sterk || toegang.hoedanigheid !== 'zelf' || !was) return
  if ((await selectInlogadres(w.db, toegang.partijId)) === was)
    throw new DomainError(403, 'tweede-stap-nodig', 'Bevestig eerst nog een keer dat u het bent.')
}

/**
 * To the new address itself. A number that no text message reaches (a fixed line, or nobody to send it for us) cannot be
 * proven; then the code shows that it is he who changes it.
 */
function waarheen(soort: string, adres: string, eigenEmail: string | undefined, smsKan: boolean) {
  if (soort === 'email') return { kanaal: 'email' as const, aan: adres }
  if (smsKan && /^\+(?:316|(?!31))/.test(adres)) return { kanaal: 'sms' as const, aan: adres }
  return eigenEmail ? { kanaal: 'email' as const, aan: eigenEmail } : undefined
}

/** The job: makes the code in the moment in which it is sent, so that it is nowhere else. */
export async function stuurAdrescode(
  ctx: ReadContext,
  id: string,
  geheim: string,
  stuur: ReturnType<typeof directePost>,
): Promise<void> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const row = await write(ctx, (w) => updateCode(w.tx, id, codeVan(geheim, id, code), ctx.now))
  if (!row) return
  const t = berichtTeksten[row.taal]
  const tekst = t.code(ctx.organisatie.naam, `${code.slice(0, 3)} ${code.slice(3)}`)
  await stuur(ctx, { kanaal: row.kanaal, aan: row.aan, aanNaam: '', taal: row.taal, ...tekst })
}

export type Uitslag = 'goed' | 'fout' | 'op'

/** A right code makes the address his, in the place of the old one; that one is told. */
export async function bevestigAdreswijziging(
  w: WriteContext,
  toegang: Toegang,
  { id, code, geheim }: { id: string; code: string; geheim: string },
): Promise<Uitslag> {
  eisDomein(toegang, 'gegevens')
  const welk = { id, accountId: toegang.klant.accountId, partijId: toegang.partijId }
  const row = await takePoging(w.tx, welk, maxFout, w.now)
  if (!row) {
    const was = await selectAdreswijziging(w.db, id)
    if (was?.account_id !== welk.accountId || was.partij_id !== welk.partijId) throw notFound()
    return 'op'
  }
  const gegeven = codeVan(geheim, id, code.replace(/[\s-]/g, ''))
  if (!row.code || !timingSafeEqual(row.code, gegeven)) return row.fout >= maxFout ? 'op' : 'fout'
  await deleteAdreswijziging(w.tx, id)
  await neemOver(w, toegang, row)
  return 'goed'
}

async function neemOver(w: WriteContext, toegang: Toegang, row: AdreswijzigingRow): Promise<void> {
  const { digitaleAdressen } = await laadPartij(w.db, toegang.partijId)
  const was = digitaleAdressen.find((each) => each.id === row.vervangt_id)
  const bewezen = row.aan === row.genormaliseerd
  const invoer = {
    soort: row.soort,
    adres: row.adres,
    omschrijving: was?.omschrijving ?? '',
    isStandaard: was?.is_standaard ?? false,
    voorkeur: was?.voorkeur ?? false,
    // A number is also a second step at signing in: who took over a mailbox must not get there with his own telephone.
    verificatieDatum: bewezen && (row.soort === 'email' || toegang.klant.sterk) ? dagVan(w.now) : null,
  }
  await meldOudAdres(w, toegang, row, was)
  // What came back from it once, arrives now.
  if (bewezen) await herstelAdres(w, row.genormaliseerd)
  const bestaand = digitaleAdressen.find(
    (each) => each.genormaliseerd === row.genormaliseerd && each.einddatum === null && each.soort === row.soort,
  )
  const eigen = { id: toegang.partijId }
  if (bestaand) {
    const welk = { ...eigen, onderdeelId: bestaand.id, versie: bestaand.versie }
    await zonderHuidig(changeDigitaalAdres(alsSysteem(w), welk, invoer))
  } else await addDigitaalAdres(alsSysteem(w), toegang.partijId, invoer)
  if (was && was.id !== bestaand?.id) {
    // Its version moved along when the new one became the standard.
    const nu = (await laadPartij(w.db, toegang.partijId)).digitaleAdressen.find((each) => each.id === was.id)
    if (nu) await endOnderdeel(alsSysteem(w), 'digitaal_adres', { ...eigen, onderdeelId: was.id, versie: nu.versie })
    const zelf = toegang.hoedanigheid === 'zelf' && row.soort === 'email'
    if (zelf && (await selectInlogadres(w.db, toegang.partijId)) === was.genormaliseerd)
      await maakKlantaccount(alsSysteem(w), { partijId: toegang.partijId, email: row.genormaliseerd })
  }
}

/** Who did not do this himself, must hear of it where he was reached until now. */
async function meldOudAdres(
  w: WriteContext,
  toegang: Toegang,
  row: AdreswijzigingRow,
  was: { soort: string; genormaliseerd: string } | undefined,
): Promise<void> {
  const t = berichtTeksten[toegang.klant.taal]
  await verstuurBericht(alsSysteem(w), {
    sleutel: `portaal-adres-${row.id}`,
    partijId: toegang.partijId,
    ...(was?.soort === 'email' && { aan: was.genormaliseerd }),
    formeel: true,
    spoed: true,
    taal: toegang.klant.taal,
    ...t.gewijzigd(
      row.soort === 'email' ? row.adres : formatTelefoon(row.genormaliseerd),
      row.soort,
      w.organisatie.naam,
    ),
  })
}

/** We stop using it. Without any address at all we could not even say that something waits. */
export async function verwijderAdres(
  w: WriteContext,
  toegang: Toegang,
  welk: { id: string; versie: number },
): Promise<void> {
  eisDomein(toegang, 'gegevens')
  const { digitaleAdressen } = await laadPartij(w.db, toegang.partijId)
  const lopend = digitaleAdressen.filter((row) => row.einddatum === null || row.einddatum >= dagVan(w.now))
  const row = lopend.find((each) => each.id === welk.id)
  if (!row) throw notFound()
  if (!lopend.some((each) => each.id !== welk.id && each.soort === row.soort))
    throw conflict('laatste', 'Dit is het enige adres of nummer van deze soort. Voeg eerst een ander toe.')
  if ((await selectInlogadres(w.db, toegang.partijId)) === row.genormaliseerd)
    throw conflict('inlogadres', 'Met dit e-mailadres logt u in. Wijzig het eerst in een ander adres.')
  await zonderHuidig(
    endOnderdeel(alsSysteem(w), 'digitaal_adres', {
      id: toegang.partijId,
      onderdeelId: welk.id,
      versie: welk.versie,
    }),
  )
}

/** Keyed: six digits are found in no time by who has the table and no key. */
const codeVan = (geheim: string, id: string, code: string) =>
  createHmac('sha256', geheim).update(`adres ${id} ${code}`).digest()
