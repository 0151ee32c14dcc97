import { type Achternaam, type Herkomst, kiesFamilienaam } from '../../server/demo/namen.ts'
import type { Toeval } from '../../server/demo/toeval.ts'

const begin =
  'Aal Aar Abb Ach Ael Bak Bal Bar Beek Berg Bies Bloem Boer Bol Bons Boom Bor Bos Bouw Braam Brand Breed Broek Brug Brui Buis Daal Dam Dek Diep Dijk Dool Door Drie Duin Eelk Eik Elz Engel Es Fek Fok Fries Gal Geer Gel Gerb Gijs Gool Graaf Groen Haag Haak Ham Har Haver Heem Heer Hei Hel Hof Hol Hoog Hout Huis Jon Kaas Kamp Kap Kar Kem Kerk Klaas Klei Kloo Koel Kooi Kor Kraan Krui Kuip Laan Lam Lang Leem Lin Loof Los Luik Maat Mee Mei Men Mid Moer Mol Muis Naal Nier Noor Oever Oort Oost Oud Over Paal Pal Peer Pol Poort Pos Put Raad Ram Reek Riet Rijn Roos Rui Sand Schaap Schil Schoon Sla Slui Smal Sneek Spaan Spel Spij Sta Steen Ster Stoel Stroo Tak Tem Tim Toren Tui Uit Vaar Vel Veen Ves Vier Vis Vlas Voor Vree Waal Wal Was Weer Wes Wij Wil Wind Wol Zaal Zand Zee Zij Zoe Zuid Zwa'.split(
    ' ',
  )
const midden =
  'be ber bo de den der di do e el en er ge gel hem her ken ker lan le len ler li man me men mer ne nen ner ring se sen ser sta ste ten ter ve ven ver we ze zen zer'.split(
    ' ',
  )
const eind =
  'aar aart aert berg boer bos broek burg dam dijk donk drecht duin enberg eveld gaard graaf haar ham hart heem hof horst hout huis huizen inga ing ink jes kamp kens kerk kes kolk koop laan laar land loo maat man mans meer meijer molen mond ning ouds poort rade rijk rode schot sma sloot stein stra stroom tema tjes toorn veen veld ven vliet voort waard wal weg werf wijk wold zaal zicht zijl zoon'.split(
    ' ',
  )
const voorvoegsels = ['', '', '', '', '', '', 'van', 'van der', 'van den', 'de', 'van de', 'ter']

/**
 * Surnames as a country has them: half of the families share a few hundred, the others have one of hundreds of
 * thousands. Typing errors are cheap to find among a few hundred words; the honest test has them all.
 */
export function gevarieerdeFamilienaam(toeval: Toeval, herkomst: Herkomst): Achternaam {
  if (toeval.kans(0.45)) return kiesFamilienaam(toeval, herkomst)
  const deel = toeval.kans(0.75) ? toeval.kies(midden) : ''
  const naam = `${toeval.kies(begin)}${deel}${toeval.kies(eind)}`
  return { tussenvoegsels: toeval.kies(voorvoegsels), achternaam: toeval.kans(0.1) ? `${naam}s` : naam }
}
