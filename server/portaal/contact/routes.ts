import * as contract from '#contract/portaal/contact.ts'
import type { BijlageOpslag } from '#server/klantcontacten/index.ts'
import type { KlantHttp } from '../http.ts'
import { beantwoord } from './beantwoord.ts'
import { ontvangBijlage, stuurBijlage } from './bijlagen.ts'
import { leesDraad, listContact, markeerGelezen, presentDraad } from './leesContact.ts'
import { listVraagonderwerpen, stelVraag } from './stelVraag.ts'

export function contactRoutes(klant: KlantHttp, opslag: BijlageOpslag): void {
  klant.read(contract.listContact, ({ query, ctx, toegang }) => listContact(ctx, toegang, query))
  klant.read(contract.getContact, ({ params, ctx, toegang }) => leesDraad(ctx, toegang, params.id))
  klant.read(contract.listContactonderwerpen, async ({ ctx }) => ({ onderwerpen: await listVraagonderwerpen(ctx) }))
  klant.write(contract.stelVraag, async ({ body, w, toegang }) => {
    const post = await stelVraag(w, toegang, body)
    return presentDraad(w, [post])
  })
  klant.write(contract.beantwoordContact, async ({ params, body, w, toegang }) => {
    const post = await beantwoord(w, toegang, params.id, body)
    return leesDraad(w, toegang, post.id)
  })
  klant.write(contract.leesContact, async ({ params, w, toegang }) => {
    await markeerGelezen(w, toegang, params.id)
    return undefined
  })
  klant.raw(contract.uploadContactbijlage, async ({ params, ctx, request, reply, toegang }) => {
    reply.code(201)
    return ontvangBijlage(ctx, toegang, opslag, params.id, request)
  })
  klant.raw(contract.downloadContactbijlage, ({ params, ctx, reply, toegang }) =>
    stuurBijlage(ctx, toegang, opslag, params, reply),
  )
}
