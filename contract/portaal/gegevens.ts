import { z } from 'zod'
import { normalizeIban } from '../regels/kenmerken.ts'
import { BladzijdeQuery, bladzijde, Datum, Id, IdParams, Leeg, Moment, regel, tekst, Versie } from '../vormen.ts'
import { Namens, portaalEndpoint } from './endpoint.ts'
import { Domein } from './toegang.ts'

export const AdresSoort = z.enum(['email', 'telefoonnummer'])
export type AdresSoort = z.infer<typeof AdresSoort>

export const EigenAdres = z.object({
  id: Id,
  soort: AdresSoort,
  /** As one reads it: "06 12 34 56 78". */
  adres: z.string(),
  /** The one that we use first of its kind. */
  standaard: z.boolean(),
  gecontroleerd: z.boolean(),
  versie: Versie,
})
export type EigenAdres = z.infer<typeof EigenAdres>

export const Huisgenoot = z.object({ naam: z.string(), rol: z.string(), sinds: Datum, uzelf: z.boolean() })

/** A mandate; `ander` is who gave it or who has it. */
export const Machtiging = z.object({
  id: Id,
  ander: z.string(),
  soort: z.string(),
  domeinen: z.array(Domein),
  begin: Datum,
  einde: Datum.nullable(),
  /** One of the two can end it himself; what a judge decided, cannot be ended here. */
  intrekken: z.boolean(),
  versie: Versie,
})
export type Machtiging = z.infer<typeof Machtiging>

/** A mandate that was offered and not taken yet. */
export const Aanbod = z.object({
  id: Id,
  /** For who offers: the e-mail address. For who is asked: the name of who offers. */
  ander: z.string(),
  domeinen: z.array(Domein),
  einde: Datum.nullable(),
  geldigTot: Moment,
})
export type Aanbod = z.infer<typeof Aanbod>

export const ExportStatus = z.enum(['bezig', 'klaar', 'mislukt'])
export const Gegevensexport = z.object({
  id: Id,
  status: ExportStatus,
  gevraagdOp: Moment,
  geldigTot: Moment,
  omvang: z.int().nullable(),
})
export type Gegevensexport = z.infer<typeof Gegevensexport>

export const Gegevens = z.object({
  naam: z.string(),
  klantnummer: z.int(),
  geboortedatum: Datum.nullable(),
  taal: z.enum(['nl', 'en']),
  adressen: z.array(EigenAdres),
  postadres: z.string(),
  /** Masked: enough to know which one it is. */
  rekening: z.object({ iban: z.string(), tenaamstelling: z.string() }).nullable(),
  huishoudens: z.array(z.object({ naam: z.string(), personen: z.array(Huisgenoot) })),
  gegeven: z.array(Machtiging),
  gekregen: z.array(Machtiging),
  aangeboden: z.array(Aanbod),
  /** Offered to him: he can take it. */
  uitnodigingen: z.array(Aanbod),
  exports: z.array(Gegevensexport),
  /** He is who it is about, and not somebody with a mandate. */
  zelf: z.boolean(),
})
export type Gegevens = z.infer<typeof Gegevens>

export const getGegevens = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/gegevens',
  summary: 'What is known of this customer: how to reach him, with whom he lives, who may act for him',
  recht: 'klant',
  query: Namens,
  response: Gegevens,
})

export const changeTaal = portaalEndpoint({
  method: 'PUT',
  path: '/api/portaal/gegevens/taal',
  summary: 'The language of the messages to this customer',
  recht: 'klant',
  query: Namens,
  body: z.strictObject({ taal: z.enum(['nl', 'en']) }),
  response: Gegevens,
})

/** An address that waits for the code that was sent to it. */
export const Adreswijziging = z.object({
  id: Id,
  soort: AdresSoort,
  adres: z.string(),
  /** Where the code went. */
  naar: z.string(),
  geldigTot: Moment,
})
export type Adreswijziging = z.infer<typeof Adreswijziging>

export const beginAdreswijziging = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/gegevens/adreswijzigingen',
  summary: 'A new e-mail address or telephone number: a code goes to it, and nothing changes yet',
  recht: 'klant',
  query: Namens,
  body: z.strictObject({
    soort: AdresSoort,
    adres: regel(254, 1),
    /** The one that it replaces; absent: it comes beside what is there. */
    vervangt: Id.optional(),
  }),
  response: Adreswijziging,
  status: 201,
})

export const bevestigAdreswijziging = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/gegevens/adreswijzigingen/:id/code',
  summary: 'The code that came at the new address: from now on it is his',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  body: z.strictObject({ code: z.string().max(20) }),
  // A wrong code is counted, so it is an answer and not an error that would undo the counting.
  response: z.object({ uitslag: z.enum(['goed', 'fout', 'op']), gegevens: Gegevens.nullable() }),
})

