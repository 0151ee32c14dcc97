/** Enough to see a crack in a wall, and a tenth of what a phone makes. */
const LANGSTE_ZIJDE = 2000
const KWALITEIT = 0.8

/** The browser cannot open it: a HEIC on most phones, or no picture at all. */
export class FotoOnleesbaar extends Error {}

/**
 * A photo as it is sent: upright, no larger than needed, and drawn anew, so that nothing comes along that was hidden in
 * the file, such as where it was taken (EXIF). The server takes that out once more.
 * @throws FotoOnleesbaar
 */
export async function verkleinFoto(bestand: File): Promise<File> {
  const beeld = await createImageBitmap(bestand, { imageOrientation: 'from-image' }).catch(() => {
    throw new FotoOnleesbaar(bestand.name)
  })
  try {
    const { breed, hoog } = passend(beeld.width, beeld.height)
    const vlak = document.createElement('canvas')
    vlak.width = breed
    vlak.height = hoog
    const pen = vlak.getContext('2d')
    if (!pen) throw new FotoOnleesbaar(bestand.name)
    // What was see-through becomes white, not black.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, breed, hoog)
    pen.drawImage(beeld, 0, 0, breed, hoog)
    const blob = await new Promise<Blob | null>((klaar) => vlak.toBlob(klaar, 'image/jpeg', KWALITEIT))
    if (!blob) throw new FotoOnleesbaar(bestand.name)
    return new File([blob], jpegNaam(bestand.name), { type: 'image/jpeg' })
  } finally {
    beeld.close()
  }
}

/** In proportion, with no side longer than what is needed; never made larger. */
export function passend(breed: number, hoog: number): { breed: number; hoog: number } {
  const deel = Math.min(1, LANGSTE_ZIJDE / Math.max(breed, hoog))
  return { breed: Math.max(1, Math.round(breed * deel)), hoog: Math.max(1, Math.round(hoog * deel)) }
}

export const jpegNaam = (naam: string): string => `${naam.replace(/\.[^.]{1,5}$/, '') || 'foto'}.jpg`
