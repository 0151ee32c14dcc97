import * as contract from '#contract/klantaccounts.ts'
import { getInstelling } from '#server/beheer/index.ts'
import { klantadres, verstuurBericht } from '#server/berichten/index.ts'
import { conflict, notFound, stale } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { newId } from '#server/platform/ids.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { laadPartij } from '#server/relaties/index.ts'
import type { Services } from '#server/slice.ts'
import { eindKlantsessies, kanAanmelden, maakKlantaccount } from './account.ts'
import { findBrief, maakActivering } from './activering.ts'
import { klantgeheim } from './auth.ts'
import { deleteSessies, lockAccount, selectAccount, telAccount, updateAccount } from './store.ts'
import type { AccountRow } from './tables.ts'
import { teksten } from './teksten.ts'

/** What an employee does about the portal for a customer: let him in, and shut the door. */
export function medewerkerRoutes(http: Http, services: Services): void {
  http.read(contract.getKlanttoegang, async ({ params, ctx }) => {
    const toegang = await leesToegang(ctx, params.id)
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel: 'Toegang tot het portaal',
      objectSoort: 'klantaccount',
      objectId: toegang.account?.id ?? params.id,
      partijIds: [params.id],
    })
    return toegang
  })

  http.write(contract.nodigKlantUit, async ({ params, w }) => {
    const { email } = await leesToegang(w, params.id)
    if (!email)
      throw conflict('geen-email', 'Wij hebben geen e-mailadres van deze klant. Stuur een brief met een code.')
    const bestaand = await selectAccount(w.db, params.id)
    const account = bestaand?.email ? bestaand : await maakKlantaccount(w, { partijId: params.id, email })
    await nodigUit(w, account)
    return leesToegang(w, params.id)
  })

  http.write(contract.stuurActiveringsbrief, async ({ params, w }) => {
    await laadPartij(w.db, params.id)
    await maakActivering(w, klantgeheim(services, w.organisatie.id), params.id)
    return leesToegang(w, params.id)
  })

  http.write(contract.wijzigKlanttoegang, async ({ params, body, versie, w }) => {
    const account = await lockAccount(w.tx, params.id)
    if (!account) throw notFound()
    if (account.versie !== versie) throw stale(await leesToegang(w, params.id))
    const na = await updateAccount(w.tx, account.id, { status: body.status })
    if (na.status !== 'actief') await deleteSessies(w.tx, na.id)
    await logToegang(
      w,
      na,
      body.status === 'actief' ? 'Toegang tot het portaal openen' : 'Toegang tot het portaal sluiten',
    )
    return leesToegang(w, params.id)
  })

  http.write(contract.eindKlantsessiesVan, async ({ params, w }) => {
    const account = await lockAccount(w.tx, params.id)
    if (!account) throw notFound()
    await eindKlantsessies(w, params.id)
    await logToegang(w, account, 'Klant overal uitloggen')
    return undefined
  })
}

async function leesToegang(ctx: ReadContext, partijId: string): Promise<contract.Klanttoegang> {
  const { partij, persoon, digitaleAdressen } = await laadPartij(ctx.db, partijId)
  const [account, brief] = await Promise.all([selectAccount(ctx.db, partijId), findBrief(ctx.db, partijId, ctx.now)])
  const email = digitaleAdressen
    .filter((each) => each.soort === 'email' && each.einddatum === null)
    .sort((a, b) => Number(b.voorkeur) - Number(a.voorkeur) || Number(b.is_standaard) - Number(a.is_standaard))[0]
  return {
    account: account
      ? {
          id: account.id,
          email: account.email,
          status: account.status,
          laatstAangemeldOp: account.laatst_aangemeld_op?.toISOString() ?? null,
          ...(await telAccount(ctx.db, account.id)),
          versie: account.versie,
        }
      : null,
    brief: brief
      ? {
          gemaaktOp: brief.gemaakt_op.toISOString(),
          geldigTot: brief.geldig_tot.toISOString(),
          berichtId: brief.bericht_id,
        }
      : null,
    email: account?.email ?? email?.genormaliseerd ?? null,
    kan: kanAanmelden(partij) && !persoon?.overlijdensdatum,
  }
}

async function nodigUit(w: WriteContext, account: AccountRow): Promise<void> {
  if (!account.email) return
  const van = (await getInstelling(w.db, 'portaalnaam')) || w.organisatie.naam
  await verstuurBericht(w, {
    sleutel: `klantuitnodiging:${newId()}`,
    partijId: account.partij_id,
    aan: account.email,
    formeel: true,
    taal: account.taal,
    ...teksten[account.taal].bericht.uitnodiging(van, `${await klantadres(w)}/aanmelden`),
  })
}

async function logToegang(w: WriteContext, account: AccountRow, doel: string): Promise<void> {
  await logVerwerking(w, {
    actie: 'wijzigen',
    doel,
    objectSoort: 'klantaccount',
    objectId: account.id,
    partijIds: [account.partij_id],
  })
}
