import type { RawBuilder } from 'kysely'
import type { Apirecht, Onderdeel } from '#contract/koppelingen/apitoegang.ts'
import type { Apitoegang } from '#server/apitoegang/index.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import type { Schema } from './specificatie/specificatie.ts'
import type { Zoekvraag } from './zoekvraag.ts'

/** A resource as it crosses the wire. */
export type Weergave = Record<string, unknown>
export type Voorwaarde = RawBuilder<unknown>

/** One question: who asks it, and how addresses in the answer begin. */
export type Vraag = { ctx: ReadContext; toegang: Apitoegang; basis: string }
export type Schrijfvraag = Vraag & { w: WriteContext }

/** One resource of the standard on top of our own tables. */
export type Bron = {
  /** Its place in the addresses, such as `partijen`. */
  pad: string
  onderdeel: Onderdeel
  /** The published name of its schema. */
  schema: string
  /** What is selected from, as `t` with at least an `id`. */
  tabel: RawBuilder<unknown>
  /** What the bearer of this token may know of: the row rules. */
  zichtbaar(vraag: Vraag): Voorwaarde[]
  filters(zoek: Zoekvraag, vraag: Vraag): Voorwaarde[]
  /** Parameters of our own, beside those of the standard. */
  eigenParameters?: Record<string, Schema>
  orde?(zoek: Zoekvraag): RawBuilder<unknown>
  /** As our own tables have it; unknown ids are absent. */
  laad(vraag: Vraag, ids: readonly string[]): Promise<Map<string, Weergave>>
  /** Fields that come back as they were sent, until they are changed here. */
  terug?: readonly string[]
  /** Groups of fields: what an empty one looks like. A part that is not sent stays as it is. */
  groepen?: Record<string, Weergave>
  /** Groups that hold groups: a part that is not sent stays as it is, level by level. */
  diep?: readonly string[]
  /** After everything else: what this bearer may not see, and what follows from other fields. */
  afwerken?(vraag: Vraag, weergave: Weergave): Weergave
  /** Whose data these are, for the verwerkingenlog. */
  partijen(vraag: Vraag, weergaven: readonly Weergave[]): Promise<string[]>
  /** The one that this body would make again; asked for with `rondomVindOfMaak=true`. */
  vind?(vraag: Schrijfvraag, body: Weergave): Promise<string | undefined>
  /** @returns its id */
  maak(vraag: Schrijfvraag, body: Weergave): Promise<string>
  /** `anders` are only the fields that really change. */
  wijzig(vraag: Schrijfvraag, id: string, anders: Weergave, was: Weergave): Promise<void>
  verwijder(vraag: Schrijfvraag, id: string, was: Weergave): Promise<void>
  /** What goes along when that is asked (`cascade`). @returns what the answer then says */
  verwijderMet?(vraag: Schrijfvraag, was: Weergave): Promise<Weergave>
}

export const verwijzing = (vraag: Vraag, pad: string, id: string) => ({ uuid: id, url: `${vraag.basis}/${pad}/${id}` })
export const verwijzingen = (vraag: Vraag, pad: string, ids: readonly string[]) =>
  ids.map((id) => verwijzing(vraag, pad, id))
export const verwijzingOf = (vraag: Vraag, pad: string, id: string | null) => (id ? verwijzing(vraag, pad, id) : null)

export const mag = ({ toegang }: Vraag, recht: Apirecht) => toegang.rechten.has(recht)

/** The id in `{ uuid }`; undefined when the field is not there, null when it is emptied. */
export function idIn(weergave: Weergave, veld: string): string | null | undefined {
  const waarde = weergave[veld]
  if (waarde === undefined || waarde === null) return waarde
  return (waarde as { uuid?: string }).uuid ?? null
}

export const idsIn = (weergave: Weergave, veld: string): string[] =>
  ((weergave[veld] as { uuid: string }[] | null | undefined) ?? []).map(({ uuid }) => uuid)

export const tekstIn = (weergave: Weergave, veld: string): string => {
  const waarde = weergave[veld]
  return typeof waarde === 'string' ? waarde : ''
}

/** As long as the standard allows; the whole text stays with us. */
export const inkorten = (tekst: string, max: number) =>
  tekst.length <= max
    ? tekst
    : `${tekst
        .slice(0, max - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, '')}…`
