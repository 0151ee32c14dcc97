import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { bestandsoorten, isVeld, kolommen } from './kolommen.ts'

/** `toewijzing.json`: which of our columns the headers of a file are, and which soort a file with another name is. */
const Toewijzing = z.record(
  z.string(),
  z
    .strictObject({
      soort: z.enum(bestandsoorten, `Kies als soort: ${bestandsoorten.join(', ')}.`).optional(),
      scheiding: z.string().length(1, 'Het scheidingsteken is één teken.').optional(),
      kolommen: z.record(z.string(), z.string()).default({}),
    })
    .superRefine(({ soort, kolommen: eigen }, ctx) => {
      for (const [kop, veld] of Object.entries(eigen)) {
        if (!soort || isVeld(soort, veld)) continue
        const keuze = [...Object.keys(kolommen[soort].velden), 'negeren'].join(', ')
        ctx.addIssue({
          code: 'custom',
          path: ['kolommen', kop],
          message: `"${veld}" is geen kolom van ${soort}. Kies uit: ${keuze}.`,
        })
      }
    }),
)
export type Toewijzing = z.output<typeof Toewijzing>

/** The mapping file is wrong: nothing is imported, for what it would do is a guess. */
export class ToewijzingFout extends Error {}

/** @throws ToewijzingFout with a line per mistake */
export async function leesToewijzing(map: string): Promise<Toewijzing> {
  const tekst = await readFile(join(map, 'toewijzing.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  let inhoud: unknown
  try {
    inhoud = JSON.parse(tekst.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new ToewijzingFout(`toewijzing.json is geen geldige JSON: ${error instanceof Error ? error.message : error}`)
  }
  const gelezen = Toewijzing.safeParse(metSoort(inhoud))
  if (gelezen.success) return gelezen.data
  const fouten = gelezen.error.issues.map(({ path, message }) => `  ${path.join(' → ')}: ${message}`)
  throw new ToewijzingFout(['toewijzing.json klopt niet:', ...fouten].join('\n'))
}

/** `personen.csv` is what its name says, unless the mapping says otherwise. */
function metSoort(inhoud: unknown): unknown {
  if (typeof inhoud !== 'object' || inhoud === null) return inhoud
  return Object.fromEntries(
    Object.entries(inhoud).map(([naam, each]) => {
      const soort = soortVanNaam(naam)
      return [naam, soort && typeof each === 'object' ? { soort, ...each } : each]
    }),
  )
}

export function soortVanNaam(bestand: string) {
  const kaal = bestand.toLowerCase().replace(/\.(csv|txt)$/, '')
  return bestandsoorten.find((soort) => soort === kaal)
}
