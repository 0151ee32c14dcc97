import { betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins'
import { bewezenPasskey, gedeeldeOpties, geheimVan } from '#server/aanmelden/index.ts'
import type { Config } from '#server/platform/config/config.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import type { Logger } from '#server/platform/log/log.ts'
import { oidcAanbieder } from './oidcAanbieder.ts'

/** What `__Host-` promises: secure, this host only, whole site. Browsers refuse it over plain http. */
export const cookiePrefix = (https: boolean): string => (https ? '__Host-rondom-klant' : 'rondom-klant')

/** Another key than that of employees: a cookie of the one door does not even have a right signature at the other. */
export const klantgeheim = (config: { secret: string }, organisatieId: string): string =>
  geheimVan(config, organisatieId, 'rondom klantaccounts')

export const basePath = '/aanmelden/oidc'
export type KlantAuth = ReturnType<typeof buildKlantAuth>
export type KlantAuths = {
  /** The better-auth for customers of this organisatie. */
  voor(organisatie: Organisatie, https: boolean): KlantAuth
  /** The same, joined to the provider: only OIDC waits for that one. */
  metOidc(organisatie: Organisatie, https: boolean): KlantAuth
}

/** Made at first use and kept: one per organisatie and protocol, since the cookie names differ. */
export function openKlantAuths(config: { secret: string; oidc: Config['klantOidc'] }, log: Logger): KlantAuths {
  const made = new Map<string, KlantAuth>()
  const open = (organisatie: Organisatie, https: boolean, oidc: Config['klantOidc']) => {
    const key = `${organisatie.schema} ${https} ${oidc !== undefined}`
    const auth = made.get(key) ?? buildKlantAuth({ secret: config.secret, oidc }, organisatie, https, log)
    made.set(key, auth)
    return auth
  }
  return {
    voor: (organisatie, https) => open(organisatie, https, undefined),
    metOidc: (organisatie, https) => open(organisatie, https, config.oidc),
  }
}

/**
 * A better-auth of its own for customers (ADR 0019): WebAuthn and OpenID Connect are its work, codes and sessions are ours.
 * Its users are a view, in which an address is made of the id of the account: it finds nobody by what somebody typed.
 */
export function buildKlantAuth(
  config: { secret: string; oidc: Config['klantOidc'] },
  organisatie: Organisatie,
  https: boolean,
  log: Logger,
) {
  return betterAuth({
    ...gedeeldeOpties({ organisatie, https, cookiePrefix: cookiePrefix(https), log }),
    appName: organisatie.naam,
    secret: klantgeheim(config, organisatie.id),
    basePath,
    user: { modelName: 'klant_gebruiker' },
    // Freshness is ours: a passkey is added after a second step, see `sterk`.
    session: { modelName: 'klant_sessie', disableSessionRefresh: true, freshAge: 0 },
    account: {
      modelName: 'klant_koppeling',
      accountLinking: { enabled: true, trustedProviders: [] },
      updateAccountOnSignIn: false,
    },
    // A token of a broker holds a BSN; after the sign-in nobody needs it.
    databaseHooks: { account: { create: { before: async (account) => ({ data: { ...account, ...zonderTokens } }) } } },
    verification: { modelName: 'klant_verificatie' },
    plugins: [
      bewezenPasskey(organisatie.naam, 'klant_passkey'),
      ...(config.oidc ? [genericOAuth({ config: [oidcAanbieder(config.oidc, organisatie)] })] : []),
    ],
  })
}

const zonderTokens = { accessToken: null, refreshToken: null, idToken: null }
