import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { DomainError } from '#server/platform/errors.ts'
import type { CheckedFile } from '#server/platform/files/receiveChecked.ts'

/** Larger than any telephone takes; a picture that claims more is there to fill our memory. */
const maxPixels = 60_000_000
const langsteZijde = 2400

/**
 * A photo without what the camera wrote into it: the place, the device, the moment. Nobody who sends a picture of his
 * tap means to tell where he was before. What is no photo stays as it is.
 * @throws 415 for a picture that cannot be read
 */
export async function zonderHerkomst(checked: CheckedFile): Promise<CheckedFile> {
  if (!checked.mediatype.startsWith('image/') || checked.onveilig) return checked
  // Native code of its own, for who gets a photo: a server that starts has no use for it.
  const { default: sharp } = await import('sharp')
  const beeld = await sharp(checked.file.path, { limitInputPixels: maxPixels })
    .rotate()
    .resize({ width: langsteZijde, height: langsteZijde, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer()
    .catch(() => {
      throw new DomainError(415, 'bestandssoort', 'Wij kunnen deze foto niet lezen. Stuur de foto als JPG of PNG.')
    })
  await writeFile(checked.file.path, beeld, { mode: 0o600 })
  const sha256 = createHash('sha256').update(beeld).digest('hex')
  return {
    ...checked,
    file: { ...checked.file, omvang: beeld.length, sha256 },
    bestandsnaam: checked.bestandsnaam.replace(/\.[^.]+$/, '.jpg'),
    mediatype: 'image/jpeg',
    omvang: beeld.length,
    sha256,
  }
}
