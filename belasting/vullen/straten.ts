import type { Straat } from '../../server/demo/plaatsen.ts'
import { maakToeval } from '../../server/demo/toeval.ts'

const stammen =
  'Kerk Molen Dorps School Stations Berken Beuken Eiken Linden Kastanje Populieren Wilgen Esdoorn Iepen Rozen Tulpen Anjer Narcissen Merel Lijster Vink Spreeuwen Zwaluwen Reiger Ooievaar Beatrix Juliana Wilhelmina Emma Oranje Nassau Rembrandt Vermeer Mondriaan Vondel Bilderdijk Multatuli Beethoven Mozart Brahms Mahler Haydn Amazone Donau Rijn Maas Schelde IJssel Waal Linge Zaan Amstel Saturnus Jupiter Venus Mars Orion Columbus Tasman Barentsz Heemskerck Tromp Ruyter Evertsen Bontekoe Curie Einstein Newton Kepler Huygens Leeuwenhoek Buys Ballot Lorentz'.split(
    ' ',
  )
const soorten = 'straat laan weg plein hof singel kade dreef pad steeg plantsoen gracht dijk kamp erf ring park'.split(
  ' ',
)
const plaatsen =
  'Utrecht Nieuwegein IJsselstein Zeist Maarssen Houten Woerden Amersfoort Hilversum Gouda Leiden Delft Rotterdam Schiedam Vlaardingen Dordrecht Breda Tilburg Eindhoven Helmond Nijmegen Arnhem Apeldoorn Deventer Zwolle Almere Lelystad Haarlem Zaandam Alkmaar Hoorn Amstelveen Purmerend Groningen Leeuwarden Assen Emmen Enschede Hengelo Maastricht'.split(
    ' ',
  )
const letters = 'ABCDEGHJKLMNPRSTVWXZ'

/** Streets in forty towns, each stretch with a postcode of its own. */
export function veelStraten(aantal: number): Straat[] {
  const toeval = maakToeval('belasting/straten')
  return Array.from({ length: aantal }, (_, i) => {
    const plaats = i % plaatsen.length
    const nummer = Math.floor(i / plaatsen.length)
    const woonplaats = plaatsen[plaats] ?? 'Utrecht'
    const paar = `${letters[Math.floor(nummer / letters.length) % letters.length]}${letters[nummer % letters.length]}`
    return {
      straatnaam: `${toeval.kies(stammen)}${toeval.kies(soorten)}`,
      postcode: `${1011 + plaats * 200 + Math.floor(nummer / letters.length ** 2)}${paar}`,
      woonplaats,
      gemeente: woonplaats,
      vanaf: toeval.heel(0, 6) * 80 + 1,
    }
  })
}
