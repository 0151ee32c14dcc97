import { adresregels } from '#contract/regels/adresweergave.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { findPartij, laadPartij, type PartijRow } from '#server/relaties/index.ts'
import { heeftAbonnement } from './push/store.ts'
import type { Bereikbaar } from './regels/kiesKanaal.ts'
import { selectOnbestelbaar } from './retour/store.ts'
import { selectVoorkeur } from './voorkeuren/store.ts'

/** A merged klant is reached as the klant he was merged into. */
export async function findGeadresseerde(db: Db, partijId: string): Promise<PartijRow | undefined> {
  let partij = await findPartij(db, partijId)
  // A chain of merges is short; a circle cannot be, and must not hang us either.
  for (let stap = 0; partij?.samengevoegd_in && stap < 20; stap++) partij = await findPartij(db, partij.samengevoegd_in)
  return partij
}

/**
 * Every way to reach him now; an address that our messages came back from is none. A huishouden is reached as itself, and
 * else as the first of its tenants who can be.
 */
export async function bereikbaarVan(db: Db, partijId: string, now: Date): Promise<Bereikbaar> {
  const vandaag = dagVan(now)
  const geheel = await laadPartij(db, partijId)
  const eigen = await wegenVan(db, geheel, vandaag)
  if (geheel.partij.soort !== 'huishouden' || eigen.email) return eigen
  const huurders = geheel.leden.filter(
    (lid) => lid.rol === 'HUU' && (lid.einddatum === null || lid.einddatum >= vandaag),
  )
  const anderen: Bereikbaar = {}
  for (const lid of huurders.slice(0, 4))
    Object.assign(anderen, await wegenVan(db, await laadPartij(db, lid.partij_id), vandaag), anderen)
  // What one of them gets on his own device says nothing to the others.
  return { ...anderen, push: false, ...eigen }
}

async function wegenVan(db: Db, geheel: Awaited<ReturnType<typeof laadPartij>>, vandaag: string): Promise<Bereikbaar> {
  const loopt = (row: { einddatum: string | null }) => row.einddatum === null || row.einddatum >= vandaag
  const digitaal = geheel.digitaleAdressen.filter(loopt)
  const [terug, push, voorkeur] = await Promise.all([
    selectOnbestelbaar(
      db,
      digitaal.map((each) => each.genormaliseerd),
    ),
    heeftAbonnement(db, geheel.partij.id),
    selectVoorkeur(db, geheel.partij.id),
  ])
  const weg = new Set(terug.map(({ adres }) => adres))
  const eerste = (soort: string, past: (adres: string) => boolean = () => true) =>
    digitaal
      .filter((each) => each.soort === soort && past(each.genormaliseerd) && !weg.has(each.genormaliseerd))
      .sort((a, b) => Number(b.voorkeur) - Number(a.voorkeur) || Number(b.is_standaard) - Number(a.is_standaard))[0]
  const email = eerste('email')
  const mobiel = voorkeur?.geen_sms ? undefined : eerste('telefoonnummer', isMobiel)
  const post = (['POS', 'WOO', 'BEZ'] as const).flatMap((soort) =>
    geheel.adressen.filter((each) => loopt(each) && each.soort === soort),
  )[0]
  const regels =
    post && (post.adresregels.length > 0 ? post.adresregels : adresregels({ ...post, straat: post.straatnaam }))
  return {
    ...(email && { email: email.genormaliseerd }),
    ...(mobiel && { mobiel: mobiel.genormaliseerd }),
    ...(regels && regels.length > 0 && { post: regels }),
    ...(push && { push }),
    ...(email?.voorkeur ? { voorkeur: 'email' } : mobiel?.voorkeur ? { voorkeur: 'sms' } : {}),
  }
}

/** Dutch mobile numbers start with 6; of other countries we cannot tell. */
const isMobiel = (nummer: string) => nummer.startsWith('+316') || !nummer.startsWith('+31')
