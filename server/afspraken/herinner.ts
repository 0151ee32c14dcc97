import { vulBericht } from '#contract/regels/vulBericht.ts'
import { verstuurBericht } from '#server/berichten/index.ts'
import { write } from '#server/platform/db/write.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { findPartij } from '#server/relaties/index.ts'
import { findZaken } from '#server/zaken/index.ts'
import { agendabestand } from './agenda.ts'
import { lockTeHerinneren, updateAfspraak } from './store.ts'
import type { AfspraakRow } from './tables.ts'

const perKeer = 50

/** Reminds of what comes tomorrow, once; the message is in the same transaction as the note that it was sent. */
export async function herinner(ctx: ReadContext): Promise<void> {
  for (let vol = true; vol; )
    vol = await write(ctx, async (w) => {
      const rows = await lockTeHerinneren(w.tx, w.now, perKeer)
      for (const row of rows) {
        await stuur(w, row)
        await updateAfspraak(w.tx, row, { herinnerd_op: w.now })
      }
      return rows.length === perKeer
    })
}

async function stuur(w: WriteContext, afspraak: AfspraakRow): Promise<void> {
  const { partij_id, zaak_id, id, volgnummer } = afspraak
  const zaak = (await findZaken(w.db, [zaak_id])).get(zaak_id)
  if (!partij_id || !zaak) return
  const partij = await findPartij(w.db, partij_id)
  const taal = !partij || partij.voorkeurstaal === 'nld' ? 'nl' : 'en'
  const { onderwerp, tekst } = teksten[taal]
  await verstuurBericht(w, {
    sleutel: `afspraak:${id}:${volgnummer}:herinnering`,
    partijId: partij_id,
    zaakId: zaak_id,
    formeel: false,
    doel: 'afspraken',
    taal,
    onderwerp: `${onderwerp} (${zaak.nummer})`,
    tekst: vulBericht(tekst, {
      titel: afspraak.titel,
      adres: afspraak.adres,
      dag: dagIn[taal].format(afspraak.begin),
      van: uur.format(afspraak.begin),
      tot: uur.format(afspraak.eind),
    }),
    agenda: agendabestand(w, [afspraak]),
    vertrouwelijk: zaak.vertrouwelijk,
  })
}

const zone = { timeZone: 'Europe/Amsterdam' } as const
const dag = { ...zone, weekday: 'long', day: 'numeric', month: 'long' } as const
const dagIn = { nl: new Intl.DateTimeFormat('nl-NL', dag), en: new Intl.DateTimeFormat('en-GB', dag) }
const uur = new Intl.DateTimeFormat('nl-NL', { ...zone, hour: '2-digit', minute: '2-digit' })

const teksten = {
  nl: {
    onderwerp: 'Herinnering aan uw afspraak',
    tekst: `Wij hebben een afspraak met u: {{ titel }}.

Wij komen op **{{ dag }}** tussen **{{ van }} en {{ tot }} uur**.

{{ adres }}

Zorgt u dat er iemand thuis is? Kunt u niet? Laat het ons dan zo snel mogelijk weten.`,
  },
  en: {
    onderwerp: 'Reminder of your appointment',
    tekst: `We have an appointment with you: {{ titel }}.

We will come on **{{ dag }}** between **{{ van }} and {{ tot }}**.

{{ adres }}

Please make sure that somebody is at home. If you cannot make it, let us know as soon as possible.`,
  },
}
