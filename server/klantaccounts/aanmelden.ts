import * as contract from '#contract/klantaccounts.ts'
import { normalizeEmail } from '#contract/regels/kenmerken.ts'
import { telPoging } from '#server/aanmelden/index.ts'
import { write } from '#server/platform/db/write.ts'
import { systemActor } from '#server/platform/http/context.ts'
import { beginBewijs, findBewijs, type NieuwBewijs, vernieuwCode } from './bewijs.ts'
import { listDemoKlanten } from './demo.ts'
import { neemIn } from './neemIn.ts'
import { type Html, html } from './pagina/html.ts'
import { alinea, formulier, kaart, knop, kop2, link, melding, veld, vinkje } from './pagina/onderdelen.ts'
import { type Antwoord, blad, pad, type paginas, type Vraag, zetBewijs } from './pagina/pagina.ts'
import { passkeyKnop } from './pagina/passkeyKnop.ts'
import type { BewijsRow } from './tables.ts'

export type Aanbod = { demo: boolean; oidc: { naam: string } | undefined }

/** Signing in: the address, and the code that goes there. */
export function aanmeldPaginas(pagina: ReturnType<typeof paginas>, aanbod: Aanbod): void {
  pagina(contract.toonAanmelden, [], async (vraag) => {
    if (vraag.klant && !vraag.fout) return { naar: vraag.terug }
    return aanmeldBlad(vraag, aanbod)
  })

  pagina(contract.vraagCode, ['email', 'eigen'], async (vraag) => {
    const email = normalizeEmail(vraag.velden.email ?? '')?.toLowerCase()
    if (!email) return aanmeldBlad(vraag, aanbod, { email: vraag.t.fout.email })
    await telVraag(vraag, email)
    return begin(vraag, { doel: 'aanmelden', kanaal: 'email', aan: email, eigen_apparaat: vraag.velden.eigen === 'ja' })
  })

  pagina(contract.toonCode, [], async (vraag) => codeBlad(vraag, await findBewijs(vraag.ctx.db, vraag.bewijs)))

  pagina(contract.geefCode, ['code'], async (vraag) => {
    const gelukt = await neemIn(vraag, vraag.velden.code ?? '')
    if ('naar' in gelukt) return gelukt
    const bewijs = await findBewijs(vraag.ctx.db, vraag.bewijs)
    return codeBlad(vraag, bewijs, { code: vraag.t.fout[gelukt.fout] })
  })

  pagina(contract.vraagCodeOpnieuw, [], async (vraag) => {
    const bewijs = await findBewijs(vraag.ctx.db, vraag.bewijs)
    if (!bewijs?.aan) return codeBlad(vraag, undefined)
    await telVraag(vraag, bewijs.aan)
    await write({ ...vraag.ctx, actor: systemActor }, (w) => vernieuwCode(w, bewijs.id))
    return codeBlad(vraag, bewijs, {}, vraag.t.code.opnieuwKlaar)
  })
}

/** Each code is counted, for the one who would get it and the place it is asked from: known or not plays no part. */
export function telVraag({ ctx, geheim, request }: Vraag, aan: string): Promise<void> {
  return telPoging(ctx.db, geheim, [
    { soort: 'klantcode', waarde: aan },
    { soort: 'klantadres', waarde: request.ip },
  ])
}

/** Begins to prove something in this browser, and asks for the code. */
export async function begin(vraag: Vraag, nieuw: Omit<NieuwBewijs, 'taal' | 'terug'>): Promise<Antwoord> {
  const { ctx, taal, terug } = vraag
  const cookie = await write({ ...ctx, actor: systemActor }, (w) => beginBewijs(w, { ...nieuw, taal, terug }))
  zetBewijs(vraag, cookie)
  return { naar: pad('/aanmelden/code', { taal }) }
}

