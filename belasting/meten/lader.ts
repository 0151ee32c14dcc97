import { Agent, request } from 'node:http'

/** One request that a scenario wants measured. */
export type Verzoek = {
  method: string
  pad: string
  cookie: string
  body?: unknown
  versie?: number
  sleutel?: string
  /** A piece of text that a good answer holds; how often it does is reported. */
  verwacht?: string
}
export type Opdracht = { url: string; verzoeken: Verzoek[]; verbindingen: number; salvo?: number }
/** `traagste`: the slowest questions, for who goes looking for the cause. */
export type Uitslag = {
  ms: number[]
  statussen: Record<string, number>
  gevonden: number
  gezocht: number
  seconden: number
  traagste: { ms: number; pad: string }[]
}

/**
 * The load generator, in a process of its own so that it takes no time of the server's. Closed loop: each connection
 * sends its next request when the last is answered. With `salvo`, that many start at the same moment, again and again.
 */
process.on('message', (opdracht: Opdracht) => {
  void laad(opdracht).then((uitslag) => process.send?.(uitslag))
})

async function laad({ url, verzoeken, verbindingen, salvo }: Opdracht): Promise<Uitslag> {
  const agent = new Agent({ keepAlive: true, maxSockets: verbindingen })
  const uitslag: Uitslag = { ms: [], statussen: {}, gevonden: 0, gezocht: 0, seconden: 0, traagste: [] }
  const begonnen = performance.now()
  if (salvo) {
    for (let van = 0; van < verzoeken.length; van += salvo)
      await Promise.all(verzoeken.slice(van, van + salvo).map((verzoek) => meet(url, agent, verzoek, uitslag)))
  } else {
    let volgende = 0
    await Promise.all(
      Array.from({ length: verbindingen }, async () => {
        for (let i = volgende++; i < verzoeken.length; i = volgende++) {
          const verzoek = verzoeken[i]
          if (verzoek) await meet(url, agent, verzoek, uitslag)
        }
      }),
    )
  }
  uitslag.seconden = (performance.now() - begonnen) / 1000
  agent.destroy()
  return uitslag
}

async function meet(url: string, agent: Agent, verzoek: Verzoek, uitslag: Uitslag): Promise<void> {
  const begonnen = performance.now()
  const { status, body } = await stuur(url, agent, verzoek)
  const ms = performance.now() - begonnen
  uitslag.ms.push(ms)
  uitslag.traagste = [...uitslag.traagste, { ms, pad: verzoek.pad }].sort((a, b) => b.ms - a.ms).slice(0, 5)
  uitslag.statussen[status] = (uitslag.statussen[status] ?? 0) + 1
  if (verzoek.verwacht === undefined) return
  uitslag.gezocht++
  if (body.includes(verzoek.verwacht)) uitslag.gevonden++
}

function stuur(url: string, agent: Agent, verzoek: Verzoek): Promise<{ status: number; body: string }> {
  const payload = verzoek.body === undefined ? undefined : JSON.stringify(verzoek.body)
  const headers: Record<string, string | number> = { cookie: verzoek.cookie, accept: 'application/json' }
  if (payload !== undefined) {
    headers['content-type'] = 'application/json'
    headers['content-length'] = Buffer.byteLength(payload)
  }
  if (verzoek.versie !== undefined) headers['if-match'] = `"${verzoek.versie}"`
  if (verzoek.sleutel) headers['idempotency-key'] = verzoek.sleutel
  return new Promise((resolve, reject) => {
    const call = request(`${url}${verzoek.pad}`, { method: verzoek.method, headers, agent }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece) => pieces.push(piece))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces).toString() }))
      answer.on('error', reject)
    })
    call.on('error', reject)
    call.end(payload)
  })
}
