import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Objecten, Soort } from './vormen.ts'

/** The next step of an order, and when (milliseconds since 1970). */
export type Verloop = { stap: string; op: number }
type Bewaard = { [S in Soort]: { soort: S; object: Objecten[S] } }[Soort]

/** One line of the log: everything that one mutation did. */
export type Regel = {
  nr: number
  op: string
  organisatie: string
  /** Who did it: over the API, by the passing of time, or by hand on the control page. */
  door: 'api' | 'verloop' | 'proef'
  handeling: string
  referentie?: string
  objecten: Bewaard[]
  verloop?: Record<string, Verloop | null>
  /** What was answered, to answer the same once more. */
  antwoord?: { status: number; soort: Soort; id: string }
}
export type Mutatie = Omit<Regel, 'nr' | 'op'>

/** Where rows are found without looking at all of them. */
const indexen: { [S in Soort]?: string[] } = {
  onderhoudsverzoeken: ['idExtern', 'eenheid.code', 'cluster.code'],
  onderhoudsorders: ['onderhoudsverzoeken.id'],
  afspraken: ['idExtern', 'onderhoudsorder.id', 'status.code'],
  inspectierapporten: ['idExtern', 'inspectieOrder.id'],
  huuropzeggingen: ['idExtern', 'huurovereenkomst.code'],
  overeenkomsten: ['code'],
  boekingen: ['idExtern', 'overeenkomst.code'],
}

export type Opslag = Awaited<ReturnType<typeof openOpslag>>

/**
 * The own storage of the proef-ERP: an append-only file of mutations, and what follows from them in memory.
 * What is acknowledged is on the disk; the last line of a process that was killed halfway counts as never written.
 */
export async function openOpslag(map: string) {
  await mkdir(map, { recursive: true, mode: 0o700 })
  const pad = join(map, 'mutaties.jsonl')
  const bestand = await open(pad, 'a+', 0o600)
  const rijen = new Map<string, Map<string, { object: object; op: number }>>()
  const index = new Map<string, Set<string>>()
  const antwoorden = new Map<string, NonNullable<Regel['antwoord']>>()
  const verlopen = new Map<string, Verloop & { organisatie: string; orderId: string }>()
  let nummer = 0
  let laatsteId = 100_000

  function verwerk(regel: Regel): void {
    nummer = regel.nr
    for (const { soort, object } of regel.objecten) zet(regel.organisatie, soort, object, Date.parse(regel.op))
    for (const [orderId, verloop] of Object.entries(regel.verloop ?? {})) {
      const sleutel = `${regel.organisatie}/${orderId}`
      if (verloop) verlopen.set(sleutel, { ...verloop, organisatie: regel.organisatie, orderId })
      else verlopen.delete(sleutel)
    }
    if (regel.referentie !== undefined && regel.antwoord) {
      antwoorden.set(antwoordSleutel(regel.organisatie, regel.handeling, regel.referentie), regel.antwoord)
    }
  }

  function zet(organisatie: string, soort: Soort, object: { id: string }, op: number): void {
    const naam = `${organisatie}/${soort}`
    const tabel = rijen.get(naam) ?? new Map<string, { object: object; op: number }>()
    rijen.set(naam, tabel)
    const eerder = tabel.get(object.id)
    for (const veld of indexen[soort] ?? []) {
      for (const waarde of eerder ? waardenOp(eerder.object, veld) : [])
        index.get(`${naam}/${veld}/${waarde}`)?.delete(object.id)
      for (const waarde of waardenOp(object, veld)) {
        const sleutel = `${naam}/${veld}/${waarde}`
        index.set(sleutel, (index.get(sleutel) ?? new Set()).add(object.id))
      }
    }
    tabel.set(object.id, { object, op })
    if (/^\d+$/.test(object.id)) laatsteId = Math.max(laatsteId, Number(object.id))
  }

  for (const regel of await leesRegels(bestand, pad)) verwerk(regel)
  const schrijver = maakSchrijver(bestand)

  return {
    get<S extends Soort>(organisatie: string, soort: S, id: string): Objecten[S] | undefined {
      return rijen.get(`${organisatie}/${soort}`)?.get(id)?.object as Objecten[S] | undefined
    },
    /** What fits, oldest first; `filter` holds dotted paths. */
    zoek<S extends Soort>(organisatie: string, soort: S, filter: Record<string, string>, sinds = 0): Objecten[S][] {
      const tabel = rijen.get(`${organisatie}/${soort}`) ?? new Map<string, { object: object; op: number }>()
      const veld = (indexen[soort] ?? []).find((each) => filter[each] !== undefined)
      const ids = veld ? [...(index.get(`${organisatie}/${soort}/${veld}/${filter[veld]}`) ?? [])] : tabel.keys()
      const gevonden: object[] = []
      for (const id of ids) {
        const rij = tabel.get(id)
        if (rij && rij.op >= sinds && past(rij.object, filter)) gevonden.push(rij.object)
      }
      return gevonden as Objecten[S][]
    },
    eerderAntwoord: (organisatie: string, handeling: string, referentie: string | undefined) =>
      referentie === undefined ? undefined : antwoorden.get(antwoordSleutel(organisatie, handeling, referentie)),
    nieuwId: () => String(++laatsteId),
    verlopen: () => [...verlopen.values()],
    organisaties: () => [...new Set([...rijen.keys()].map((naam) => naam.slice(0, naam.indexOf('/'))))],
    /** Done at once in memory; the promise is kept when it is on the disk. */
    schrijf(mutatie: Mutatie): Promise<void> {
      const regel: Regel = { nr: nummer + 1, op: new Date().toISOString(), ...mutatie }
      verwerk(regel)
      return schrijver.voegToe(`${JSON.stringify(regel)}\n`)
    },
    /** The log itself, as it was written. */
    lees: () => createReadStream(pad),
    async sluit() {
      await schrijver.leeg()
      await bestand.close()
    },
  }
}

