import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { DomainError } from '../errors.ts'
import { extensionOf } from './bestandsnaam.ts'

/** What a file is by its content. `onveilig`: kept for who needs it, but opening it asks for thought. */
export type Bestandssoort = { mediatype: string; extensies: readonly string[]; onveilig: boolean }

const safe: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heif', 'heic'],
  'image/avif': ['avif'],
  'image/tiff': ['tif', 'tiff'],
  'image/bmp': ['bmp'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/x-m4a': ['m4a'],
  'audio/wav': ['wav'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/amr': ['amr'],
  'video/mp4': ['mp4', 'm4v'],
  'video/quicktime': ['mov', 'qt'],
  'video/webm': ['webm'],
  'video/3gpp': ['3gp'],
  'text/plain': ['txt', 'log', 'md', 'ics', 'vcf', 'eml'],
  'text/csv': ['csv'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/rtf': ['rtf'],
}

/** Needed in practice (mail from Outlook, old Office, a folder of photos), but they can hold macros or anything. */
const withCare: Record<string, readonly string[]> = {
  'application/x-cfb': ['doc', 'xls', 'ppt', 'msg'],
  'application/zip': ['zip'],
  'image/svg+xml': ['svg'],
  'application/xml': ['xml'],
}

const dangerousExtensions = new Set(
  'exe dll com scr pif cpl msi msix msp bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta lnk url reg jar class sh bash app dmg pkg deb rpm apk iso img vhd docm xlsm pptm dotm xlam html htm xhtml shtml mht mhtml xht php asp aspx jsp py pl rb svgz swf chm'.split(
    ' ',
  ),
)

/**
 * Decides by content, never by the name or the browser's word; the name must then agree with the content.
 * @throws 415 with a sentence that says what to do
 */
export async function checkBestandssoort(path: string, bestandsnaam: string): Promise<Bestandssoort> {
  const extension = extensionOf(bestandsnaam)
  if (dangerousExtensions.has(extension)) throw refused(`Bestanden met .${extension} worden niet aangenomen.`)
  const soort = await sniff(path)
  if (extension !== '' && !soort.extensies.includes(extension)) {
    throw refused(
      `De naam eindigt op .${extension}, maar de inhoud is .${soort.extensies[0]}. Geef het bestand zijn echte naam.`,
    )
  }
  return soort
}

async function sniff(path: string): Promise<Bestandssoort> {
  const start = await readStart(path)
  if (start.length === 0) throw refused('Dit bestand is leeg.')
  const detected = await fileTypeFromFile(path)
  const mediatype = detected && !detected.mime.endsWith('/xml') ? detected.mime : textSoort(start)
  const extensies = safe[mediatype]
  if (extensies)
    return { mediatype, extensies: mediatype === 'text/plain' ? [...extensies, 'csv'] : extensies, onveilig: false }
  const careful = withCare[mediatype]
  if (careful) return { mediatype: 'application/octet-stream', extensies: careful, onveilig: true }
  throw refused('Dit soort bestand wordt niet aangenomen. Stuur een PDF, foto, tekst of Office-bestand.')
}

/** file-type knows signatures; text has none. */
function textSoort(start: Buffer): string {
  if (start.includes(0)) return 'unknown/binary'
  const text = start.toString('latin1')
  if (/^\s*#!/.test(text)) throw refused('Scripts worden niet aangenomen.')
  const head = text
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .replace(/<!--[\s\S]*?(-->|$)|<\?[\s\S]*?(\?>|$)/g, '')
    .trimStart()
  if (/<svg[\s>]/i.test(head.slice(0, 4096)) && head.startsWith('<')) return svgSoort(text)
  if (
    /^<(!doctype\s+html|html|head|body|script|iframe|object|embed|style|meta|link|base|form|img|a|div|p|table)[\s>/]/i.test(
      head,
    )
  ) {
    throw refused('Webpagina’s worden niet aangenomen. Maak er een PDF of schermafbeelding van.')
  }
  if (head.startsWith('<') && /^<[\w:-]+[\s>/]/.test(head)) return 'application/xml'
  return 'text/plain'
}

function svgSoort(text: string): string {
  if (/<script|\bon\w+\s*=|javascript:|<foreignobject|<!entity|<iframe|<embed|<object|data:text\/html/i.test(text)) {
    throw refused('Deze tekening (SVG) bevat een script. Stuur een foto of PDF.')
  }
  return 'image/svg+xml'
}

/** Enough to see what a text file is; a script further on in an SVG never runs, because nothing is shown inline. */
async function readStart(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(256 * 1024)
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const refused = (detail: string) => new DomainError(415, 'bestandssoort', detail)
