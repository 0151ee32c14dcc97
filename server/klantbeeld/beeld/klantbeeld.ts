import { sql } from 'kysely'
import type { Klantbeeld } from '#contract/klantbeeld.ts'
import { rolNaam } from '#contract/relatiecodes.ts'
import type { PartijKort } from '#contract/relaties.ts'
import { onbestelbaarVan } from '#server/berichten/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { mag, type ReadContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { huishoudensVan, laadPartij, type PartijRow, presentPartij } from '#server/relaties/index.ts'
import { wonenVan } from '#server/wonen/index.ts'
import { tijdlijnVan } from '../tijdlijn/tijdlijn.ts'
import { ledenVan } from './huishoudens.ts'
import { nuVan } from './nu.ts'
import { presentWonen } from './wonen.ts'

const eersteBladzijde = 30

/**
 * The klant on one screen, with everything that this employee may see of him, and a line in the verwerkingenlog.
 * @throws 404
 */
export async function getKlantbeeld(ctx: ReadContext, id: string): Promise<Klantbeeld> {
  const vandaag = dagVan(ctx.now)
  const [geheel, huishoudens] = await Promise.all([laadPartij(ctx.db, id), huishoudensVan(ctx.db, id, vandaag)])
  const partij = presentPartij(geheel)
  const groepen =
    partij.soort === 'huishouden'
      ? [{ partij: kort(geheel.partij), rolNaam: null }]
      : huishoudens.map((huishouden) => ({ partij: kort(huishouden.partij), rolNaam: rolNaam(huishouden.rol) }))
  const partijIds = [id, ...huishoudens.map((huishouden) => huishouden.partij.id)]
  const via = huishoudens.map((huishouden) => ({
    id: huishouden.partij.id,
    naam: huishouden.partij.naam,
    vanaf: huishouden.begindatum,
  }))
  const [leden, nu, woningen, tijdlijn, contacten, onbestelbaar] = await Promise.all([
    ledenVan(ctx.db, groepen, vandaag),
    nuVan(ctx, partijIds),
    mag(ctx.actor, 'wonen.lezen') ? wonenVan(ctx.db, id, vandaag) : [],
    tijdlijnVan(ctx, id, via, { aantal: eersteBladzijde }),
    countContacten(ctx.db, id, vandaag),
    onbestelbaarVan(ctx, geheel),
  ])
  // The members of his household are on the screen too, with their names and numbers.
  const getoond = new Set([id, ...leden.flatMap((groep) => groep.leden.map((lid) => lid.partij.id))])
  await logVerwerking(ctx, {
    actie: 'inzien',
    doel: 'Klantbeeld openen',
    objectSoort: 'partij',
    objectId: id,
    partijIds: [...getoond],
  })
  const wonen = presentWonen(woningen)
  return {
    partij,
    huishoudens: leden,
    nu,
    wonen,
    tijdlijn,
    onbestelbaar: onbestelbaar.map(({ adres }) => adres),
    aantallen: {
      contactenDitJaar: mag(ctx.actor, 'klantcontact.lezen') ? contacten : 0,
      openTaken: nu.taken.length,
      overeenkomsten: wonen.length,
    },
  }
}

function kort({ id, nummer, naam, soort }: PartijRow): PartijKort {
  return { id, nummer, naam, soort }
}

/** Stops at 100. Confidential contacts do not count, for nobody: a number that differs per reader tells too much. */
async function countContacten(db: Db, partijId: string, vandaag: string): Promise<number> {
  const result = await sql<{ aantal: number }>`
    select count(*) as aantal from (
      select 1 from tijdlijn_item
      where partij_id = ${partijId}::uuid and soort = 'klantcontact' and not vertrouwelijk
        and moment >= (${vandaag}::date - interval '1 year') limit 100
    ) t`.execute(db)
  return result.rows[0]?.aantal ?? 0
}
