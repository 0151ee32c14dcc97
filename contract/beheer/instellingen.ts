import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { voldoetContrast } from '../regels/contrast.ts'
import { Moment, regel } from '../vormen.ts'

/** Empty, or a time on the clock. */
const Tijd = z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Vul een tijd in als 17:00.')], {
  error: 'Vul een tijd in als 17:00.',
})

/** Empty, or something that a telephone can dial. */
const Telefoon = z.union(
  [z.literal(''), z.string().regex(/^\+?[0-9][0-9 ()-]{2,20}$/, 'Vul een telefoonnummer in als 030 123 45 67.')],
  { error: 'Vul een telefoonnummer in als 030 123 45 67.' },
)

/** Empty, or a page that a customer can open. */
const geenWebadres = { error: 'Vul een adres in dat begint met https://.' }
const Webadres = z.union([z.literal(''), z.url({ protocol: /^https$/, ...geenWebadres })], geenWebadres)

/**
 * Every setting that an organisatie makes itself: key, shape, default and how it is offered on screen.
 * A new setting is one entry here; storing, checking and the form follow from it.
 */
export const instellingen = {
  portaalnaam: instelling({
    label: 'Naam van het klantportaal',
    uitleg: 'Staat boven het portaal en in berichten aan klanten. Leeg: de naam van de organisatie.',
    groep: 'Uiterlijk',
    veld: 'tekst',
    schema: regel(60),
    standaard: '',
  }),
  briefhoofd: instelling({
    label: 'Briefhoofd',
    uitleg:
      'Adres, telefoon en website op brieven, gescheiden door een streepje: Postbus 1, 3500 AA Utrecht | 030 123 45 67.',
    groep: 'Uiterlijk',
    veld: 'tekst',
    schema: regel(300),
    standaard: '',
  }),
  portaalwelkom: instelling({
    label: 'Welkomstregel in het portaal',
    uitleg: 'Eén zin op de eerste bladzijde van klanten, zoals: Fijn dat u er bent. Leeg: geen.',
    groep: 'Portaal',
    veld: 'tekst',
    schema: regel(200),
    standaard: '',
  }),
  portaaltelefoon: instelling({
    label: 'Telefoonnummer voor klanten',
    uitleg: 'Staat onder elke bladzijde van het portaal. Leeg: geen.',
    groep: 'Portaal',
    veld: 'tekst',
    schema: Telefoon,
    standaard: '',
  }),
  openingstijden: instelling({
    label: 'Openingstijden',
    uitleg: 'Wanneer klanten kunnen bellen, zoals: maandag tot en met vrijdag van 8.30 tot 17.00 uur.',
    groep: 'Portaal',
    veld: 'tekst',
    schema: regel(200),
    standaard: '',
  }),
  spoedtelefoon: instelling({
    label: 'Telefoonnummer voor spoed',
    uitleg: 'Voor wat niet kan wachten, dag en nacht. Leeg: geen.',
    groep: 'Portaal',
    veld: 'tekst',
    schema: Telefoon,
    standaard: '',
  }),
  privacyverklaring: instelling({
    label: 'Adres van de privacyverklaring',
    uitleg: 'Zoals https://www.voorbeeld.nl/privacy. Staat onder elke bladzijde van het portaal.',
    groep: 'Portaal',
    veld: 'tekst',
    schema: Webadres,
    standaard: '',
  }),
  toegankelijkheidsverklaring: instelling({
    label: 'Adres van de toegankelijkheidsverklaring',
    uitleg: 'Een organisatie met een publieke taak moet er een hebben (Besluit digitale toegankelijkheid overheid).',
    groep: 'Portaal',
    veld: 'tekst',
    schema: Webadres,
    standaard: '',
  }),
  accentkleur: instelling({
    label: 'Accentkleur',
    uitleg: 'De kleur van knoppen en links. Witte tekst moet er goed op te lezen zijn (contrast minstens 4,5 op 1).',
    groep: 'Uiterlijk',
    veld: 'kleur',
    schema: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/, 'Vul een kleur in als #rrggbb, zoals #1f6f8b.')
      .transform((kleur) => kleur.toLowerCase())
      // WCAG 2.2, 1.4.3: normal text on the colour, and links in the colour on white, are the same pair.
      .refine((kleur) => voldoetContrast(kleur, '#ffffff'), {
        message: 'Deze kleur is te licht: witte tekst is er niet goed op te lezen. Kies een donkerder kleur.',
      }),
    standaard: '#1d5f8a',
  }),
  sorteernaamVolgorde: instelling({
    label: 'Volgorde in namenlijsten',
    uitleg: 'Hoe achternamen in lijsten staan: Berg, J. van den of Berg, van den, J.',
    groep: 'Klanten',
    veld: 'keuze',
    keuzes: { initialen: 'Berg, J. van den', tussenvoegsels: 'Berg, van den, J.' },
    schema: z.enum(['initialen', 'tussenvoegsels']),
    standaard: 'initialen',
  }),
  bsnToegestaan: instelling({
    label: 'Burgerservicenummer vastleggen',
    uitleg:
      'Alleen als de wet uw organisatie daartoe verplicht (Wabb art. 10, UAVG art. 46). Een woningcorporatie mag dat in de regel niet.',
    groep: 'Klanten',
    veld: 'janee',
    schema: z.boolean(),
    standaard: false,
  }),
  goedeVrijdagVrij: instelling({
    label: 'Goede Vrijdag is een vrije dag',
    uitleg: 'Goede Vrijdag is geen officiële feestdag. Zet dit aan als uw organisatie dan dicht is.',
    groep: 'Kalender',
    veld: 'janee',
    schema: z.boolean(),
    standaard: false,
  }),
  bevrijdingsdagVrij: instelling({
    label: 'Bevrijdingsdag (5 mei) is een vrije dag',
    uitleg: 'In de meeste cao’s eens in de vijf jaar: 2025, 2030, 2035.',
    groep: 'Kalender',
    veld: 'keuze',
    keuzes: { lustrum: 'Eens in de vijf jaar', jaarlijks: 'Elk jaar', nooit: 'Nooit' },
    schema: z.enum(['lustrum', 'jaarlijks', 'nooit']),
    standaard: 'lustrum',
  }),
  termijnSluitingstijd: instelling({
    label: 'Termijnen: einde van de werkdag',
    uitleg: 'Wat na deze tijd binnenkomt, telt als ontvangen op de volgende werkdag. Leeg: de hele dag telt mee.',
    groep: 'Kalender',
    veld: 'tijd',
    schema: Tijd,
    standaard: '',
  }),
  procesVierOgen: instelling({
    label: 'Publiceren vraagt een tweede paar ogen',
    uitleg:
      'Wie een concept van een klantproces als laatste veranderde, kan het niet zelf publiceren. Een andere beheerder bekijkt het en zet het in werking.',
    groep: 'Processen',
    veld: 'janee',
    schema: z.boolean(),
    standaard: false,
  }),
  klantadres: instelling({
    label: 'Adres voor links in berichten',
    uitleg:
      'Begin van het adres waarop klanten een vragenlijst openen: https://contact.voorbeeld.nl. Leeg: de naam van deze server.',
    groep: 'Klanten',
    veld: 'tekst',
    schema: z.union(
      [z.literal(''), z.url({ protocol: /^https?$/, error: 'Vul een adres in als https://contact.voorbeeld.nl.' })],
      {
        error: 'Vul een adres in als https://contact.voorbeeld.nl.',
      },
    ),
    standaard: '',
  }),
  enqueteTussentijd: instelling({
    label: 'Enquête: hoogstens één per klant per',
    uitleg: 'Wie pas nog gevraagd is hoe het ging, krijgt niet meteen weer een vragenlijst.',
    groep: 'Klanten',
    veld: 'keuze',
    keuzes: { '0': 'Zaak', '30': '30 dagen', '90': '90 dagen', '180': '180 dagen' },
    schema: z.enum(['0', '30', '90', '180']),
    standaard: '30',
  }),
  enqueteBewaartermijn: instelling({
    label: 'Enquête: wie wat antwoordde bewaren',
    uitleg: 'Daarna blijven alleen de cijfers over, zonder klant en zonder opmerking.',
    groep: 'Klanten',
    veld: 'keuze',
    keuzes: { '12': '1 jaar', '24': '2 jaar', '36': '3 jaar' },
    schema: z.enum(['12', '24', '36']),
    standaard: '24',
  }),
  stilteVan: instelling({
    label: 'Stille uren: vanaf',
    uitleg:
      'Vanaf deze tijd krijgt een klant geen mail, sms of melding. Die gaan de volgende ochtend. Spoed en wat wettelijk moet, gaat wel meteen. Leeg: geen stille uren.',
    groep: 'Berichten',
    veld: 'tijd',
    schema: Tijd,
    standaard: '21:00',
  }),
  stilteTot: instelling({
    label: 'Stille uren: tot',
    uitleg: 'Vanaf deze tijd gaan berichten weer weg. De klok is die van Nederland.',
    groep: 'Berichten',
    veld: 'tijd',
    schema: Tijd,
    standaard: '08:00',
  }),
  berichtBundeling: instelling({
    label: 'Berichten samen in één mail',
    uitleg:
      'Na een mail wachten volgende gewone mails aan dezelfde klant zo lang, en gaan dan samen. Formele berichten, afspraken en antwoorden gaan altijd apart.',
    groep: 'Berichten',
    veld: 'keuze',
    keuzes: { '0': 'Niet wachten', '15': 'Een kwartier', '60': 'Een uur', '240': 'Vier uur' },
    schema: z.enum(['0', '15', '60', '240']),
    standaard: '60',
  }),
  smsAfzender: instelling({
    label: 'Afzender van een sms',
    uitleg: 'Hoogstens 11 letters of cijfers. Leeg: het begin van de naam van de organisatie.',
    groep: 'Berichten',
    veld: 'tekst',
    schema: z.union([z.literal(''), z.string().regex(/^(?=.*[A-Za-z])[A-Za-z0-9 ]{3,11}$/)], {
      error: 'Gebruik 3 tot 11 letters of cijfers, met minstens één letter.',
    }),
    standaard: '',
  }),
} as const satisfies Record<string, Instelling>

