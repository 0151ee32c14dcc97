import { passkey } from '@better-auth/passkey'
import { APIError } from 'better-auth/api'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import { newId } from '#server/platform/ids.ts'
import type { Logger } from '#server/platform/log/log.ts'

/** Set by us from the connection, so that nobody chooses his own address. */
export const addressHeader = 'x-rondom-adres'

/** What every better-auth of ours has in common, for employees and for customers: where it stands and what it may say. */
export function gedeeldeOpties(given: { organisatie: Organisatie; https: boolean; cookiePrefix: string; log: Logger }) {
  const { organisatie, https, cookiePrefix, log } = given
  return {
    // Which organisatie answers is decided by host name before this is asked.
    baseURL: { allowedHosts: ['*'], protocol: https ? ('https' as const) : ('http' as const) },
    database: { db: organisatie.db, type: 'postgres' as const, transaction: true },
    // Attempts are counted in PostgreSQL, by pogingen.ts.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix,
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: https },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => newId(), validateSchema: false },
    },
    logger: {
      // Only the fixed message: arguments may carry addresses and names.
      log: (level: 'debug' | 'info' | 'success' | 'warn' | 'error', message: string) =>
        log[level === 'error' ? 'warn' : 'debug']({ bron: 'better-auth' }, message),
    },
    telemetry: { enabled: false },
  }
}

/** Passkeys of which the device proved that the person was there: without PIN or biometrics a found key would be enough. */
export const bewezenPasskey = (rpName: string, modelName: string) =>
  passkey({
    rpName,
    schema: { passkey: { modelName } },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    advanced: { webAuthnChallengeCookie: 'passkey' },
    authentication: {
      // The library only asks for it.
      afterVerification: ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED')
      },
    },
    registration: {
      afterVerification: ({ verification }) => {
        if (!verification.registrationInfo?.userVerified) throw new APIError('BAD_REQUEST')
      },
    },
  })
