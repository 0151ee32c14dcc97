import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type ErpContext, ErpGeweigerd, ErpStoring } from '#server/erp/index.ts'
import type { Antwoord, Keten, Verbinding } from './verbinding.ts'

/** One resource of one Ketenproces, and how its messages are read. */
export type Resource<T> = {
  keten: Keten
  pad: string
  /** What it is called in a sentence for an employee. */
  naam: string
  bericht: z.ZodType<T>
}

/** An object as the ERP has it now: read, and with a fingerprint of everything in it. */
export type Gelezen<T> = { bericht: T; vingerafdruk: string }

export type Filter = Record<string, string | undefined>

const perPagina = 100

/** The calls that every VERA resource has. */
export type Vera = ReturnType<typeof maakVera>

export function maakVera(verbinding: Verbinding) {
  async function haal<T>(ctx: ErpContext, resource: Resource<T>, id: string): Promise<Gelezen<T> | undefined> {
    const { keten, pad } = resource
    const antwoord = await verbinding.vraag(ctx, { keten, pad: `${pad}/${encodeURIComponent(id)}` })
    return antwoord.status === 404 ? undefined : lees(resource, antwoord.json)
  }

  /** One page: by the cursor of the page before when the ERP gives one, by number otherwise. */
  async function pagina(
    ctx: ErpContext,
    resource: Resource<unknown>,
    filter: Filter,
    vervolg: string | undefined,
    koppen = {},
  ) {
    const [, soort, waarde] = /^(cursor|pagina):(.*)$/s.exec(vervolg ?? '') ?? []
    const antwoord = await verbinding.vraag(ctx, {
      keten: resource.keten,
      pad: resource.pad,
      query: { ...filter, ...(soort && { [soort]: waarde }) },
      koppen: { 'X-Parameters-AantalPerPagina': String(perPagina), ...koppen },
    })
    const rijen = antwoord.status === 404 ? [] : antwoord.json
    if (!Array.isArray(rijen)) throw onzin(resource.naam, 'geen lijst')
    return {
      rijen: rijen as unknown[],
      verder: volgende(antwoord, rijen.length, soort === 'pagina' ? Number(waarde) : 1),
      antwoord,
    }
  }

  /**
   * Everything that fits the filter. VERA does not say how to filter on what is nested, and an ERP that does not know a
   * parameter ignores it: so every row is tested again here, lest a klant sees what is of another.
   */
  async function lijst<T>(
    ctx: ErpContext,
    resource: Resource<T>,
    filter: Filter,
    past: (bericht: T) => boolean,
    { hoogstens = 1_000 } = {},
  ): Promise<T[]> {
    const gevonden: T[] = []
    let vervolg: string | undefined
    for (let blad = 0; blad < 30; blad++) {
      const { rijen, verder } = await pagina(ctx, resource, filter, vervolg)
      gevonden.push(...rijen.map((rij) => lees(resource, rij).bericht).filter(past))
      if (gevonden.length >= hoogstens) return gevonden.slice(0, hoogstens)
      if (verder === undefined) return gevonden
      vervolg = verder
    }
    throw new ErpStoring('onzin', `De ERP geeft te veel ${resource.naam} om te doorzoeken.`)
  }

  /**
   * Makes an object once. A `sleutel` is our own key of it (idExtern), so what an earlier try made is found again, also
   * by an ERP that does not treat the Referentienummer as an idempotency key.
   */
  async function maak<T>(
    ctx: ErpContext,
    resource: Resource<T>,
    sleutel: string,
    bericht: object,
  ): Promise<Gelezen<T>> {
    const eerder = await zoekEigen(ctx, resource, sleutel)
    if (eerder) return eerder
    const { keten, pad, naam } = resource
    const antwoord = await verbinding.vraag(ctx, {
      keten,
      methode: 'POST',
      pad,
      sleutel,
      bericht: { ...bericht, idExtern: sleutel },
    })
    if (antwoord.status === 404) throw new ErpGeweigerd('niet-gevonden', `De ERP kent dit niet, bij ${naam}.`)
    if (antwoord.json !== undefined) return lees(resource, antwoord.json)
    const id = antwoord.koppen.get('location')?.split('/').at(-1)
    const gemaakt = id ? await haal(ctx, resource, decodeURIComponent(id)) : await zoekEigen(ctx, resource, sleutel)
    if (!gemaakt) throw onzin(naam, 'na het maken niet terug te vinden')
    return gemaakt
  }

  async function zoekEigen<T>(
    ctx: ErpContext,
    resource: Resource<T>,
    sleutel: string,
  ): Promise<Gelezen<T> | undefined> {
    const { rijen } = await pagina(ctx, resource, { idExtern: sleutel }, undefined)
    const eigen = rijen.find((rij) => Reflect.get(Object(rij), 'idExtern') === sleutel)
    return eigen === undefined ? undefined : lees(resource, eigen)
  }

  /**
   * Changes some attributes. VERA has no ETag, so the object is read first, and compared with what the caller saw.
   * @param al whether it is as wanted already: then an earlier try did it, and there is nothing to do
   */
  async function wijzig<T>(
    ctx: ErpContext,
    resource: Resource<T>,
    opdracht: {
      id: string
      sleutel: string
      gebaseerdOp?: string | undefined
      al: (bericht: T) => boolean
      velden: (bericht: T) => object
    },
  ): Promise<Gelezen<T>> {
    const { id, sleutel, gebaseerdOp } = opdracht
    const nu = await haal(ctx, resource, id)
    if (!nu) throw new ErpGeweigerd('niet-gevonden', `De ERP kent ${resource.naam} ${id} niet.`)
    if (opdracht.al(nu.bericht)) return nu
    if (gebaseerdOp !== undefined && gebaseerdOp !== nu.vingerafdruk) {
      throw new ErpGeweigerd('intussen-gewijzigd', `Iemand heeft ${resource.naam} ${id} intussen in de ERP gewijzigd.`)
    }
    const { keten, pad } = resource
    // The published specification has a string in GET and PUT of /{id}, but an integer in PATCH. An id that is no number
    // goes in the body of PATCH on the collection, which finds it by its keys.
    const nummer = /^\d{1,15}$/.test(id)
    const antwoord = await verbinding.vraag(ctx, {
      keten,
      methode: 'PATCH',
      pad: nummer ? `${pad}/${id}` : pad,
      sleutel,
      bericht: { id, ...opdracht.velden(nu.bericht) },
    })
    const daarna = antwoord.status === 404 ? undefined : await haal(ctx, resource, id)
    if (!daarna) throw new ErpGeweigerd('niet-gevonden', `De ERP kent ${resource.naam} ${id} niet.`)
    return daarna
  }

  return { haal, pagina, lijst, maak, wijzig, lees, verbinding }
}

