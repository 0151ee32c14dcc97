import { sql } from 'kysely'
import { listBerichtenVanZaak } from '#server/berichten/index.ts'
import { beantwoordEnquete } from '#server/enquetes/index.ts'
import { type Erp, ErpStoring } from '#server/erp/index.ts'
import { registerKlantcontact } from '#server/klantcontacten/index.ts'
import { write } from '#server/platform/db/write.ts'
import type { Actor } from '#server/platform/http/context.ts'
import { type ReadContext, systemActor, type WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { dequeue, type Job } from '#server/platform/jobs/jobs.ts'
import { beginNaspel, type Naspel, speelNa } from '#server/processen/index.ts'
import type { Services } from '#server/slice.ts'
import { claimTaak, listTakenVanZaak } from '#server/taken/index.ts'
import type { Enquete, Zaakverhaal } from './verhaal.ts'

/**
 * Plays one case through the doors that everybody uses, at the times that it happened, in one transaction: then it was
 * played, or nothing was. What it wrote is sent after that, at its own time too.
 */
export async function speelZaak(
  ctx: ReadContext,
  services: Services,
  verhaal: Zaakverhaal,
  verstuur: Job['run'],
): Promise<void> {
  const op = new Date(verhaal.begin)
  if (op >= ctx.now || (await isGespeeld(ctx, verhaal, op))) return
  const geboekt = verhaal.inErp ? await boekInErp(services.erp, ctx, verhaal, verhaal.inErp) : {}
  const berichten = await write({ ...ctx, now: op }, async (w) => {
    const naspel = await begin(w, services, verhaal, geboekt)
    // Without an ERP there is no moment to choose.
    if (geboekt) await speelStappen(naspel, verhaal, ctx.now)
    return neemUitRij(naspel.w, naspel.zaakId)
  }).catch((cause: unknown) => {
    throw new Error(`The demo case "${verhaal.onderwerp}" of ${verhaal.begin} cannot be played.`, { cause })
  })
  for (const { id, op: toen } of berichten) await verstuur({ ...ctx, now: toen }, { berichtId: id })
}

async function isGespeeld({ db }: ReadContext, { klant, zonderKlant }: Zaakverhaal, op: Date): Promise<boolean> {
  const gevonden = await sql`
    select from zaak where ontvangen_op = ${op} and partij_id is not distinct from ${zonderKlant ? null : klant.partijId}
    limit 1`.execute(db)
  return gevonden.rows.length > 0
}

async function begin(
  w: WriteContext,
  services: Services,
  verhaal: Zaakverhaal,
  geboekt: Zaakverhaal['acties'],
): Promise<Naspel> {
  const { proces, klant, zonderKlant, kanaal, antwoorden, door, onderwerp, vraag } = verhaal
  const over = zonderKlant ? {} : { eenheidId: klant.eenheidId }
  const partijId = zonderKlant ? null : klant.partijId
  const als = { ...w, actor: door }
  const contact = await registerKlantcontact(als, {
    gesprekId: newId(),
    partijId,
    ...(zonderKlant && { naam: String(antwoorden['indienerNaam'] ?? '') }),
    type: proces === 'klacht' ? 'klacht' : 'vraag',
    kanaalCode: kanaal,
    richting: 'inkomend',
    onderwerp,
    vraag,
    ...(!zonderKlant && {
      koppelingen: [{ soort: 'eenheid' as const, objectId: klant.eenheidId, omschrijving: klant.eenheidCode }],
    }),
  })
  const start = { proces, partijId, kanaal, antwoorden, klantcontactId: contact.id, ...over }
  return beginNaspel(als, services, start, { ...verhaal.acties, ...geboekt })
}

async function speelStappen(naspel: Naspel, { stappen, door: begonnen }: Zaakverhaal, nu: Date): Promise<void> {
  for (const { door = begonnen, ...stap } of stappen) {
    if ('enquete' in stap) await beantwoord(naspel, stap.enquete)
    else if ('oppakken' in stap) await pakOp(naspel, stap.oppakken)
    else if (!('tot' in stap) || new Date(stap.tot) < nu) await speelNa(naspel, door, stap)
  }
  await speelNa(naspel, systemActor, { tot: nu.toISOString() })
}

async function pakOp({ w, zaakId }: Naspel, actor: Actor): Promise<void> {
  for (const { id, status, team_id } of await listTakenVanZaak(w.db, zaakId))
    if (status === 'niet_gestart' && actor.teamIds.includes(team_id)) await claimTaak({ ...w, actor }, id)
}

/** The klant opens the link in his message. */
async function beantwoord({ w, zaakId }: Naspel, { score, opgelost, opmerking }: Enquete['enquete']): Promise<void> {
  const berichten = await listBerichtenVanZaak(w.db, zaakId)
  // Markdown: what is special in an address is escaped.
  const teksten = berichten.map(({ tekst }) => tekst.replaceAll('\\', ''))
  const [, token] = teksten.map((tekst) => /\/enquete\/([\w-]+)/.exec(tekst)).find((each) => each) ?? []
  if (token) await beantwoordEnquete({ ...w, actor: systemActor }, token, { score, opgelost, opmerking })
}

/** The worker would send them as if it were today. */
async function neemUitRij(w: WriteContext, zaakId: string): Promise<{ id: string; op: Date }[]> {
  const klaar = (await listBerichtenVanZaak(w.db, zaakId)).filter(
    ({ status, volgende_poging }) => status === 'klaar' && volgende_poging !== null,
  )
  for (const { id } of klaar) await dequeue(w, `bericht:${id}`)
  return klaar.map(({ id, aangemaakt_op }) => ({ id, op: aangemaakt_op }))
}

/** A moment that the ERP of now has free, booked there. @returns undefined when it does not answer */
async function boekInErp(
  erp: Erp,
  ctx: ReadContext,
  { klant, begin: gemeldOp, onderwerp }: Zaakverhaal,
  defect: NonNullable<Zaakverhaal['inErp']>,
): Promise<Zaakverhaal['acties'] | undefined> {
  const sleutel = `demo:${klant.eenheidId}:${gemeldOp}`
  const { locatie, element, defect: soort } = defect
  try {
    const verzoek = await erp.onderhoudsverzoeken.maak(ctx, `${sleutel}:maak`, {
      eenheidCode: klant.eenheidCode,
      omschrijving: onderwerp,
      soort: 'REP',
      gemeldOp,
      defecten: [{ soort, locatie, element }],
    } as Parameters<Erp['onderhoudsverzoeken']['maak']>[2])
    const [optie] = await erp.afspraakOpties(ctx, { verzoekId: verzoek.id })
    if (!optie) return undefined
    const afspraak = await erp.afspraken.boek(ctx, `${sleutel}:boek`, { verzoekId: verzoek.id, optie, onderwerp })
    return {
      melden: { uitvoer: { gegevens: { ...verzoek } } },
      opties: { uitvoer: { opties: [{ ...optie, id: 'erp', label: '' }] } },
      boeken: { uitvoer: { afspraak: { ...afspraak } } },
    }
  } catch (error) {
    if (error instanceof ErpStoring) return undefined
    throw error
  }
}
