import { z } from 'zod'

export const formaat = 1

const Bestand = z.strictObject({ naam: z.string(), omvang: z.int().min(0), sha256: z.string().length(64) })

/** What is in the backup, and from which Rondom. It comes last in the archive: only then is everything known. */
export const Manifest = z.object({
  formaat: z.int(),
  rondom: z.string(),
  gemaaktOp: z.iso.datetime(),
  organisatie: z.object({
    code: z.string().regex(/^[a-z][a-z0-9_]{1,30}$/),
    naam: z.string(),
    hosts: z.array(z.string()),
    standaard: z.boolean(),
    demo: z.boolean(),
  }),
  /** All that had run, in order: the tables are those of the last one. */
  migraties: z.array(z.string()).min(1),
  tabellen: z.array(
    Bestand.extend({ kolommen: z.array(z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/)), rijen: z.int().min(0) }),
  ),
  /** Numbers that were given out: none of them is given out again after a restore. */
  reeksen: z.array(z.strictObject({ naam: z.string().regex(/^[a-z_][a-z0-9_]*$/), waarde: z.int() })),
  bestanden: z.array(Bestand),
  /** Attachments that the database knows and the storage did not have. */
  ontbreekt: z.array(z.string()),
})
export type Manifest = z.output<typeof Manifest>

export const manifestNaam = 'manifest.json'
export const tabelNaam = (naam: string) => `tabellen/${naam}.copy`
export const bestandNaam = (sleutel: string) => `bestanden/${sleutel}`
