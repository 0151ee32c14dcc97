import type { BodyOf } from '#contract/endpoint.ts'
import type * as contract from '#contract/portaal/gegevens.ts'
import { Domein } from '#contract/portaal/toegang.ts'
import { klantadres, verstuurBericht } from '#server/berichten/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { conflict, forbidden, invalid, notFound, stale } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { addVertegenwoordiging, endOnderdeel, laadPartij } from '#server/relaties/index.ts'
import { alsSysteem } from '../http.ts'
import type { Toegang } from '../toegang/toegang.ts'
import { magIntrekken } from './leesGegevens.ts'
import { deleteAanbod, insertAanbod, lockAanbod, selectAanbodVan, selectEigenAdressen } from './store.ts'
import { berichtTeksten } from './teksten.ts'

const geldigDagen = 14
const dag = 24 * 3_600_000
/** Open offers at once: help is asked of a few people, not of a list. */
const maxOpen = 5

/** Who acts for another cannot pass that on (BW 3:64), nor answer for him to third parties. */
function eisZelf(toegang: Toegang): void {
  if (toegang.hoedanigheid !== 'zelf') throw forbidden()
}

/** Offers a mandate by e-mail. Whether somebody lives at that address is never told. */
export async function biedMachtiging(
  w: WriteContext,
  toegang: Toegang,
  { email: getypt, domeinen, einde }: BodyOf<typeof contract.biedMachtiging>,
): Promise<void> {
  eisZelf(toegang)
  const vandaag = dagVan(w.now)
  const email = getypt.toLowerCase()
  if (einde !== null && einde < vandaag) throw invalid('einde', 'voorbij', 'Kies een dag die nog komt.')
  if ((await selectEigenAdressen(w.db, toegang.partijId, vandaag)).includes(email))
    throw invalid('email', 'zichzelf', 'Dit is uw eigen e-mailadres. Vul het adres in van wie u helpt.')
  const open = await selectAanbodVan(w.db, toegang.partijId, w.now)
  for (const eerder of open.filter((row) => row.email === email)) await deleteAanbod(w.tx, eerder.id)
  if (open.filter((row) => row.email !== email).length >= maxOpen)
    throw conflict('te-veel', `Er wachten al ${maxOpen} mensen op uw machtiging. Trek er eerst een in.`)
  const id = newId()
  await insertAanbod(w.tx, {
    id,
    van_id: toegang.partijId,
    email,
    domeinen: [...new Set(domeinen)],
    einddatum: einde,
    gemaakt_op: w.now,
    geldig_tot: new Date(w.now.getTime() + geldigDagen * dag),
  })
  const t = berichtTeksten[toegang.klant.taal]
  await verstuurBericht(alsSysteem(w), {
    sleutel: `portaal-aanbod-${id}`,
    aan: email,
    formeel: true,
    taal: toegang.klant.taal,
    ...t.aanbod(toegang.klant.naam, domeinen, await klantadres(w)),
  })
}

/** Takes an offer that was made to an address of his own. From now on he may act. */
export async function neemAanbodAan(w: WriteContext, toegang: Toegang, id: string): Promise<void> {
  const aanbod = await eisAanbod(w, toegang, id, 'ontvanger')
  const { vertegenwoordigers } = await laadPartij(w.db, aanbod.van_id)
  const vandaag = dagVan(w.now)
  // Of two mandates the older would count: what was agreed now takes its place.
  for (const row of vertegenwoordigers) {
    const loopt = row.einddatum === null || row.einddatum >= vandaag
    if (loopt && row.soort === 'gemachtigde' && row.vertegenwoordiger_id === toegang.partijId)
      await endOnderdeel(alsSysteem(w), 'vertegenwoordiging', {
        id: aanbod.van_id,
        onderdeelId: row.id,
        versie: row.versie,
      })
  }
  await addVertegenwoordiging(alsSysteem(w), aanbod.van_id, {
    vertegenwoordigerId: toegang.partijId,
    soort: 'gemachtigde',
    omvang: 'Afgesproken in het klantportaal.',
    domeinen: aanbod.domeinen.flatMap((each) => Domein.safeParse(each).data ?? []),
    begindatum: vandaag,
    einddatum: aanbod.einddatum,
  })
  await deleteAanbod(w.tx, id)
  const t = berichtTeksten[toegang.klant.taal]
  await verstuurBericht(alsSysteem(w), {
    sleutel: `portaal-gemachtigd-${id}`,
    partijId: aanbod.van_id,
    formeel: true,
    taal: toegang.klant.taal,
    ...t.gemachtigd(toegang.klant.naam),
  })
}

/** Taken back by who offered it, or refused by who was asked. */
export async function trekAanbodIn(w: WriteContext, toegang: Toegang, id: string): Promise<void> {
  await eisAanbod(w, toegang, id, 'beide')
  await deleteAanbod(w.tx, id)
}

async function eisAanbod(w: WriteContext, toegang: Toegang, id: string, wie: 'ontvanger' | 'beide') {
  eisZelf(toegang)
  const row = await lockAanbod(w.tx, id)
  const vandaag = dagVan(w.now)
  if (!row || row.geldig_tot <= w.now) throw notFound()
  const vanHem = row.van_id === toegang.partijId
  const aanHem = !vanHem && (await selectEigenAdressen(w.db, toegang.partijId, vandaag)).includes(row.email)
  if (!(aanHem || (vanHem && wie === 'beide'))) throw notFound()
  return row
}

/** Ends now, in this very request: the next one of the other is refused. */
export async function trekMachtigingIn(
  w: WriteContext,
  toegang: Toegang,
  welk: { id: string; versie: number },
): Promise<void> {
  eisZelf(toegang)
  const { vertegenwoordigers, vertegenwoordigt } = await laadPartij(w.db, toegang.partijId)
  const row = [...vertegenwoordigers, ...vertegenwoordigt].find((each) => each.id === welk.id)
  if (!row) throw notFound()
  if (!magIntrekken(toegang, row))
    throw conflict('niet-hier', 'Deze machtiging kunt u hier niet stoppen. Bel ons als er iets niet klopt.')
  if (row.versie !== welk.versie) throw stale(undefined)
  await endOnderdeel(alsSysteem(w), 'vertegenwoordiging', {
    id: toegang.partijId,
    onderdeelId: welk.id,
    versie: welk.versie,
  })
}
