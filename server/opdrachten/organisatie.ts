import type { Organisatie } from '#server/platform/db/organisaties.ts'
import { richtIn } from '#server/richtIn.ts'
import { contextVan, metDatabase, type Omgeving } from './omgeving.ts'
import { GebruikFout, type Opdracht, OpdrachtFout } from './opdracht.ts'

export const organisatie: Opdracht = {
  naam: 'organisatie',
  kort: 'Maak een organisatie, of toon welke er zijn.',
  gebruik: ['organisatie maak <code> --naam "Woonstichting De Linde" [--host contact.delinde.nl]', 'organisatie lijst'],
  uitleg: `
Elke organisatie heeft eigen tabellen; niets gaat van de ene naar de andere. De hostnaam waarmee iemand Rondom opent,
bepaalt welke het is. Een onbekende hostnaam opent de standaardorganisatie. De eerste wordt vanzelf de standaard.`,
  opties: {
    naam: { waarde: 'naam', uitleg: 'de naam zoals medewerkers die zien' },
    host: { waarde: 'namen', uitleg: 'hostnamen, met een komma ertussen' },
    standaard: { uitleg: 'maak dit de standaardorganisatie' },
  },
  async run(invoer, toestel) {
    const [actie, code] = invoer.woorden
    if (actie === 'lijst') {
      await metDatabase(toestel, async ({ organisaties }) => {
        toestel.scherm.tabel([
          ['code', 'naam', 'hostnamen', 'soort'],
          ...(await organisaties.list()).map((each) => [
            each.code,
            each.naam,
            each.hosts.join(', '),
            [each.standaard && 'standaard', each.demo && 'demo'].filter(Boolean).join(', '),
          ]),
        ])
      })
      return 0
    }
    if (actie !== 'maak') throw new GebruikFout('Kies "maak" of "lijst".')
    if (!code || !/^[a-z][a-z0-9_]{1,30}$/.test(code)) {
      throw new GebruikFout('Een code begint met een kleine letter, en heeft 2 tot 31 kleine letters, cijfers of _.')
    }
    const naam = invoer.vereist('naam')
    const hosts = (invoer.tekst('host') ?? '')
      .toLowerCase()
      .split(',')
      .map((host) => host.trim())
      .filter(Boolean)
    await metDatabase(toestel, async (omgeving) => {
      const made = await maakOrganisatie(omgeving, toestel.clock(), {
        code,
        naam,
        hosts,
        standaard: invoer.vlag('standaard'),
      })
      toestel.scherm.regel(`Organisatie ${made.code} is gemaakt en ingericht met teams, kanalen en onderwerpen.`)
      toestel.scherm.regel(
        `Maak nu de eerste gebruiker: npm run rondom -- gebruiker maak --organisatie ${made.code} --help`,
      )
    })
    return 0
  },
}

type Nieuw = { code: string; naam: string; hosts?: string[]; standaard?: boolean }

/** A new organisatie with the set-up that a housing association starts with. */
export async function maakOrganisatie(omgeving: Omgeving, now: Date, nieuw: Nieuw): Promise<Organisatie> {
  const alle = await omgeving.organisaties.list()
  if (alle.some((each) => each.code === nieuw.code)) {
    throw new OpdrachtFout(`Organisatie ${nieuw.code} bestaat al.`)
  }
  const taken = nieuw.hosts?.find((host) => alle.some((each) => each.hosts.includes(host)))
  if (taken) throw new OpdrachtFout(`De hostnaam ${taken} is al van een andere organisatie.`)
  const huidige = alle.find((each) => each.standaard)
  if (nieuw.standaard && huidige) throw new OpdrachtFout(`Organisatie ${huidige.code} is al de standaard.`)
  const made = await omgeving.organisaties.create({ ...nieuw, standaard: nieuw.standaard || alle.length === 0 })
  await richtIn(contextVan(omgeving, made, now))
  return made
}
