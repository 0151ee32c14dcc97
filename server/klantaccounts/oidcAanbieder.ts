import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'kysely'
import { normalizeBsn } from '#contract/regels/kenmerken.ts'
import { getInstelling } from '#server/beheer/index.ts'
import type { Config } from '#server/platform/config/config.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { wieHoortBij } from './stuurCode.ts'

export const oidcProvider = 'oidc'
type Oidc = NonNullable<Config['klantOidc']>
type Claims = Record<string, unknown> & { sub?: string }

/** What the ID token said, for the one request in which better-auth looks at it. */
export type Terugkomst = {
  maakAccount: (partijId: string) => Promise<string>
  /** Undefined as long as the provider said nothing that is true. */
  herkend?: { partijId: string | undefined; acr: unknown }
}
export const terugkomst = new AsyncLocalStorage<Terugkomst>()

/**
 * The broker, for better-auth. The ID token is verified before `getUserInfo` sees it; who it is, is looked up in our own
 * register at each sign-in, so a correction there counts at once, and nobody is made who is no customer.
 */
export function oidcAanbieder(oidc: Oidc, organisatie: Organisatie) {
  return {
    providerId: oidcProvider,
    discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    scopes: oidc.scopes,
    pkce: true,
    requireIdTokenVerification: true,
    disableImplicitSignUp: true,
    disableSignUp: true,
    disableProviderLogout: true,
    // Of our account, not of theirs: a subject may be a BSN, which belongs in no other table.
    accountSubject: ({ profile }: { profile: Record<string, unknown> }) => String(profile['account'] ?? ''),
    getUserInfo: async ({ idToken }: { idToken?: string | undefined }) => {
      const claims = claimsVan(idToken)
      const komt = terugkomst.getStore()
      if (!claims || !komt) return null
      const partijId = await wieIs(organisatie.db, oidc, claims)
      const account = partijId ? await komt.maakAccount(partijId) : 'onbekend'
      komt.herkend = { partijId, acr: claims['acr'] }
      // The address of the view `klant_gebruiker`: an account that may not sign in is not in there.
      return {
        ...(claims.sub && { sub: claims.sub }),
        account,
        email: `${account}@account.invalid`,
        emailVerified: true,
        name: '',
      }
    },
  }
}

async function wieIs(db: Db, { claim }: Oidc, claims: Claims): Promise<string | undefined> {
  const waarde = String(claims[claim] ?? '')
  if (!waarde) return undefined
  if (claim === 'email') return claims['email_verified'] === true ? wieHoortBij(db, waarde.toLowerCase()) : undefined
  if (claim === 'sub') return findActief(db, sql`p.extern_id = ${waarde}`)
  // UAVG art. 46: without a legal basis a BSN identifies nobody here, whatever the provider sends.
  const bsn = (await getInstelling(db, 'bsnToegestaan')) ? normalizeBsn(waarde) : undefined
  return bsn
    ? findActief(db, sql`exists (select from partij_bsn b where b.partij_id = p.id and b.bsn = ${bsn})`)
    : undefined
}

async function findActief(db: Db, wie: ReturnType<typeof sql>): Promise<string | undefined> {
  const result = await sql<{ id: string }>`
    select p.id from partij p join partij_persoon s on s.partij_id = p.id
    where ${wie} and p.actief and p.samengevoegd_in is null and s.overlijdensdatum is null`.execute(db)
  return result.rows[0]?.id
}

/** The payload of a token whose signature was checked before. */
function claimsVan(idToken: string | undefined): Claims | undefined {
  const payload = idToken?.split('.')[1]
  return payload ? (JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims) : undefined
}
