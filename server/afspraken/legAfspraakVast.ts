import { formatAdres } from '#contract/regels/adresweergave.ts'
import { kalenderVan } from '#server/beheer/index.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { findEenheden } from '#server/wonen/index.ts'
import type { ZaakRow } from '#server/zaken/index.ts'
import { changed } from './changed.ts'
import { herinnermoment } from './regels/herinnermoment.ts'
import { insertAfspraak, lockExtern, lockGepland, updateAfspraak } from './store.ts'
import type { AfspraakRow } from './tables.ts'

export type NieuweAfspraak = {
  zaak: ZaakRow
  /** As the ERP calls it: the same one again is a move. */
  externId: string
  /** A new booking for the same onderhoudsverzoek takes the place of what was planned for it. */
  verzoekId?: string | undefined
  /** What it is for; of a move nothing new has to be said. */
  titel?: string | undefined
  begin: Date
  eind: Date
  met?: string | undefined
  /** Rondom reminds the klant; a process that does so itself says false. */
  herinneren: boolean
}

/** Keeps what the ERP planned; the same again changes nothing, another moment is a move of the same appointment. */
export async function legAfspraakVast(w: WriteContext, nieuw: NieuweAfspraak): Promise<AfspraakRow> {
  const { zaak, externId, verzoekId, titel, begin, eind } = nieuw
  const bekend = (await lockExtern(w.tx, zaak.id, externId)) ?? (await vervangt(w, zaak.id, verzoekId))
  const row = {
    extern_id: externId,
    verzoek_id: verzoekId ?? null,
    titel: (titel ?? bekend?.titel ?? zaak.zaaktype_naam).slice(0, 200),
    adres: await adresVan(w, zaak),
    met: nieuw.met ?? '',
    begin,
    eind,
    status: 'gepland',
    gewijzigd_op: w.now,
    herinner_op: nieuw.herinneren ? (herinnermoment(begin, w.now, (await kalenderVan(w.db)).isVrij) ?? null) : null,
  } as const
  if (!bekend) {
    const eigen = { id: newId(), zaak_id: zaak.id, partij_id: zaak.partij_id, gemaakt_op: w.now }
    return changed(w, await insertAfspraak(w.tx, { ...eigen, ...row }))
  }
  const zelfde = bekend.status === 'gepland' && +bekend.begin === +begin && +bekend.eind === +eind
  if (zelfde && bekend.extern_id === externId) return bekend
  return changed(
    w,
    await updateAfspraak(w.tx, bekend, { ...row, volgnummer: bekend.volgnummer + 1, herinnerd_op: null }),
  )
}

async function vervangt(w: WriteContext, zaakId: string, verzoekId: string | undefined) {
  if (!verzoekId) return undefined
  const gepland = await lockGepland(w.tx, { zaakId, verzoekId, na: w.now })
  return gepland.length === 1 ? gepland[0] : undefined
}

async function adresVan(w: WriteContext, { eenheid_id }: ZaakRow): Promise<string> {
  const eenheid = eenheid_id ? (await findEenheden(w.db, [eenheid_id])).get(eenheid_id) : undefined
  return eenheid ? formatAdres({ ...eenheid, straat: eenheid.straatnaam }) : ''
}
