export type Vlak = { x: number; y: number; width: number; height: number }

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

/** Smaller than this the words in a drawing cannot be read, so that showing all of it shows nothing. */
const leesbaar = 0.4
const dichtbij = 0.8

/** What to show first: all of it when that can be read, and else the step of now with what is around it. */
export function eerst(
  tekening: Vlak,
  ruimte: { width: number; height: number },
  stap: Vlak | undefined,
): Vlak | undefined {
  const alles = passend(tekening, ruimte)
  if (!alles || !stap || ruimte.width / alles.width >= leesbaar) return alles
  const width = ruimte.width / dichtbij
  const height = ruimte.height / dichtbij
  return { x: stap.x + stap.width / 2 - width / 2, y: stap.y + stap.height / 2 - height / 2, width, height }
}
