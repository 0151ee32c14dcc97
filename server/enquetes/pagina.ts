import type { EnqueteRow } from './tables.ts'
import { type Taal, type Vraag, vragen } from './vragen.ts'

/**
 * The questionnaire as one page of a few kilobytes: no script, nothing from elsewhere, readable by any screen reader.
 * What it is about, not about whom: a link can be opened by anybody who reads the message.
 */
export function enquetePagina(
  enquete: EnqueteRow,
  taal: Taal,
  { kop, fouten = {}, ingevuld }: { kop: string; fouten?: Record<string, string>; ingevuld?: Record<string, string> },
): string {
  const t = teksten[taal]
  const waarden = ingevuld ?? waardenVan(enquete)
  const lijst = Object.entries(fouten)
  return omslag(
    taal,
    kop,
    `<h1>${veilig(t.titel)}</h1>
<p>${veilig(t.uitleg(enquete.zaaktype_naam))}</p>
<p class="taal"><a href="?taal=${t.andere.code}" lang="${t.andere.code}">${t.andere.naam}</a></p>
${lijst.length > 0 ? `<div role="alert" class="fout"><p>${veilig(t.fout)}</p><ul>${lijst.map(([naam, zin]) => `<li><a href="#${naam}">${veilig(zin)}</a></li>`).join('')}</ul></div>` : ''}
<form method="post" action="?taal=${taal}" enctype="multipart/form-data" novalidate>
${vragen.map((vraag) => veld(vraag, taal, waarden[vraag.naam] ?? '', fouten[vraag.naam])).join('\n')}
<button type="submit">${veilig(enquete.beantwoord_op ? t.wijzig : t.verstuur)}</button>
</form>
<p class="klein">${veilig(t.privacy)}</p>`,
  )
}

export function bedanktPagina(taal: Taal, kop: string, magWijzigen: boolean): string {
  const t = teksten[taal]
  const terug = magWijzigen ? `<p><a href="?taal=${taal}&amp;wijzig=ja">${veilig(t.alsnog)}</a></p>` : ''
  return omslag(taal, kop, `<h1>${veilig(t.bedankt)}</h1><p>${veilig(t.bedanktUitleg)}</p>${terug}`)
}

export function wegPagina(taal: Taal, kop: string): string {
  const t = teksten[taal]
  return omslag(taal, kop, `<h1>${veilig(t.weg)}</h1><p>${veilig(t.wegUitleg)}</p>`)
}

/** What is missing, in the words of the question. */
export const foutzin = (naam: string, taal: Taal): string => teksten[taal].mist[naam] ?? teksten[taal].fout

function waardenVan({ score, opgelost, opmerking }: EnqueteRow): Record<string, string> {
  return {
    score: score === null ? '' : String(score),
    opgelost: opgelost === null ? '' : opgelost ? 'ja' : 'nee',
    opmerking,
  }
}

function veld(vraag: Vraag, taal: Taal, waarde: string, fout: string | undefined): string {
  const melding = fout ? `<p class="veldfout" id="${vraag.naam}-fout">${veilig(fout)}</p>` : ''
  const bij = fout ? ` aria-describedby="${vraag.naam}-fout"` : ''
  const label = veilig(vraag.tekst[taal])
  if (vraag.soort === 'tekstvak') {
    const uitleg = vraag.uitleg ? `<p class="klein" id="${vraag.naam}-uitleg">${veilig(vraag.uitleg[taal])}</p>` : ''
    return `<div class="vraag"><label for="${vraag.naam}">${label}</label>${uitleg}<textarea id="${vraag.naam}" name="${vraag.naam}" rows="4" maxlength="${vraag.max}" aria-describedby="${vraag.naam}-uitleg">${veilig(waarde)}</textarea></div>`
  }
  const opties =
    vraag.soort === 'keuze'
      ? vraag.opties.map((optie) => ({ waarde: optie.waarde, label: optie.tekst[taal] }))
      : Array.from({ length: vraag.max - vraag.min + 1 }, (_, plek) => {
          const cijfer = String(vraag.min + plek)
          return { waarde: cijfer, label: cijfer }
        })
  const uiteinden =
    vraag.soort === 'score'
      ? `<p class="uiteinden"><span>${vraag.min}: ${veilig(vraag.laag[taal])}</span><span>${vraag.max}: ${veilig(vraag.hoog[taal])}</span></p>`
      : ''
  return `<fieldset class="vraag" id="${vraag.naam}"${bij}><legend>${label}</legend>${melding}<div class="opties ${vraag.soort}">${opties
    .map(
      (optie) =>
        `<label><input type="radio" name="${vraag.naam}" value="${optie.waarde}"${optie.waarde === waarde ? ' checked' : ''} required><span>${veilig(optie.label)}</span></label>`,
    )
    .join('')}</div>${uiteinden}</fieldset>`
}

