import { sql } from 'kysely'
import type { Contactdraad } from '#contract/portaal/contact.ts'
import type { Gegevens, Inzage } from '#contract/portaal/gegevens.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { laadPartij } from '#server/relaties/index.ts'
import { leesDraad, listContact } from '../../contact/leesContact.ts'
import type { Toegang } from '../../toegang/toegang.ts'
import { listInzagen } from '../inzagen.ts'
import { verzamelGegevens } from '../leesGegevens.ts'

/** Everything about one person that is for him, in the words of the portal: a machine can read it too (AVG article 20). */
export type Kopie = {
  gemaaktOp: string
  organisatie: string
  gegevens: Omit<Gegevens, 'exports' | 'zelf'>
  rekeningnummers: { iban: string; tenaamstelling: string }[]
  contracten: { nummer: string; rol: string; begin: string; einde: string | null }[]
  zaken: Zaakregel[]
  contact: Contactdraad[]
  berichten: Berichtregel[]
  inzagen: Inzage[]
}
type Zaakregel = {
  nummer: string
  soort: string
  omschrijving: string
  ontvangenOp: string
  afgeslotenOp: string | null
}
type Berichtregel = { onderwerp: string; tekst: string; kanaal: string; aan: string; op: string }

const draden = 500
const regels = 1000

/** @param zaken those that pass to this customer */
export async function verzamelKopie(ctx: ReadContext, toegang: Toegang, zaken: Zaakregel[]): Promise<Kopie> {
  const { exports: _, zelf: __, ...gegevens } = await verzamelGegevens(ctx, toegang)
  const { rekeningnummers } = await laadPartij(ctx.db, toegang.partijId)
  return {
    gemaaktOp: ctx.now.toISOString(),
    organisatie: ctx.organisatie.naam,
    gegevens,
    rekeningnummers: rekeningnummers.map(({ iban, tenaamstelling }) => ({ iban, tenaamstelling })),
    contracten: toegang.contracten.map(({ nummer, rol, begin, einde }) => ({ nummer, rol, begin, einde })),
    zaken,
    contact: await alleDraden(ctx, toegang),
    berichten: await selectBerichten(ctx, toegang.partijId),
    inzagen: (await listInzagen(ctx, toegang, { aantal: regels })).rijen,
  }
}

async function alleDraden(ctx: ReadContext, toegang: Toegang): Promise<Contactdraad[]> {
  if (!toegang.domeinen.has('contact')) return []
  const { rijen } = await listContact(ctx, toegang, { aantal: draden })
  const all: Contactdraad[] = []
  for (const { id } of rijen) all.push(await leesDraad(ctx, toegang, id))
  return all
}

/** What we sent him; a message that was confidential then, is so still. */
async function selectBerichten({ db }: ReadContext, partijId: string): Promise<Berichtregel[]> {
  const { rows } = await sql<Omit<Berichtregel, 'op'> & { op: Date }>`
    select onderwerp, tekst, kanaal, aan, coalesce(verstuurd_op, aangemaakt_op) as op from bericht
    where partij_id = ${partijId} and not vertrouwelijk and status <> 'ingetrokken'
    order by aangemaakt_op desc limit ${regels}`.execute(db)
  return rows.map((row) => ({ ...row, op: row.op.toISOString() }))
}
