import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { PartijKort } from './relaties.ts'
import { Datum, Id, IdParams, MedewerkerKort, Moment } from './vormen.ts'

/** A person or company as far as it was typed; what cannot be read yet is left out of account, never an error. */
export const HalfGetypt = z.strictObject({
  achternaam: z.string().max(400).default(''),
  geslachtsnaam: z.string().max(400).default(''),
  initialen: z.string().max(100).default(''),
  isOrganisatie: z.boolean().default(false),
  geboortedatum: z.string().max(20).nullable().default(null),
  kvkNummer: z.string().max(40).nullable().default(null),
  telefoons: z.array(z.string().max(254)).max(20).default([]),
  emails: z.array(z.string().max(254)).max(20).default([]),
  adressen: z
    .array(
      z.strictObject({
        postcode: z.string().max(20),
        huisnummer: z.int().nullable(),
        huisletter: z.string().max(10).default(''),
        toevoeging: z.string().max(20).default(''),
      }),
    )
    .max(10)
    .default([]),
  /** The klant that is being changed: he is not his own double. */
  behalveId: Id.optional(),
})
export type HalfGetypt = z.output<typeof HalfGetypt>

export const MogelijkDubbel = z.object({
  partij: PartijKort,
  geboortedatum: Datum.nullable(),
  adres: z.string(),
  telefoons: z.array(z.string()),
  emails: z.array(z.string()),
  /** 1 to 99. */
  gewicht: z.int(),
  /** More likely the same than not. */
  waarschijnlijk: z.boolean(),
  /** "Zelfde geboortedatum en achternaam" */
  redenen: z.array(z.string()),
  /** What speaks against it: "Andere initialen". */
  tegen: z.array(z.string()),
})
export type MogelijkDubbel = z.infer<typeof MogelijkDubbel>

export const zoekDubbelen = endpoint({
  method: 'POST',
  path: '/api/partijen/mogelijk-dubbel',
  summary: 'Who may be the same as the person or company that is being typed, the likeliest first.',
  recht: 'partij.lezen',
  body: HalfGetypt,
  response: z.object({ mogelijk: z.array(MogelijkDubbel) }),
})

export const Samenvoeging = z.object({
  id: Id,
  bron: PartijKort,
  doel: PartijKort,
  op: Moment,
  medewerker: MedewerkerKort,
  ongedaanOp: Moment.nullable(),
  /** It can be undone now; when not, `reden` says why. */
  ongedaanMogelijk: z.boolean(),
  reden: z.string(),
})
export type Samenvoeging = z.infer<typeof Samenvoeging>

export const voegSamen = endpoint({
  method: 'POST',
  path: '/api/partijen/:id/samenvoeging',
  summary: 'Merge another partij (bron) into this one: everything of it moves here.',
  recht: 'partij.samenvoegen',
  params: IdParams,
  body: z.strictObject({
    bronId: Id,
    /** Needed when the two have different birth dates. */
    bevestigd: z.boolean().default(false),
  }),
  response: Samenvoeging,
  status: 201,
})

export const lijstSamenvoegingen = endpoint({
  method: 'GET',
  path: '/api/partijen/:id/samenvoegingen',
  summary: 'The merges of this partij, the latest first.',
  recht: 'partij.lezen',
  params: IdParams,
  response: z.object({ samenvoegingen: z.array(Samenvoeging) }),
})

export const maakSamenvoegingOngedaan = endpoint({
  method: 'DELETE',
  path: '/api/samenvoegingen/:id',
  summary: 'Undo a merge: exactly what moved goes back; what came later stays.',
  recht: 'partij.samenvoegen',
  params: IdParams,
  response: Samenvoeging,
})
