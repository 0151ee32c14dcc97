import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export type Persoon = { email: string; email_verified?: boolean; xms_edov?: boolean; bsn?: string; acr?: string }
export type Aanbieder = {
  issuer: string
  /** `sub` → what the provider says of him. */
  mensen: Map<string, Persoon>
  /** Who signs in there next. */
  aanDeBeurt: { sub: string }
  /** Walks through the provider as a browser would. @returns the address it sends the browser back to */
  meldAan(url: string, sub: string): Promise<string>
  stop(): Promise<void>
}

const acrVan = (persoon: Persoon | undefined) => (persoon?.acr === undefined ? {} : { acr: persoon.acr })

/** A real OpenID Connect provider in the test process; only its sign-in form is filled in by us. */
export async function startAanbieder(redirectUris: string[]): Promise<Aanbieder> {
  const mensen = new Map<string, Persoon>()
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'rondom', client_secret: 'geheim-van-rondom', redirect_uris: redirectUris }],
    claims: { openid: ['sub', 'bsn'], email: ['email', 'email_verified', 'xms_edov'], profile: ['name'] },
    acrValues: ['laag', 'hoog'],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['test'] },
    jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    interactions: { url: (_, interaction) => `/interactie/${interaction.uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, name: 'Een Medewerker', ...mensen.get(sub) }),
    }),
  })
  const aanDeBeurt = { sub: '' }
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interactie/')) return provider.callback()(request, response)
    const { prompt, params, session } = await provider.interactionDetails(request, response)
    if (prompt.name === 'login') {
      return provider.interactionFinished(request, response, {
        login: { accountId: aanDeBeurt.sub, ...acrVan(mensen.get(aanDeBeurt.sub)) },
      })
    }
    const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) })
    grant.addOIDCScope(String(params['scope']))
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
  })

  return {
    issuer,
    mensen,
    aanDeBeurt,
    async meldAan(url, sub) {
      aanDeBeurt.sub = sub
      const cookies = new Map<string, string>()
      for (let next = url; ; ) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
        for (const each of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? []
          cookies.set(name, value)
        }
        const location = response.headers.get('location')
        if (!location) throw new Error(`the provider answered ${response.status}: ${await response.text()}`)
        next = new URL(location, next).href
        if (!next.startsWith(issuer)) return next
      }
    },
    stop: () => new Promise((done) => server.close(() => done())),
  }
}
