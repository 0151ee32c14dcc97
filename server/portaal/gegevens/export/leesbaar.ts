import { domeinNamen } from '#contract/portaal/toegang.ts'
import type { Kopie } from './verzamel.ts'

/** The same, to read: one page without a script that opens in every browser and prints on paper. */
export function leesbareKopie(kopie: Kopie): string {
  const { gegevens } = kopie
  return pagina(`Uw gegevens bij ${kopie.organisatie}`, [
    `<p>Gemaakt op ${moment(kopie.gemaaktOp)}. Alles staat ook in <code>gegevens.json</code>, voor een computer.</p>`,
    `<p>Aantekeningen van medewerkers staan hier niet in: daarin kan iets over anderen staan. Vraag ons erom, dan
      bekijken wij wat wij u kunnen geven.</p>`,
    deel('Wie u bent', [
      feiten([
        ['Naam', gegevens.naam],
        ['Klantnummer', String(gegevens.klantnummer)],
        ['Geboortedatum', gegevens.geboortedatum ?? ''],
        ['Postadres', gegevens.postadres],
        ...gegevens.adressen.map((each): [string, string] => [
          each.soort === 'email' ? 'E-mailadres' : 'Telefoonnummer',
          each.adres,
        ]),
        ...kopie.rekeningnummers.map((each): [string, string] => ['Rekeningnummer', each.iban]),
      ]),
    ]),
    deel(
      'Met wie u woont',
      gegevens.huishoudens.map(({ naam, personen }) =>
        lijst(
          naam,
          personen.map((each) => `${each.naam} (${each.rol}), sinds ${each.sinds}`),
        ),
      ),
    ),
    deel('Machtigingen', [
      lijst(
        'Wie voor u mag handelen',
        gegevens.gegeven.map((each) => `${each.ander}: ${each.domeinen.map((d) => domeinNamen[d]).join(', ')}`),
      ),
      lijst(
        'Voor wie u mag handelen',
        gegevens.gekregen.map((each) => `${each.ander}: ${each.domeinen.map((d) => domeinNamen[d]).join(', ')}`),
      ),
    ]),
    deel('Contracten', [
      lijst(
        '',
        kopie.contracten.map(
          (each) => `${each.nummer}, vanaf ${each.begin}${each.einde ? ` tot en met ${each.einde}` : ''}`,
        ),
      ),
    ]),
    deel('Zaken', [
      lijst(
        '',
        kopie.zaken.map((each) => `${each.nummer} – ${each.soort}: ${each.omschrijving} (${moment(each.ontvangenOp)})`),
      ),
    ]),
    deel(
      'Vragen en antwoorden',
      kopie.contact.map(
        ({ onderwerp, berichten }) =>
          `<h3>${veilig(onderwerp)}</h3>${berichten
            .map(
              (each) =>
                `<p><strong>${each.van === 'klant' ? 'U' : veilig(kopie.organisatie)}</strong>, ${moment(each.op)}</p><blockquote>${veilig(each.tekst)}</blockquote>`,
            )
            .join('')}`,
      ),
    ),
    deel(
      'Berichten van ons',
      kopie.berichten.map(
        (each) =>
          `<h3>${veilig(each.onderwerp)}</h3><p>${moment(each.op)}</p><blockquote>${veilig(each.tekst)}</blockquote>`,
      ),
    ),
    deel('Wie uw gegevens bekeek', [
      lijst(
        '',
        kopie.inzagen.map((each) => `${moment(each.op)}: ${each.wat}, ${each.waarover} – ${each.team || each.door}`),
      ),
    ]),
  ])
}

const pagina = (titel: string, delen: string[]) => `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${veilig(titel)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}blockquote{white-space:pre-wrap;border-left:3px solid #ccc;margin:0 0 1rem;padding-left:1rem}dt{font-weight:600}dd{margin:0 0 .5rem}</style>
</head><body><h1>${veilig(titel)}</h1>${delen.join('\n')}</body></html>
`
const deel = (titel: string, inhoud: string[]) =>
  `<h2>${veilig(titel)}</h2>${inhoud.filter(Boolean).join('') || '<p>Niets.</p>'}`
const lijst = (titel: string, regels: string[]) =>
  regels.length === 0
    ? ''
    : `${titel && `<h3>${veilig(titel)}</h3>`}<ul>${regels.map((regel) => `<li>${veilig(regel)}</li>`).join('')}</ul>`
const feiten = (rijen: [string, string][]) =>
  `<dl>${rijen.flatMap(([naam, waarde]) => (waarde ? [`<dt>${veilig(naam)}</dt><dd>${veilig(waarde)}</dd>`] : [])).join('')}</dl>`

const opgemaakt = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
})
const moment = (iso: string) => opgemaakt.format(new Date(iso))

/** What people typed is text, never a page of its own. */
const veilig = (tekst: string) => tekst.replace(/[&<>"']/g, (teken) => `&#${teken.codePointAt(0)};`)
