import { isFilled, loadDemo } from '#server/demo/index.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import type { Invoer } from './invoer.ts'
import { kiesOrganisatie, metDatabase, type Omgeving } from './omgeving.ts'
import { type Opdracht, OpdrachtFout } from './opdracht.ts'

export const demo: Opdracht = {
  naam: 'demo',
  kort: 'Vul een lege organisatie met een verzonnen woningcorporatie.',
  gebruik: ['demo [--woningen 2000] [--zaad rondom]'],
  uitleg: `
Maakt huishoudens, woningen, overeenkomsten, vijf jaar contacten en taken. Hetzelfde zaad geeft dezelfde mensen.
Er komt niets uit het echt, en er wordt niets bij bestaande klanten gezet. Reken op een halve minuut per 10.000 woningen.`,
  opties: {
    woningen: { waarde: 'aantal', uitleg: 'hoeveel woningen, 1 tot en met 200.000 (anders 2.000)' },
    zaad: { waarde: 'tekst', uitleg: 'een ander zaad geeft andere mensen' },
  },
  async run(invoer, toestel) {
    const woningen = invoer.getal('woningen', 1, 200_000) ?? 2000
    await metDatabase(toestel, async (omgeving) => {
      const organisatie = await demoOrganisatie(omgeving, invoer)
      const balk = toestel.scherm.voortgang('Demo')
      try {
        const zaad = invoer.tekst('zaad')
        const made = await loadDemo({
          databaseUrl: omgeving.databaseUrl,
          organisatie,
          log: omgeving.log,
          woningen,
          nu: toestel.clock(),
          voortgang: (deel, wat) => balk.stap(deel, wat),
          ...(zaad ? { zaad } : {}),
        })
        balk.klaar()
        const aantal = (n: number) => n.toLocaleString('nl-NL')
        toestel.scherm.regel(
          `${organisatie.naam}: ${aantal(made.partijen)} klanten, ${aantal(made.eenheden)} woningen, ` +
            `${aantal(made.klantcontacten)} contacten en ${aantal(made.taken)} taken in ${made.seconden.toFixed(1)} s.`,
        )
      } finally {
        balk.klaar()
      }
    })
    return 0
  },
}

/** The demo organisatie, made when there is none; only with `--organisatie` another one. */
async function demoOrganisatie(omgeving: Omgeving, invoer: Invoer): Promise<Organisatie> {
  const alle = await omgeving.organisaties.list()
  const gekozen = invoer.tekst('organisatie')
    ? await kiesOrganisatie(omgeving, invoer)
    : (alle.find((each) => each.demo) ??
      (await omgeving.organisaties.create({
        code: 'demo',
        naam: 'Woonstichting De Linde',
        standaard: !alle.some((each) => each.standaard),
        demo: true,
      })))
  if (await isFilled(gekozen)) {
    throw new OpdrachtFout(
      `Organisatie ${gekozen.code} bevat al klanten; de demo vult alleen een lege. ` +
        'Maak een nieuwe met: npm run rondom -- organisatie maak <code> --naam <naam>',
    )
  }
  return gekozen
}
