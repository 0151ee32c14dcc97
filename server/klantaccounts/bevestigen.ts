import * as contract from '#contract/klantaccounts.ts'
import { type Aanbod, begin, telVraag, verhuld } from './aanmelden.ts'
import { mobielVan } from './mobiel.ts'
import { html } from './pagina/html.ts'
import { alinea, formulier, knop, link } from './pagina/onderdelen.ts'
import { type Antwoord, blad, pad, type paginas, type Vraag } from './pagina/pagina.ts'
import { passkeyKnop } from './pagina/passkeyKnop.ts'
import { isPasBewezen, selectAccountById, selectPasskeys } from './store.ts'

/**
 * The second step, for what cannot be undone easily: another bank account, the end of a tenancy, a signature. A passkey,
 * a provider that vouches for him, or both codes: one to his mailbox and one to his telephone.
 */
export function bevestigPaginas(pagina: ReturnType<typeof paginas>, aanbod: Aanbod): void {
  pagina(contract.toonBevestigen, [], async (vraag) => {
    const { klant, taal, terug } = vraag
    if (!klant) return { naar: pad('/aanmelden', { taal, terug, fout: 'sessie' }) }
    return klant.sterk ? { naar: terug } : bevestigBlad(vraag, aanbod)
  })

  pagina(contract.bevestig, [], async (vraag) => {
    const { ctx, klant, taal, terug } = vraag
    if (!klant) return { naar: pad('/aanmelden', { taal, terug, fout: 'sessie' }) }
    const nummer = await mobielVan(ctx, klant.partijId)
    const email = (await selectAccountById(ctx.db, klant.accountId))?.email
    const pasBewezen = await isPasBewezen(ctx.db, klant.sessieId)
    if (!nummer || !(pasBewezen || email)) return bevestigBlad(vraag, aanbod)
    await telVraag(vraag, nummer)
    return begin(vraag, {
      doel: 'bevestigen',
      account_id: klant.accountId,
      eigen_apparaat: false,
      ...(pasBewezen ? { kanaal: 'sms', aan: nummer } : { kanaal: 'email', aan: email ?? '' }),
    })
  })
}

async function bevestigBlad(vraag: Vraag, aanbod: Aanbod): Promise<Antwoord> {
  const { ctx, t, taal, terug, klant } = vraag
  const { partijId = '', accountId = '', sessieId = '' } = klant ?? {}
  const nummer = await mobielVan(ctx, partijId)
  const passkeys = await selectPasskeys(ctx.db, accountId)
  const eerstEmail = !(await isPasBewezen(ctx.db, sessieId))
  const inhoud = [
    alinea(t.bevestigen.uitleg),
    passkeys.length > 0 ? passkeyKnop(t.bevestigen.passkey, terug) : undefined,
    nummer
      ? formulier(pad('/aanmelden/bevestigen', { taal, terug }), [
          alinea(t.bevestigen.sms(verhuld(nummer))),
          ...(eerstEmail ? [alinea(t.bevestigen.eerstEmail)] : []),
          html`<div class="rij">${knop(t.bevestigen.knop)}</div>`,
        ])
      : alinea(t.bevestigen.kanNiet),
    aanbod.oidc
      ? html`<p class="nl-paragraph">${link(pad('/aanmelden/oidc', { taal, terug }), t.bevestigen.oidc(aanbod.oidc.naam))}</p>`
      : undefined,
    html`<p class="nl-paragraph">${link(terug, t.bevestigen.terug)}</p>`,
  ]
  return { ...blad(vraag, t.bevestigen.titel, inhoud), script: true }
}
