import { hkdfSync } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { maxWachtwoord, minWachtwoord } from '#contract/aanmelden.ts'
import type { Config } from '#server/platform/config/config.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import type { Logger } from '#server/platform/log/log.ts'
import { bewezenPasskey, gedeeldeOpties } from './gedeeldeOpties.ts'

export type AanmeldenConfig = {
  /** Signs cookies and encrypts TOTP secrets; every organisatie gets a key of its own, derived from it. */
  secret: string
  /** Offers the one-click sign-in of the demo organisatie; without it that route does not exist. */
  demo: boolean
  oidc?: Config['oidc'] | undefined
}

/** Ten o'clock at the latest for who started at ten: nobody stays signed in overnight (NIST SP 800-63B-4 §2.2.3: ≤ 24 h). */
export const sessieSeconden = 12 * 60 * 60

export type Auth = ReturnType<typeof buildAuth>

export type Auths = {
  /** The better-auth of this organisatie; its cookies and key fit no other. */
  voor(organisatie: Organisatie, https: boolean): Auth
  /** The same, joined to the identity provider: it asks that one for its settings, so only OIDC waits for it. */
  metOidc(organisatie: Organisatie, https: boolean): Auth
  geheim(organisatie: Organisatie): string
}

/** Made at first use and kept: one per organisatie and protocol, since the cookie names differ. */
export function openAuths(config: AanmeldenConfig, log: Logger): Auths {
  const made = new Map<string, Auth>()
  const open = (organisatie: Organisatie, https: boolean, oidc: AanmeldenConfig['oidc']) => {
    const key = `${organisatie.schema} ${https} ${oidc !== undefined}`
    const auth = made.get(key) ?? buildAuth({ secret: config.secret, oidc }, organisatie, https, log)
    made.set(key, auth)
    return auth
  }
  return {
    voor: (organisatie, https) => open(organisatie, https, undefined),
    metOidc: (organisatie, https) => open(organisatie, https, config.oidc),
    geheim: (organisatie) => geheimVan(config, organisatie.id),
  }
}

/** What `__Host-` promises: secure, this host only, whole site. Browsers refuse it over plain http. */
export const cookiePrefix = (https: boolean): string => (https ? '__Host-rondom' : 'rondom')

/** @param waarvoor keys for different doors are different keys */
export function geheimVan(
  config: Pick<AanmeldenConfig, 'secret'>,
  organisatieId: string,
  waarvoor = 'rondom aanmelden',
): string {
  return Buffer.from(hkdfSync('sha256', config.secret, organisatieId, waarvoor, 32)).toString('base64url')
}

export const oidcProvider = 'oidc'
export const basePath = '/api/aanmelden/oidc'

export function buildAuth(
  config: Omit<AanmeldenConfig, 'demo'>,
  organisatie: Organisatie,
  https: boolean,
  log: Logger,
) {
  return betterAuth({
    ...gedeeldeOpties({ organisatie, https, cookiePrefix: cookiePrefix(https), log }),
    appName: `Rondom ${organisatie.naam}`,
    secret: geheimVan(config, organisatie.id),
    basePath,
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
    plugins: [
      twoFactor({
        issuer: `Rondom ${organisatie.naam}`,
        schema: { twoFactor: { modelName: 'auth_two_factor' } },
        accountLockout: { maxFailedAttempts: 10, durationSeconds: 15 * 60 },
      }),
      bewezenPasskey(`Rondom ${organisatie.naam}`, 'auth_passkey'),
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
                  // A subject is only unique within its issuer: after a change of provider nobody inherits an account.
                  accountSubject: ({ profile }) => `${config.oidc?.issuer} ${profile.sub}`,
                  mapProfileToUser: (profile) => ({ emailVerified: isGecontroleerd(profile) }),
                },
              ],
            }),
          ]
        : []),
    ],
  })
}

/** Entra ID says it with `xms_edov` (email domain owner verified), the rest of the world with `email_verified`. */
function isGecontroleerd(profile: Record<string, unknown>): boolean {
  return profile['email_verified'] === true || profile['xms_edov'] === true || profile['xms_edov'] === '1'
}
