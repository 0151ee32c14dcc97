import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { genericOAuth } from 'better-auth/plugins'
import { addressHeader, geheimVan } from '#server/aanmelden/index.ts'
import type { Config } from '#server/platform/config/config.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import { newId } from '#server/platform/ids.ts'
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
    appName: organisatie.naam,
    secret: klantgeheim(config, organisatie.id),
    basePath,
    // Which organisatie answers is decided by host name before this is asked.
    baseURL: { allowedHosts: ['*'], protocol: https ? 'https' : 'http' },
    database: { db: organisatie.db, type: 'postgres', transaction: true },
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
    // Attempts are counted in PostgreSQL, per address, by `pogingen.ts` of aanmelden.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: cookiePrefix(https),
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: https },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => newId(), validateSchema: false },
    },
    logger: {
      // Only the fixed message: arguments may carry addresses and names.
      log: (level, message) => log[level === 'error' ? 'warn' : 'debug']({ bron: 'better-auth' }, message),
    },
    telemetry: { enabled: false },
    plugins: [
      passkey({
        rpName: organisatie.naam,
        schema: { passkey: { modelName: 'klant_passkey' } },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        authentication: {
          // The library only asks for it. Without the person (PIN or biometrics) a found telephone would be enough.
          afterVerification: ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED')
          },
        },
        registration: {
          afterVerification: ({ verification }) => {
            if (!verification.registrationInfo?.userVerified) throw new APIError('BAD_REQUEST')
          },
        },
      }),
      ...(config.oidc ? [genericOAuth({ config: [oidcAanbieder(config.oidc, organisatie)] })] : []),
    ],
  })
}

const zonderTokens = { accessToken: null, refreshToken: null, idToken: null }
