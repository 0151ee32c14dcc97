import type { BodyOf } from '#contract/endpoint.ts'
import type * as contract from '#contract/portaal/gegevens.ts'
import { listOnderwerpen } from '#server/beheer/index.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { legVraagVast } from '../contact/stelVraag.ts'
import { eisDomein, type Toegang } from '../toegang/toegang.ts'
import { maskeer } from './leesGegevens.ts'

const watNamen = {
  huishouden: 'Wijziging in huishouden',
  naam: 'Naam klopt niet',
  adres: 'Adres klopt niet',
  overig: 'Gegevens kloppen niet',
} as const

/** Something that only a colleague may change, with papers when needed. @returns the contact in which it goes on */
export async function meldHuishouden(
  w: WriteContext,
  toegang: Toegang,
  { wat, tekst }: BodyOf<typeof contract.meldHuishouden>,
): Promise<string> {
  eisDomein(toegang, 'gegevens')
  const { id } = await legVraagVast(w, toegang, {
    type: 'verzoek',
    detailsoort: 'gegevens',
    onderwerpIds: await gegevensonderwerp(w.db),
    onderwerp: watNamen[wat],
    tekst,
    taakOnderwerp: `${watNamen[wat]} (portaal)`,
  })
  return id
}

/**
 * Another bank account. The whole number is for the team only: what stands in the thread is read on telephones and sent
 * by mail.
 */
export async function vraagRekeningnummer(
  w: WriteContext,
  toegang: Toegang,
  { iban, tenaamstelling }: BodyOf<typeof contract.vraagRekeningnummer>,
): Promise<string> {
  eisDomein(toegang, 'betalen')
  const { id } = await legVraagVast(w, toegang, {
    type: 'verzoek',
    detailsoort: 'rekeningnummer',
    onderwerpIds: await gegevensonderwerp(w.db),
    onderwerp: 'Ander rekeningnummer',
    tekst: `Ik wil een ander rekeningnummer gebruiken: ${maskeer(iban)}, op naam van ${tenaamstelling}.`,
    toelichting: `Nieuw rekeningnummer: ${iban}\nOp naam van: ${tenaamstelling}\nGevraagd in het portaal, na een tweede stap.`,
    taakOnderwerp: 'Rekeningnummer wijzigen (portaal)',
  })
  return id
}

/** The subject of changed data, with what it stands under; none when the organisatie has no such subject. */
async function gegevensonderwerp(db: Db): Promise<string[]> {
  const found = (await listOnderwerpen(db)).find(({ code, actief }) => code === 'gegevens-wijzigen' && actief)
  return found ? [found.id, found.bovenliggend_id].filter((id) => id !== null) : []
}
