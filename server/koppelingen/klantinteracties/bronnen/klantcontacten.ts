import { sql } from 'kysely'
import { listKanalen } from '#server/beheer/index.ts'
import {
  maakKlantcontactVanBuiten,
  verwijderKlantcontact,
  wijzigKlantcontactVanBuiten,
} from '#server/klantcontacten/vanBuiten/index.ts'
import { laatTaakVervallen } from '#server/taken/vanBuiten.ts'
import { gestuurdOf, metNummer } from '../aanvulling.ts'
import {
  type Bron,
  inkorten,
  mag,
  type Schrijfvraag,
  tekstIn,
  type Vraag,
  verwijzing,
  verwijzingen,
  type Weergave,
} from '../bron.ts'
import { veldfout } from '../fouten.ts'
import { bevat } from '../zoekvraag.ts'
import { laadActoren } from './actoren.ts'
import { verwijderBetrokkenenVan } from './betrokkenen.ts'
import { onderwerpcodes } from './onderwerpobjecten.ts'
import { partijIdsVanContact } from './partijIdsIn.ts'
import { heeftIdentificator, isBetrokkene, magTaak, vierCodes } from './zicht.ts'

type Rij = {
  id: string
  nummer: number
  kanaal_code: string
  onderwerp: string
  vraag: string
  antwoord: string
  contact_gelukt: boolean | null
  vertrouwelijk: boolean
  taal: string
  plaatsgevonden_op: Date
  onderwerpobjecten: string[]
  actoren: string[]
  bijlagen: string[]
  betrokkenen: string[]
  taken: string[]
}

const betrokkene = (conditie: ReturnType<typeof sql>) =>
  sql`exists (select from betrokkene b where b.klantcontact_id = t.id and ${isBetrokkene(sql`b`)} and ${conditie})`
const object = (kolom: 'klantcontact_id' | 'was_klantcontact_id') => (conditie: ReturnType<typeof sql>) =>
  sql`exists (select from onderwerpobject o where o.${sql.ref(kolom)} = t.id and ${conditie})`
const datum: { type: 'string'; format: string } = { type: 'string', format: 'date-time' }

