import type { Bericht, BerichtRij, PostbusRij } from '#contract/berichten.ts'
import { findMedewerkers } from '#server/beheer/index.ts'
import { smsDelen } from '#server/koppelingen/sms/sms.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { toHtml } from '#server/platform/markdown/markdown.ts'
import { toTekst } from '#server/platform/markdown/tekst.ts'
import { findZaken } from '#server/zaken/index.ts'
import { countSamen } from './store.ts'
import type { BerichtRow, PostbusRow } from './tables.ts'

export async function presentBerichtRijen(db: Db, rows: readonly BerichtRow[]): Promise<BerichtRij[]> {
  const [medewerkers, zaken, samen] = await Promise.all([
    findMedewerkers(db, [...new Set(rows.map((row) => row.aangemaakt_door))]),
    findZaken(db, [...new Set(rows.flatMap((row) => row.zaak_id ?? []))]),
    countSamen(db, [...new Set(rows.flatMap((row) => row.bundel_id ?? []))]),
  ])
  return rows.map((row) => {
    const zaak = zaken.get(row.zaak_id ?? '')
    return {
      id: row.id,
      kanaal: row.kanaal,
      formeel: row.formeel,
      vertrouwelijk: row.vertrouwelijk,
      aan: row.aan,
      aanNaam: row.aan_naam,
      onderwerp: row.onderwerp,
      status: row.status,
      pogingen: row.pogingen,
      fout: row.fout,
      volgendePoging: row.volgende_poging?.toISOString() ?? null,
      partijId: row.partij_id,
      zaak: zaak ? { id: zaak.id, nummer: zaak.nummer } : null,
      aangemaaktOp: row.aangemaakt_op.toISOString(),
      // The system itself is nobody in the list of medewerkers.
      aangemaaktDoor: { id: row.aangemaakt_door, naam: medewerkers.get(row.aangemaakt_door)?.naam ?? 'Rondom' },
      verstuurdOp: row.verstuurd_op?.toISOString() ?? null,
      doel: row.doel,
      reden: row.reden,
      spoed: row.spoed,
      samenMet: samen.get(row.bundel_id ?? '') ?? 1,
      eerder: row.eerder,
      teruggekomenOp: row.teruggekomen_op?.toISOString() ?? null,
      gelezenOp: row.gelezen_op?.toISOString() ?? null,
      bijlagen: row.bijlagen.map(({ bestandsnaam, mediatype, omvang }) => ({ bestandsnaam, mediatype, omvang })),
      versie: row.versie,
    }
  })
}

export async function presentBericht(db: Db, row: BerichtRow): Promise<Bericht> {
  const [rij] = await presentBerichtRijen(db, [row])
  if (!rij) throw new Error('a bericht was not presented')
  return { ...rij, tekst: toTekst(row.tekst), html: toHtml(row.tekst) }
}

export function presentPostbus({ bericht_id, op, ...row }: PostbusRow): PostbusRij {
  return { ...row, id: bericht_id, op: op.toISOString(), delen: row.kanaal === 'sms' ? smsDelen(row.tekst) : 1 }
}
