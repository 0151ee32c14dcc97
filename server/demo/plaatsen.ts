/** Where the demo corporation owns dwellings. Streets exist; house numbers and postcode letters are the demo's own. */
export type Straat = { straatnaam: string; postcode: string; woonplaats: string; gemeente: string; vanaf: number }

const wijken: [woonplaats: string, gemeente: string, cijfers: number, straten: string][] = [
  [
    'Utrecht',
    'Utrecht',
    3512,
    'Lange Nieuwstraat, Springweg, Oudegracht, Twijnstraat, Nicolaasstraat, Lange Smeestraat',
  ],
  [
    'Utrecht',
    'Utrecht',
    3563,
    'Amazonedreef, Zambesidreef, Tigrisdreef, Gangesdreef, Nijldreef, Oranjerivierdreef, Wolgadreef, Donaudreef',
  ],
  [
    'Utrecht',
    'Utrecht',
    3525,
    'Oude Houtensepad, Verlengde Hoogravenseweg, Briljantlaan, Diamantweg, Smaragdplein, Robijnlaan',
  ],
  ['Utrecht', 'Utrecht', 3526, 'Marco Pololaan, Livingstonelaan, Bernadottelaan, Peltlaan, Auriollaan, Columbuslaan'],
  [
    'Utrecht',
    'Utrecht',
    3531,
    'Kanaalstraat, Damstraat, Abel Tasmanstraat, Laan van Nieuw-Guinea, Bandoengstraat, Soendastraat',
  ],
  ['Utrecht', 'Utrecht', 3551, 'Amsterdamsestraatweg, Boorstraat, Ooftstraat, Pionstraat, Loevenhoutsedijk, Daalseweg'],
  [
    'Nieuwegein',
    'Nieuwegein',
    3431,
    'Herenstraat, Richterslaan, Nedereindseweg, Emmalaan, Wilhelminalaan, Lupinestraat',
  ],
  ['IJsselstein', 'IJsselstein', 3401, 'Utrechtsestraat, Benschopperstraat, Touwlaan, Baronie, Koningsstraat'],
  ['Zeist', 'Zeist', 3704, 'Laan van Vollenhove, Gerolaan, Kerckebosch, Crosestein, Nijenheim, Couwenhoven'],
  [
    'Maarssen',
    'Stichtse Vecht',
    3601,
    'Kaatsbaan, Bolensteinsestraat, Straatweg, Duivenkamp, Fazantenkamp, Reigerskamp',
  ],
]

const letters = 'ABCDEGHJKLMNPRTVWXZ'

/** Streets cut into stretches of some forty numbers, each with a postcode of its own; as many as are asked. */
export function stratenVoor(aantal: number): Straat[] {
  const straten: Straat[] = []
  for (let ronde = 0; straten.length < aantal; ronde++) {
    wijken.forEach(([woonplaats, gemeente, cijfers, namen], wijk) => {
      namen.split(', ').forEach((straatnaam, straat) => {
        const nummer = ronde * 8 + straat + wijk
        const postcode = `${cijfers + Math.floor(ronde / 20)}${letters[Math.floor(nummer / letters.length) % letters.length]}${letters[nummer % letters.length]}`
        straten.push({ straatnaam, postcode, woonplaats, gemeente, vanaf: ronde * 80 + 1 })
      })
    })
  }
  return straten.slice(0, aantal)
}
