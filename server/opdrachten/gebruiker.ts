import { MedewerkerInvoer } from '#contract/beheer/medewerkers.ts'
import { type Rol, rollen, rolNamen } from '#contract/rechten.ts'
import { setPassword } from '#server/aanmelden/index.ts'
import {
  changeMedewerker,
  createMedewerker,
  findMedewerkerByEmail,
  listMedewerkers,
  type MedewerkerRow,
} from '#server/beheer/index.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { write } from '#server/platform/db/write.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { fromZod } from '#server/platform/http/problem.ts'
import { richtIn } from '#server/richtIn.ts'
import { maakWachtwoord } from './geheim.ts'
import type { Invoer } from './invoer.ts'
import { contextVan, kiesOrganisatie, metDatabase, type Omgeving } from './omgeving.ts'
import { GebruikFout, type Opdracht, OpdrachtFout, type Toestel } from './opdracht.ts'
import { maakOrganisatie } from './organisatie.ts'

export const gebruiker: Opdracht = {
  naam: 'gebruiker',
  kort: 'Maak een gebruiker, geef een nieuw wachtwoord of andere rollen, of laat iemand vertrekken.',
  gebruik: [
    'gebruiker maak --naam "Fatima el Amrani" --email fatima@delinde.nl [--rol rol,rol]',
    'gebruiker lijst',
    'gebruiker wachtwoord <e-mailadres>',
    'gebruiker rollen <e-mailadres> <rol,rol>',
    'gebruiker deactiveer <e-mailadres>',
    'gebruiker activeer <e-mailadres>',
  ],
  uitleg: `
De eerste gebruiker van een lege installatie wordt functioneel beheerder; die maakt de anderen in de werkplek.
Rondom bedenkt een wachtwoord en toont het één keer. Met --wachtwoord typt u er zelf een; dat is niet te zien.
Een nieuw wachtwoord meldt de gebruiker overal af.

Rollen: ${rollen.join(', ')}.`,
  opties: {
    naam: { waarde: 'naam', uitleg: 'voor- en achternaam' },
    email: { waarde: 'adres', uitleg: 'e-mailadres; daarmee meldt iemand zich aan' },
    rol: { waarde: 'rollen', uitleg: 'een of meer rollen, met een komma ertussen' },
    functie: { waarde: 'functie', uitleg: 'functie, zoals medewerkers die zien' },
    telefoon: { waarde: 'nummer', uitleg: 'telefoonnummer' },
    wachtwoord: { uitleg: 'vraag om een wachtwoord; zonder dit wordt er een bedacht' },
  },
  async run(invoer, toestel) {
    const actie = acties[invoer.woorden[0] ?? '']
    if (!actie) throw new GebruikFout(`Kies een van: ${Object.keys(acties).join(', ')}.`)
    await metDatabase(toestel, (omgeving) => actie(omgeving, invoer, toestel))
    return 0
  },
}

const acties: Record<string, (omgeving: Omgeving, invoer: Invoer, toestel: Toestel) => Promise<void>> = {
  maak,
  lijst,
  wachtwoord,
  rollen: wijzigRollen,
  deactiveer: (...gegeven) => zetActief(false, ...gegeven),
  activeer: (...gegeven) => zetActief(true, ...gegeven),
}

async function maak(omgeving: Omgeving, invoer: Invoer, toestel: Toestel): Promise<void> {
  const gegeven = { naam: invoer.vereist('naam'), email: invoer.vereist('email') }
  const gekozen = leesRollen(invoer.tekst('rol') ?? '')
  const ctx = await contextVoorMaken(omgeving, invoer, toestel)
  if (gekozen.length === 0 && (await heeftBeheerder(ctx.db))) {
    throw new GebruikFout(`Geef met --rol wat de gebruiker mag: ${rollen.join(', ')}.`)
  }
  const parsed = MedewerkerInvoer.safeParse({
    ...gegeven,
    functie: invoer.tekst('functie') ?? '',
    telefoon: invoer.tekst('telefoon') ?? null,
    rollen: gekozen.length > 0 ? gekozen : ['functioneel-beheerder'],
  })
  if (!parsed.success) throw fromZod(parsed.error)
  const geheim = await kiesWachtwoord(invoer, toestel)
  const row = await write(ctx, async (w) => {
    const made = await createMedewerker(w, parsed.data)
    await setPassword(w, made.id, geheim.wachtwoord)
    return made
  })
  toestel.scherm.regel(`${row.naam} (${row.email}) is gemaakt bij ${ctx.organisatie.naam}: ${namenVan(row.rollen)}.`)
  toonWachtwoord(toestel, geheim)
}

async function lijst(omgeving: Omgeving, invoer: Invoer, { scherm }: Toestel): Promise<void> {
  const { db } = await kiesOrganisatie(omgeving, invoer)
  const rijen: string[][] = [['naam', 'e-mailadres', 'rollen', '']]
  let na: readonly [string, string] | undefined
  do {
    const rows = await listMedewerkers(db, { na, aantal: 200 })
    const bladzijde = rows.slice(0, 200)
    for (const row of bladzijde)
      rijen.push([row.naam, row.email, namenVan(row.rollen), row.actief ? '' : 'niet actief'])
    const laatste = bladzijde.at(-1)
    na = rows.length > bladzijde.length && laatste ? [laatste.naam, laatste.id] : undefined
  } while (na)
  scherm.tabel(rijen)
}

