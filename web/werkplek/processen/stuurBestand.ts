import type { Antwoordbestand } from '#contract/formulieren.ts'
import { type Procesbestand, uploadStapbestand, uploadStartbestand } from '#contract/procesbestanden.ts'
import { call } from '#kit/api.ts'

/** Sends a file for the form that starts a process, as soon as it is chosen; the form names it when it is sent. */
export async function stuurStartbestand(proces: string, bestand: File): Promise<Antwoordbestand> {
  return antwoord(await call(uploadStartbestand, { params: { proces }, body: inhoud(bestand) }))
}

/** The same for the form of a step. */
export async function stuurStapbestand(
  params: { id: string; element: string },
  bestand: File,
): Promise<Antwoordbestand> {
  return antwoord(await call(uploadStapbestand, { params, body: inhoud(bestand) }))
}

const antwoord = ({ id, naam }: Procesbestand) => ({ id, naam })

function inhoud(bestand: File): FormData {
  const body = new FormData()
  body.append('bestand', bestand, bestand.name || 'geplakt.png')
  return body
}
