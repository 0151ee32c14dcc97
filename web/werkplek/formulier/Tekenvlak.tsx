import { Button } from '@mantine/core'
import { type PointerEvent, useEffect, useRef } from 'react'
import css from './Formuliervelden.module.css'

type Props = { naam: string; wissen: string; afbeelding: string; onTeken: (afbeelding: string) => void }

/** Black on white whatever the colours of the screen: it goes on paper. */
export function Tekenvlak({ naam, wissen, afbeelding, onTeken }: Props) {
  const vlak = useRef<HTMLCanvasElement>(null)
  const getekend = useRef('')
  const bezig = useRef(false)

  // Only what did not come from here is drawn again: a kept draft, or an emptied field.
  useEffect(() => {
    const pen = vlak.current?.getContext('2d')
    if (!pen || afbeelding === getekend.current) return
    getekend.current = afbeelding
    pen.clearRect(0, 0, BREED, HOOG)
    if (!afbeelding) return
    const beeld = new Image()
    beeld.onload = () => pen.drawImage(beeld, 0, 0)
    beeld.src = afbeelding
  }, [afbeelding])

  const plek = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const kader = event.currentTarget.getBoundingClientRect()
    return [((event.clientX - kader.left) / kader.width) * BREED, ((event.clientY - kader.top) / kader.height) * HOOG]
  }

  return (
    <div className={css['tekening']}>
      <canvas
        ref={vlak}
        width={BREED}
        height={HOOG}
        role="img"
        aria-label={naam}
        onPointerDown={(event) => {
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
        }}
        onPointerMove={(event) => {
          const pen = event.currentTarget.getContext('2d')
          if (!bezig.current || !pen) return
          pen.lineTo(...plek(event))
          pen.stroke()
        }}
        onPointerUp={(event) => {
          if (!bezig.current) return
          bezig.current = false
          getekend.current = event.currentTarget.toDataURL('image/png')
          onTeken(getekend.current)
        }}
      />
      <Button variant="subtle" size="compact-xs" onClick={() => onTeken('')} disabled={!afbeelding}>
        {wissen}
      </Button>
    </div>
  )
}

const BREED = 480
const HOOG = 160
