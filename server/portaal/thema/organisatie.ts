import type { Portaalorganisatie } from '#contract/portaal/organisatie.ts'
import { allInstellingen } from '#server/beheer/index.ts'
import type { ReadContext } from '#server/platform/http/context.ts'

/** Whose portal it is: what everybody may see, signed in or not. */
export async function leesOrganisatie({ db, organisatie }: ReadContext): Promise<Portaalorganisatie> {
  const { portaalnaam } = await allInstellingen(db)
  return {
    naam: portaalnaam || organisatie.naam,
    logo: null,
    welkom: '',
    telefoon: '',
    spoedtelefoon: '',
    openingstijden: '',
    privacyverklaring: '',
    toegankelijkheidsverklaring: '',
  }
}
