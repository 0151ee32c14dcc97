import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '#contract/endpoint.ts'
import type { PortaalEndpoint } from '#contract/portaal/endpoint.ts'
import { type ReadContext, systemActor, type WriteContext } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { eisToegang, type Toegang } from './toegang/toegang.ts'

type Input<E extends PortaalEndpoint> = { params: ParamsOf<E>; query: QueryOf<E> }

/**
 * How the portal registers its routes: no handler runs before it is clear for whom the customer acts, and what that
 * gives him now. A write decides it inside its own transaction.
 */
export type KlantHttp = {
  read<E extends PortaalEndpoint>(
    endpoint: E,
    handler: (input: Input<E> & { body: BodyOf<E>; ctx: ReadContext; toegang: Toegang }) => Promise<AnswerOf<E>>,
  ): void
  write<E extends PortaalEndpoint>(
    endpoint: E,
    handler: (
      input: Input<E> & { body: BodyOf<E>; versie: number; w: WriteContext; toegang: Toegang },
    ) => Promise<AnswerOf<E>>,
  ): void
  /** For files. It opens its own transaction with `write`, and asks `eisToegang` there again. */
  raw<E extends PortaalEndpoint>(
    endpoint: E,
    handler: (
      input: Input<E> & { ctx: ReadContext; request: FastifyRequest; reply: FastifyReply; toegang: Toegang },
    ) => Promise<unknown>,
  ): void
}

export function klantHttp(http: Http): KlantHttp {
  return {
    read: (endpoint, handler) =>
      http.read(endpoint, async (input) =>
        handler({ ...input, toegang: await eisToegang(input.ctx, namensVan(input.query)) }),
      ),
    write: (endpoint, handler) =>
      http.write(endpoint, async (input) =>
        handler({ ...input, toegang: await eisToegang(input.w, namensVan(input.query)) }),
      ),
    raw: (endpoint, handler) =>
      http.raw(endpoint, async (input) =>
        handler({ ...input, toegang: await eisToegang(input.ctx, namensVan(input.query)) }),
      ),
  }
}

const namensVan = (query: unknown): string | undefined => (query as { namens?: string | undefined }).namens

/**
 * After a rule of the portal has decided: for doors that only know rights of employees. The name of the customer stays
 * under what is written, and his account in the verwerkingenlog is kept by `logVerwerking` with the first context.
 */
export const alsSysteem = <C extends ReadContext>(ctx: C): C => ({ ...ctx, actor: systemActor })
