import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { BladzijdeQuery, bladzijde, Id, IdParams, MedewerkerKort, Moment, Versie } from './vormen.ts'

export const berichtKanalen = ['email', 'sms', 'push', 'brief', 'portaal'] as const
export const BerichtKanaal = z.enum(berichtKanalen)
export type BerichtKanaal = z.infer<typeof BerichtKanaal>

export const berichtKanaalNamen: Record<BerichtKanaal, string> = {
  email: 'E-mail',
  sms: 'Sms',
  push: 'Melding op telefoon of computer',
  brief: 'Brief',
  portaal: 'Klantportaal',
}

/**
 * What a message is for: a klant chooses per purpose. `wettelijk` is what the law makes us tell (a decision, the end of a
 * contract): it cannot be switched off. `aanmelden` is a code to sign in with: it goes at once, and is not in the portal.
 */
export const berichtDoelen = [
  'wettelijk',
  'afspraken',
  'voortgang',
  'antwoorden',
  'betalingen',
  'nieuws',
  'enquetes',
  'aanmelden',
] as const
export const BerichtDoel = z.enum(berichtDoelen)
export type BerichtDoel = z.infer<typeof BerichtDoel>

/** Why this channel: asked for by who sent it, chosen by the klant, the usual order, or the last way failed. */
export const Kanaalreden = z.enum(['opgegeven', 'gevraagd', 'keuze', 'voorkeur', 'volgorde', 'uitwijk', ''])
export type Kanaalreden = z.infer<typeof Kanaalreden>

/** `klaar`: to be sent. A brief stays so until somebody printed it. */
export const BerichtStatus = z.enum(['klaar', 'verstuurd', 'mislukt', 'ingetrokken'])
export type BerichtStatus = z.infer<typeof BerichtStatus>

export const berichtStatusNamen: Record<BerichtStatus, string> = {
  klaar: 'Wordt verstuurd',
  verstuurd: 'Verstuurd',
  mislukt: 'Niet aangekomen',
  ingetrokken: 'Ingetrokken',
}

export const BerichtRij = z.object({
  id: Id,
  kanaal: BerichtKanaal,
  formeel: z.boolean(),
  vertrouwelijk: z.boolean(),
  aan: z.string(),
  aanNaam: z.string(),
  onderwerp: z.string(),
  status: BerichtStatus,
  pogingen: z.int(),
  /** Why it was not sent, for who has to do something about it. */
  fout: z.string(),
  volgendePoging: Moment.nullable(),
  partijId: Id.nullable(),
  zaak: z.object({ id: Id, nummer: z.string() }).nullable(),
  aangemaaktOp: Moment,
  aangemaaktDoor: MedewerkerKort,
  verstuurdOp: Moment.nullable(),
  bijlagen: z.array(z.object({ bestandsnaam: z.string(), mediatype: z.string(), omvang: z.int() })),
  doel: BerichtDoel,
  reden: Kanaalreden,
  /** It waits for the morning or for others to go along; then `volgendePoging` says until when. */
  spoed: z.boolean(),
  /** How many went in the same mail, this one included. */
  samenMet: z.int(),
  /** Ways that did not work before this one. */
  eerder: z.array(z.object({ kanaal: BerichtKanaal, aan: z.string(), op: Moment, fout: z.string() })),
  /** It came back after it was sent: the address does not work. */
  teruggekomenOp: Moment.nullable(),
  /** Read in the portal, whatever channel told of it. */
  gelezenOp: Moment.nullable(),
  versie: Versie,
})
export type BerichtRij = z.infer<typeof BerichtRij>

export const Bericht = BerichtRij.extend({
  /** As the klant reads it, without marks. */
  tekst: z.string(),
  /** Safe HTML, made of Markdown by the server. */
  html: z.string(),
})
export type Bericht = z.infer<typeof Bericht>

export const listBerichten = endpoint({
  method: 'GET',
  path: '/api/berichten',
  summary: 'What was sent to a klant or in a zaak, newest first; without either: what could not be sent',
  recht: 'klantcontact.lezen',
  query: BladzijdeQuery.extend({
    partijId: Id.optional(),
    zaakId: Id.optional(),
    status: BerichtStatus.optional(),
    kanaal: BerichtKanaal.optional(),
    /** Only what came back because the address does not work. */
    terug: z.literal('ja').optional(),
  }),
  response: bladzijde(BerichtRij),
})

export const getBericht = endpoint({
  method: 'GET',
  path: '/api/berichten/:id',
  summary: 'One message as it was sent',
  recht: 'klantcontact.lezen',
  params: IdParams,
  response: Bericht,
})

export const resendBericht = endpoint({
  method: 'POST',
  path: '/api/berichten/:id/opnieuw',
  summary: 'Send again what could not be sent',
  recht: 'klantcontact.registreren',
  params: IdParams,
  response: Bericht,
})

export const printBericht = endpoint({
  method: 'POST',
  path: '/api/berichten/:id/afdruk',
  summary: 'A letter was printed and posted',
  recht: 'klantcontact.registreren',
  params: IdParams,
  response: Bericht,
})

export const downloadBrief = endpoint({
  method: 'GET',
  path: '/api/berichten/:id/brief',
  summary: 'The message as a letter to print: PDF/UA',
  recht: 'klantcontact.lezen',
  params: IdParams,
  response: z.string(),
  raw: true,
})

/** What left the house in the demo, where nothing really does. */
export const PostbusRij = z.object({
  id: Id,
  kanaal: BerichtKanaal,
  van: z.string(),
  aan: z.string(),
  onderwerp: z.string(),
  tekst: z.string(),
  html: z.string(),
  op: Moment,
  /** How many parts an sms takes; 1 for everything else. */
  delen: z.int(),
})
export type PostbusRij = z.infer<typeof PostbusRij>

export const listPostbus = endpoint({
  method: 'GET',
  path: '/api/postbus',
  summary: 'The mailbox of the demo: every message that would have left, newest first; 404 outside the demo',
  recht: 'beheer.inrichting',
  query: BladzijdeQuery,
  response: bladzijde(PostbusRij),
})

export const herstelAdres = endpoint({
  method: 'POST',
  path: '/api/partijen/:id/digitale-adressen/herstel',
  summary: 'An address that our messages came back from works again: somebody asked the klant',
  recht: 'klantcontact.registreren',
  params: IdParams,
  body: z.strictObject({ adres: z.string().min(3).max(320) }),
  response: z.object({ hersteld: z.boolean() }),
})

/** The link in a mail about what nobody has to hear. The token is the only key; looking changes nothing. */
const Afmeldtoken = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) })

export const toonAfmelden = endpoint({
  method: 'GET',
  path: '/berichten/afmelden/:token',
  summary: 'What this klant can stop, as a page; mail programs look at links by themselves, so nothing is stopped yet',
  recht: 'openbaar',
  params: Afmeldtoken,
  response: z.string(),
  raw: true,
})

export const meldAf = endpoint({
  method: 'POST',
  path: '/berichten/afmelden/:token',
  summary: 'Stop this kind of message: the button of the page, or one click in the mail program (RFC 8058)',
  recht: 'openbaar',
  params: Afmeldtoken,
  response: z.string(),
  raw: true,
})

/** For the mail server, with `Authorization: Bearer` and the key of the installation; it is nobody's session. */
export const neemRetour = endpoint({
  method: 'POST',
  path: '/api/retourpost',
  summary: 'Mail that came back (RFC 3464), as file `bestand`: its message goes another way. 404 without a key',
  recht: 'openbaar',
  response: z.object({ verwerkt: z.int() }),
  raw: true,
})
