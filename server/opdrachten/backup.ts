import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { maakBackup } from '#server/backup/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { fileStoreOf } from '#server/platform/files/fileStore.ts'
import type { Invoer } from './invoer.ts'
import { contextVan, kiesOrganisatie, metDatabase } from './omgeving.ts'
import { type Opdracht, OpdrachtFout, type Toestel } from './opdracht.ts'

export const backup: Opdracht = {
  naam: 'backup',
  kort: 'Maak een reservekopie van één organisatie, met de bijlagen.',
  gebruik: ['backup [bestand] [--wachtwoord]'],
  uitleg: `
Schrijft alle gegevens van één moment en alle bijlagen naar één bestand. Iedereen kan intussen doorwerken. Zonder naam
komt het in de map backups van de gegevensmap. Met --wachtwoord wordt het versleuteld; zonder dat wachtwoord krijgt
niemand het open, ook u niet. Uit een script: geef het wachtwoord als eerste regel op standaardinvoer.

Niet in de kopie: wie er is aangemeld, en het geheim van deze installatie (RONDOM_GEHEIM of het bestand geheim in de
gegevensmap). Bewaar dat geheim apart: zonder werkt de tweede stap bij het aanmelden niet meer.`,
  opties: { wachtwoord: { uitleg: 'versleutel met een wachtwoord' } },
  async run(invoer, toestel) {
    return await metDatabase(toestel, async (omgeving) => {
      const organisatie = await kiesOrganisatie(omgeving, invoer)
      const pad = await kiesPad(invoer, toestel, organisatie.code)
      const wachtwoord = invoer.vlag('wachtwoord') ? await nieuwWachtwoord(toestel) : undefined
      const balk = toestel.scherm.voortgang('Reservekopie')
      try {
        const manifest = await maakBackup({
          databaseUrl: omgeving.databaseUrl,
          ctx: contextVan(omgeving, organisatie, toestel.clock()),
          bestanden: fileStoreOf(omgeving.config),
          pad,
          voortgang: (deel, wat) => balk.stap(deel, wat),
          ...(wachtwoord !== undefined && { wachtwoord }),
        })
        balk.klaar()
        const rijen = manifest.tabellen.reduce((som, tabel) => som + tabel.rijen, 0)
        const { size } = await stat(pad)
        const getal = (n: number) => n.toLocaleString('nl-NL')
        toestel.scherm.regel(pad)
        toestel.scherm.melding(
          `${getal(rijen)} rijen en ${getal(manifest.bestanden.length)} bijlagen, ${getal(Math.ceil(size / 1024))} kB.`,
        )
        for (const sleutel of manifest.ontbreekt) toestel.scherm.melding(`! bijlage ${sleutel} is er niet`)
        return manifest.ontbreekt.length > 0 ? 1 : 0
      } finally {
        balk.klaar()
      }
    })
  },
}

async function kiesPad(invoer: Invoer, { clock, config }: Toestel, code: string): Promise<string> {
  const now = clock()
  const tijd = now.toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam', hour12: false }).replaceAll(':', '')
  const naam = `rondom-${code}-${dagVan(now)}-${tijd}${invoer.vlag('wachtwoord') ? '.versleuteld' : '.tar.gz'}`
  const gegeven = invoer.woorden[0]
  const pad = gegeven ? resolve(gegeven) : join(config.dataDir, 'backups', naam)
  const er = await stat(pad).catch(() => undefined)
  if (er?.isDirectory()) return join(pad, naam)
  if (er) throw new OpdrachtFout(`${pad} bestaat al. Kies een andere naam; een reservekopie wordt nooit overschreven.`)
  return pad
}

async function nieuwWachtwoord({ vraagGeheim }: Toestel): Promise<string> {
  const eerste = await vraagGeheim('Wachtwoord voor de reservekopie')
  if ([...eerste].length < 12) throw new OpdrachtFout('Gebruik minstens 12 tekens; dit wachtwoord is de enige sleutel.')
  // From a pipe there is one line, and nobody mistypes.
  if (process.stdin.isTTY && (await vraagGeheim('Nog een keer')) !== eerste) {
    throw new OpdrachtFout('De twee wachtwoorden zijn niet hetzelfde.')
  }
  return eerste
}
