import { doorWie, type WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { changed } from './changed.ts'
import { holdZaak } from './holdZaak.ts'
import { insertDocument, upsertEigenschap } from './store.ts'
import type { ZaakDocumentRow, ZaakRow } from './tables.ts'

type Eigenschap = { naam: string; label?: string; waarde: string }

/** Keeps a fact of the zaak under its name; the last one counts. `label` is what people read. */
export async function putEigenschap(w: WriteContext, zaakId: string, eigenschap: Eigenschap): Promise<void> {
  const zaak = await holdZaak(w, zaakId)
  await putEigenschapOp(w, zaak, eigenschap)
  await changed(w, { event: 'zaak.gewijzigd', before: zaak, after: zaak, wat: 'eigenschap vastgelegd' })
}

export async function putEigenschapOp(w: WriteContext, zaak: ZaakRow, eigenschap: Eigenschap): Promise<void> {
  await upsertEigenschap(w.tx, {
    id: newId(),
    zaak_id: zaak.id,
    naam: eigenschap.naam,
    label: eigenschap.label ?? '',
    waarde: eigenschap.waarde,
    gewijzigd_op: w.now,
  })
}

export type NewDocument = {
  titel: string
  beschrijving?: string
  /** Kind of document, such as "brief" or "foto". */
  soort?: string
  bestandsnaam: string
  mediatype: string
  omvang: number
  sha256: string
  /** Key of the FileStore: the file is there before its row is. */
  opslagsleutel: string
  onveilig?: boolean
  zichtbaarInPortaal?: boolean
}

export async function addZaakdocument(w: WriteContext, zaakId: string, input: NewDocument): Promise<ZaakDocumentRow> {
  const zaak = await holdZaak(w, zaakId)
  const document = await insertDocument(w.tx, {
    id: newId(),
    zaak_id: zaak.id,
    titel: input.titel,
    beschrijving: input.beschrijving ?? '',
    soort: input.soort ?? '',
    bestandsnaam: input.bestandsnaam,
    mediatype: input.mediatype,
    onveilig: input.onveilig ?? false,
    omvang: input.omvang,
    sha256: input.sha256,
    opslagsleutel: input.opslagsleutel,
    zichtbaar_in_portaal: input.zichtbaarInPortaal ?? false,
    medewerker_id: doorWie(w),
    op: w.now,
  })
  await changed(w, { event: 'zaak.gewijzigd', before: zaak, after: zaak, wat: 'document toegevoegd' })
  return document
}
