import { z } from 'zod'

export type Taal = 'nl' | 'en'
type Tekst = Record<Taal, string>

/** What is asked, in this order. */
export type Vraag = { naam: string; tekst: Tekst; uitleg?: Tekst } & (
  | { soort: 'score'; min: number; max: number; laag: Tekst; hoog: Tekst }
  | { soort: 'keuze'; opties: { waarde: string; tekst: Tekst }[] }
  | { soort: 'tekstvak'; max: number }
)

export const vragen: Vraag[] = [
  {
    naam: 'score',
    soort: 'score',
    min: 1,
    max: 10,
    tekst: { nl: 'Welk cijfer geeft u ons?', en: 'How would you rate us?' },
    laag: { nl: 'heel slecht', en: 'very poor' },
    hoog: { nl: 'uitstekend', en: 'excellent' },
  },
  {
    naam: 'opgelost',
    soort: 'keuze',
    tekst: { nl: 'Is het opgelost?', en: 'Has it been solved?' },
    opties: [
      { waarde: 'ja', tekst: { nl: 'Ja', en: 'Yes' } },
      { waarde: 'nee', tekst: { nl: 'Nee, nog niet', en: 'No, not yet' } },
    ],
  },
  {
    naam: 'opmerking',
    soort: 'tekstvak',
    max: 500,
    tekst: { nl: 'Wilt u nog iets kwijt?', en: 'Is there anything you want to add?' },
    uitleg: {
      nl: 'Dit hoeft niet. Schrijf geen gegevens over uw gezondheid of van anderen op.',
      en: 'Optional. Please do not write about your health or about other people.',
    },
  },
]

/** What the form sends. */
export const Antwoord = z.object({
  score: z.coerce.number().int().min(1).max(10),
  opgelost: z.enum(['ja', 'nee']).transform((waarde) => waarde === 'ja'),
  opmerking: z.string().trim().max(500).default(''),
})
export type Antwoord = z.output<typeof Antwoord>
