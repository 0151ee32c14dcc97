import { type Bijlage, uploadBijlage } from '#contract/klantcontacten.ts'
import { call } from '#kit/api.ts'

/** Sends a file to where the attachments of a running contact are. */
export async function stuurBijlage(gesprekId: string, bestand: File): Promise<Bijlage> {
  const body = new FormData()
  body.append('bestand', bestand, bestand.name || 'geplakt.png')
  return await call(uploadBijlage, { params: { id: gesprekId }, body })
}
