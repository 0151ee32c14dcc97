import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** One thing that a visitor does; the next comes after it was answered and he has read it. */
export type Stap = {
  /** Under which name its time is reported. */
  naam: string
  method: 'GET' | 'POST' | 'PUT'
  /** `{{naam}}` is what an earlier step kept. */
  pad: string
  body?: unknown
  /** A photo of this many kilobytes, as a form with one file. */
  foto?: { base64: string }
  /** Keep the first match of this expression in the answer. */
  onthoud?: { als: string; uit: string }
}
export type Bezoek = { opMs: number; cookie: string; denkMs: number; stappen: Stap[] }
export type Metingen = { perStap: Record<string, number[]>; fouten: string[] }

/**
 * Visitors who come when they come, whatever the server does with the ones before (an open loop): a queue that grows is
 * seen, instead of slowing down who measures. In a process of its own, so that it takes no time of the server's.
 */
export async function meetBezoeken(opdracht: { url: string; bezoeken: Bezoek[] }): Promise<Metingen> {
  const child = fork(import.meta.filename)
  child.send(opdracht)
  const [metingen] = (await once(child, 'message')) as [Metingen]
  child.disconnect()
  return metingen
}

if (process.send && process.argv[1] === import.meta.filename)
  process.on('message', (opdracht: { url: string; bezoeken: Bezoek[] }) => {
    void ontvang(opdracht).then((metingen) => process.send?.(metingen))
  })

async function ontvang({ url, bezoeken }: { url: string; bezoeken: Bezoek[] }): Promise<Metingen> {
  const metingen: Metingen = { perStap: {}, fouten: [] }
  const agent = new Agent({ keepAlive: true })
  await Promise.all(
    bezoeken.map(async (bezoek) => {
      await sleep(bezoek.opMs)
      await bezoekOp(url, agent, bezoek, metingen)
    }),
  )
  agent.destroy()
  return metingen
}

async function bezoekOp(url: string, agent: Agent, { cookie, denkMs, stappen }: Bezoek, metingen: Metingen) {
  const bekend: Record<string, string> = {}
  const vul = (tekst: string) => tekst.replace(/\{\{(\w+)\}\}/g, (_, naam: string) => bekend[naam] ?? '')
  for (const stap of stappen) {
    const begonnen = performance.now()
    const antwoord = await stuur(`${url}${vul(stap.pad)}`, agent, cookie, stap, vul).catch((error: unknown) => ({
      status: 0,
      body: String(error),
    }))
    const tijden = metingen.perStap[stap.naam] ?? []
    tijden.push(performance.now() - begonnen)
    metingen.perStap[stap.naam] = tijden
    if (antwoord.status < 200 || antwoord.status >= 300) {
      metingen.fouten.push(`${stap.naam}: ${antwoord.status} ${antwoord.body.slice(0, 300)}`)
      return
    }
    if (stap.onthoud) bekend[stap.onthoud.als] = new RegExp(stap.onthoud.uit).exec(antwoord.body)?.[1] ?? ''
    await sleep(denkMs)
  }
}

function stuur(url: string, agent: Agent, cookie: string, stap: Stap, vul: (tekst: string) => string) {
  const { type, inhoud } = inhoudVan(stap, vul)
  const headers: Record<string, string | number> = { cookie, accept: 'text/html, application/json' }
  if (inhoud) {
    headers['content-type'] = type
    headers['content-length'] = inhoud.length
    headers['idempotency-key'] = crypto.randomUUID()
  }
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const call = request(url, { method: stap.method, headers, agent }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece) => pieces.push(piece))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces).toString() }))
      answer.on('error', reject)
    })
    call.on('error', reject)
    call.end(inhoud)
  })
}

function inhoudVan({ foto, body }: Stap, vul: (tekst: string) => string): { type: string; inhoud: Buffer | undefined } {
  if (!foto)
    return { type: 'application/json', inhoud: body === undefined ? undefined : Buffer.from(vul(JSON.stringify(body))) }
  const grens = `rondom-${crypto.randomUUID()}`
  const kop = `--${grens}\r\nContent-Disposition: form-data; name="bestand"; filename="foto.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`
  return {
    type: `multipart/form-data; boundary=${grens}`,
    inhoud: Buffer.concat([Buffer.from(kop), Buffer.from(foto.base64, 'base64'), Buffer.from(`\r\n--${grens}--\r\n`)]),
  }
}
