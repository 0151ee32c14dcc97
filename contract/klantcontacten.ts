import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { rollen } from './rechten.ts'
import { Datum, Id, IdParams, Leeg, MedewerkerKort, Moment, regel, tekst, Versie } from './vormen.ts'

/** Klantinteracties 0.9.0 `klantcontact`, with the VERA kinds of a contact that a corporation tells apart. */
export const klantcontactTypen = ['vraag', 'verzoek', 'klacht', 'terugkoppeling'] as const
export const KlantcontactType = z.enum(klantcontactTypen, 'Kies vraag, verzoek, klacht of terugkoppeling.')
export type KlantcontactType = z.infer<typeof KlantcontactType>

export const Richting = z.enum(['inkomend', 'uitgaand'], 'Kies inkomend of uitgaand.')
export type Richting = z.infer<typeof Richting>

export const Prioriteit = z.enum(['laag', 'normaal', 'hoog'], 'Kies laag, normaal of hoog.')
export type Prioriteit = z.infer<typeof Prioriteit>

/** What a klantcontact can be about, beside its onderwerpen. */
export const OnderwerpobjectSoort = z.enum(['eenheid', 'overeenkomst', 'zaak', 'klantcontact'])
export type OnderwerpobjectSoort = z.infer<typeof OnderwerpobjectSoort>

/** The longest note: the source's work instruction has no limit, the foundation issue says 20 000. */
export const notitieMax = 20_000
/** Bytes of one attachment, and how many may hang on one running contact. */
export const bijlageMax = 25 * 1024 * 1024
export const bijlagenPerGesprek = 20

const kanaalCode = z.string().regex(/^[a-z0-9-]{1,40}$/i, 'Kies een kanaal.')
const werkdagen = z.int('Vul een heel aantal werkdagen in.').min(0, 'Vul 0 of meer in.').max(260, 'Hoogstens 260.')

/** An interactiesjabloon as the person who registers sees it: the values that he starts from. */
export const Sjabloon = z.object({
  id: Id,
  code: z.string(),
  naam: z.string(),
  type: KlantcontactType,
  detailsoort: z.string(),
  kanaalCode: z.string().nullable(),
  richting: Richting.nullable(),
  onderwerpIds: z.array(Id),
  toonInPortaal: z.boolean(),
  taakAanmaken: z.boolean(),
  belofte: z.boolean(),
  team: z.object({ id: Id, naam: z.string() }).nullable(),
  taakSoort: z.string(),
  taakOnderwerp: z.string(),
  taakPrioriteit: Prioriteit,
  termijnWerkdagen: z.int().nullable(),
  /** May hold `{{klant.aanhef}}` and the other variables of `regels/variabelen.ts`. */
  notitietekst: z.string(),
  bijlageVerplicht: z.boolean(),
})
export type Sjabloon = z.infer<typeof Sjabloon>

/** The same template as the administrator sees it. */
export const SjabloonBeheer = Sjabloon.extend({
  rollen: z.array(z.enum(rollen)),
  geldigVan: z.string().nullable(),
  geldigTot: z.string().nullable(),
  actief: z.boolean(),
  versie: Versie,
})
export type SjabloonBeheer = z.infer<typeof SjabloonBeheer>

export const SjabloonInvoer = z
  .strictObject({
    code: z.string().regex(/^[a-z0-9-]{2,40}$/, 'Gebruik 2 tot 40 kleine letters, cijfers of streepjes.'),
    naam: regel(120, 1),
    type: KlantcontactType,
    detailsoort: regel(80).default(''),
    kanaalCode: kanaalCode.nullable().default(null),
    richting: Richting.nullable().default(null),
    onderwerpIds: z.array(Id).max(10, 'Kies hoogstens 10 onderwerpen.').default([]),
    toonInPortaal: z.boolean().default(false),
    taakAanmaken: z.boolean().default(false),
    belofte: z.boolean().default(true),
    teamId: Id.nullable().default(null),
    taakSoort: regel(60).default(''),
    taakOnderwerp: regel(200).default(''),
    taakPrioriteit: Prioriteit.default('normaal'),
    termijnWerkdagen: werkdagen.nullable().default(null),
    notitietekst: tekst(notitieMax).default(''),
    bijlageVerplicht: z.boolean().default(false),
    /** Empty means: everybody who may register. */
    rollen: z.array(z.enum(rollen)).max(rollen.length).default([]),
    geldigVan: Datum.nullable().default(null),
    geldigTot: Datum.nullable().default(null),
    actief: z.boolean().default(true),
  })
  .refine((invoer) => !invoer.taakAanmaken || invoer.teamId !== null, {
    path: ['teamId'],
    error: 'Kies het team dat de taak krijgt.',
  })
  .refine((invoer) => !invoer.geldigVan || !invoer.geldigTot || invoer.geldigVan <= invoer.geldigTot, {
    path: ['geldigTot'],
    error: 'De einddatum ligt voor de begindatum.',
  })
export type SjabloonInvoer = z.infer<typeof SjabloonInvoer>

export const Bijlage = z.object({
  id: Id,
  bestandsnaam: z.string(),
  mediatype: z.string(),
  omvang: z.int(),
  /** Not safe to open without thinking (such as a web page or an unknown kind): the screen says so. */
  onveilig: z.boolean(),
  aangemaaktOp: Moment,
})
export type Bijlage = z.infer<typeof Bijlage>