/** Contactmomenten. Long texts are kept whole here, and given as long as the standard allows. */
export const klantcontacten: Bron = {
  pad: 'klantcontacten',
  onderdeel: 'klantcontacten',
  schema: 'Klantcontact',
  tabel: sql`klantcontact t`,
  zichtbaar: (vraag) =>
    mag(vraag, 'vertrouwelijk')
      ? []
      : [sql`(not t.vertrouwelijk or t.medewerker_id = ${vraag.ctx.actor.medewerkerId})`],
  eigenParameters: {
    rondomVanaf: datum,
    rondomTot: datum,
    rondomOrdening: { type: 'string', enum: ['plaatsgevondenOp', '-plaatsgevondenOp'] },
  },
  orde: (zoek) =>
    zoek.tekst('rondomOrdening') === 'plaatsgevondenOp'
      ? sql`t.plaatsgevonden_op, t.id`
      : sql`t.plaatsgevonden_op desc, t.id desc`,
  filters: (zoek, vraag) => [
    ...zoek.filter({
      kanaal: (x) => gestuurdOf('klantcontacten', 'kanaal', x, sql`t.kanaal_code = ${x}`),
      nummer: (x) => metNummer('klantcontacten', 'nummer', x, 'klantcontact'),
      referentienummer: (x) => metNummer('klantcontacten', 'referentienummer', x, 'klantcontact'),
      onderwerp: (x) => bevat(sql`t.onderwerp`, x),
      inhoud: (x) => bevat(sql`t.vraag`, x),
      reactie: (x) => bevat(sql`t.antwoord`, x),
      vertrouwelijk: (x) => sql`t.vertrouwelijk = ${x}::boolean`,
      indicatieContactGelukt: (x) => sql`t.contact_gelukt = ${x}::boolean`,
      plaatsgevondenOp: (x) => sql`t.plaatsgevonden_op = ${x}::timestamptz`,
      rondomVanaf: (x) => sql`t.plaatsgevonden_op >= ${x}::timestamptz`,
      rondomTot: (x) => sql`t.plaatsgevonden_op < ${x}::timestamptz`,
      leiddeTotInterneTaken: (x) => sql`
        exists (select from taak k where k.klantcontact_id = t.id and ${sql.join(magTaak(vraag, sql`k`), sql` and `)}) = ${x}::boolean`,
      hadBetrokkene__wasPartij: (x) => sql`${betrokkene(sql`b.partij_id is not null`)} = ${x}::boolean`,
      hadBetrokkene__digitaaladres__adres__icontains: (x) =>
        betrokkene(
          sql`exists (select from digitaal_adres d where d.betrokkene_id = b.id and ${bevat(sql`d.adres`, x)})`,
        ),
    }),
    ...zoek.verwijst('hadBetrokkene', (id) => betrokkene(sql`b.id = ${id}::uuid`)),
    ...zoek.verwijst('hadBetrokkene__wasPartij', (id) => betrokkene(sql`b.partij_id = ${id}::uuid`)),
    ...zoek.samen(vierCodes(sql`i`, 'hadBetrokkene__wasPartij__partijIdentificator__'), (alle) =>
      betrokkene(heeftIdentificator(vraag, sql`b.partij_id`)(alle)),
    ),
    ...zoek.verwijst('onderwerpobject', (id) => object('klantcontact_id')(sql`o.id = ${id}::uuid`)),
    ...zoek.verwijst('wasOnderwerpobject', (id) => object('was_klantcontact_id')(sql`o.id = ${id}::uuid`)),
    ...zoek.samen(onderwerpcodes(sql`o`, 'onderwerpobject__onderwerpobjectidentificator'), object('klantcontact_id')),
    ...zoek.samen(
      onderwerpcodes(sql`o`, 'wasOnderwerpobject__onderwerpobjectidentificator'),
      object('was_klantcontact_id'),
    ),
  ],
  async laad(vraag, ids) {
    const { rows } = await sql<Rij>`
      select t.id, t.nummer, t.kanaal_code, t.onderwerp, t.vraag, t.antwoord, t.contact_gelukt, t.vertrouwelijk, t.taal,
        t.plaatsgevonden_op,
        array(select o.id from onderwerpobject o where o.klantcontact_id = t.id order by o.id limit 500) as onderwerpobjecten,
        array(select a.actor_id from ki_actor_klantcontact a where a.klantcontact_id = t.id
          union select m.id from medewerker m where m.id = t.medewerker_id) as actoren,
        array(select b.id from bijlage b where b.klantcontact_id = t.id and b.klaar
          union all select b.id from ki_bijlage b where b.klantcontact_id = t.id limit 500) as bijlagen,
        array(select b.id from betrokkene b where b.klantcontact_id = t.id and ${isBetrokkene(sql`b`)} order by b.id limit 500) as betrokkenen,
        array(select k.id from taak k where k.klantcontact_id = t.id and ${sql.join(magTaak(vraag, sql`k`), sql` and `)}
          order by k.id limit 500) as taken
      from klantcontact t where t.id = any (${[...ids]}::uuid[])`.execute(vraag.ctx.db)
    const actoren = await laadActoren(
      vraag,
      rows.flatMap((row) => row.actoren),
    )
    return new Map(rows.map((row) => [row.id, weergave(vraag, row, actoren)]))
  },
  terug: [
    'nummer',
    'referentienummer',
    'kanaal',
    'hoofdOnderwerpType',
    'verdereActieOndernomen',
    'taal',
    'metadata',
    'plaatsgevondenOp',
  ],
  partijen: partijIdsVanContact('uuid'),
  async maak(vraag, body) {
    eisVervolg(body)
    return await maakKlantcontactVanBuiten(vraag.w, {
      kanaalCode: await kanaalVan(vraag, tekstIn(body, 'kanaal')),
      onderwerp: tekstIn(body, 'onderwerp'),
      vraag: tekstIn(body, 'inhoud'),
      antwoord: tekstIn(body, 'reactie'),
      contactGelukt: (body['indicatieContactGelukt'] as boolean | null | undefined) ?? null,
      taal: taalVan(body) ?? 'nld',
      vertrouwelijk: body['vertrouwelijk'] === true,
      plaatsgevondenOp: body['plaatsgevondenOp'] ? new Date(tekstIn(body, 'plaatsgevondenOp')) : vraag.w.now,
    })
  },
  async wijzig(vraag, id, anders, was) {
    eisVervolg({ ...was, ...anders })
    const taal = taalVan(anders)
    await wijzigKlantcontactVanBuiten(vraag.w, id, {
      ...(anders['kanaal'] !== undefined && { kanaal_code: await kanaalVan(vraag, tekstIn(anders, 'kanaal')) }),
      ...(anders['onderwerp'] !== undefined && { onderwerp: tekstIn(anders, 'onderwerp') }),
      ...(anders['inhoud'] !== undefined && { vraag: tekstIn(anders, 'inhoud') }),
      ...(anders['reactie'] !== undefined && { antwoord: tekstIn(anders, 'reactie') }),
      ...(anders['indicatieContactGelukt'] !== undefined && {
        contact_gelukt: anders['indicatieContactGelukt'] as boolean | null,
      }),
      ...(taal && { taal }),
      ...(anders['vertrouwelijk'] !== undefined && { vertrouwelijk: anders['vertrouwelijk'] === true }),
      ...(anders['plaatsgevondenOp'] !== undefined && {
        plaatsgevonden_op: new Date(tekstIn(anders, 'plaatsgevondenOp')),
      }),
    })
  },
  verwijder: (vraag, id) => verwijderContact(vraag, id),
}

