import { get } from 'node:http'
import { newId } from '../../server/platform/ids.ts'
import { meet } from '../meten/meet.ts'
import type { Medewerker, Omgeving, Scenario } from '../meten/omgeving.ts'
import { type Regel, regelVan } from '../meten/uitslag.ts'

const aantal = 100

/** From the moment that somebody saves until a colleague's browser hears of it. */
export const gebeurtenissen: Scenario = {
  naam: 'gebeurtenissen',
  async meet(omgeving) {
    const rustig = await meetAankomst(omgeving, 'van opslaan tot scherm van collega')
    let bezig = true
    const druk = belast(omgeving, () => bezig)
    const onderDruk = await meetAankomst(omgeving, 'van opslaan tot scherm van collega, bij drukte')
    bezig = false
    await druk
    return [rustig, onderDruk]
  },
}

async function meetAankomst(omgeving: Omgeving, naam: string): Promise<Regel> {
  const [schrijver, lezer] = [omgeving.iemand(0), omgeving.iemand(1)]
  const stroom = await volg(omgeving, lezer)
  const ms: number[] = []
  for (let i = 0; i < aantal; i++) {
    const begonnen = performance.now()
    const { id } = await maakTaak(omgeving, schrijver)
    ms.push((await stroom.gehoord(id)) - begonnen)
  }
  stroom.close()
  return regelVan(naam, { ms }, { doel: 1000 })
}

async function maakTaak({ server }: Omgeving, { cookie, teamId }: Medewerker): Promise<{ id: string }> {
  const answer = await fetch(`${server.url}/api/taken`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': newId() },
    body: JSON.stringify({ onderwerp: 'Terugbellen over de planning', toelichting: '', teamId }),
  })
  if (answer.status !== 201) throw new Error(`no taak was made: ${await answer.text()}`)
  return (await answer.json()) as { id: string }
}

async function volg({ server }: Omgeving, { cookie }: Medewerker) {
  const aangekomen = new Map<string, number>()
  const wachters = new Map<string, (moment: number) => void>()
  const begin = Promise.withResolvers<void>()
  const request = get(`${server.url}/api/gebeurtenissen`, { headers: { cookie }, agent: false }, (answer) => {
    answer.on('data', (piece) => {
      const moment = performance.now()
      const text = String(piece)
      if (text.includes('event: begin')) begin.resolve()
      for (const [, id = ''] of text.matchAll(/"taakId":"([0-9a-f-]+)"/g)) {
        aangekomen.set(id, moment)
        wachters.get(id)?.(moment)
      }
    })
  })
  request.on('error', begin.reject)
  await begin.promise
  return {
    gehoord: (id: string) =>
      new Promise<number>((resolve) => {
        const moment = aangekomen.get(id)
        if (moment === undefined) wachters.set(id, resolve)
        else resolve(moment)
      }),
    close: () => request.destroy(),
  }
}

/** Eight colleagues who search and open klanten meanwhile. */
async function belast(omgeving: Omgeving, bezig: () => boolean): Promise<void> {
  while (bezig()) {
    const verzoeken = Array.from({ length: 200 }, (_, i) => ({
      method: 'GET',
      pad: i % 2 ? '/api/zoeken?q=jansen' : '/api/mijn-werk',
      cookie: omgeving.iemand(i + 2).cookie,
    }))
    await meet({ url: omgeving.server.url, verzoeken, verbindingen: 8 })
  }
}
