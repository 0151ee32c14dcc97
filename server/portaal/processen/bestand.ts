import { readFile } from 'node:fs/promises'
import type { FastifyRequest } from 'fastify'
import type { Procesbestand } from '#contract/procesbestanden.ts'
import { DomainError } from '#server/platform/errors.ts'
import type { FileStore } from '#server/platform/files/fileStore.ts'
import type { CheckedFile } from '#server/platform/files/receiveChecked.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { ontvangProcesbestand } from '#server/processen/index.ts'
import { zonderHerkomst } from '../contact/zonderHerkomst.ts'
import { bewaarDagen } from './concepten.ts'

/** What the browser did not make smaller; a photo straight from a good telephone is 12 MB. */
export const portaalBestandMax = 15 * 1024 * 1024
const dag = 24 * 60 * 60_000

/** A file for a form or for a few words: kept as long as a form that was begun, and then gone unless it was sent. */
export function ontvangBestand(
  ctx: ReadContext,
  opslag: { files: FileStore; receiveFolder: string },
  request: FastifyRequest,
): Promise<Procesbestand> {
  return ontvangProcesbestand(ctx, opslag, request, null, {
    bewerk: async (gekeurd) => zonderHerkomst(await zonderScript(gekeurd)),
    bewaarTot: new Date(ctx.now.getTime() + (bewaarDagen + 1) * dag),
    max: portaalBestandMax,
  })
}

/**
 * A PDF that does something when it is opened is no proof of anything, and an employee opens it.
 * @throws 415
 */
export async function zonderScript(gekeurd: CheckedFile): Promise<CheckedFile> {
  if (gekeurd.onveilig) throw geweigerd('Dit soort bestand kunnen wij hier niet aannemen. Stuur een foto of een PDF.')
  if (gekeurd.mediatype !== 'application/pdf') return gekeurd
  const tekst = (await readFile(gekeurd.file.path)).toString('latin1')
  // Names in a PDF may be written with #xx (ISO 32000-1 §7.3.5).
  const leesbaar = tekst.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  if (
    /\/(?:JavaScript|JS|Launch|OpenAction\s*<<[^>]*\/S\s*\/(?:JavaScript|Launch|URI)|RichMedia|EmbeddedFile)\b/.test(
      leesbaar,
    )
  )
    throw geweigerd('In deze PDF zit een programma. Druk hem opnieuw af als PDF, of stuur een foto.')
  return gekeurd
}

const geweigerd = (zin: string) => new DomainError(415, 'bestandssoort', zin)