/** With everything that hangs on it; a taak is cancelled, so that nobody works on for nobody. */
export async function verwijderContact(vraag: Schrijfvraag, id: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from taak where klantcontact_id = ${id} order by id`.execute(
    vraag.w.tx,
  )
  for (const taak of rows) await laatTaakVervallen(vraag.w, taak.id, 'Het contactmoment is verwijderd.')
  await verwijderBetrokkenenVan(vraag, undefined, id)
  await verwijderKlantcontact(vraag.w, id)
}

function weergave(vraag: Vraag, row: Rij, actoren: Map<string, Weergave>): Weergave {
  return {
    ...verwijzing(vraag, 'klantcontacten', row.id),
    gingOverOnderwerpobjecten: verwijzingen(vraag, 'onderwerpobjecten', row.onderwerpobjecten),
    hadBetrokkenActoren: row.actoren.flatMap((id) => actoren.get(id) ?? []),
    omvatteBijlagen: verwijzingen(vraag, 'bijlagen', row.bijlagen),
    hadBetrokkenen: verwijzingen(vraag, 'betrokkenen', row.betrokkenen),
    leiddeTotInterneTaken: verwijzingen(vraag, 'internetaken', row.taken),
    nummer: String(row.nummer),
    referentienummer: String(row.nummer),
    kanaal: row.kanaal_code,
    onderwerp: inkorten(row.onderwerp, 200),
    inhoud: inkorten(row.vraag, 1000),
    reactie: inkorten(row.antwoord, 4000),
    indicatieContactGelukt: row.contact_gelukt,
    hoofdOnderwerpType: '',
    verdereActieOndernomen: false,
    taal: row.taal,
    vertrouwelijk: row.vertrouwelijk,
    plaatsgevondenOp: row.plaatsgevonden_op.toISOString(),
    metadata: {},
  }
}

function eisVervolg(body: Weergave): void {
  if (body['indicatieContactGelukt'] === true && body['verdereActieOndernomen'] === true)
    throw veldfout(
      'nonFieldErrors',
      'no-further-action-when-contact-succesful',
      'Bij een gelukt contact kan geen verdere actie ondernomen zijn.',
    )
}

/** Three letters is a language as we know them; another two or three stay with what was sent. */
const taalVan = (body: Weergave) => (/^[a-z]{3}$/.test(tekstIn(body, 'taal')) ? tekstIn(body, 'taal') : undefined)

/** Channels as other software calls them. */
const anders: Record<string, string> = {
  tel: 'telefoon',
  telefonisch: 'telefoon',
  phone: 'telefoon',
  'e-mail': 'email',
  mail: 'email',
  contactformulier: 'portaal',
  webformulier: 'portaal',
  internet: 'portaal',
  website: 'portaal',
  chat: 'portaal',
  post: 'brief',
}

/** One of our channels; the name that was sent comes back with it. */
async function kanaalVan(vraag: Schrijfvraag, gegeven: string): Promise<string> {
  const kanalen = await listKanalen(vraag.ctx.db)
  const naam = gegeven.trim().toLowerCase()
  const gezocht = [naam, anders[naam] ?? '', 'portaal']
  const gevonden = gezocht
    .map((each) => kanalen.find(({ code, naam: eigen }) => code === each || eigen.toLowerCase() === each))
    .find(Boolean)
  const kanaal = gevonden ?? kanalen[0]
  if (!kanaal) throw veldfout('kanaal', 'invalid', 'Deze organisatie heeft nog geen kanalen ingericht.')
  return kanaal.code
}
