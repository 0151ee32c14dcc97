import { sql } from 'kysely'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { FileStore } from '#server/platform/files/fileStore.ts'
import type { ZoekSoort } from '#server/platform/search/index.ts'
import { compareZoekbron } from '#server/platform/search/zoekbron.ts'
import { checkChain } from '#server/platform/verwerkingenlog/checkChain.ts'
import { zoekbronnen } from '#server/zoekindex.ts'
import { type Bevinding, fout, goed, letOp } from './bevinding.ts'

type Gegeven = { organisatie: Organisatie; bestanden: FileStore; now: Date; publicUrl: string | undefined }

export async function controleerOrganisatie(gegeven: Gegeven): Promise<Bevinding[]> {
  const { organisatie, bestanden, now } = gegeven
  const { db } = organisatie
  const bevindingen = [
    await controleerBeheerder(db),
    controleerDemo(gegeven),
    await controleerReservekopie(organisatie, now),
    await controleerLogboek(db),
    await controleerZoeken(db),
    await controleerBijlagen(db, bestanden),
  ]
  return bevindingen.map((each) => ({ ...each, controle: `${each.controle} ${organisatie.code}` }))
}

async function controleerBeheerder(db: Db): Promise<Bevinding> {
  const result = await sql<{ aantal: number }>`
    select count(*)::int as aantal from medewerker where actief and 'functioneel-beheerder' = any (rollen)`.execute(db)
  const aantal = result.rows[0]?.aantal ?? 0
  const advies = 'npm run rondom -- gebruiker maak --help'
  if (aantal === 0) return fout('beheerder', 'Er is geen functioneel beheerder; niemand kan iets inrichten.', advies)
  return goed('beheerder', `${aantal} actief.`)
}

function controleerDemo({ organisatie, publicUrl }: Gegeven): Bevinding {
  if (!organisatie.demo) return goed('aanmelden', 'Alleen met een account.')
  if (publicUrl?.startsWith('https:')) {
    const advies = 'Gebruik voor echt werk een eigen organisatie: npm run rondom -- organisatie maak --help'
    return letOp('aanmelden', 'Dit is een demo: iedereen die het adres kent, kan zich aanmelden.', advies)
  }
  return goed('aanmelden', 'Dit is een demo; aanmelden kan zonder wachtwoord.')
}

const dag = 86_400_000

async function controleerReservekopie({ db, demo }: Organisatie, now: Date): Promise<Bevinding> {
  if (demo) return goed('reservekopie', 'Niet nodig voor een demo.')
  const result = await sql<{ op: Date | null }>`
    select max(op) as op from verwerking where object_soort = 'reservekopie' and actie = 'exporteren'`.execute(db)
  const advies = 'npm run rondom -- backup, elke nacht, en bewaar het bestand op een andere plek.'
  const op = result.rows[0]?.op
  if (!op) return letOp('reservekopie', 'Er is met Rondom nog geen reservekopie gemaakt.', advies)
  const dagen = (now.getTime() - op.getTime()) / dag
  const tekst = `De laatste is van ${op.toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam' })}.`
  if (dagen > 7) return fout('reservekopie', tekst, advies)
  return dagen > 1.5 ? letOp('reservekopie', tekst, advies) : goed('reservekopie', tekst)
}

/** Every line of the verwerkingenlog, from the first: a quick look is for the screen. */
async function controleerLogboek(db: Db): Promise<Bevinding> {
  const { ok, gecontroleerd, openstaand, breuk } = await checkChain(db)
  if (!ok && breuk) {
    const tekst = `De keten is verbroken bij zegel ${breuk.volgnummer}: ${breuk.uitleg}`
    return fout('verwerkingenlog', tekst, 'Meld dit als datalek, en bewaar een reservekopie van vóór de wijziging.')
  }
  const wacht = openstaand > 0 ? `, ${openstaand} wachten op hun zegel` : ''
  return goed('verwerkingenlog', `${gecontroleerd} regels gecontroleerd, niets gewijzigd${wacht}.`)
}

const meervoud: Record<ZoekSoort, string> = {
  partij: 'klanten',
  eenheid: 'woningen',
  overeenkomst: 'overeenkomsten',
  klantcontact: 'contacten',
  taak: 'taken',
  zaak: 'zaken',
}

async function controleerZoeken(db: Db): Promise<Bevinding> {
  const scheef: string[] = []
  for (const bron of zoekbronnen) {
    const { ontbreekt, teVeel } = await compareZoekbron(db, bron)
    if (ontbreekt > 0 || teVeel > 0)
      scheef.push(`${meervoud[bron.soort]}: ${ontbreekt} niet vindbaar, ${teVeel} te veel`)
  }
  if (scheef.length === 0) return goed('zoeken', 'Alles is vindbaar.')
  return fout('zoeken', `${scheef.join('; ')}.`, 'npm run rondom -- zoekindex')
}

/** A sample: the newest, and some of the oldest. */
const steekproef = 20

async function controleerBijlagen(db: Db, bestanden: FileStore): Promise<Bevinding> {
  const result = await sql<{ opslagsleutel: string }>`
    (select opslagsleutel from bijlage where klaar order by aangemaakt_op desc limit ${steekproef})
    union
    (select opslagsleutel from bijlage where klaar order by aangemaakt_op limit ${steekproef})`.execute(db)
  let weg = 0
  for (const { opslagsleutel } of result.rows) if (!(await bestaat(bestanden, opslagsleutel))) weg++
  const aantal = result.rows.length
  if (weg === 0) return goed('bijlagen', aantal === 0 ? 'Er zijn er nog geen.' : `${aantal} bekeken, alle aanwezig.`)
  const advies = 'Zet de map bestanden (of de opslag van RONDOM_OPSLAG) terug uit een reservekopie.'
  return fout('bijlagen', `${weg} van ${aantal} bekeken bijlagen zijn er niet.`, advies)
}

async function bestaat(bestanden: FileStore, sleutel: string): Promise<boolean> {
  try {
    const stream = await bestanden.open(sleutel)
    stream.destroy()
    return true
  } catch {
    return false
  }
}
