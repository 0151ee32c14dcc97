import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One address as PDOK gives it; empty fields are left out, as the real service does. */
export type PdokDoc = {
  nummeraanduiding_id: string
  postcode: string
  huisnummer: number
  huisletter?: string
  huisnummertoevoeging?: string
  straatnaam: string
  woonplaatsnaam: string
  gemeentenaam: string
}

export type FakePdok = {
  url: string
  docs: PdokDoc[]
  /** What it does with the next requests. */
  gedrag: 'antwoordt' | 'fout' | 'zwijgt' | 'onzin'
  requests: URL[]
  close(): Promise<void>
}

/**
 * A small stand-in for the PDOK Locatieserver (`/free`, v3.1): Solr-style answers, filtered on the `fq` parameters that
 * it knows. Refuses what the real one would not understand.
 */
export async function startFakePdok(docs: PdokDoc[]): Promise<FakePdok> {
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://pdok.test')
    fake.requests.push(url)
    if (fake.gedrag === 'zwijgt') return
    if (fake.gedrag === 'fout') {
      response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Service Unavailable</h1>')
      return
    }
    if (fake.gedrag === 'onzin') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"response":{"docs":[{"id":"adr-1"}]}}')
      return
    }
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer(fake.docs, url.searchParams)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const fake: FakePdok = {
    url: `http://127.0.0.1:${port}/bzk/locatieserver/search/v3_1/free`,
    docs,
    gedrag: 'antwoordt',
    requests: [],
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return fake
}

export function answer(docs: readonly PdokDoc[], params: URLSearchParams) {
  const filters = new Map(params.getAll('fq').map((fq) => fq.split(':', 2) as [string, string]))
  const fields = params.get('fl')?.split(',')
  const found = docs.filter(
    (doc) =>
      (filters.get('type') ?? 'adres') === 'adres' &&
      (filters.get('postcode') ?? doc.postcode) === doc.postcode &&
      (filters.get('huisnummer') ?? String(doc.huisnummer)) === String(doc.huisnummer),
  )
  const rows = Number(params.get('rows') ?? 10)
  return {
    response: {
      numFound: found.length,
      start: 0,
      maxScore: 9.1,
      numFoundExact: true,
      docs: found
        .slice(0, rows)
        .map((doc) => Object.fromEntries(Object.entries(doc).filter(([name]) => !fields || fields.includes(name)))),
    },
  }
}
