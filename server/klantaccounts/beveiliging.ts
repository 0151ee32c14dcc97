import * as contract from '#contract/klantaccounts.ts'
import { write } from '#server/platform/db/write.ts'
import { systemActor } from '#server/platform/http/context.ts'
import { html } from './pagina/html.ts'
import { alinea, formulier, knop, kop2, link } from './pagina/onderdelen.ts'
import { type Antwoord, blad, pad, type paginas, type Vraag } from './pagina/pagina.ts'
import { passkeyKnop } from './pagina/passkeyKnop.ts'
import {
  deleteAndereSessies,
  deletePasskey,
  deleteSessie,
  selectAccountById,
  selectPasskeys,
  selectSessies,
} from './store.ts'
import type { Taal } from './teksten.ts'

/** Where he is signed in and with what: he ends what he does not know. */
export function beveiligingPaginas(pagina: ReturnType<typeof paginas>): void {
  const dezePagina = '/aanmelden/beveiliging'
  pagina(contract.toonBeveiliging, [], async (vraag) => {
    const { klant, taal } = vraag
    return klant ? beveiligingBlad(vraag) : { naar: pad('/aanmelden', { taal, fout: 'sessie' }) }
  })

  pagina(contract.wijzigBeveiliging, ['sessie', 'passkey', 'alle'], async ({ ctx, klant, taal, velden }) => {
    if (!klant) return { naar: pad('/aanmelden', { taal, fout: 'sessie' }) }
    await write({ ...ctx, actor: systemActor }, async (w) => {
      if (velden.sessie) await deleteSessie(w.tx, klant.accountId, velden.sessie)
      if (velden.passkey) await deletePasskey(w.tx, klant.accountId, velden.passkey)
      if (velden.alle) await deleteAndereSessies(w.tx, klant.accountId, klant.sessieId)
    })
    return { naar: pad(dezePagina, { taal }) }
  })

  async function beveiligingBlad(vraag: Vraag): Promise<Antwoord> {
    const { ctx, t, taal, klant } = vraag
    const { accountId = '', sessieId = '', sterk = false } = klant ?? {}
    const [account, passkeys, sessies] = await Promise.all([
      selectAccountById(ctx.db, accountId),
      selectPasskeys(ctx.db, accountId),
      selectSessies(ctx.db, accountId),
    ])
    const actie = pad(dezePagina, { taal })
    const inhoud = [
      alinea(t.beveiliging.uitleg),
      account?.email
        ? html`<p class="nl-paragraph">${t.beveiliging.adres} <strong>${account.email}</strong></p>`
        : undefined,
      kop2(t.beveiliging.passkeys),
      alinea(t.beveiliging.passkeysUitleg),
      passkeys.length === 0
        ? alinea(t.beveiliging.geenPasskeys)
        : formulier(
            actie,
            passkeys.map(
              ({ id, naam, op }, plek) =>
                html`<div class="rij kaart"><span>${naam || `Passkey ${plek + 1}`}<br>${t.beveiliging.toegevoegd(moment(op, taal))}</span>${knop(t.beveiliging.verwijder, { soort: 'secondary', naam: 'passkey', waarde: id, label: `${t.beveiliging.verwijder}: ${naam || `Passkey ${plek + 1}`}` })}</div>`,
            ),
          ),
      // What counts as a second step is added after one: else a mailbox alone would be enough for ever.
      sterk
        ? passkeyKnop(t.beveiliging.voegToe, dezePagina, 'nieuw')
        : html`<p class="nl-paragraph">${link(pad('/aanmelden/bevestigen', { taal, terug: dezePagina }), t.beveiliging.voegToe)}</p>`,
      kop2(t.beveiliging.sessies),
      formulier(actie, [
        ...sessies.map(({ id, browser, laatst }) => {
          const naam = apparaat(browser) || t.beveiliging.onbekend
          const rest =
            id === sessieId
              ? html`<strong>${t.beveiliging.deze}</strong>`
              : knop(t.beveiliging.beeindig, {
                  soort: 'secondary',
                  naam: 'sessie',
                  waarde: id,
                  label: `${t.beveiliging.beeindig}: ${naam}`,
                })
          return html`<div class="rij kaart"><span>${naam}<br>${t.beveiliging.laatst(moment(laatst, taal))}</span>${rest}</div>`
        }),
        ...(sessies.length > 1
          ? [
              html`<div class="rij">${knop(t.beveiliging.beeindigAlle, { soort: 'secondary', naam: 'alle', waarde: 'ja' })}</div>`,
            ]
          : []),
      ]),
      html`<p class="nl-paragraph">${link('/', t.beveiliging.terug)}</p>`,
    ]
    return { ...blad(vraag, t.beveiliging.titel, inhoud), script: true }
  }
}

const moment = (op: Date, taal: Taal) =>
  op.toLocaleString(taal === 'nl' ? 'nl-NL' : 'en-GB', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'long',
    timeStyle: 'short',
  })

/** What somebody recognises his own device by; the rest of a user agent says nothing to him. */
export function apparaat(browser: string): string {
  const wat = /iPhone|iPad|Android|Windows|Macintosh|Linux/.exec(browser)?.[0]?.replace('Macintosh', 'Mac')
  const waarmee = /Edg|Firefox|Chrome|Safari/.exec(browser)?.[0]?.replace('Edg', 'Edge')
  return [wat, waarmee].filter(Boolean).join(', ')
}
