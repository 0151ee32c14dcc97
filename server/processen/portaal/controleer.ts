import type { Bevinding } from '#contract/procesbeheer.ts'
import type { Stap } from '../model/procesmodel.ts'
import type { Geladen } from '../versies/geladen.ts'

/** What `portaal.json` and the drawing say of each other: words for steps that are not there, messages nobody waits for. */
export function controleerPortaal({ portaal, model }: Geladen): Bevinding[] {
  const stappen = [...model.stappen.values()]
  if (!portaal) {
    return stappen
      .filter(({ klant }) => klant)
      .map(({ id, naam }) =>
        bevinding('waarschuwing', 'proces.bpmn', id, naam, 'De klant ziet deze stap pas als er een portaal.json is.'),
      )
  }
  const gehoord = new Set(
    stappen.flatMap((stap) => stap.gebeurtenissen.filter(({ soort }) => soort === 'bericht').map(({ naam }) => naam)),
  )
  return [
    ...Object.keys(portaal.stappen)
      .filter((element) => !model.stappen.has(element))
      .map((element) =>
        fout(`stappen.${element}`, `De stap "${element}" staat niet in het diagram. Haal hem hier weg.`),
      ),
    ...Object.entries(portaal.acties)
      .flatMap(([actie, naam]) => (naam && !gehoord.has(naam) ? [{ actie, naam }] : []))
      .map(({ actie, naam }) =>
        fout(
          `acties.${actie}`,
          `Geen enkele stap wacht op het bericht "${naam}". Teken een gebeurtenis die erop wacht, of haal de actie weg.`,
        ),
      ),
    ...stappen
      .filter(isVanKlant)
      .filter(({ id }) => !portaal.stappen[id])
      .map(({ id, naam }) =>
        bevinding(
          'waarschuwing',
          'portaal.json',
          `stappen.${id}`,
          naam,
          `Schrijf bij stappen.${id} in gewone woorden wat de klant hier doet.`,
        ),
      ),
  ]
}

/** A customer can do it himself. */
export const isVanKlant = ({ soort, klant, team }: Stap): boolean =>
  soort === 'UserTask' && (klant !== '' || team === 'klant')

const fout = (plek: string, melding: string) => bevinding('fout', 'portaal.json', plek, '', melding)

function bevinding(ernst: Bevinding['ernst'], bestand: string, plek: string, naam: string, melding: string): Bevinding {
  return { ernst, bestand, plek, naam: naam || plek, melding }
}
