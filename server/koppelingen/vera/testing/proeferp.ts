import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Erp, ErpContext } from '#server/erp/index.ts'
import { newId } from '#server/platform/ids.ts'
import { startTestRondom, type TestRondom } from '#server/platform/testing/rondom.ts'
import { type ProefErp, startProefErp } from '../proeferp/start.ts'
import { veraErp } from '../veraErp.ts'
import type { Keten, VerbindingOpties } from '../verbinding.ts'
import { overtredingen } from './specificatie.ts'

export type TestErp = {
  rondom: TestRondom
  proces: ProefErp
  map: string
  erp: Erp
  ctx: ErpContext
  /** What went over the line against the published specification: nothing, it should be. */
  overtredingen: string[]
  /** How many exchanges were held against it. */
  gehoord(): number
  /** Another adapter on the same ERP, with other limits or another way in. */
  adapter(anders?: Partial<VerbindingOpties>): Erp
  /** Does what a hand would do on the control page. */
  bedien(pad: string, invoer?: Record<string, unknown>): Promise<unknown>
  /** The mutations that were done over the API, as the ERP itself noted them. */
  mutaties(): Promise<{ handeling: string; referentie: string }[]>
  close(): Promise<void>
}

export type Woning = { code: string; overeenkomst: string; huurder: string }

/** A whole Rondom, the proef-ERP as the process that it is, and the real adapter between them. */
export async function startTestErp(opties: { factor?: number } = {}): Promise<TestErp> {
  const gevonden: string[] = []
  let gehoord = 0
  const luister: typeof fetch = async (waar, wat) => {
    const antwoord = await fetch(waar, wat)
    if (!String(waar).includes('/v4/')) return antwoord
    const kopie = antwoord.clone()
    gehoord += 1
    gevonden.push(...overtredingen(await uitwisselingVan(new URL(String(waar)), wat ?? {}, kopie)))
    return antwoord
  }
  const sleutel = newId()
  const basisopties: VerbindingOpties = {
    basis: () => proces.basis(),
    toegang: { soort: 'sleutel', sleutel },
    fetch: luister,
    timeoutMs: 20_000,
  }
  const adapter = (anders: Partial<VerbindingOpties> = {}) => veraErp({ ...basisopties, ...anders })
  const erp = adapter()
  const rondom = await startTestRondom({ erp })
  const map = await mkdtemp(join(tmpdir(), 'proeferp-'))
  const proces = startProefErp({
    databaseUrl: rondom.databaseUrl,
    map,
    log: rondom.services.log,
    sleutel,
    factor: opties.factor ?? 1,
  })
  const bij = async (pad: string) => new URL(pad, await proces.basis())
  return {
    rondom,
    proces,
    map,
    erp,
    // The agenda of the ERP runs by the real clock.
    ctx: { ...rondom.context(), now: new Date() },
    overtredingen: gevonden,
    gehoord: () => gehoord,
    adapter,
    async bedien(pad, invoer = {}) {
      const antwoord = await fetch(await bij(`/proef/${pad}`), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ organisatie: 'hier', ...invoer }),
      })
      if (!antwoord.ok) throw new Error(await antwoord.text())
      return await antwoord.json()
    },
    async mutaties() {
      const tekst = await (await fetch(await bij('/proef/log?door=api'))).text()
      return tekst
        .split('\n')
        .filter(Boolean)
        .map((regel) => JSON.parse(regel))
    },
    async close() {
      await proces.stop()
      await rondom.close()
      await rm(map, { recursive: true, force: true })
    },
  }
}

async function uitwisselingVan(url: URL, wat: RequestInit, antwoord: Response) {
  const [, keten = '', , ...pad] = url.pathname.split('/')
  const tekst = await antwoord.text()
  return {
    keten: keten as Keten,
    methode: wat.method ?? 'GET',
    pad: `/${pad.join('/')}`,
    query: url.searchParams,
    koppen: new Headers(wat.headers),
    bericht: typeof wat.body === 'string' ? JSON.parse(wat.body) : undefined,
    status: antwoord.status,
    antwoord: leesJson(tekst),
  }
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}

let volgnummer = 0

/** A home with a running contract and its tenant, as the ERP and Rondom both know it. */
export async function maakWoning({ rondom }: Pick<TestErp, 'rondom'>, huurCent = 61_235): Promise<Woning> {
  volgnummer += 1
  const code = `W${String(volgnummer).padStart(3, '0')}`
  const [eenheidId, overeenkomstId, partijId] = [newId(), newId(), newId()]
  const overeenkomst = `HO-${code}`
  await rondom.db
    .insertInto('eenheid')
    .values({
      id: eenheidId,
      code,
      straatnaam: 'Zonstraat',
      huisnummer: volgnummer,
      postcode: '3512AB',
      woonplaats: 'Utrecht',
    })
    .execute()
  await rondom.db
    .insertInto('overeenkomst')
    .values({
      id: overeenkomstId,
      nummer: overeenkomst,
      eenheid_id: eenheidId,
      begindatum: '2020-01-01',
      brutohuur_cent: huurCent,
      betaalwijze: 'INC',
    })
    .execute()
  const partij = await rondom.db
    .insertInto('partij')
    .values({ id: partijId, soort: 'persoon', naam: `Huurder ${code}`, sorteernaam: `huurder ${code}` })
    .returning('nummer')
    .executeTakeFirstOrThrow()
  await rondom.db
    .insertInto('overeenkomst_partij')
    .values({ overeenkomst_id: overeenkomstId, partij_id: partijId, rol: 'HUU' })
    .execute()
  return { code, overeenkomst, huurder: String(partij.nummer) }
}