const omslag = (taal: Taal, kop: string, inhoud: string) => `<!doctype html>
<html lang="${taal}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${veilig(teksten[taal].titel)} - ${veilig(kop)}</title><style>${stijl}</style></head>
<body><header>${veilig(kop)}</header><main>${inhoud}</main></body></html>`

const veilig = (tekst: string) => tekst.replace(/[&<>"']/g, (teken) => `&#${teken.charCodeAt(0)};`)

const teksten = {
  nl: {
    titel: 'Hoe hebben wij het gedaan?',
    uitleg: (wat: string) => `Drie korte vragen over: ${wat.toLowerCase()}. U helpt ons om het beter te doen.`,
    verstuur: 'Versturen',
    wijzig: 'Wijziging versturen',
    bedankt: 'Dank u wel',
    bedanktUitleg: 'Wij hebben uw antwoord. Is het nog niet opgelost? Dan nemen wij contact met u op.',
    alsnog: 'Mijn antwoord wijzigen',
    weg: 'Deze vragenlijst is er niet meer',
    wegUitleg: 'De link is verlopen of klopt niet. Wilt u ons iets laten weten? Neem dan gewoon contact met ons op.',
    fout: 'Er ontbreekt nog iets.',
    mist: {
      score: 'Kies een cijfer van 1 tot en met 10.',
      opgelost: 'Kies of het is opgelost.',
      opmerking: 'Uw opmerking is te lang. Gebruik hoogstens 500 tekens.',
    } as Record<string, string>,
    privacy:
      'Wij zien bij welke zaak uw antwoord hoort, zodat wij iets kunnen doen als het niet goed ging. In overzichten staat uw naam niet.',
    andere: { code: 'en', naam: 'English' },
  },
  en: {
    titel: 'How did we do?',
    uitleg: () => 'Three short questions about how we helped you. Your answers help us to do better.',
    verstuur: 'Send',
    wijzig: 'Send changes',
    bedankt: 'Thank you',
    bedanktUitleg: 'We have your answer. If it has not been solved, we will contact you.',
    alsnog: 'Change my answer',
    weg: 'This questionnaire is no longer available',
    wegUitleg: 'The link has expired or is not correct. If you want to tell us something, please contact us.',
    fout: 'Something is missing.',
    mist: {
      score: 'Choose a number from 1 to 10.',
      opgelost: 'Choose whether it has been solved.',
      opmerking: 'Your remark is too long. Use at most 500 characters.',
    } as Record<string, string>,
    privacy:
      'We see which case your answer belongs to, so that we can act if it did not go well. Reports do not show your name.',
    andere: { code: 'nl', naam: 'Nederlands' },
  },
} as const

const stijl = `
:root{color-scheme:light dark;--vlak:#fff;--tekst:#1a1d21;--accent:#1d5f8a;--rand:#767676;--fout:#b3261e}
@media (prefers-color-scheme:dark){:root{--vlak:#16191d;--tekst:#e8eaed;--accent:#7cc0ea;--rand:#8c8c8c;--fout:#ff8a80}}
*{box-sizing:border-box}
body{margin:0;font:18px/1.5 system-ui,sans-serif;background:var(--vlak);color:var(--tekst)}
header{padding:12px 20px;border-bottom:1px solid var(--rand);font-weight:600}
main{max-width:38rem;margin:0 auto;padding:20px}
h1{font-size:1.6rem;line-height:1.25;margin:.4em 0}
a{color:var(--accent)}
.vraag{border:0;padding:0;margin:28px 0}
legend,.vraag>label{font-weight:600;padding:0;display:block}
.opties{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}
.opties label{position:relative;display:block}
.opties input{position:absolute;opacity:0;inset:0;width:100%;height:100%;margin:0;cursor:pointer}
.opties span{display:grid;place-items:center;min-width:46px;min-height:46px;padding:4px 14px;border:1px solid var(--rand);border-radius:8px}
.opties.score span{padding:4px}
.opties input:checked+span{background:var(--accent);border-color:var(--accent);color:var(--vlak);font-weight:700}
.opties input:focus-visible+span,button:focus-visible,textarea:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.uiteinden{display:flex;justify-content:space-between;gap:12px;margin:6px 0 0;font-size:.85rem}
textarea{width:100%;font:inherit;background:var(--vlak);color:inherit;padding:8px;margin-top:8px;border:1px solid var(--rand);border-radius:8px}
button{font:inherit;font-weight:600;min-height:48px;padding:8px 24px;border:0;border-radius:8px;background:var(--accent);color:var(--vlak);cursor:pointer}
.fout{border:2px solid var(--fout);border-radius:8px;padding:4px 16px;margin:16px 0}
.fout a,.veldfout{color:var(--fout)}
.klein{font-size:.85rem}
`
