import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedInrichting } from '../../server/beheer/index.ts'
import { write } from '../../server/platform/db/write.ts'
import type { ReadContext } from '../../server/platform/http/context.ts'
import { newId } from '../../server/platform/ids.ts'
import { laadLevering } from '../../server/processen/index.ts'
import { tekening } from '../../server/processen/testing/tekening.ts'

export const proces = 'sneuvelproef'
export const overeenkomst = 'HO-SNEUVEL'
/** What each case makes, once: taken, a message, and bookings in the ERP. */
export const taken = ['na de eerste boeking', 'na de tijd']
export const boekingen = ['eerste', 'tweede']

const invoer = (naam: string, waarde: string) =>
  `<rondom:invoer naam="${naam}" waarde="${waarde.replaceAll('"', '&quot;')}"/>`
const doe = (id: string, actie: string, ...met: string[]) =>
  `<bpmn:serviceTask id="${id}" name="${id}" rondom:actie="${actie}"><bpmn:extensionElements>${met.join('')}</bpmn:extensionElements></bpmn:serviceTask>`
const boek = (welke: string) =>
  doe(
    welke,
    'erp.muteren',
    invoer('wat', 'boeking maken'),
    // The number of the zaak is in the log of the ERP: so it tells itself for whom it booked, and how often.
    invoer(
      'gegevens',
      `={ overeenkomstNummer: "${overeenkomst}", soort: "VOR", detailsoort: "PRO", omschrijving: zaak.nummer + " ${welke}", bedragCent: 100, boekdatum: "2026-11-01" }`,
    ),
  )
const taak = (id: string, onderwerp: string) =>
  doe(id, 'taak.aanmaken', invoer('team', 'kcc'), invoer('onderwerp', onderwerp))

const [naEen = '', naTijd = ''] = taken
const [een = '', twee = ''] = boekingen
const tekst = tekening(`<bpmn:startEvent id="begin"/>${boek(een)}${taak('naEen', naEen)}
  <bpmn:sendTask id="meld" name="Melden" rondom:bericht="melding"/>
  <bpmn:intermediateCatchEvent id="even" name="Even"><bpmn:timerEventDefinition><bpmn:timeDuration>PT2S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
  ${taak('naTijd', naTijd)}${boek(twee)}<bpmn:endEvent id="einde"/>
  begin -> ${een}
  ${een} -> naEen
  naEen -> meld
  meld -> even
  even -> naTijd
  naTijd -> ${twee}
  ${twee} -> einde`)

/** A process that leaves something at every turn, a klant to whom it happens, and a contract that the ERP knows. */
export async function richtIn(ctx: ReadContext): Promise<{ partijId: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'rondom-belasting-'))
  try {
    mkdirSync(join(folder, proces, 'berichten'), { recursive: true })
    writeFileSync(join(folder, proces, 'proces.bpmn'), tekst)
    writeFileSync(join(folder, proces, 'berichten', 'melding.md'), '---\nonderwerp: Geboekt\n---\nEr is geboekt.\n')
    await write(ctx, async (w) => {
      await seedInrichting(w)
      await laadLevering(w, folder)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const [partijId, eenheidId, overeenkomstId] = [newId(), newId(), newId()]
  const { db } = ctx
  await db
    .insertInto('partij')
    .values({ id: partijId, soort: 'persoon', naam: 'S. Terk', sorteernaam: 'terk' })
    .execute()
  const achternaam = { partij_id: partijId, achternaam: 'Terk' }
  await db.insertInto('partij_persoon').values(achternaam).execute()
  const adres = { straatnaam: 'Zonstraat', huisnummer: 1, postcode: '3512AB', woonplaats: 'Utrecht' }
  await db
    .insertInto('eenheid')
    .values({ id: eenheidId, code: 'W-SNEUVEL', ...adres })
    .execute()
  await db
    .insertInto('overeenkomst')
    .values({
      id: overeenkomstId,
      nummer: overeenkomst,
      eenheid_id: eenheidId,
      begindatum: '2020-01-01',
      brutohuur_cent: 60_000,
    })
    .execute()
  await db
    .insertInto('overeenkomst_partij')
    .values({ overeenkomst_id: overeenkomstId, partij_id: partijId, rol: 'HUU' })
    .execute()
  return { partijId }
}
