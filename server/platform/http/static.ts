import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { notFound } from '../errors.ts'
import { portaalCsp } from './portaalPagina.ts'
import { portaalSchil } from './portaalSchil.ts'

const built = resolve(import.meta.dirname, '../../../dist')

/** Serves the built front ends: the werkplek under its name, the portal at all addresses that nothing else has. */
export function staticRoutes(app: FastifyInstance, options: { folder?: string } = {}): void {
  const folder = options.folder ?? built
  serveWerkplek(app, join(folder, 'werkplek'))
  servePortaal(app, join(folder, 'portaal'))
}

function serveWerkplek(app: FastifyInstance, root: string): void {
  serve(app, '/werkplek', root, (scope) => {
    const page = async (reply: FastifyReply) => {
      if (!existsSync(join(root, 'index.html'))) return reply.code(503).type('text/html; charset=utf-8').send(notBuilt)
      reply.header('Cache-Control', 'no-cache')
      return reply.sendFile('index.html')
    }
    scope.get('/', async (_request, reply) => page(reply))
    // Every other address is a screen, which the browser finds itself.
    scope.get('/*', async (_request, reply) => page(reply))
  })
}

function servePortaal(app: FastifyInstance, root: string): void {
  serve(app, '/portaal-bestanden', root, (scope) => {
    // Without anybody's data: what a phone keeps for when it has no line.
    scope.get('/schil.html', async (_request, reply) => {
      reply.header('Cache-Control', 'no-cache').header('Content-Security-Policy', portaalCsp)
      return reply.sendFile('index.html')
    })
  })
  // Its address decides which pages it may serve, so it stands at the root.
  app.get('/sw.js', async (_request, reply) => {
    const werker = await readFile(join(root, 'sw.js'), 'utf8').catch(() => undefined)
    if (!werker) throw notFound()
    return reply.header('Cache-Control', 'no-cache').type('text/javascript; charset=utf-8').send(werker)
  })
  const page = portaalSchil(app, root, notBuilt)
  app.get('/', page)
  app.get('/*', page)
}

/** The files of one front end, under an address of their own; the build made `.br` and `.gz` beside each. */
function serve(app: FastifyInstance, prefix: string, root: string, pages?: (scope: FastifyInstance) => void): void {
  app.register(
    // biome-ignore lint/nursery/noMisusedPromises: Fastify waits for the promise of a plug-in
    async (scope) => {
      await scope.register(fastifyStatic, {
        root,
        serve: false,
        preCompressed: true,
        cacheControl: false,
        dotfiles: 'ignore',
      })
      pages?.(scope)
      scope.get<{ Params: { '*': string } }>('/assets/*', async (request, reply) => {
        // The name carries a hash of the content: it never changes.
        reply.header('Cache-Control', 'public, max-age=31536000, immutable')
        return reply.sendFile(`assets/${request.params['*']}`)
      })
      // A chunk of an earlier version: a plain 404, so that the browser knows it must load the page again.
      scope.setNotFoundHandler(async (_request, reply) => {
        reply.removeHeader('Cache-Control')
        throw notFound()
      })
    },
    { prefix },
  )
}

const notBuilt = `<!doctype html><html lang="nl"><title>Rondom</title><p>De schermen zijn nog niet gebouwd. Start Rondom met <code>npm start</code>, of voer <code>npm run build</code> uit.</p></html>`
