import { datumInWoorden } from '#contract/regels/datumInWoorden.ts'
import { getMedewerker } from '#server/beheer/index.ts'
import { briefhoofdVan, smsTekst, verstuurBericht } from '#server/berichten/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { conflict, DomainError, notFound } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { toHtml } from '#server/platform/markdown/markdown.ts'
import { toTekst } from '#server/platform/markdown/tekst.ts'
import { maakPdf } from '#server/platform/pdf/maakPdf.ts'
import { leesMap } from './geladen.ts'
import { voorbeeldVan } from './namen.ts'
import { selectVersie } from './store.ts'
import { leesTekst, type Tekst, vulTekst } from './tekst.ts'
import { vulVoorbeeldAan } from './vulVoorbeeldAan.ts'

type Vraag = { pad: string; tekst: string }

/** A text while one writes it, with an example filled in. What is wrong with it is an answer too. @throws 404 */
export async function toonProcesbericht(ctx: ReadContext, id: string, vraag: Vraag & { brief: boolean }) {
  const gevuld = await vulVoorbeeld(ctx, id, vraag)
  if ('fout' in gevuld) return { onderwerp: '', html: '', tekst: '', sms: null, brief: null, fout: gevuld.fout }
  return {
    onderwerp: gevuld.onderwerp || gevuld.titel,
    html: toHtml(gevuld.tekst),
    tekst: toTekst(gevuld.tekst),
    sms: gevuld.formeel || vraag.pad.startsWith('documenten/') ? null : smsTekst(ctx.organisatie.naam),
    brief: vraag.brief ? await alsBrief(ctx, gevuld) : null,
    fout: null,
  }
}

/** Really goes out, to who asks for it only. @throws 404, 409 when the text cannot be filled in */
export async function stuurProefbericht(w: WriteContext, id: string, vraag: Vraag): Promise<{ aan: string }> {
  const gevuld = await vulVoorbeeld(w, id, vraag)
  if ('fout' in gevuld) throw conflict('bericht-fout', gevuld.fout)
  const { email, naam } = await getMedewerker(w.db, w.actor.medewerkerId)
  await verstuurBericht(w, {
    sleutel: `proefbericht:${newId()}`,
    aan: email,
    aanNaam: naam,
    formeel: gevuld.formeel,
    onderwerp: `[Proef] ${gevuld.onderwerp || gevuld.titel}`,
    tekst: `*Dit is een proefbericht met verzonnen gegevens. Het is alleen naar u gestuurd.*\n\n${gevuld.tekst}`,
    kanaal: 'email',
  })
  return { aan: email }
}

async function vulVoorbeeld(ctx: ReadContext, id: string, { pad, tekst }: Vraag): Promise<Tekst | { fout: string }> {
  const versie = await selectVersie(ctx.db, id)
  if (!versie) throw notFound()
  const geladen = await leesMap(versie.proces, versie.bestanden).catch((error: unknown) => {
    if (error instanceof DomainError) return undefined
    throw error
  })
  const [map, naam] = pad.replace(/\.md$/, '').split('/') as ['berichten' | 'documenten', string]
  try {
    const voorbeeld = vulVoorbeeldAan(voorbeeldVan(ctx.now, geladen), tekst, ctx.now)
    return vulTekst(leesTekst({ [pad]: tekst }, map, naam), voorbeeld)
  } catch (error) {
    // The readers say in a sentence what is wrong with the text; nothing else can go wrong here.
    if (error instanceof Error) return { fout: error.message }
    throw error
  }
}

async function alsBrief(ctx: ReadContext, { onderwerp, titel, tekst, layout }: Tekst): Promise<string> {
  const datum = dagVan(ctx.now)
  const { pdf } = await maakPdf({
    titel: titel || onderwerp,
    taal: 'nl',
    layout,
    markdown: tekst,
    datum,
    aan: ['M. de Vries', 'Voorbeeldstraat 12', '3500 AB Utrecht'],
    briefhoofd: await briefhoofdVan(ctx),
    kenmerken: [
      ['Datum', datumInWoorden(datum)],
      ['Ons kenmerk', 'Z2026-100123'],
    ],
  })
  return Buffer.from(pdf).toString('base64')
}