async function wachtwoord(omgeving: Omgeving, invoer: Invoer, toestel: Toestel): Promise<void> {
  const ctx = await contextVoor(omgeving, invoer, toestel)
  const row = await zoekGebruiker(ctx.db, invoer)
  const geheim = await kiesWachtwoord(invoer, toestel)
  await write(ctx, (w) => setPassword(w, row.id, geheim.wachtwoord))
  toestel.scherm.regel(`${row.naam} heeft een nieuw wachtwoord en is overal afgemeld.`)
  toonWachtwoord(toestel, geheim)
}

async function wijzigRollen(omgeving: Omgeving, invoer: Invoer, toestel: Toestel): Promise<void> {
  const ctx = await contextVoor(omgeving, invoer, toestel)
  const gekozen = leesRollen(invoer.woorden[2] ?? invoer.tekst('rol') ?? '')
  if (gekozen.length === 0) throw new GebruikFout(`Noem een of meer rollen: ${rollen.join(', ')}.`)
  const row = await zoekGebruiker(ctx.db, invoer)
  await write(ctx, (w) => wijzig(w, { ...row, rollen: gekozen }))
  toestel.scherm.regel(`${row.naam} is nu: ${namenVan(gekozen)}.`)
}

async function zetActief(actief: boolean, omgeving: Omgeving, invoer: Invoer, toestel: Toestel): Promise<void> {
  const ctx = await contextVoor(omgeving, invoer, toestel)
  const row = await zoekGebruiker(ctx.db, invoer)
  await write(ctx, (w) => wijzig(w, { ...row, actief }))
  toestel.scherm.regel(
    actief
      ? `${row.naam} is weer actief. Geef zo nodig een nieuw wachtwoord.`
      : `${row.naam} is niet meer actief, is overal afgemeld en zit in geen team meer.`,
  )
}

async function wijzig(w: WriteContext, { id, versie, ...rest }: MedewerkerRow): Promise<void> {
  await changeMedewerker(w, id, versie, rest)
}

async function contextVoor(omgeving: Omgeving, invoer: Invoer, { clock }: Toestel): Promise<ReadContext> {
  return contextVan(omgeving, await kiesOrganisatie(omgeving, invoer), clock())
}

/** On an empty installation the first user brings the organisatie with him; a demo is not loaded then. */
async function contextVoorMaken(omgeving: Omgeving, invoer: Invoer, toestel: Toestel): Promise<ReadContext> {
  const now = toestel.clock()
  const leeg = (await omgeving.organisaties.list()).length === 0 && !invoer.tekst('organisatie')
  const gekozen = leeg
    ? await maakOrganisatie(omgeving, now, { code: 'standaard', naam: 'Mijn organisatie' })
    : await kiesOrganisatie(omgeving, invoer)
  if (leeg) toestel.scherm.melding('Er was nog geen organisatie; "standaard" is gemaakt.')
  const ctx = contextVan(omgeving, gekozen, now)
  await richtIn(ctx)
  return ctx
}

async function heeftBeheerder(db: Db): Promise<boolean> {
  return (await listMedewerkers(db, { rol: 'functioneel-beheerder', actief: true, aantal: 1 })).length > 0
}

async function zoekGebruiker(db: Db, invoer: Invoer): Promise<MedewerkerRow> {
  const email = invoer.woorden[1] ?? invoer.tekst('email')
  if (!email) throw new GebruikFout('Noem het e-mailadres van de gebruiker.')
  const row = await findMedewerkerByEmail(db, email.trim())
  if (!row) throw new OpdrachtFout(`Er is geen gebruiker met e-mailadres ${email}.`)
  return row
}

function leesRollen(tekst: string): Rol[] {
  const gegeven = tekst.split(/[\s,]+/).filter(Boolean)
  return gegeven.map((naam) => {
    const rol = rollen.find((each) => each === naam.toLowerCase())
    if (!rol) throw new GebruikFout(`De rol "${naam}" bestaat niet. Kies uit: ${rollen.join(', ')}.`)
    return rol
  })
}

type Geheim = { wachtwoord: string; bedacht: boolean }

async function kiesWachtwoord(invoer: Invoer, toestel: Toestel): Promise<Geheim> {
  if (!invoer.vlag('wachtwoord')) return { wachtwoord: maakWachtwoord(), bedacht: true }
  return { wachtwoord: await toestel.vraagGeheim('Wachtwoord'), bedacht: false }
}

function toonWachtwoord({ scherm }: Toestel, { wachtwoord: tekst, bedacht }: Geheim): void {
  if (!bedacht) return
  scherm.regel(`Wachtwoord: ${tekst}`)
  scherm.melding('Dit wachtwoord wordt nergens bewaard en is hierna niet meer te zien.')
}

const namenVan = (gegeven: readonly Rol[]) => gegeven.map((rol) => rolNamen[rol]).join(', ') || 'zonder rol'
