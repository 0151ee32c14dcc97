import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ArchiefFout, isVersleuteld, OntsleutelFout, ruimHerstelOp, herstel as zetTerug } from '#server/backup/index.ts'
import { fileStoreOf } from '#server/platform/files/fileStore.ts'
import { systemActor } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import type { Invoer } from './invoer.ts'
import { gebruikersnaam, kiesOrganisatie, metDatabase, type Omgeving } from './omgeving.ts'
import { GebruikFout, type Opdracht, OpdrachtFout, type Toestel } from './opdracht.ts'

export const herstel: Opdracht = {
  naam: 'herstel',
  kort: 'Zet een reservekopie terug.',
  gebruik: ['herstel <bestand> [--wachtwoord]', 'herstel --opruimen'],
  uitleg: `
Laadt de reservekopie naast wat er nu is, controleert elke tabel, werkt hem bij naar deze versie en verwisselt pas dan,
in één moment. Gaat er iets mis, dan blijft alles zoals het was. Wat er was, blijft bewaard in een eigen schema tot u
--opruimen geeft. Nummers die sinds de kopie zijn uitgegeven, worden niet opnieuw gebruikt. Iedereen moet zich daarna
opnieuw aanmelden. Een kopie van een nieuwere versie wordt geweigerd. Start Rondom na afloop opnieuw.`,
  opties: {
    wachtwoord: { uitleg: 'vraag om het wachtwoord; gebeurt vanzelf bij een versleutelde kopie' },
    opruimen: { uitleg: 'verwijder wat bij een eerder herstel is bewaard' },
  },
  async run(invoer, toestel) {
    if (invoer.vlag('opruimen')) return await ruimOp(invoer, toestel)
    const pad = await kiesBestand(invoer)
    const vraag = invoer.vlag('wachtwoord') || (await isVersleuteld(pad))
    const wachtwoord = vraag ? await toestel.vraagGeheim('Wachtwoord van de reservekopie') : undefined
    await metDatabase(toestel, async (omgeving) => {
      const balk = toestel.scherm.voortgang('Herstel')
      try {
        const { manifest, oud } = await zetTerug({
          ...omgeving,
          bestanden: fileStoreOf(omgeving.config),
          pad,
          werkmap: join(omgeving.config.dataDir, 'bestanden', 'ontvangst'),
          ctx: contextZonderOrganisatie(omgeving, toestel),
          voortgang: (deel, wat) => balk.stap(deel, wat),
          ...(wachtwoord !== undefined && { wachtwoord }),
          ...(invoer.tekst('organisatie') && { organisatie: invoer.vereist('organisatie') }),
        })
        balk.klaar()
        const van = new Date(manifest.gemaaktOp).toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam' })
        toestel.scherm.regel(`${manifest.organisatie.naam} is terug zoals op ${van}. Start Rondom nu opnieuw.`)
        if (oud)
          toestel.scherm.regel(`Wat er was, staat in schema ${oud}. Weggooien: npm run rondom -- herstel --opruimen`)
        for (const sleutel of manifest.ontbreekt) toestel.scherm.melding(`! bijlage ${sleutel} zat niet in de kopie`)
      } catch (error) {
        if (error instanceof ArchiefFout || error instanceof OntsleutelFout) throw new OpdrachtFout(error.message)
        throw error
      } finally {
        balk.klaar()
      }
    })
    return 0
  },
}

async function kiesBestand(invoer: Invoer): Promise<string> {
  const [gegeven] = invoer.woorden
  if (!gegeven) throw new GebruikFout('Noem het bestand van de reservekopie.')
  const pad = resolve(gegeven)
  const found = await stat(pad).catch(() => undefined)
  if (!found?.isFile()) throw new OpdrachtFout(`Het bestand ${pad} bestaat niet.`)
  return pad
}

/** The organisatie is the one of the backup, which may not be there yet. */
function contextZonderOrganisatie({ log }: Omgeving, { clock }: Toestel) {
  const actor = { ...systemActor, naam: `Opdrachtregel (${gebruikersnaam()})` }
  return { actor, now: clock(), log, verzoekId: newId() }
}

async function ruimOp(invoer: Invoer, toestel: Toestel): Promise<0> {
  await metDatabase(toestel, async (omgeving) => {
    const { code } = await kiesOrganisatie(omgeving, invoer)
    const weg = await ruimHerstelOp(omgeving.databaseUrl, code)
    toestel.scherm.regel(weg.length > 0 ? `Verwijderd: ${weg.join(', ')}.` : 'Er was niets om op te ruimen.')
  })
  return 0
}