export const removeEigenAdres = portaalEndpoint({
  method: 'DELETE',
  path: '/api/portaal/gegevens/adressen/:id',
  summary: 'We no longer use this address or number; not the last one',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: Gegevens,
  ifMatch: true,
})

export const meldHuishouden = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/gegevens/melding',
  summary: 'Something about him or his household is not right or has changed: a colleague looks at it',
  recht: 'klant',
  query: Namens,
  body: z.strictObject({ wat: z.enum(['huishouden', 'naam', 'adres', 'overig']), tekst: tekst(2000, 1) }),
  response: z.object({ contactId: Id }),
  status: 201,
})

export const vraagRekeningnummer = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/gegevens/rekeningnummer',
  summary: 'Ask to use another bank account: a colleague checks it first',
  recht: 'klant-sterk',
  query: Namens,
  body: z.strictObject({
    iban: z
      .string()
      .max(60)
      .transform((value, ctx) => {
        const iban = normalizeIban(value)
        if (!iban)
          ctx.addIssue({ code: 'custom', message: 'Dit rekeningnummer (IBAN) klopt niet. Controleer de cijfers.' })
        return iban ?? ''
      }),
    tenaamstelling: regel(140, 1),
  }),
  response: z.object({ contactId: Id }),
  status: 201,
})

export const biedMachtiging = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/gegevens/machtigingen',
  summary: 'Let somebody act for him: that person gets a message and has to accept',
  recht: 'klant-sterk',
  query: Namens,
  body: z.strictObject({
    email: z.email('Vul een e-mailadres in zoals naam@voorbeeld.nl.').max(254),
    domeinen: z.array(Domein).min(1, 'Kies minstens één onderwerp.').max(10),
    einde: Datum.nullable().default(null),
  }),
  response: Gegevens,
  status: 201,
})

export const trekAanbodIn = portaalEndpoint({
  method: 'DELETE',
  path: '/api/portaal/gegevens/aanbod/:id',
  summary: 'Take back an offered mandate, or refuse one',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: Gegevens,
})

export const neemAanbodAan = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/gegevens/aanbod/:id',
  summary: 'Accept a mandate that was offered to him',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  body: z.strictObject({}),
  response: Gegevens,
})

export const trekMachtigingIn = portaalEndpoint({
  method: 'DELETE',
  path: '/api/portaal/gegevens/machtigingen/:id',
  summary: 'End a mandate now: given or received',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: Gegevens,
  ifMatch: true,
})

/** Who looked, without a name: the law asks for when, why and by whom as a kind (CJEU C-579/21). */
export const Inzage = z.object({
  id: z.int(),
  op: Moment,
  wat: z.enum([
    'bekeken',
    'gezocht',
    'toegevoegd',
    'gewijzigd',
    'verwijderd',
    'uitgegeven',
    'ingelezen',
    'samengevoegd',
  ]),
  /** What it was about, in words: "Uw gegevens", "Een vraag of bericht". */
  waarover: z.enum(['gegevens', 'contact', 'taak', 'zaak', 'bericht', 'document', 'overig']),
  door: z.enum(['uzelf', 'namens-u', 'medewerker', 'systeem']),
  /** Teams of the employee, or what he does here. */
  team: z.string(),
  /** How often in a row on that day. */
  keer: z.int(),
})
export type Inzage = z.infer<typeof Inzage>

export const listInzagen = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/gegevens/inzagen',
  summary: 'Who looked into the data of this customer, when and why, latest first',
  recht: 'klant',
  query: Namens.extend(BladzijdeQuery.shape),
  response: bladzijde(Inzage),
})

export const vraagExport = portaalEndpoint({
  method: 'POST',
  path: '/api/portaal/gegevens/exports',
  summary: 'Everything that is kept about this customer, as one file to download (AVG articles 15 and 20)',
  recht: 'klant-sterk',
  query: Namens,
  body: z.strictObject({}),
  response: Gegevensexport,
  status: 202,
})

export const downloadExport = portaalEndpoint({
  method: 'GET',
  path: '/api/portaal/gegevens/exports/:id/inhoud',
  summary: 'Download what was asked for, within seven days',
  recht: 'klant-sterk',
  params: IdParams,
  query: Namens,
  response: z.unknown(),
  raw: true,
})

export const removeExport = portaalEndpoint({
  method: 'DELETE',
  path: '/api/portaal/gegevens/exports/:id',
  summary: 'Remove the file before its time',
  recht: 'klant',
  params: IdParams,
  query: Namens,
  response: Leeg,
  status: 204,
})
