import { type PointerEvent, useEffect, useRef } from 'react'

/** Of the drawing itself, whatever its size on screen. */
export const tekenmaat = { breed: 480, hoog: 160 }

/**
 * Drawing on a canvas with a finger, a pen or a mouse: gives what the `<canvas>` needs. Black on white whatever the colours
 * of the screen, for it goes on paper.
 * @param onTeken gets a PNG as a data address after each stroke
 */
export function useTekenen(afbeelding: string, onTeken: (afbeelding: string) => void) {
  const vlak = useRef<HTMLCanvasElement>(null)
  const getekend = useRef('')
  const bezig = useRef(false)

  // Only what did not come from here is drawn again: a kept draft, or an emptied field.
  useEffect(() => {
    const pen = vlak.current?.getContext('2d')
    if (!pen || afbeelding === getekend.current) return
    getekend.current = afbeelding
    pen.clearRect(0, 0, tekenmaat.breed, tekenmaat.hoog)
    if (!afbeelding) return
    const beeld = new Image()
    beeld.onload = () => pen.drawImage(beeld, 0, 0)
    beeld.src = afbeelding
  }, [afbeelding])

  return {
    ref: vlak,
    width: tekenmaat.breed,
    height: tekenmaat.hoog,
    onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
      const pen = event.currentTarget.getContext('2d')
      if (!pen) return
      event.currentTarget.setPointerCapture(event.pointerId)
      bezig.current = true
      pen.lineWidth = 2.5
      pen.lineCap = 'round'
      pen.lineJoin = 'round'
      pen.strokeStyle = '#111'
      pen.beginPath()
      pen.moveTo(...plek(event))
    },
    onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
      const pen = event.currentTarget.getContext('2d')
      if (!bezig.current || !pen) return
      pen.lineTo(...plek(event))
      pen.stroke()
    },
    onPointerUp(event: PointerEvent<HTMLCanvasElement>) {
      if (!bezig.current) return
      bezig.current = false
      getekend.current = event.currentTarget.toDataURL('image/png')
      onTeken(getekend.current)
    },
  }
}

function plek(event: PointerEvent<HTMLCanvasElement>): [number, number] {
  const kader = event.currentTarget.getBoundingClientRect()
  return [
    ((event.clientX - kader.left) / kader.width) * tekenmaat.breed,
    ((event.clientY - kader.top) / kader.height) * tekenmaat.hoog,
  ]
}