export const Onderwerpobject = z.object({ soort: OnderwerpobjectSoort, objectId: z.string(), omschrijving: z.string() })
export type Onderwerpobject = z.infer<typeof Onderwerpobject>

/** One post, as it stands in a thread. */
export const KlantcontactPost = z.object({
  id: Id,
  nummer: z.int(),
  gesprekId: Id,
  type: KlantcontactType,
  detailsoort: z.string(),
  kanaalCode: z.string(),
  richting: Richting,
  onderwerp: z.string(),
  onderwerpen: z.array(z.object({ id: Id, naam: z.string() })),
  vraag: z.string(),
  antwoord: z.string(),
  interneNotitie: z.string(),
  directBeantwoord: z.boolean(),
  contactGelukt: z.boolean().nullable(),
  toonInPortaal: z.boolean(),
  vertrouwelijk: z.boolean(),
  antwoordOp: Id.nullable(),
  sjabloon: z.object({ code: z.string(), naam: z.string() }).nullable(),
  medewerker: MedewerkerKort,
  plaatsgevondenOp: Moment,
  geregistreerdOp: Moment,
  onderwerpobjecten: z.array(Onderwerpobject),
  bijlagen: z.array(Bijlage),
  /** When the klant first had it on his screen in the portal; null: not yet, or it is not shown there. */
  gelezenOp: Moment.nullable(),
  versie: Versie,
})
export type KlantcontactPost = z.infer<typeof KlantcontactPost>

export const Betrokkene = z.object({
  partijId: Id.nullable(),
  rol: z.enum(['klant', 'vertegenwoordiger', 'huishouden']),
  initiator: z.boolean(),
  naam: z.string(),
})
export type Betrokkene = z.infer<typeof Betrokkene>

export const Klantcontact = KlantcontactPost.extend({
  betrokkenen: z.array(Betrokkene),
  /** The whole thread, oldest first: the question, its answers and what answers those. Holds this post too. */
  draad: z.array(KlantcontactPost),
  /** The other questions of the same conversation. */
  zelfdeGesprek: z.array(z.object({ id: Id, nummer: z.int(), onderwerp: z.string() })),
})
export type Klantcontact = z.infer<typeof Klantcontact>

export const listSjablonen = endpoint({
  method: 'GET',
  path: '/api/sjablonen',
  summary: 'Templates that this employee may use today',
  recht: 'klantcontact.registreren',
  response: z.object({ sjablonen: z.array(Sjabloon) }),
})

export const listSjablonenBeheer = endpoint({
  method: 'GET',
  path: '/api/beheer/sjablonen',
  summary: 'All templates, also expired ones',
  recht: 'beheer.inrichting',
  response: z.object({ sjablonen: z.array(SjabloonBeheer) }),
})

export const getSjabloonBeheer = endpoint({
  method: 'GET',
  path: '/api/beheer/sjablonen/:id',
  summary: 'One template',
  recht: 'beheer.inrichting',
  params: IdParams,
  response: SjabloonBeheer,
})

export const createSjabloon = endpoint({
  method: 'POST',
  path: '/api/beheer/sjablonen',
  summary: 'Add a template',
  recht: 'beheer.inrichting',
  body: SjabloonInvoer,
  response: SjabloonBeheer,
  status: 201,
})

export const updateSjabloon = endpoint({
  method: 'PUT',
  path: '/api/beheer/sjablonen/:id',
  summary: 'Change a template; posts that were made with it keep their own copy',
  recht: 'beheer.inrichting',
  params: IdParams,
  body: SjabloonInvoer,
  response: SjabloonBeheer,
  ifMatch: true,
})

export const getKlantcontact = endpoint({
  method: 'GET',
  path: '/api/klantcontacten/:id',
  summary: 'One post with its thread and attachments',
  recht: 'klantcontact.lezen',
  params: IdParams,
  response: Klantcontact,
})

export const setPortaal = endpoint({
  method: 'PUT',
  path: '/api/klantcontacten/:id/portaal',
  summary: 'Show a post in the customer portal, or stop doing so; logged',
  recht: 'klantcontact.registreren',
  params: IdParams,
  body: z.strictObject({ toonInPortaal: z.boolean() }),
  response: Klantcontact,
  ifMatch: true,
})

export const uploadBijlage = endpoint({
  method: 'POST',
  path: '/api/gesprekken/:id/bijlagen',
  summary: 'Add one file (multipart field `bestand`) to a running contact',
  recht: 'klantcontact.registreren',
  params: IdParams,
  response: Bijlage,
  status: 201,
  raw: true,
})

export const removeBijlage = endpoint({
  method: 'DELETE',
  path: '/api/bijlagen/:id',
  summary: 'Remove a file from a running contact; a registered post keeps its files',
  recht: 'klantcontact.registreren',
  params: IdParams,
  response: Leeg,
  status: 204,
})

export const downloadBijlage = endpoint({
  method: 'GET',
  path: '/api/bijlagen/:id/inhoud',
  summary: 'The file, always as a download',
  recht: 'klantcontact.lezen',
  params: IdParams,
  response: z.unknown(),
  raw: true,
})
