import { type Toeval, verdeling } from './toeval.ts'

/** Where a family's names come from; weights follow the tenants of a city corporation, roughly. */
export type Herkomst = 'nl' | 'tr' | 'ma' | 'sr' | 'pl' | 'sy'

export const herkomsten = verdeling<Herkomst>([
  ['nl', 68],
  ['ma', 10],
  ['tr', 9],
  ['sr', 6],
  ['pl', 4],
  ['sy', 3],
])

export type Achternaam = { tussenvoegsels: string; achternaam: string }
export type Persoonsnaam = { voornaam: string; initialen: string; geslacht: 'M' | 'V' }

/** Bearers in thousands (Meertens, 2007, rounded) for the Dutch ones; relative frequencies for the others. */
const achternamen: Record<Herkomst, string> = {
  nl: `de |Jong 83,|Jansen 73,de |Vries 71,van den |Berg 58,van de |Berg 12,van |Dijk 56,|Bakker 55,|Janssen 54,|Visser 50,|Smit 43,|Meijer 40,de |Boer 39,|Mulder 36,de |Groot 36,|Bos 35,|Vos 30,|Peters 30,|Hendriks 29,van |Leeuwen 28,|Dekker 27,|Brouwer 25,de |Wit 25,|Dijkstra 24,|Smits 23,de |Graaf 21,van der |Meer 20,van der |Linden 20,|Kok 19,|Jacobs 19,de |Haan 18,|Vermeulen 18,van den |Heuvel 17,van der |Veen 17,van den |Broek 16,de |Bruijn 15,de |Bruin 14,|Schouten 15,van |Beek 14,|Willems 14,van |Vliet 13,van der |Heijden 14,|Hoekstra 13,|Maas 12,|Verhoeven 12,|Koster 12,van |Dam 12,|Prins 12,|Blom 11,|Huisman 11,|Peeters 11,de |Jonge 11,|Kuipers 11,van |Veen 11,|Kuiper 10,|Postma 10,van |Wijk 10,|Veenstra 10,|Kramer 10,|Martens 9,|Scholten 9,van den |Brink 10,|Post 10,van |Es 7,|Kroon 7,van |Loon 8,|Timmermans 8,|Groen 8,|Gerritsen 8,|Bosch 8,|Hermans 8,van der |Wal 8,|Sanders 8,|Boersma 8,|Molenaar 8,de |Lange 8,|Schipper 8,|Vink 8,|Evers 7,|Mol 7,van den |Bosch 8,van |Doorn 7,|Driessen 7,van der |Velde 7,de |Vos 7,|Claassen 5,|Zwart 6,|Verbeek 7,van der |Meulen 6,|Koning 7,|Hofman 6,|Jonker 6,|Wolters 6,|Schoonhoven 1,|Ravestein 1,'t |Hart 3,'t |Hoen 1,van 't |Hof 1,ter |Horst 1,ten |Berge 1,ten |Hoopen 1,op den |Velde 1,d'|Ancona 1,|IJsselstein 1,in 't |Veld 2,|Tuinstra 1,|Bergsma 3,van |Ravenswaay 1,|Terpstra 4,|Zijlstra 5,|Kooistra 3,|Vlug 1`,
  tr: '|Yılmaz 30,|Kaya 22,|Demir 20,|Çelik 16,|Şahin 16,|Yıldız 15,|Yıldırım 14,|Öztürk 14,|Aydın 13,|Özdemir 12,|Arslan 12,|Doğan 12,|Kılıç 10,|Aslan 10,|Çetin 9,|Koç 9,|Kurt 8,|Özkan 8,|Şimşek 7,|Polat 7,|Erdoğan 6,|Güneş 5,|Bulut 5,|Korkmaz 5',
  ma: 'el |Amrani 18,|Bouzid 6,el |Idrissi 14,|Benali 10,|Ouali 6,el |Khattabi 10,|Azzouzi 9,|Haddou 8,|Bouali 7,el |Yaakoubi 7,|Mansouri 9,|Chaoui 6,|Ben Salah 4,ait |Lahcen 4,|Boutahar 5,el |Hamdaoui 8,|Amghar 4,|Ziani 6,|Belkacem 5,el |Mourabit 4,|Karimi 6,|Tahiri 6,|Zerrouk 4,|Aarab 3',
  sr: '|Pinas 10,|Kromodimedjo 3,|Ramdin 8,|Soekhai 4,|Wijngaarde 6,|Bouterse 2,|Jap-A-Joe 1,|Doelwijt 3,|Ramlal 5,|Kartosen 3,|Tjon A Fat 2,|Lieveld 2,|Sedney 2,|Rozenblad 5,|Kensmil 3,|Held 3,|Amatmohamed 2,|Sewpersad 3,|Vreden 3,|Kanhai 4',
  pl: '|Nowak 20,|Kowalski 13,|Wiśniewski 10,|Wójcik 10,|Kowalczyk 9,|Kamiński 9,|Lewandowski 9,|Zieliński 9,|Szymański 8,|Woźniak 8,|Dąbrowski 8,|Kozłowski 7,|Jankowski 6,|Mazur 6,|Krawczyk 5,|Piotrowski 5,|Grabowski 5,|Pawłowski 5',
  sy: 'al |Hassan 8,|Haddad 7,al |Ahmad 7,|Khalil 6,|Darwish 5,|Najjar 5,al |Masri 5,|Sayegh 3,|Barakat 4,al |Jaber 3,|Suleiman 4,|Shaheen 3',
}

