import { adresregels } from '#contract/regels/adresweergave.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { findPartij, laadPartij, type PartijRow } from '#server/relaties/index.ts'
import type { Bereikbaar } from './regels/kiesKanaal.ts'

/** A merged klant is reached as the klant he was merged into. */
export async function findGeadresseerde(db: Db, partijId: string): Promise<PartijRow | undefined> {
  let partij = await findPartij(db, partijId)
  // A chain of merges is short; a circle cannot be, and must not hang us either.
  for (let stap = 0; partij?.samengevoegd_in && stap < 20; stap++) partij = await findPartij(db, partij.samengevoegd_in)
  return partij
}

/** Every way to reach him now. A huishouden is reached as itself, and else as the first of its tenants who can be. */
export async function bereikbaarVan(db: Db, partijId: string, now: Date): Promise<Bereikbaar> {
  const vandaag = dagVan(now)
  const geheel = await laadPartij(db, partijId)
  const eigen = wegenVan(geheel, vandaag)
  if (geheel.partij.soort !== 'huishouden' || eigen.email) return eigen
  const huurders = geheel.leden.filter(
    (lid) => lid.rol === 'HUU' && (lid.einddatum === null || lid.einddatum >= vandaag),
  )
  const anderen: Bereikbaar = {}
  for (const lid of huurders.slice(0, 4))
    Object.assign(anderen, wegenVan(await laadPartij(db, lid.partij_id), vandaag), anderen)
  return { ...anderen, ...eigen }
}

function wegenVan(geheel: Awaited<ReturnType<typeof laadPartij>>, vandaag: string): Bereikbaar {
  const loopt = (row: { einddatum: string | null }) => row.einddatum === null || row.einddatum >= vandaag
  const digitaal = geheel.digitaleAdressen.filter(loopt)
  const eerste = (soort: string, past: (adres: string) => boolean = () => true) =>
    digitaal
      .filter((each) => each.soort === soort && past(each.genormaliseerd))
      .sort((a, b) => Number(b.voorkeur) - Number(a.voorkeur) || Number(b.is_standaard) - Number(a.is_standaard))[0]
  const email = eerste('email')
  const mobiel = eerste('telefoonnummer', isMobiel)
  const post = (['POS', 'WOO', 'BEZ'] as const).flatMap((soort) =>
    geheel.adressen.filter((each) => loopt(each) && each.soort === soort),
  )[0]
  const regels =
    post && (post.adresregels.length > 0 ? post.adresregels : adresregels({ ...post, straat: post.straatnaam }))
  return {
    ...(email && { email: email.genormaliseerd }),
    ...(mobiel && { mobiel: mobiel.genormaliseerd }),
    ...(regels && regels.length > 0 && { post: regels }),
    ...(email?.voorkeur ? { voorkeur: 'email' } : mobiel?.voorkeur ? { voorkeur: 'sms' } : {}),
  }
}

/** Dutch mobile numbers start with 6; of other countries we cannot tell. */
const isMobiel = (nummer: string) => nummer.startsWith('+316') || !nummer.startsWith('+31')
