import type { Portaalorganisatie } from '#contract/portaal/organisatie.ts'
import { allInstellingen } from '#server/beheer/index.ts'
import type { ReadContext } from '#server/platform/http/context.ts'

/** Whose portal it is: what everybody may see, signed in or not. */
export async function leesOrganisatie({ db, organisatie }: ReadContext): Promise<Portaalorganisatie> {
  const ingesteld = await allInstellingen(db)
  return {
    naam: ingesteld.portaalnaam || organisatie.naam,
    logo: null,
    welkom: ingesteld.portaalwelkom,
    telefoon: ingesteld.portaaltelefoon,
    spoedtelefoon: ingesteld.spoedtelefoon,
    openingstijden: ingesteld.openingstijden,
    privacyverklaring: ingesteld.privacyverklaring,
    toegankelijkheidsverklaring: ingesteld.toegankelijkheidsverklaring,
  }
}
