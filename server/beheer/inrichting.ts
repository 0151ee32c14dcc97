import type { Openingsblok } from '#contract/beheer/kalender.ts'
import type { KanaalIcoon } from '#contract/beheer.ts'
import type { Tx } from '#server/platform/db/schema.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { saveRooster, selectRoosters } from './kalender/openingstijdenStore.ts'
import { insertKanaal, selectKanalen } from './kanalen/store.ts'
import { insertOnderwerp, selectOnderwerpen } from './onderwerpen/store.ts'
import { insertTeam, listTeams } from './teams/store.ts'

/**
 * The set-up a housing association starts with. Adds what is missing by code and never changes what is there, so it can
 * run again and an administrator's own choices stay.
 */
export async function seedInrichting(w: WriteContext): Promise<void> {
  await seedKanalen(w.tx)
  await seedTeams(w.tx, w.now)
  await seedOnderwerpen(w.tx)
  await seedOpeningstijden(w.tx, w.now)
}

/** Codes of VERA COMMUNICATIEKANAAL. */
const kanalen: [code: string, naam: string, veraCode: string, icoon: KanaalIcoon][] = [
  ['telefoon', 'Telefoon', 'TEL', 'telefoon'],
  ['email', 'E-mail', 'EMA', 'email'],
  ['balie', 'Balie', 'BAL', 'balie'],
  ['portaal', 'Klantportaal', 'INT', 'portaal'],
  ['whatsapp', 'WhatsApp', 'APP', 'whatsapp'],
  ['brief', 'Brief', 'BRI', 'brief'],
  ['sms', 'Sms', 'SMS', 'sms'],
  ['huisbezoek', 'Huisbezoek', 'BEZ', 'huisbezoek'],
]

const teams: [code: string, naam: string, omschrijving: string][] = [
  ['kcc', 'Klantcontactcentrum', 'Neemt contact aan en beantwoordt wat meteen kan.'],
  ['planning', 'Planning onderhoud', 'Plant reparaties en onderhoud met vakmensen en aannemers.'],
  ['incasso', 'Huurincasso', 'Betalingen, achterstanden en betalingsregelingen.'],
  ['verhuur', 'Verhuur', 'Inschrijven, aanbieden, verhuren en opzeggen.'],
  ['leefbaarheid', 'Leefbaarheid', 'Overlast, woonfraude en de buurt.'],
  ['klachten', 'Klachten', 'Klachten over de dienstverlening en de klachtencommissie.'],
  ['webcare', 'Webcare', 'Berichten op sociale media en reviews.'],
]

const onderwerpen: [code: string, naam: string, children: [code: string, naam: string][]][] = [
  [
    'reparatie',
    'Reparatie',
    [
      ['lekkage', 'Lekkage'],
      ['cv-warm-water', 'Verwarming en warm water'],
      ['elektra', 'Elektra'],
      ['verstopping', 'Verstopping en riool'],
      ['sleutel-deur', 'Sleutel, slot en deur'],
      ['ramen-kozijnen', 'Ramen en kozijnen'],
      ['vocht-schimmel', 'Vocht en schimmel'],
      ['keuken-sanitair', 'Keuken, badkamer en toilet'],
    ],
  ],
  [
    'huur',
    'Huur en betalen',
    [
      ['betalen', 'Huur betalen'],
      ['betalingsregeling', 'Betalingsregeling'],
      ['huurverhoging', 'Huurverhoging'],
      ['huurtoeslag', 'Huurtoeslag'],
      ['servicekosten', 'Servicekosten en afrekening'],
    ],
  ],
  [
    'verhuizen',
    'Verhuizen',
    [
      ['inschrijven', 'Inschrijven en woning zoeken'],
      ['huur-opzeggen', 'Huur opzeggen'],
      ['woningruil', 'Woningruil'],
      ['oplevering', 'Oplevering en sleutels'],
    ],
  ],
  [
    'overlast',
    'Overlast en buurt',
    [
      ['geluidsoverlast', 'Geluidsoverlast'],
      ['burenconflict', 'Conflict met buren'],
      ['vervuiling', 'Vervuiling en tuin'],
      ['woonfraude', 'Woonfraude en onderhuur'],
    ],
  ],
  [
    'klacht',
    'Klacht',
    [
      ['klacht-dienstverlening', 'Over onze dienstverlening'],
      ['klacht-uitvoering', 'Over een uitgevoerde reparatie'],
    ],
  ],
  [
    'service',
    'Service en gegevens',
    [
      ['gegevens-wijzigen', 'Gegevens wijzigen'],
      ['medehuur', 'Medehuur en overlijden'],
      ['serviceabonnement', 'Serviceabonnement'],
      ['woningaanpassing', 'Woning aanpassen'],
      ['parkeren-berging', 'Parkeren en berging'],
    ],
  ],
]

const werkdagen = [1, 2, 3, 4, 5]
const elkeWerkdag = (...tijden: [van: string, tot: string][]): Openingsblok[] =>
  werkdagen.flatMap((weekdag) => tijden.map(([van, tot]) => ({ weekdag, van, tot })))

const roosters: [code: string, blokken: Openingsblok[]][] = [
  ['algemeen', elkeWerkdag(['08:30', '17:00'])],
  ['telefoon', elkeWerkdag(['08:30', '12:30'], ['13:00', '16:30'])],
  ['balie', elkeWerkdag(['09:00', '12:30'])],
]

async function seedKanalen(tx: Tx): Promise<void> {
  const there = await selectKanalen(tx)
  for (const [index, [code, naam, vera_code, icoon]] of missing(kanalen, there)) {
    const kanaal = { code, naam, vera_code, icoon, volgorde: index + 1, actief: true, versie: 1 }
    await insertKanaal(tx, kanaal)
  }
}

async function seedTeams(tx: Tx, now: Date): Promise<void> {
  for (const [, [code, naam, omschrijving]] of missing(teams, await listTeams(tx))) {
    await insertTeam(tx, { id: newId(), code, naam, omschrijving, actief: true, versie: 1 }, now)
  }
}

async function seedOnderwerpen(tx: Tx): Promise<void> {
  await seedLevel(tx, null, onderwerpen)
  const parents = new Map((await selectOnderwerpen(tx)).map((row) => [row.code, row.id]))
  for (const [code, , children] of onderwerpen) await seedLevel(tx, parents.get(code) ?? null, children)
}

async function seedLevel(tx: Tx, parent: string | null, level: readonly [string, string, ...unknown[]][]) {
  for (const [index, [code, naam]] of missing(level, await selectOnderwerpen(tx))) {
    const row = { id: newId(), code, naam, bovenliggend_id: parent, volgorde: index + 1, actief: true, versie: 1 }
    await insertOnderwerp(tx, row)
  }
}

async function seedOpeningstijden(tx: Tx, now: Date): Promise<void> {
  for (const [, [code, blokken]] of missing(roosters, await selectRoosters(tx))) {
    await saveRooster(tx, { code, blokken, versie: 1 }, now)
  }
}

/** What is not there yet by code, with its place in the list. */
function missing<T extends readonly [code: string, ...unknown[]]>(
  wanted: readonly T[],
  there: readonly { code: string }[],
): [number, T][] {
  const codes = new Set(there.map((row) => row.code))
  return [...wanted.entries()].filter(([, [code]]) => !codes.has(code))
}