async function aanmeldBlad(vraag: Vraag, aanbod: Aanbod, fouten: Record<string, string> = {}): Promise<Antwoord> {
  const { t, taal, terug, velden } = vraag
  const zin = foutzinVan(vraag)
  const alle = { ...(zin && { '': zin }), ...fouten }
  const demo = aanbod.demo && vraag.ctx.organisatie.demo ? await demoKeuze(vraag) : undefined
  const inhoud = [
    kaart([
      alinea(t.aanmelden.uitleg),
      formulier(pad('/aanmelden', { taal, terug }), [
        veld({
          naam: 'email',
          label: t.email,
          soort: 'email',
          autocomplete: 'email',
          inputmode: 'email',
          eerst: !zin,
          waarde: velden['email'],
          fout: fouten['email'],
        }),
        vinkje('eigen', t.eigen, t.eigenUitleg, velden['eigen'] === 'ja'),
        html`<div class="rij">${knop(t.aanmelden.knop)}</div>`,
      ]),
      passkeyKnop(t.aanmelden.passkey, terug),
    ]),
    kop2(t.aanmelden.anders),
    html`<ul>${[
      ...(aanbod.oidc ? [link(pad('/aanmelden/oidc', { taal, terug }), t.aanmelden.oidc(aanbod.oidc.naam))] : []),
      link(pad('/aanmelden/activeren', { taal, terug }), t.aanmelden.brief),
    ].map((each) => html`<li>${each}</li>`)}</ul>`,
    alinea(t.aanmelden.nieuw),
    demo,
  ]
  return { ...blad(vraag, t.aanmelden.titel, inhoud, alle), script: true }
}

function foutzinVan({ t, fout }: Vraag): string | undefined {
  const zin = fout && fout in t.fout ? t.fout[fout as keyof typeof t.fout] : undefined
  return typeof zin === 'string' ? zin : undefined
}

async function demoKeuze({ ctx, t, taal, terug }: Vraag): Promise<Html> {
  const klanten = await listDemoKlanten(ctx.db)
  return html`<section class="kaart stapel">${kop2(t.demo.titel)}${alinea(t.demo.uitleg)}
${formulier(pad('/aanmelden/demo', { taal, terug }), [
  html`<div class="stapel">${klanten.map(({ partijId, naam, wie }) => html`<div class="rij">${knop(naam, { soort: 'secondary', naam: 'partijId', waarde: partijId })}<span>${wie}</span></div>`)}</div>`,
])}</section>`
}

function codeBlad(
  vraag: Vraag,
  bewijs: BewijsRow | undefined,
  fouten: Record<string, string> = {},
  klaar?: string,
): Antwoord {
  const { t, taal } = vraag
  const terug = bewijs?.terug ?? vraag.terug
  const weg = html`<p class="nl-paragraph">${link(pad('/aanmelden', { taal, terug }), t.code.ander)}</p>`
  if (!bewijs?.aan) return blad(vraag, t.code.titel, [weg], { '': fouten['code'] ?? t.fout.begin })
  return blad(
    vraag,
    t.code.titel,
    [
      klaar ? melding(klaar) : undefined,
      alinea(bewijs.kanaal === 'sms' ? t.code.sms(verhuld(bewijs.aan)) : t.code.email(bewijs.aan)),
      kaart([
        formulier(pad('/aanmelden/code', { taal }), [
          veld({
            naam: 'code',
            label: t.code.veld,
            uitleg: t.code.uitleg,
            fout: fouten['code'],
            autocomplete: 'one-time-code',
            inputmode: 'numeric',
            eerst: true,
            lengte: 12,
          }),
          html`<div class="rij">${knop(t.code.knop)}</div>`,
        ]),
      ]),
      alinea(t.code.spam),
      formulier(pad('/aanmelden/code/opnieuw', { taal }), [
        html`<div class="rij">${knop(t.code.opnieuw, { soort: 'secondary' })}</div>`,
      ]),
      bewijs.doel === 'aanmelden' ? weg : undefined,
    ],
    fouten,
  )
}

/** Enough to know which telephone to look at. */
export const verhuld = (nummer: string): string => `•••• ${nummer.slice(-2)}`