export type Instelling<S extends z.ZodType = z.ZodType> = {
  label: string
  /** Shown under the field. */
  uitleg: string
  groep: 'Uiterlijk' | 'Portaal' | 'Klanten' | 'Kalender' | 'Processen' | 'Berichten'
  veld: 'tekst' | 'kleur' | 'keuze' | 'janee' | 'tijd'
  /** Labels of the values, when `veld` is `keuze`. */
  keuzes?: Record<string, string>
  schema: S
  standaard: z.output<S>
}

export type Instellingsleutel = keyof typeof instellingen
export type Instellingwaarde<K extends Instellingsleutel> = z.output<(typeof instellingen)[K]['schema']>
export const instellingsleutels = Object.keys(instellingen) as Instellingsleutel[]

/** Ties the default to the type of its schema. */
function instelling<S extends z.ZodType>(description: Instelling<S>): Instelling<S> {
  return description
}

/** All values, set or default. */
export const Instellingwaarden = z.object({
  portaalnaam: z.string(),
  briefhoofd: z.string(),
  portaalwelkom: z.string(),
  portaaltelefoon: z.string(),
  openingstijden: z.string(),
  spoedtelefoon: z.string(),
  privacyverklaring: z.string(),
  toegankelijkheidsverklaring: z.string(),
  accentkleur: z.string(),
  sorteernaamVolgorde: instellingen.sorteernaamVolgorde.schema,
  bsnToegestaan: z.boolean(),
  goedeVrijdagVrij: z.boolean(),
  bevrijdingsdagVrij: instellingen.bevrijdingsdagVrij.schema,
  termijnSluitingstijd: z.string(),
  procesVierOgen: z.boolean(),
  klantadres: z.string(),
  enqueteTussentijd: instellingen.enqueteTussentijd.schema,
  enqueteBewaartermijn: instellingen.enqueteBewaartermijn.schema,
  stilteVan: z.string(),
  stilteTot: z.string(),
  berichtBundeling: instellingen.berichtBundeling.schema,
  smsAfzender: z.string(),
})

