import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { datumInWoorden } from '#contract/regels/datumInWoorden.ts'
import { briefhoofdVan } from '#server/berichten/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { fileStoreOf, newFileKey, receiveFolderOf } from '#server/platform/files/fileStore.ts'
import { maakPdf } from '#server/platform/pdf/maakPdf.ts'
import { addZaakdocument } from '#server/zaken/index.ts'
import { leesTekst, vulTekst } from '../versies/tekst.ts'
import { actie } from './actie.ts'

export const documentMaken = actie({
  naam: 'document.maken',
  label: 'Document maken',
  uitleg: 'Maakt van een tekst uit de map documenten een toegankelijke PDF, en legt die bij de zaak.',
  buiten: true,
  invoer: z.strictObject({
    document: z.string().regex(/^[a-z0-9-]+$/),
    aan: z.array(z.string().max(200)).max(10).default([]),
    gegevens: z.record(z.string(), z.unknown()).default({}),
  }),
  uitvoer: z.strictObject({
    titel: z.string(),
    bestandsnaam: z.string(),
    bladzijden: z.number(),
    opslagsleutel: z.string(),
    omvang: z.number(),
    sha256: z.string(),
    zichtbaarInPortaal: z.boolean(),
  }),
  async voer(ctx, { zaak, geladen, context }, { document, aan, gegevens }, { config }) {
    const tekst = vulTekst(leesTekst(geladen.bestanden, 'documenten', document), { ...context, ...gegevens })
    const titel = tekst.titel || document
    const klant = (context['klant'] as { naam?: string } | null)?.naam
    const datum = dagVan(ctx.now)
    const { pdf, bladzijden } = await maakPdf({
      titel,
      markdown: tekst.tekst,
      briefhoofd: await briefhoofdVan(ctx),
      datum,
      kenmerken: [
        ['Ons kenmerk', zaak.nummer],
        ['Datum', datumInWoorden(datum)],
      ],
      ...(tekst.layout === 'brief'
        ? { layout: 'brief', aan: aan.length > 0 ? aan : klant ? [klant] : [] }
        : { layout: 'rapport' }),
    })
    const folder = receiveFolderOf(config)
    await mkdir(folder, { recursive: true })
    const path = join(folder, `document-${randomUUID()}`)
    const opslagsleutel = newFileKey(ctx.organisatie.code)
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    try {
      await writeFile(path, pdf)
      await fileStoreOf(config).put(opslagsleutel, { path, omvang: pdf.length, sha256 })
    } finally {
      await rm(path, { force: true })
    }
    const bestandsnaam = `${document}-${zaak.nummer}.pdf`
    return {
      titel,
      bestandsnaam,
      bladzijden,
      opslagsleutel,
      omvang: pdf.length,
      sha256,
      zichtbaarInPortaal: tekst.portaal,
    }
  },
  async legVast(w, { zaak }, { bladzijden: _, ...document }) {
    await addZaakdocument(w, zaak.id, { ...document, soort: 'brief', mediatype: 'application/pdf' })
  },
})
