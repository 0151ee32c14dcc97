import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Bijlage, KlantcontactType, OnderwerpobjectSoort, Prioriteit, Richting } from './klantcontacten.ts'
import { PartijKort } from './relaties.ts'
import { Id, IdParams, Leeg, Moment, Versie } from './vormen.ts'

/**
 * Text while it is being typed: kept as it is, also when it is too long or unfinished, because a draft that is refused
 * is lost work. The limits of a finished post are checked at `voltooien`, per field.
 */
const conceptTekst = z.string().max(100_000, 'Deze tekst is te lang om te bewaren.').transform(storable)

/** One line while it is being typed. */
const conceptRegel = z.string().max(300, 'Gebruik hoogstens 300 tekens.').transform(storable)

/** Without what PostgreSQL cannot keep in JSON: control characters and half of a surrogate pair. */
function storable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\P{Cc}\n\t]/gu, '')
}

export const Koppeling = z.strictObject({
  soort: OnderwerpobjectSoort,
  objectId: z.string().regex(/^[\w.:/-]{1,100}$/, 'Deze koppeling is niet goed.'),
  omschrijving: conceptRegel.default(''),
})
export type Koppeling = z.infer<typeof Koppeling>

/** One question within a conversation. Every field has a value from the start, so a reducer never meets undefined. */
export const GesprekVraag = z.strictObject({
  /** Made by the client; keeps text fields and error messages with their question when the order changes. */
  sleutel: Id,
  sjabloonId: Id.nullable(),
  type: KlantcontactType,
  /** The short title; when empty the first line of the question is used. */
  onderwerp: conceptTekst,
  onderwerpIds: z.array(Id).max(10),
  vraag: conceptTekst,
  directBeantwoord: z.boolean(),
  antwoord: conceptTekst,
  interneNotitie: conceptTekst,
  toonInPortaal: z.boolean(),
  vertrouwelijk: z.boolean(),
  /** The earlier post that this one answers (type terugkoppeling). */
  antwoordOp: Id.nullable(),
  taak: z.strictObject({
    aanmaken: z.boolean(),
    teamId: Id.nullable(),
    onderwerp: conceptTekst,
    toelichting: conceptTekst,
    prioriteit: Prioriteit,
    termijnWerkdagen: z.int().min(0).max(260).nullable(),
    /** The customer was told that he will hear from us. */
    belofte: z.boolean(),
  }),
  koppelingen: z.array(Koppeling).max(20),
  bijlageIds: z.array(Id).max(20),
})
export type GesprekVraag = z.infer<typeof GesprekVraag>

export const GesprekInhoud = z.strictObject({
  kanaalCode: z.string().max(40).nullable(),
  richting: Richting,
  /** Who is on the line when that is not (yet) a known partij, or somebody else than the klant. */
  naam: conceptRegel,
  digitaalAdres: conceptRegel,
  /** Outgoing calls: did we reach him? */
  contactGelukt: z.boolean().nullable(),
  vragen: z.array(GesprekVraag).min(1).max(12),
})
export type GesprekInhoud = z.infer<typeof GesprekInhoud>

export const GesprekBewaren = z.strictObject({ partijId: Id.nullable(), inhoud: GesprekInhoud })
export type GesprekBewaren = z.infer<typeof GesprekBewaren>

export const Gesprek = z.object({
  id: Id,
  partij: PartijKort.nullable(),
  /** Started from this taak, for instance to call a customer back. */
  taakId: Id.nullable(),
  inhoud: GesprekInhoud,
  bijlagen: z.array(Bijlage),
  /** Values for the variables in a template's text, for this klant and this employee. */
  variabelen: z.record(z.string(), z.string()),
  begonnenOp: Moment,
  gewijzigdOp: Moment,
  versie: Versie,
})
export type Gesprek = z.infer<typeof Gesprek>

/** A tab: one of my contacts in progress. */
export const GesprekTab = z.object({
  id: Id,
  partij: PartijKort.nullable(),
  /** Empty as long as nothing is known: the screen has its own word for that. */
  titel: z.string(),
  aantalVragen: z.int(),
  leeg: z.boolean(),
  begonnenOp: Moment,
  gewijzigdOp: Moment,
  versie: Versie,
})
export type GesprekTab = z.infer<typeof GesprekTab>

export const VoltooidGesprek = z.object({
  gesprekId: Id,
  partijId: Id.nullable(),
  klantcontacten: z.array(
    z.object({
      id: Id,
      nummer: z.int(),
      onderwerp: z.string(),
      directBeantwoord: z.boolean(),
      taak: z
        .object({
          id: Id,
          nummer: z.int(),
          team: z.object({ id: Id, naam: z.string() }),
          deadline: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
})
export type VoltooidGesprek = z.infer<typeof VoltooidGesprek>

export const listGesprekken = endpoint({
  method: 'GET',
  path: '/api/gesprekken',
  summary: 'My contacts in progress, oldest first',
  recht: 'klantcontact.registreren',
  response: z.object({ gesprekken: z.array(GesprekTab) }),
})

export const startGesprek = endpoint({
  method: 'POST',
  path: '/api/gesprekken',
  summary: 'Start a contact; it is kept on the server until it is finished or discarded',
  recht: 'klantcontact.registreren',
  body: z.strictObject({
    partijId: Id.nullable().default(null),
    kanaalCode: z.string().max(40).nullable().default(null),
    richting: Richting.default('inkomend'),
    taakId: Id.nullable().default(null),
    /** Start as the answer to this earlier post. */
    antwoordOp: Id.nullable().default(null),
  }),
  response: Gesprek,
  status: 201,
})

export const getGesprek = endpoint({
  method: 'GET',
  path: '/api/gesprekken/:id',
  summary: 'One of my contacts in progress',
  recht: 'klantcontact.registreren',
  params: IdParams,
  response: Gesprek,
})

/** 409 `verouderd` carries the stored Gesprek as `huidig`: another window of the same employee saved first. */
export const saveGesprek = endpoint({
  method: 'PUT',
  path: '/api/gesprekken/:id',
  summary: 'Autosave',
  recht: 'klantcontact.registreren',
  params: IdParams,
  body: GesprekBewaren,
  response: Gesprek,
  ifMatch: true,
})

export const discardGesprek = endpoint({
  method: 'DELETE',
  path: '/api/gesprekken/:id',
  summary: 'Throw a contact in progress away',
  recht: 'klantcontact.registreren',
  params: IdParams,
  response: Leeg,
  status: 204,
  ifMatch: true,
})

/** Field errors are named as in the body: `inhoud.vragen.0.vraag`, `inhoud.kanaalCode`, `partijId`. */
export const completeGesprek = endpoint({
  method: 'POST',
  path: '/api/gesprekken/:id/voltooiing',
  summary: 'Register everything in one transaction; doing it twice gives the same result once',
  recht: 'klantcontact.registreren',
  params: IdParams,
  body: GesprekBewaren,
  response: VoltooidGesprek,
  status: 201,
  ifMatch: true,
})