const antwoordSleutel = (organisatie: string, handeling: string, referentie: string) =>
  [organisatie, handeling, referentie].join('\n')

/** The values at a dotted path; a list on the way has as many as it has elements. */
export function waardenOp(object: unknown, pad: string): string[] {
  let nu: unknown[] = [object]
  for (const deel of pad.split('.')) nu = nu.flatMap((each): unknown => Reflect.get(Object(each), deel) ?? [])
  return nu.map(String)
}

export function past(object: object, filter: Record<string, string>): boolean {
  return Object.entries(filter).every(([pad, waarde]) => waardenOp(object, pad).includes(waarde))
}

async function leesRegels(bestand: FileHandle, pad: string): Promise<Regel[]> {
  const regels: Regel[] = []
  let heel = 0
  for await (const tekst of createInterface({ input: createReadStream(pad), crlfDelay: Number.POSITIVE_INFINITY })) {
    const regel = leesRegel(tekst)
    if (!regel) break
    regels.push(regel)
    heel += Buffer.byteLength(tekst) + 1
  }
  // What follows the last whole line was never acknowledged; without it the next line starts on a line of its own.
  const { size } = await bestand.stat()
  if (heel < size) await bestand.truncate(heel)
  else if (heel > size) await bestand.appendFile('\n')
  return regels
}

function leesRegel(tekst: string): Regel | undefined {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}

/** Writes what came in while the disk was busy in one go. */
function maakSchrijver(bestand: FileHandle) {
  let wachtrij: string[] = []
  let bezig = Promise.resolve()
  async function schrijf(): Promise<void> {
    const nu = wachtrij
    wachtrij = []
    if (nu.length === 0) return
    await bestand.appendFile(nu.join(''))
    await bestand.datasync()
  }
  return {
    voegToe(regel: string): Promise<void> {
      wachtrij.push(regel)
      bezig = bezig.then(schrijf)
      return bezig
    },
    leeg: () => bezig.then(schrijf),
  }
}
