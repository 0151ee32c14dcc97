type Vlak = { x: number; y: number; width: number; height: number }

/** How much of the room a drawing fills; the rest is air around it. */
const deel = 0.94

/**
 * The part of the plane to show, so that all of the drawing is seen in the middle, and never larger than it was drawn.
 * One box for one call: fitting and then zooming out are two, and a drawing that moves in between ends beside the middle.
 */
export function passend(tekening: Vlak, ruimte: { width: number; height: number }): Vlak | undefined {
  if (!(tekening.width > 0 && tekening.height > 0 && ruimte.width > 0 && ruimte.height > 0)) return undefined
  const schaal = deel * Math.min(1, ruimte.width / tekening.width, ruimte.height / tekening.height)
  const width = ruimte.width / schaal
  const height = ruimte.height / schaal
  return {
    x: tekening.x - (width - tekening.width) / 2,
    y: tekening.y - (height - tekening.height) / 2,
    width,
    height,
  }
}
