import { Button } from '@mantine/core'
import { useTekenen } from '#kit/useTekenen.ts'
import css from './Formuliervelden.module.css'

type Props = { naam: string; wissen: string; afbeelding: string; onTeken: (afbeelding: string) => void }

export function Tekenvlak({ naam, wissen, afbeelding, onTeken }: Props) {
  const { ref, ...vlak } = useTekenen(afbeelding, onTeken)
  return (
    <div className={css['tekening']}>
      <canvas ref={ref} {...vlak} role="img" aria-label={naam} />
      <Button variant="subtle" size="compact-xs" onClick={() => onTeken('')} disabled={!afbeelding}>
        {wissen}
      </Button>
    </div>
  )
}
