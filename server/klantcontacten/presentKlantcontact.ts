import type { Bijlage, Klantcontact, KlantcontactPost } from '#contract/klantcontacten.ts'
import { findMedewerkers, listOnderwerpen } from '#server/beheer/index.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { Actor } from '#server/platform/http/context.ts'
import { selectBijlagenVan } from './bijlagen/store.ts'
import { mayViewKlantcontact } from './mayView.ts'
import {
  selectBetrokkenen,
  selectDraad,
  selectOnderwerpIds,
  selectOnderwerpobjecten,
  selectVanGesprek,
} from './store.ts'
import type { BijlageRow, KlantcontactRow } from './tables.ts'

/** Posts with their subjects, files and the name of who wrote them, in the order given. */
export async function presentPosts(db: Db, rows: readonly KlantcontactRow[]): Promise<KlantcontactPost[]> {
  const ids = rows.map((row) => row.id)
  const [medewerkers, gekozen, boom, objecten, bijlagen] = await Promise.all([
    findMedewerkers(
      db,
      rows.map((row) => row.medewerker_id),
    ),
    selectOnderwerpIds(db, ids),
    listOnderwerpen(db),
    selectOnderwerpobjecten(db, ids),
    selectBijlagenVan(db, ids),
  ])
  return rows.map((row) => {
    const onderwerpIds = new Set(
      gekozen.filter((each) => each.klantcontact_id === row.id).map((each) => each.onderwerp_id),
    )
    return {
      id: row.id,
      nummer: row.nummer,
      gesprekId: row.gesprek_id,
      type: row.type,
      detailsoort: row.detailsoort,
      kanaalCode: row.kanaal_code,
      richting: row.richting,
      onderwerp: row.onderwerp,
      onderwerpen: boom.filter((each) => onderwerpIds.has(each.id)).map(({ id, naam }) => ({ id, naam })),
      vraag: row.vraag,
      antwoord: row.antwoord,
      interneNotitie: row.interne_notitie,
      directBeantwoord: row.direct_beantwoord,
      contactGelukt: row.contact_gelukt,
      toonInPortaal: row.toon_in_portaal,
      vertrouwelijk: row.vertrouwelijk,
      antwoordOp: row.antwoord_op,
      sjabloon: row.sjabloon_kopie && { code: row.sjabloon_kopie.code, naam: row.sjabloon_kopie.naam },
      medewerker: { id: row.medewerker_id, naam: medewerkers.get(row.medewerker_id)?.naam ?? zelf(row) },
      plaatsgevondenOp: row.plaatsgevonden_op.toISOString(),
      geregistreerdOp: row.geregistreerd_op.toISOString(),
      onderwerpobjecten: objecten
        .filter((each) => each.klantcontact_id === row.id)
        .map(({ soort, object_id, omschrijving }) => ({ soort, objectId: object_id, omschrijving })),
      bijlagen: bijlagen.filter((each) => each.klantcontact_id === row.id).map(presentBijlage),
      gelezenOp: row.gelezen_op?.toISOString() ?? null,
      versie: row.versie,
    }
  })
}

/** Nobody of us wrote it: the klant himself, in the portal, or the system. */
const zelf = (row: KlantcontactRow) =>
  row.kanaal_code === 'portaal' && row.richting === 'inkomend' ? 'Klant (portaal)' : 'Rondom'

/** One post with its thread; posts of the thread that this employee may not see are left out. */
export async function presentKlantcontact(db: Db, actor: Actor, row: KlantcontactRow): Promise<Klantcontact> {
  const [draad, gesprek, betrokkenen] = await Promise.all([
    selectDraad(db, row.id),
    selectVanGesprek(db, row.gesprek_id),
    selectBetrokkenen(db, [row.id]),
  ])
  const visible = draad.filter((each) => mayViewKlantcontact(actor, each))
  const posts = await presentPosts(db, visible)
  const own = posts.find((post) => post.id === row.id) ?? (await presentPosts(db, [row]))[0]
  if (!own) throw new Error('a post was not presented')
  return {
    ...own,
    betrokkenen: betrokkenen.map(({ partij_id, rol, initiator, naam }) => ({
      partijId: partij_id,
      rol,
      initiator,
      naam,
    })),
    draad: posts,
    zelfdeGesprek: gesprek
      .filter((each) => each.id !== row.id && mayViewKlantcontact(actor, each))
      .map(({ id, nummer, onderwerp }) => ({ id, nummer, onderwerp })),
  }
}

export function presentBijlage(row: BijlageRow): Bijlage {
  return {
    id: row.id,
    bestandsnaam: row.bestandsnaam,
    mediatype: row.mediatype,
    omvang: Number(row.omvang),
    onveilig: row.onveilig,
    aangemaaktOp: row.aangemaakt_op.toISOString(),
  }
}
