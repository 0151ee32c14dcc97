/** What the tests use of `oidc-provider`, which comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> }
  type Details = {
    prompt: { name: string }
    params: Record<string, unknown>
    session?: { accountId?: string }
  }
  type Configuration = {
    interactions?: { url: (ctx: unknown, interaction: { uid: string }) => string }
    findAccount?: (
      ctx: unknown,
      sub: string,
    ) => { accountId: string; claims: () => Promise<Record<string, unknown> & { sub: string }> }
    [setting: string]: unknown
  }

  export class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): (request: IncomingMessage, response: ServerResponse) => void
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Details>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
    Grant: new (of: {
      accountId: string
      clientId: string
    }) => Grant
  }
}
