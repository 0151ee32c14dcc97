import { vrijeMomenten } from './agenda.ts'
import { agendaVan, type Omgeving } from './omgeving.ts'
import { isKlaar } from './onderhoud.ts'
import type { Order } from './vormen.ts'

const stijl = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { max-width: 72rem; margin: 0 auto; padding: 1rem }
  table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); vertical-align: top }
  form { display: inline }
  button, select, input { font: inherit; min-height: 2.25rem; padding: 0 .7rem; margin: .15rem }
  .let { border-left: .3rem solid #b45309; padding: .5rem .8rem }
  .breed { overflow-x: auto }`

/** The control page, for who shows the demo: what an ERP would do by itself, done by hand. */
export function pagina(o: Omgeving, organisatie: string): string {
  const orders = o.opslag.zoek(organisatie, 'onderhoudsorders', {}).slice(-40).reverse()
  const verborgen = `<input type="hidden" name="organisatie" value="${veilig(organisatie)}">`
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Proef-ERP</title><style>${stijl}</style></head><body>
<h1>Proef-ERP</h1>
<p>Speelt de ERP van <strong>${veilig(organisatie)}</strong> en spreekt VERA. Wat hier gebeurt, ziet Rondom binnen een
halve minuut. <a href="/proef/log?organisatie=${encodeURIComponent(organisatie)}">Logboek van mutaties</a></p>
${kwaalblok(o, verborgen)}
<h2>Tempo</h2>
<form method="post" action="/proef/factor">${verborgen}
<label>Het werk gaat <input name="factor" type="number" min="1" max="100000" value="${o.factor}" required> keer zo snel als de klok</label>
<button>Instellen</button></form>
<h2>Orders</h2>
<div class="breed"><table><thead><tr><th>Nummer</th><th>Omschrijving</th><th>Status</th><th>Afspraak</th><th>Doen</th></tr></thead>
<tbody>${orders.map((order) => orderregel(order, verborgen)).join('') || '<tr><td colspan="5">Nog geen orders.</td></tr>'}</tbody></table></div>
<h2>Vrije momenten voor de loodgieter</h2>
<p>Neem er een weg om te zien wat er gebeurt als een ander net eerder was.</p>
${momenten(o, organisatie, verborgen)}
</body></html>`
}

function kwaalblok(o: Omgeving, verborgen: string): string {
  const ziek = o.kwaal && o.kwaal.tot > Date.now() ? o.kwaal : undefined
  const tot = ziek && new Date(ziek.tot).toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam' })
  const melding = ziek
    ? `<p class="let">Storing “${ziek.soort}” tot ${tot}. <button form="over">Nu verhelpen</button></p>`
    : ''
  return `<h2>Storing</h2>${melding}
<form id="over" method="post" action="/proef/kwaal">${verborgen}<input type="hidden" name="soort" value="geen"></form>
<form method="post" action="/proef/kwaal">${verborgen}
<label>Soort <select name="soort"><option value="plat">onbereikbaar</option><option value="storing">foutmelding 503</option>
<option value="traag">antwoordt veel te laat</option><option value="onzin">antwoordt onzin</option>
<option value="antwoord-kwijt">voert uit, maar het antwoord raakt kwijt</option></select></label>
<label>Minuten <input name="minuten" type="number" min="1" max="240" value="5" required></label>
<button>Veroorzaken</button></form>`
}

const namen: Record<string, string> = {
  REG: 'geregistreerd',
  GUN: 'gegund',
  PLN: 'gepland',
  INB: 'in behandeling',
  TEC: 'technisch gereed',
  AFG: 'afgehandeld',
  GEA: 'geannuleerd',
}

function orderregel(order: Order, verborgen: string): string {
  const [taak] = order.onderhoudstaken
  const detail = { AFW: ', klant niet aanwezig', MAT: ', materiaal bestellen' }[taak?.detailStatus?.code ?? ''] ?? ''
  const afspraak = order.afspraken.find(({ status }) => status.code === 'GEP')
  const knop = (stap: string, tekst: string) =>
    `<form method="post" action="/proef/orders/${encodeURIComponent(order.id)}/${stap}">${verborgen}<button aria-label="${tekst}: ${veilig(String(order.code))}">${tekst}</button></form>`
  const knoppen = isKlaar(order)
    ? order.status.code === 'TEC'
      ? knop('afgehandeld', 'Afgehandeld')
      : ''
    : [
        knop('onderweg', 'Onderweg'),
        knop('gereed', 'Gereed'),
        knop('niet-thuis', 'Klant niet thuis'),
        knop('materiaal', 'Materiaal nodig'),
      ].join('')
  return `<tr><td>${veilig(String(order.code))}</td><td>${veilig(order.omschrijving)}</td>
<td>${namen[order.status.code] ?? order.status.code}${detail}</td>
<td>${afspraak ? tijd(afspraak.begindatum) : ''}</td><td>${knoppen}</td></tr>`
}

function momenten(o: Omgeving, organisatie: string, verborgen: string): string {
  const vrij = vrijeMomenten(agendaVan(o, organisatie), { specialisme: 'LOA', vanaf: o.nu(), tot: undefined }).slice(
    0,
    8,
  )
  const regel = ({ id, begin, vakman }: (typeof vrij)[number]) =>
    `<li>${tijd(begin.toISOString())}, ${veilig(vakman.roepnaam)} ${veilig(vakman.achternaam)}
<form method="post" action="/proef/weg">${verborgen}<input type="hidden" name="optieId" value="${veilig(id)}"><button>Neem weg</button></form></li>`
  return `<ul>${vrij.map(regel).join('')}</ul>`
}

function tijd(tekst: string): string {
  return new Date(tekst).toLocaleString('nl-NL', {
    timeZone: 'Europe/Amsterdam',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
}

function veilig(tekst: string): string {
  return tekst.replace(/[&<>"']/g, (teken) => `&#${teken.charCodeAt(0)};`)
}