/** Given names per origin: men; women. */
const voornamen: Record<Herkomst, readonly [string, string]> = {
  nl: [
    'Jan Piet Kees Johannes Willem Hendrik Cornelis Gerrit Peter Henk Hans Rob Erik Marco Dennis Jeroen Bas Tim Tom Lars Daan Sem Luuk Bram Thijs Ruben Joost Sander Martijn Wouter Niels Koen Frank Paul Theo Arie Jaap Dirk Sjaak Ad Thomas Stefan Mark Rick Kevin Jordy Mitchell',
    'Maria Johanna Anna Cornelia Elisabeth Wilhelmina Catharina Hendrika Petra Monique Sandra Ingrid Linda Marjan Esther Anouk Sophie Emma Julia Lotte Fleur Sanne Lisa Iris Femke Eva Nina Roos Tess Ria Truus Annie Corrie Greetje Ans Willy Bep Yvonne Marloes Mirjam Saskia Chantal Kim Naomi Demi',
  ],
  tr: [
    'Mehmet Mustafa Ahmet Ali Hasan Hüseyin Murat Ömer Yusuf Emre Kemal İbrahim Can Burak Serkan Onur',
    'Fatma Ayşe Emine Hatice Zeynep Elif Meryem Sevgi Özlem Derya Selin Büşra Gülay Songül Aylin Esra',
  ],
  ma: [
    'Mohamed Ahmed Youssef Hassan Rachid Khalid Omar Karim Abdelkader Said Mustapha Bilal Hamza Anouar Nabil Driss',
    'Fatima Khadija Naima Samira Latifa Hanan Aicha Malika Soumaya Ikram Nadia Rachida Houda Zohra Karima Yasmina',
  ],
  sr: [
    'Humphrey Stanley Romeo Glenn Winston Ricardo Orlando Rayen Soeresh Dewanand Kenneth Marvin',
    'Sheila Carmen Yvette Shanti Radha Jacqueline Lucia Mavis Roline Asha Marcia Denise',
  ],
  pl: [
    'Piotr Krzysztof Andrzej Tomasz Paweł Michał Marcin Jakub Adam Łukasz Mateusz Grzegorz',
    'Anna Katarzyna Małgorzata Agnieszka Ewa Joanna Magdalena Monika Karolina Aleksandra Zofia Beata',
  ],
  sy: [
    'Mohammad Ahmad Omar Khaled Yousef Bashar Hassan Ziad Samer Anas',
    'Rana Hala Nour Layla Maya Rima Sara Amal Dima Lina',
  ],
}

const familienamen = mapHerkomst((herkomst) =>
  verdeling(
    achternamen[herkomst].split(/,(?=[^,]*\|)/).map((regel): [Achternaam, number] => {
      const match = /^\s*(.*?)\|(.+) (\d+)$/.exec(regel)
      if (!match) throw new Error(`surname not understood: ${regel}`)
      return [{ tussenvoegsels: (match[1] ?? '').trim(), achternaam: match[2] ?? '' }, Number(match[3])]
    }),
  ),
)
const roepnamen = mapHerkomst(
  (herkomst) => voornamen[herkomst].map((lijst) => lijst.split(' ')) as [string[], string[]],
)

export function kiesFamilienaam(toeval: Toeval, herkomst: Herkomst): Achternaam {
  return toeval.weeg(familienamen[herkomst])
}

export function kiesVoornaam(toeval: Toeval, herkomst: Herkomst, geslacht: 'M' | 'V'): Persoonsnaam {
  const lijst = roepnamen[herkomst][geslacht === 'M' ? 0 : 1]
  const eerste = toeval.kies(lijst)
  const aantal = toeval.weeg(aantalVoornamen)
  const namen = [eerste, ...Array.from({ length: aantal - 1 }, () => toeval.kies(lijst))]
  return { voornaam: eerste, initialen: namen.map(voorletter).join(''), geslacht }
}

const aantalVoornamen = verdeling([
  [1, 45],
  [2, 40],
  [3, 15],
])

/** Th., Ch. and IJ. stay together, as Dutch initials do. */
function voorletter(naam: string): string {
  const samen = /^(Th|Ch|IJ|Ph)/.exec(naam)?.[0]
  return `${samen ?? naam.slice(0, 1)}.`
}

function mapHerkomst<T>(maak: (herkomst: Herkomst) => T): Record<Herkomst, T> {
  return Object.fromEntries(
    (Object.keys(achternamen) as Herkomst[]).map((herkomst) => [herkomst, maak(herkomst)]),
  ) as Record<Herkomst, T>
}

/** Companies and foundations that a corporation deals with. */
export const bedrijven = [
  'Bakkerij Jansen B.V.',
  'Installatiebedrijf De Vries',
  'Loodgietersbedrijf Kok & Zn.',
  'Schildersbedrijf Van Leeuwen',
  'Glashandel Utrecht B.V.',
  'Dakwerken Midden-Nederland B.V.',
  'Liftservice Noord B.V.',
  'Groenonderhoud Het Sticht',
  'Schoonmaakbedrijf Helder',
  'Elektrotechniek Bos B.V.',
  'Stichting Buurtwelzijn Overvecht',
  'Bewindvoering Zeker & Co',
  'Kapsalon Bella',
  'Fietsenmaker Het Achterwiel',
  'Huisartsenpraktijk De Singel',
  'Kinderopvang De Boomhut',
  'Slotenmaker 24 uur Utrecht',
  'Timmerbedrijf Vermeulen',
  'VvE Amazonedreef 12-60',
  'Buurtsuper Yılmaz',
] as const