const Sleutel = z.enum(instellingsleutels)

export const IngesteldeWaarde = z.object({
  sleutel: Sleutel,
  waarde: z.unknown(),
  /** True when nobody set it. */
  isStandaard: z.boolean(),
  /** 0 when nobody set it; to be sent in If-Match all the same. */
  versie: z.int(),
  gewijzigdOp: Moment.nullable(),
})
export type IngesteldeWaarde = z.infer<typeof IngesteldeWaarde>

export const getInstellingen = endpoint({
  method: 'GET',
  path: '/api/instellingen',
  summary: 'The settings of the organisatie that screens need.',
  recht: 'ingelogd',
  response: Instellingwaarden,
})

export const listInstellingen = endpoint({
  method: 'GET',
  path: '/api/beheer/instellingen',
  summary: 'Every setting with its value and version.',
  recht: 'beheer.inrichting',
  response: z.object({ rijen: z.array(IngesteldeWaarde) }),
})

export const changeInstelling = endpoint({
  method: 'PUT',
  path: '/api/beheer/instellingen/:sleutel',
  summary: 'Changes one setting; `waarde` null goes back to the default.',
  recht: 'beheer.inrichting',
  params: z.strictObject({ sleutel: Sleutel }),
  body: z.strictObject({ waarde: z.union([z.string().max(500), z.boolean(), z.number(), z.null()]) }),
  response: IngesteldeWaarde,
  ifMatch: true,
})
