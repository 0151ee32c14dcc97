import type { Zaak } from '#contract/zaken.ts'
import { findMedewerkers, findTeams, kalenderVan } from '#server/beheer/index.ts'
import { findKlantcontacten, mayViewKlantcontact, presentPosts } from '#server/klantcontacten/index.ts'
import { isAfgeschermd, mag, type ReadContext } from '#server/platform/http/context.ts'
import { findPartijen } from '#server/relaties/index.ts'
import { findOvereenkomsten } from '#server/wonen/index.ts'
import { named, partijKort, presentTermijn, presentZaakRijen, teamKort, zaakKort } from './present.ts'
import { magVertrouwelijkheid, magZaakBehandelen, magZaakZien } from './regels/magZaak.ts'
import {
  selectDeelzaken,
  selectDocumenten,
  selectEigenschappen,
  selectKlantcontactIds,
  selectRollen,
  selectStatussen,
  selectZaak,
} from './store.ts'
import type { ZaakDocumentRow, ZaakRow } from './tables.ts'
import { selectTermijnen } from './termijnen/store.ts'

/** One zaak with all that belongs to it, as far as this employee may see it. */
export async function presentZaak(ctx: ReadContext, row: ZaakRow): Promise<Zaak> {
  const { db } = ctx
  const [[rij], statussen, rollen, eigenschappen, documenten, termijnen, contactIds, deelzaken, hoofdzaak, kalender] =
    await Promise.all([
      presentZaakRijen(ctx, [row]),
      selectStatussen(db, row.id),
      selectRollen(db, row.id),
      selectEigenschappen(db, row.id),
      selectDocumenten(db, row.id),
      selectTermijnen(db, row.id),
      selectKlantcontactIds(db, row.id),
      selectDeelzaken(db, row.id),
      row.hoofdzaak_id ? selectZaak(db, row.hoofdzaak_id) : undefined,
      kalenderVan(db),
    ])
  if (!rij) throw new Error('a zaak was not presented')
  const [medewerkers, partijen, teams, overeenkomsten, posts] = await Promise.all([
    findMedewerkers(db, [
      row.geopend_door,
      ...statussen.map((each) => each.medewerker_id),
      ...documenten.map((each) => each.medewerker_id),
      ...rollen.flatMap((each) => each.medewerker_id ?? []),
    ]),
    findPartijen(db, [...rollen.flatMap((each) => each.partij_id ?? []), row.contactpersoon_id ?? []].flat()),
    findTeams(
      db,
      rollen.flatMap((each) => each.team_id ?? []),
    ),
    findOvereenkomsten(db, row.overeenkomst_id ? [row.overeenkomst_id] : []),
    postsVan(ctx, row, contactIds),
  ])
  const overeenkomst = overeenkomsten.get(row.overeenkomst_id ?? '')
  return {
    ...rij,
    toelichting: row.toelichting,
    contactpersoon: partijKort(partijen.get(row.contactpersoon_id ?? '')),
    overeenkomst: overeenkomst ? { id: overeenkomst.id, nummer: overeenkomst.nummer } : null,
    kanaal: row.kanaal,
    zichtbaarInPortaal: row.zichtbaar_in_portaal,
    geopendOp: row.geopend_op.toISOString(),
    geopendDoor: named(row.geopend_door, medewerkers),
    resultaat:
      row.resultaat === null
        ? null
        : { code: row.resultaat, naam: row.resultaat_naam, toelichting: row.resultaat_toelichting },
    hoofdzaak: hoofdzaak && magZaakZien(ctx.actor, hoofdzaak) ? zaakKort(hoofdzaak) : null,
    deelzaken: deelzaken.filter((each) => magZaakZien(ctx.actor, each)).map(zaakKort),
    statussen: statussen.map(({ id, status, naam, wacht_op, toelichting, medewerker_id, op }) => ({
      id,
      status,
      naam,
      wachtOp: wacht_op,
      toelichting,
      medewerker: named(medewerker_id, medewerkers),
      op: op.toISOString(),
    })),
    rollen: rollen.map((rol) => ({
      id: rol.id,
      rol: rol.rol,
      omschrijving: rol.omschrijving,
      toelichting: rol.toelichting,
      partij: partijKort(partijen.get(rol.partij_id ?? '')),
      medewerker: rol.medewerker_id ? named(rol.medewerker_id, medewerkers) : null,
      team: teamKort(teams.get(rol.team_id ?? '')),
      beginOp: rol.begin_op.toISOString(),
      eindOp: rol.eind_op?.toISOString() ?? null,
    })),
    eigenschappen: eigenschappen.map(({ naam, label, waarde }) => ({ naam, label, waarde })),
    documenten: documenten.map((each) => presentDocument(each, medewerkers)),
    termijnen: termijnen.map((termijn) => presentTermijn(termijn, ctx.now, kalender)),
    klantcontacten: posts,
    mag: { wijzigen: magZaakBehandelen(ctx.actor, row), vertrouwelijk: magVertrouwelijkheid(ctx.actor, row) },
  }
}

/** Who handles a confidential zaak reads what was said in it, also what is confidential itself: he has to answer it. */
async function postsVan(ctx: ReadContext, zaak: ZaakRow, contactIds: readonly string[]) {
  if (!mag(ctx.actor, 'klantcontact.lezen')) return []
  const contacten = await findKlantcontacten(ctx.db, contactIds)
  const visible = contactIds.flatMap((id) => {
    const contact = contacten.get(id)
    if (!contact || isAfgeschermd(ctx.actor, id)) return []
    return mayViewKlantcontact(ctx.actor, contact) || zaak.vertrouwelijk ? [contact] : []
  })
  return presentPosts(ctx.db, visible)
}

export function presentDocument(row: ZaakDocumentRow, medewerkers: ReadonlyMap<string, { naam: string }>) {
  return {
    id: row.id,
    titel: row.titel,
    beschrijving: row.beschrijving,
    soort: row.soort,
    bestandsnaam: row.bestandsnaam,
    mediatype: row.mediatype,
    onveilig: row.onveilig,
    omvang: row.omvang,
    zichtbaarInPortaal: row.zichtbaar_in_portaal,
    medewerker: named(row.medewerker_id, medewerkers),
    op: row.op.toISOString(),
  }
}
