import { createHash, randomBytes } from 'node:crypto'
import { getInstelling } from '#server/beheer/index.ts'
import { klantadres } from '#server/berichten/index.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { findPartij } from '#server/relaties/index.ts'
import type { ZaakRow } from '#server/zaken/index.ts'
import { insertEnquete, isUitgenodigdSinds } from './store.ts'

const dag = 24 * 3_600_000
/** How long the link works. */
export const geldigDagen = 30

export type Uitnodiging = { enqueteId: string; link: string; geldigTot: Date }

/**
 * Makes the questionnaire about a zaak, with the link that goes in the message. Undefined when it should not be asked:
 * it was about this zaak before, or this klant was asked about another one too short ago.
 * @param partijId who is asked; null for who is no klant
 */
export async function nodigUit(
  w: WriteContext,
  zaak: ZaakRow,
  partijId: string | null,
): Promise<Uitnodiging | undefined> {
  const partij = partijId ? await findPartij(w.db, partijId) : undefined
  const tussentijd = Number(await getInstelling(w.db, 'enqueteTussentijd'))
  const sinds = new Date(w.now.getTime() - tussentijd * dag)
  if (partij && tussentijd > 0 && (await isUitgenodigdSinds(w.db, partij.id, sinds))) return undefined
  const token = randomBytes(32).toString('base64url')
  const geldigTot = new Date(w.now.getTime() + geldigDagen * dag)
  const enquete = await insertEnquete(w.tx, {
    id: newId(),
    zaak_id: zaak.id,
    partij_id: partij?.id ?? null,
    zaaktype: zaak.zaaktype,
    zaaktype_naam: zaak.zaaktype_naam,
    taal: !partij?.voorkeurstaal || partij.voorkeurstaal === 'nld' ? 'nl' : 'en',
    token_hash: hashVan(token),
    uitgenodigd_op: w.now,
    verloopt_op: geldigTot,
    beantwoord_op: null,
    gewijzigd_op: null,
    score: null,
    opgelost: null,
  })
  if (!enquete) return undefined
  await logVerwerking(w, {
    actie: 'toevoegen',
    doel: 'Klanttevredenheid meten',
    objectSoort: 'enquete',
    objectId: enquete.id,
    partijIds: partij ? [partij.id] : [],
  })
  return { enqueteId: enquete.id, link: `${await klantadres(w)}/enquete/${token}`, geldigTot }
}

/** A token is long and random: a plain hash is enough, there is nothing to guess. */
export const hashVan = (token: string): string => createHash('sha256').update(token).digest('hex')
