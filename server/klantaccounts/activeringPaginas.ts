import * as contract from '#contract/klantaccounts.ts'
import { normalizeEmail } from '#contract/regels/kenmerken.ts'
import { type Doel, metPoging } from '#server/aanmelden/index.ts'
import { write } from '#server/platform/db/write.ts'
import { systemActor } from '#server/platform/http/context.ts'
import { telVraag } from './aanmelden.ts'
import { zoekActivering } from './activering.ts'
import { beginBewijs, findBewijs, vernieuwCode } from './bewijs.ts'
import { html } from './pagina/html.ts'
import { alinea, formulier, kaart, knop, veld, vinkje } from './pagina/onderdelen.ts'
import { type Antwoord, blad, pad, type paginas, type Vraag, zetBewijs } from './pagina/pagina.ts'

const velden = ['code', 'geboortedatum', 'postcode', 'huisnummer'] as const
type Veldnaam = (typeof velden)[number]

/** The code of a letter, what only he knows, and then the address that he wants to sign in with. */
export function activeringPaginas(pagina: ReturnType<typeof paginas>): void {
  pagina(contract.toonActiveren, [], async (vraag) => briefBlad(vraag))

  pagina(contract.activeer, velden, async (vraag) => {
    const { ctx, geheim, request, taal, terug, t } = vraag
    const { code = '', geboortedatum = '', postcode = '', huisnummer = '' } = vraag.velden
    const datum = leesDatum(geboortedatum)
    if (!code.trim()) return briefBlad(vraag, { code: t.fout.briefLeeg })
    if (geboortedatum.trim() && !datum) return briefBlad(vraag, { geboortedatum: t.fout.datum })
    if (!datum && !(postcode.trim() && huisnummer.trim())) return briefBlad(vraag, { geboortedatum: t.fout.wieLeeg })
    const doelen: Doel[] = [{ soort: 'link', waarde: request.ip }]
    const cookie = await metPoging(ctx.db, geheim, doelen, async () => {
      const gevonden = await write({ ...ctx, actor: systemActor }, (w) =>
        zoekActivering(w, geheim, code, { geboortedatum: datum, postcode, huisnummer }),
      )
      if (!gevonden) throw new PastNiet()
      return write({ ...ctx, actor: systemActor }, (w) =>
        beginBewijs(w, {
          doel: 'activeren',
          kanaal: 'email',
          aan: '',
          activering_id: gevonden.id,
          taal,
          terug,
          eigen_apparaat: false,
        }),
      )
    }).catch((error: unknown) => {
      if (error instanceof PastNiet) return undefined
      throw error
    })
    if (!cookie) return briefBlad(vraag, { code: t.fout.brief })
    zetBewijs(vraag, cookie)
    return { naar: pad('/aanmelden/activeren/adres', { taal, terug }) }
  })

  pagina(contract.toonActiverenAdres, [], async (vraag) => adresBlad(vraag))

  pagina(contract.activeerAdres, ['email', 'eigen'], async (vraag) => {
    const { ctx, t, taal } = vraag
    const email = normalizeEmail(vraag.velden.email ?? '')?.toLowerCase()
    if (!email) return adresBlad(vraag, { email: t.fout.email })
    const bewijs = await findBewijs(ctx.db, vraag.bewijs)
    if (bewijs?.doel !== 'activeren') return adresBlad(vraag)
    await telVraag(vraag, email)
    const eigen = vraag.velden.eigen === 'ja'
    await write({ ...ctx, actor: systemActor }, (w) =>
      vernieuwCode(w, bewijs.id, { aan: email, eigen_apparaat: eigen }),
    )
    return { naar: pad('/aanmelden/code', { taal }) }
  })
}

/** Thrown so that the attempt stays counted. */
class PastNiet extends Error {}

function briefBlad(vraag: Vraag<Veldnaam>, fouten: Partial<Record<Veldnaam, string>> = {}): Antwoord {
  const { t, taal, terug, velden: ingevuld } = vraag
  const fout = Object.keys(fouten).length > 0
  const een = (naam: Veldnaam) => ({ naam, waarde: ingevuld[naam], fout: fouten[naam] })
  return blad(
    vraag,
    t.activeren.titel,
    [
      alinea(t.activeren.uitleg),
      kaart([
        formulier(pad('/aanmelden/activeren', { taal, terug }), [
          veld({
            ...een('code'),
            label: t.activeren.code,
            uitleg: t.activeren.codeUitleg,
            autocomplete: 'one-time-code',
            eerst: !fout,
            lengte: 20,
          }),
          alinea(t.activeren.wie),
          veld({
            ...een('geboortedatum'),
            label: t.activeren.geboortedatum,
            uitleg: t.activeren.geboortedatumUitleg,
            autocomplete: 'bday',
            inputmode: 'text',
            lengte: 20,
          }),
          veld({ ...een('postcode'), label: t.activeren.postcode, autocomplete: 'postal-code', lengte: 10 }),
          veld({ ...een('huisnummer'), label: t.activeren.huisnummer, inputmode: 'numeric', lengte: 10 }),
          html`<div class="rij">${knop(t.activeren.knop)}</div>`,
        ]),
      ]),
    ],
    Object.fromEntries(Object.entries(fouten).map(([naam, zin]) => [naam, zin ?? ''])),
  )
}

async function adresBlad(vraag: Vraag<'email' | 'eigen'>, fouten: Record<string, string> = {}): Promise<Antwoord> {
  const { ctx, t, taal, terug } = vraag
  const bewijs = await findBewijs(ctx.db, vraag.bewijs)
  if (bewijs?.doel !== 'activeren') return { naar: pad('/aanmelden', { taal, terug, fout: 'begin' }) }
  return blad(
    vraag,
    t.adres.titel,
    [
      alinea(t.adres.uitleg),
      kaart([
        formulier(pad('/aanmelden/activeren/adres', { taal, terug }), [
          veld({
            naam: 'email',
            label: t.email,
            soort: 'email',
            autocomplete: 'email',
            inputmode: 'email',
            eerst: true,
            waarde: vraag.velden.email,
            fout: fouten['email'],
          }),
          vinkje('eigen', t.eigen, t.eigenUitleg, vraag.velden.eigen === 'ja'),
          html`<div class="rij">${knop(t.adres.knop)}</div>`,
        ]),
      ]),
    ],
    fouten,
  )
}

/** As people write it: 14-3-1985, 14/03/1985, 14 03 1985, 14031985. */
export function leesDatum(getypt: string): string | undefined {
  const delen = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$|^(\d{2})(\d{2})(\d{4})$/.exec(getypt.trim())
  if (!delen) return undefined
  const [dag = '', maand = '', jaar = ''] = delen[1] ? delen.slice(1, 4) : delen.slice(4, 7)
  try {
    return Temporal.PlainDate.from(
      { year: Number(jaar), month: Number(maand), day: Number(dag) },
      { overflow: 'reject' },
    ).toString()
  } catch {
    return undefined
  }
}
