import type { FastifyReply } from 'fastify'
import * as contract from '#contract/berichten.ts'
import { getInstelling } from '#server/beheer/index.ts'
import { write } from '#server/platform/db/write.ts'
import { type ReadContext, systemActor } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { portaalCsp, portaalPagina } from '#server/platform/http/portaalPagina.ts'
import type { Leestaal } from '../tables.ts'
import { zetKeuze } from '../voorkeuren/voorkeuren.ts'
import { afTeMelden, hashVan } from './afmeldlink.ts'
import { selectAfmelding, updateGebruikt } from './store.ts'

/** Stopping a kind of message, without signing in: who has the mail, has the key. */
export function afmeldRoutes(http: Http): void {
  http.raw(contract.toonAfmelden, async ({ params, ctx, reply }) => {
    const afmelding = await geldig(ctx, params.token)
    if (!afmelding) return toon(ctx, reply, 'nl', 'weg', 404)
    if (afmelding.gebruikt_op) return toon(ctx, reply, afmelding.leestaal, 'klaar')
    return toon(ctx, reply, afmelding.leestaal, afmelding.doel)
  })

  http.raw(contract.meldAf, async ({ params, ctx, reply }) => {
    const afmelding = await geldig(ctx, params.token)
    if (!afmelding) return toon(ctx, reply, 'nl', 'weg', 404)
    // Nobody is signed in: it is done by Rondom.
    await write({ ...ctx, actor: systemActor }, async (w) => {
      await zetKeuze(w, afmelding.partijId, afmelding.doel, 'uit')
      await updateGebruikt(w.tx, hashVan(params.token), w.now)
    })
    return toon(ctx, reply, afmelding.leestaal, 'klaar')
  })
}

async function geldig(ctx: ReadContext, token: string) {
  const row = await selectAfmelding(ctx.db, hashVan(token))
  const doel = afTeMelden.find((each) => each === row?.doel)
  return row?.partij_id && doel ? { ...row, doel, partijId: row.partij_id } : undefined
}

type Wat = keyof (typeof teksten)['nl']

async function toon(ctx: ReadContext, reply: FastifyReply, taal: Leestaal, wat: Wat, status = 200) {
  const { titel, uitleg } = teksten[taal][wat]
  const knop =
    wat === 'nieuws' || wat === 'enquetes'
      ? `<form method="post"><button type="submit" class="nl-button nl-button--primary">${teksten[taal].knop.titel}</button></form>`
      : ''
  const naam = (await getInstelling(ctx.db, 'portaalnaam')) || ctx.organisatie.naam
  const inhoud = `<p class="nl-paragraph">${uitleg}</p>${knop}`
  return reply
    .code(status)
    .header('Content-Security-Policy', portaalCsp)
    .type('text/html; charset=utf-8')
    .send(portaalPagina({ taal, titel, naam, inhoud }))
}

const teksten = {
  nl: {
    nieuws: { titel: 'Geen nieuws meer?', uitleg: 'U krijgt dan geen mail met nieuws meer van ons.' },
    enquetes: { titel: 'Geen vragenlijsten meer?', uitleg: 'Wij vragen u dan niet meer hoe het ging.' },
    knop: { titel: 'Meld mij af', uitleg: '' },
    klaar: {
      titel: 'U bent afgemeld',
      uitleg: 'U krijgt deze mails niet meer. Berichten over uw huur, reparaties en afspraken krijgt u nog wel.',
    },
    weg: { titel: 'Deze link werkt niet meer', uitleg: 'De link is te oud of klopt niet. Neem contact met ons op.' },
  },
  en: {
    nieuws: { titel: 'No more news?', uitleg: 'You will get no more mail with news from us.' },
    enquetes: { titel: 'No more questionnaires?', uitleg: 'We will no longer ask you how it went.' },
    knop: { titel: 'Unsubscribe', uitleg: '' },
    klaar: {
      titel: 'You are unsubscribed',
      uitleg:
        'You will no longer get these mails. You will still get messages about your rent, repairs and appointments.',
    },
    weg: { titel: 'This link no longer works', uitleg: 'The link is too old or not correct. Please contact us.' },
  },
} satisfies Record<Leestaal, Record<string, { titel: string; uitleg: string }>>
