import { hkdfSync } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { maxWachtwoord, minWachtwoord } from '#contract/aanmelden.ts'
import type { Config } from '#server/platform/config/config.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import { newId } from '#server/platform/ids.ts'
import type { Logger } from '#server/platform/log/log.ts'

export type AanmeldenConfig = {
  /** Signs cookies and encrypts TOTP secrets; every organisatie gets a key of its own, derived from it. */
  secret: string
  /** Offers the one-click sign-in of the demo organisatie; without it that route does not exist. */
  demo: boolean
  oidc?: Config['oidc']
}

/** Ten o'clock at the latest for who started at ten: nobody stays signed in overnight (NIST SP 800-63B-4 §2.2.3: ≤ 24 h). */
export const sessieSeconden = 12 * 60 * 60

export type Auth = ReturnType<typeof buildAuth>

export type Auths = {
  /** The better-auth of this organisatie; its cookies and key fit no other. */
  voor(organisatie: Organisatie, https: boolean): Auth
}

/** Made at first use and kept: one per organisatie and protocol, since the cookie names differ. */
export function openAuths(config: AanmeldenConfig, log: Logger): Auths {
  const made = new Map<string, Auth>()
  return {
    voor(organisatie, https) {
      const key = `${organisatie.schema} ${https}`
      const auth = made.get(key) ?? buildAuth(config, organisatie, https, log)
      made.set(key, auth)
      return auth
    },
  }
}

/** What `__Host-` promises: secure, this host only, whole site. Browsers refuse it over plain http. */
export const cookiePrefix = (https: boolean): string => (https ? '__Host-rondom' : 'rondom')

export function geheimVan(config: Pick<AanmeldenConfig, 'secret'>, organisatieId: string): string {
  return Buffer.from(hkdfSync('sha256', config.secret, organisatieId, 'rondom aanmelden', 32)).toString('base64url')
}

export const oidcProvider = 'oidc'
export const basePath = '/api/aanmelden/oidc'

export function buildAuth(config: AanmeldenConfig, organisatie: Organisatie, https: boolean, log: Logger) {
  return betterAuth({
    appName: `Rondom ${organisatie.naam}`,
    secret: geheimVan(config, organisatie.id),
    basePath,
    // Which organisatie answers is decided by host name before this is asked.
    baseURL: { allowedHosts: ['*'], protocol: https ? 'https' : 'http' },
    database: { db: organisatie.db, type: 'postgres', transaction: true },
    user: { modelName: 'auth_user' },
    session: {
      modelName: 'auth_session',
      expiresIn: sessieSeconden,
      disableSessionRefresh: true,
      // Adding a passkey asks for a recent sign-in; a stolen open screen is not enough.
      freshAge: 15 * 60,
    },
    account: {
      modelName: 'auth_account',
      // OIDC joins an existing medewerker by an e-mail address that the provider verified, and never makes one.
      accountLinking: { enabled: true, trustedProviders: [] },
      encryptOAuthTokens: true,
    },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: minWachtwoord,
      maxPasswordLength: maxWachtwoord,
    },
    // Attempts are counted in PostgreSQL, per account and per address, by pogingen.ts.
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
      twoFactor({
        issuer: `Rondom ${organisatie.naam}`,
        schema: { twoFactor: { modelName: 'auth_two_factor' } },
        accountLockout: { maxFailedAttempts: 10, durationSeconds: 15 * 60 },
      }),
      passkey({
        rpName: `Rondom ${organisatie.naam}`,
        schema: { passkey: { modelName: 'auth_passkey' } },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        advanced: { webAuthnChallengeCookie: 'passkey' },
      }),
      ...(config.oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: oidcProvider,
                  discoveryUrl: `${config.oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: config.oidc.clientId,
                  clientSecret: config.oidc.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                  requireIdTokenVerification: true,
                  disableImplicitSignUp: true,
                  disableSignUp: true,
                  disableProviderLogout: true,
                },
              ],
            }),
          ]
        : []),
    ],
  })
}

/** Set by us from the connection, so that nobody chooses his own address. */
export const addressHeader = 'x-rondom-adres'