/** @throws ErpStoring with the place where the message cannot be understood */
function lees<T>({ bericht, naam }: Resource<T>, json: unknown): Gelezen<T> {
  const gelezen = bericht.safeParse(json)
  if (gelezen.success) return { bericht: gelezen.data, vingerafdruk: vingerafdrukVan(json) }
  const eerste = gelezen.error.issues[0]
  throw onzin(naam, `${eerste?.path.join('.') || 'het bericht'}: ${eerste?.message ?? 'onbekend'}`)
}

function onzin(naam: string, wat: string): ErpStoring {
  return new ErpStoring('onzin', `De ERP gaf een antwoord dat Rondom niet begrijpt (${naam}, ${wat}).`)
}

function volgende(antwoord: Antwoord, aantal: number, nummer: number): string | undefined {
  if (aantal === 0) return undefined
  const cursor = antwoord.koppen.get('x-parameters-cursor')
  if (cursor) return `cursor:${cursor}`
  const per = Number(antwoord.koppen.get('x-parameters-aantalperpagina')) || perPagina
  return aantal < per ? undefined : `pagina:${nummer + 1}`
}

/** The same for the same content, whatever the order of its fields. */
function vingerafdrukVan(json: unknown): string {
  const gesorteerd = JSON.stringify(json, (_naam, waarde: unknown) =>
    waarde !== null && typeof waarde === 'object' && !Array.isArray(waarde)
      ? Object.fromEntries(Object.entries(waarde).sort(([a], [b]) => (a < b ? -1 : 1)))
      : waarde,
  )
  return createHash('sha256').update(gesorteerd).digest('base64url').slice(0, 22)
}
