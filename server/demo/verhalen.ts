import { verdeling } from './toeval.ts'

/** One kind of contact: what people ask, what they hear, who does the work when it is not answered at once. */
export type Verhaal = {
  /** Finds the onderwerp by its code. */
  onderwerp: string
  /** It is about the dwelling, so the post points at the eenheid. */
  overWoning?: true
  type: 'vraag' | 'verzoek' | 'klacht'
  titel: string
  vragen: readonly string[]
  antwoorden: readonly string[]
  /** Share that is answered at once. */
  direct: number
  team: string
  taak: string
  terugkoppelingen: readonly string[]
  termijn: number
}

export const verhalen = verdeling<Verhaal>([
  [
    {
      onderwerp: 'lekkage',
      overWoning: true,
      type: 'verzoek',
      titel: 'Lekkage',
      vragen: [
        'Lekkage onder de wastafel in de badkamer. Mevrouw heeft de kraan dichtgedraaid, er staat een emmer onder.',
        'Water komt door het plafond van de slaapkamer. Waarschijnlijk van de bovenburen. Het druppelt, het stroomt niet.',
        'De stortbak van het toilet blijft lopen. Meneer hoort het de hele nacht.',
        'Lekkage bij de kozijnen in de woonkamer als het hard regent en waait.',
      ],
      antwoorden: [
        'Uitgelegd hoe de hoofdkraan dicht kan. Afspraak gemaakt met de loodgieter voor morgen tussen 8 en 12 uur.',
      ],
      direct: 0.55,
      team: 'planning',
      taak: 'Loodgieter inplannen',
      terugkoppelingen: [
        'De loodgieter komt donderdag tussen 8 en 10 uur. Klant is akkoord.',
        'De lekkage is verholpen, het kitwerk is vernieuwd. Klant is gebeld en tevreden.',
        'Gesproken met de bovenburen, de afvoer is gerepareerd. Het plafond wordt over twee weken gesausd.',
      ],
      termijn: 2,
    },
    11,
  ],
  [
    {
      onderwerp: 'cv-warm-water',
      overWoning: true,
      type: 'verzoek',
      titel: 'Geen verwarming of warm water',
      vragen: [
        'Sinds vanochtend geen warm water. De ketel geeft foutcode F28.',
        'De verwarming in de woonkamer wordt niet warm, de andere radiatoren wel.',
        'De ketel valt steeds uit en moet gereset worden. Er is een baby in huis.',
        'De druk van de cv-ketel staat op 0,4. Meneer weet niet hoe hij moet bijvullen.',
      ],
      antwoorden: [
        'Samen de ketel bijgevuld tot 1,8 bar en gereset. De verwarming doet het weer.',
        'De monteur van de ketel komt vandaag tussen 13 en 17 uur.',
      ],
      direct: 0.7,
      team: 'planning',
      taak: 'Monteur cv inplannen',
      terugkoppelingen: [
        'De monteur heeft de ontsteking vervangen. De klant heeft weer warm water.',
        'Onderdeel is besteld, de monteur komt vrijdag terug. Klant heeft een elektrische kachel gekregen.',
      ],
      termijn: 1,
    },
    9,
  ],
  [
    {
      onderwerp: 'elektra',
      overWoning: true,
      type: 'verzoek',
      titel: 'Storing elektra',
      vragen: [
        'De aardlekschakelaar slaat er steeds uit.',
        'Het licht in het trappenhuis doet het niet, al drie dagen.',
        'Het stopcontact in de keuken vonkt. Mevrouw gebruikt het niet meer.',
      ],
      antwoorden: ['Samen de groepen nagelopen: de oven van de klant maakt kortsluiting. Advies gegeven.'],
      direct: 0.45,
      team: 'planning',
      taak: 'Elektricien inplannen',
      terugkoppelingen: ['De elektricien heeft de automaat vervangen.', 'Het licht in het trappenhuis doet het weer.'],
      termijn: 2,
    },
    5,
  ],
  [
    {
      onderwerp: 'sleutel-deur',
      overWoning: true,
      type: 'verzoek',
      titel: 'Deur, slot of sleutel',
      vragen: [
        'De voordeur klemt en gaat bijna niet meer dicht.',
        'Sleutel van de berging is kwijt. Kan er een nieuwe komen, en wat kost dat?',
        'De deuropener van de portiek doet het niet.',
      ],
      antwoorden: [
        'Een nieuwe sleutel kost € 17,50. Op te halen bij de balie met legitimatie.',
        'De huismeester komt vanmiddag kijken.',
      ],
      direct: 0.6,
      team: 'planning',
      taak: 'Timmerman inplannen',
      terugkoppelingen: ['De deur is afgesteld en sluit weer goed.', 'De deuropener is vervangen.'],
      termijn: 3,
    },
    6,
  ],
  [
    {
      onderwerp: 'reparatie',
      overWoning: true,
      type: 'vraag',
      titel: 'Wanneer komt de monteur?',
      vragen: [
        'Wil weten wanneer de monteur komt. Zat gisteren de hele ochtend te wachten.',
        'Kan de afspraak van donderdag naar een andere dag?',
        'De monteur is geweest maar het is niet opgelost.',
      ],
      antwoorden: [
        'De afspraak staat op dinsdag tussen 10 en 12 uur. Klant krijgt een sms als de monteur onderweg is.',
        'Afspraak verzet naar vrijdagochtend.',
      ],
      direct: 0.85,
      team: 'planning',
      taak: 'Klant terugbellen over de afspraak',
      terugkoppelingen: ['Excuses gemaakt. Nieuwe afspraak voor morgenochtend, eerste adres.'],
      termijn: 1,
    },
    10,
  ],
  [
    {
      onderwerp: 'betalen',
      type: 'vraag',
      titel: 'Huur betalen',
      vragen: [
        'De huur is deze maand niet afgeschreven. Is er iets mis?',
        'Heeft een herinnering gekregen, maar de huur is vorige week betaald.',
        'Wil de huur voortaan op de 25e laten afschrijven.',
        'Op welk rekeningnummer moet de huur?',
      ],
      antwoorden: [
        'De incasso is op de 3e alsnog gedaan. Alles is betaald.',
        'De betaling is binnen; de herinnering heeft de betaling gekruist.',
        'Rekeningnummer en kenmerk gemaild.',
      ],
      direct: 0.88,
      team: 'incasso',
      taak: 'Betaling uitzoeken',
      terugkoppelingen: ['De betaling stond op een verkeerd kenmerk en is nu goed geboekt.'],
      termijn: 3,
    },
    9,
  ],
  [
    {
      onderwerp: 'betalingsregeling',
      type: 'verzoek',
      titel: 'Betalingsregeling',
      vragen: [
        'Kan de huur deze maand niet in één keer betalen door een hoge energierekening. Wil in termijnen betalen.',
        'Is zijn baan kwijt en wacht op een uitkering. Kan de huur later?',
      ],
      antwoorden: ['Regeling van drie termijnen afgesproken, eerste termijn op de 28e.'],
      direct: 0.3,
      team: 'incasso',
      taak: 'Betalingsregeling beoordelen',
      terugkoppelingen: [
        'Regeling van vier termijnen toegekend en per mail bevestigd.',
        'Gebeld, samen een begroting gemaakt. Hulp van de gemeente aangeboden en geaccepteerd.',
      ],
      termijn: 3,
    },
    4,
  ],
  [
    {
      onderwerp: 'huurverhoging',
      type: 'vraag',
      titel: 'Huurverhoging',
      vragen: [
        'Begrijpt de brief over de huurverhoging niet. Waarom is het meer dan bij de buren?',
        'Wil bezwaar maken tegen de huurverhoging. Hoe moet dat?',
      ],
      antwoorden: ['Uitgelegd hoe de verhoging is berekend. Bezwaarformulier gemaild.'],
      direct: 0.82,
      team: 'verhuur',
      taak: 'Huurverhoging toelichten',
      terugkoppelingen: ['Gebeld en de berekening doorgenomen. Klant maakt geen bezwaar.'],
      termijn: 5,
    },
    3,
  ],
  [
    {
      onderwerp: 'huur-opzeggen',
      type: 'verzoek',
      titel: 'Huur opzeggen',
      vragen: [
        'Wil de huur opzeggen per de eerste van de maand. Moeder gaat naar een verzorgingshuis.',
        'Hoe lang is de opzegtermijn en wie komt de woning bekijken?',
      ],
      antwoorden: ['De opzegtermijn is een maand. Formulier en uitleg over de voorinspectie gemaild.'],
      direct: 0.5,
      team: 'verhuur',
      taak: 'Opzegging verwerken en voorinspectie plannen',
      terugkoppelingen: ['De opzegging is verwerkt. Voorinspectie op woensdag om 9.30 uur.'],
      termijn: 2,
    },
    3,
  ],
  [
    {
      onderwerp: 'inschrijven',
      type: 'vraag',
      titel: 'Woning zoeken',
      vragen: [
        'Zoekt een grotere woning, derde kind op komst. Hoe lang is de wachttijd?',
        'Wil van woning ruilen met een kennis. Mag dat?',
      ],
      antwoorden: [
        'Uitleg gegeven over inschrijven en reageren. Wachttijd voor een eengezinswoning is ongeveer elf jaar.',
      ],
      direct: 0.92,
      team: 'verhuur',
      taak: 'Woningruil beoordelen',
      terugkoppelingen: ['Beide huurders voldoen. De ruil kan per de eerste van de maand.'],
      termijn: 10,
    },
    4,
  ],
  [
    {
      onderwerp: 'geluidsoverlast',
      type: 'klacht',
      titel: 'Overlast van buren',
      vragen: [
        'Harde muziek van de buren, tot diep in de nacht. Is al drie keer aangebeld.',
        'Er staat grofvuil in de hal en niemand ruimt het op.',
        'Hond van de onderburen blaft de hele dag.',
      ],
      antwoorden: ['Advies gegeven om eerst zelf te praten. Buurtbemiddeling uitgelegd.'],
      direct: 0.35,
      team: 'leefbaarheid',
      taak: 'Overlast oppakken',
      terugkoppelingen: [
        'Met beide buren gesproken. Afspraken gemaakt over geluid na tien uur.',
        'De buurtbeheerder heeft het grofvuil laten weghalen.',
      ],
      termijn: 5,
    },
    5,
  ],
  [
    {
      onderwerp: 'klacht-dienstverlening',
      type: 'klacht',
      titel: 'Klacht over onze dienstverlening',
      vragen: [
        'Belt voor de vierde keer over hetzelfde. Niemand belt terug. Wil een klacht indienen.',
        'De schilder heeft verf op de tuintegels gemorst en is niet teruggekomen.',
      ],
      antwoorden: ['Excuses gemaakt en direct opgelost met de uitvoerder.'],
      direct: 0.12,
      team: 'klachten',
      taak: 'Klacht behandelen',
      terugkoppelingen: ['Klacht is gegrond. Excuses gemaakt, tegels worden schoongemaakt. Bloemen gestuurd.'],
      termijn: 5,
    },
    2,
  ],
  [
    {
      onderwerp: 'gegevens-wijzigen',
      type: 'vraag',
      titel: 'Algemene vraag',
      vragen: [
        'Wat zijn de openingstijden van de balie?',
        'Mag er een zonnescherm aan de gevel?',
        'Wil een kopie van het huurcontract voor de gemeente.',
        'Geeft een nieuw telefoonnummer door.',
      ],
      antwoorden: [
        'Openingstijden genoemd.',
        'Uitgelegd dat toestemming nodig is; formulier gemaild.',
        'Kopie gemaild.',
        'Telefoonnummer aangepast en herhaald.',
      ],
      direct: 0.95,
      team: 'kcc',
      taak: 'Vraag uitzoeken',
      terugkoppelingen: ['Gebeld met het antwoord.'],
      termijn: 3,
    },
    12,
  ],
])

/** Portaal: 180k phone, 70k e-mail, 23k WhatsApp of 270k a year; the rest is ours. */
export const kanaalkeuze = verdeling([
  ['telefoon', 62],
  ['email', 22],
  ['whatsapp', 8],
  ['balie', 4],
  ['portaal', 3],
  ['brief', 1],
] as const)
