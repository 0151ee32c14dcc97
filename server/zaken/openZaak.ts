import type { ZaakRolSoort } from '#contract/zaken.ts'
import { findMedewerkers, findTeams } from '#server/beheer/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { type InvalidParam, invalidParams } from '#server/platform/errors.ts'
import { doorWie, type WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { findPartijen, getActievePartij } from '#server/relaties/index.ts'
import { findEenheden, findOvereenkomsten } from '#server/wonen/index.ts'
import { putEigenschapOp } from './bijZaak.ts'
import { changed } from './changed.ts'
import { holdZaak } from './holdZaak.ts'
import { koppel } from './hoofdzaak.ts'
import { linkContact } from './klantcontact.ts'
import { type RolInput, voegRolToe } from './rollen.ts'
import { insertStatus, insertZaak } from './store.ts'
import type { ZaakRolRow, ZaakRow } from './tables.ts'
import { type NewTermijn, voegTermijnToe } from './termijnen/startTermijn.ts'

export type NewZaak = {
  zaaktype: string
  zaaktypeNaam: string
  /** Cut at 80 characters, as long as a ZGW omschrijving may be. */
  omschrijving: string
  /** Cut at 1000; the words of the klant themselves stay in the klantcontact. */
  toelichting?: string
  partijId?: string | null
  contactpersoonId?: string | null
  eenheidId?: string | null
  overeenkomstId?: string | null
  kanaal?: string | null
  /** Default: now. */
  ontvangenOp?: Date
  teamId?: string | null
  behandelaarId?: string | null
  vertrouwelijk?: boolean
  zichtbaarInPortaal?: boolean
  hoofdzaakId?: string | null
  klantcontactId?: string | null
  /** Besides the partij as initiator. Give a beklaagde here, so that not even the first event reaches him. */
  rollen?: readonly RolInput[]
  eigenschappen?: readonly { naam: string; label?: string; waarde: string }[]
  /** What it must be done by: may follow from the zaak, such as from its number. */
  termijnen?: (zaak: ZaakRow) => Promise<readonly NewTermijn[]>
}

/**
 * Opens a zaak in status AAN. What it points at must exist; a klant who was merged away is refused.
 * @throws 400 with the fields that are wrong, 404 / 409 `samengevoegd` for the partij
 */
export async function openZaak(w: WriteContext, input: NewZaak): Promise<ZaakRow> {
  if (input.partijId) await getActievePartij(w.tx, input.partijId)
  await checkVerwijzingen(w, input)
  const hoofdzaak = input.hoofdzaakId ? await holdZaak(w, input.hoofdzaakId) : undefined
  const zaak = await insertZaak(
    w.tx,
    {
      id: newId(),
      zaaktype: input.zaaktype,
      zaaktype_naam: input.zaaktypeNaam,
      omschrijving: kort(input.omschrijving.replace(/\s+/g, ' ').trim(), 80),
      toelichting: kort(input.toelichting?.trim() ?? '', 1000),
      status: 'AAN',
      status_naam: '',
      status_sinds: w.now,
      wacht_op: null,
      partij_id: input.partijId ?? null,
      contactpersoon_id: input.contactpersoonId ?? null,
      eenheid_id: input.eenheidId ?? null,
      overeenkomst_id: input.overeenkomstId ?? null,
      kanaal: input.kanaal ?? null,
      ontvangen_op: input.ontvangenOp ?? w.now,
      team_id: input.teamId ?? null,
      behandelaar_id: input.behandelaarId ?? null,
      hoofdzaak_id: null,
      vertrouwelijk: input.vertrouwelijk ?? false,
      zichtbaar_in_portaal: input.zichtbaarInPortaal ?? true,
      resultaat: null,
      resultaat_naam: '',
      resultaat_toelichting: '',
      einddatum_gepland: null,
      geopend_op: w.now,
      geopend_door: doorWie(w),
      gewijzigd_op: w.now,
      afgesloten_op: null,
    },
    dagVan(w.now).slice(0, 4),
  )
  await insertStatus(w.tx, {
    id: newId(),
    zaak_id: zaak.id,
    status: 'AAN',
    naam: '',
    wacht_op: null,
    toelichting: '',
    medewerker_id: doorWie(w),
    op: w.now,
  })
  const initiator: RolInput[] = input.partijId
    ? [{ rol: 'initiator' satisfies ZaakRolSoort, partijId: input.partijId }]
    : []
  const rollen: ZaakRolRow[] = []
  for (const rol of [...initiator, ...(input.rollen ?? [])]) rollen.push(await voegRolToe(w, zaak, rol, rollen))
  for (const each of input.eigenschappen ?? []) await putEigenschapOp(w, zaak, each)
  for (const each of (await input.termijnen?.(zaak)) ?? []) await voegTermijnToe(w, zaak, each)
  const compleet = hoofdzaak ? await koppel(w, zaak, hoofdzaak) : zaak
  if (input.klantcontactId) await linkContact(w, compleet, input.klantcontactId)
  return changed(w, { event: 'zaak.geopend', after: compleet, wat: 'geopend' })
}

async function checkVerwijzingen(w: WriteContext, input: NewZaak): Promise<void> {
  const params: InvalidParam[] = []
  const refuse = (name: string, reason: string) => params.push({ name, code: 'onbekend', reason })
  if (input.teamId && !(await findTeams(w.db, [input.teamId])).get(input.teamId)?.actief)
    refuse('teamId', 'Kies een team dat bestaat.')
  if (input.behandelaarId && !(await findMedewerkers(w.db, [input.behandelaarId])).get(input.behandelaarId)?.actief)
    refuse('behandelaarId', 'Kies een medewerker die hier werkt.')
  if (input.eenheidId && !(await findEenheden(w.db, [input.eenheidId])).has(input.eenheidId))
    refuse('eenheidId', 'Kies een woning die bestaat.')
  if (input.overeenkomstId && !(await findOvereenkomsten(w.db, [input.overeenkomstId])).has(input.overeenkomstId))
    refuse('overeenkomstId', 'Kies een overeenkomst die bestaat.')
  if (input.contactpersoonId) {
    const persoon = (await findPartijen(w.db, [input.contactpersoonId])).get(input.contactpersoonId)
    if (!persoon || persoon.samengevoegd_in) refuse('contactpersoonId', 'Kies een contactpersoon die bestaat.')
  }
  if (params.length > 0) throw invalidParams(params)
}

function kort(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`
}
