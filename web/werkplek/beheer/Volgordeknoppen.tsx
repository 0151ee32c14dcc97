import { ActionIcon } from '@mantine/core'
import { Icoon } from '#kit/Icoon.tsx'
import { useBeheerTeksten } from './beheerTeksten.ts'
import css from './Volgordeknoppen.module.css'

/** Up and down: an order that works with a keyboard, a finger and a screen reader. */
export function Volgordeknoppen({
  naam,
  index,
  lengte,
  onVerplaats,
}: {
  naam: string
  index: number
  lengte: number
  onVerplaats: (van: number, naar: number) => void
}) {
  const t = useBeheerTeksten()
  return (
    <span className={css['knoppen']}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        aria-label={t.omhoog(naam)}
        disabled={index === 0}
        onClick={() => onVerplaats(index, index - 1)}
      >
        <span className={css['op']}>
          <Icoon naam="pijl_neer" maat={14} />
        </span>
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        aria-label={t.omlaag(naam)}
        disabled={index === lengte - 1}
        onClick={() => onVerplaats(index, index + 1)}
      >
        <Icoon naam="pijl_neer" maat={14} />
      </ActionIcon>
    </span>
  )
}
