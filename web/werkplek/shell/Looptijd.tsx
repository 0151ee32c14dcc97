import { useEffect, useState } from 'react'
import { duur } from '#kit/format.ts'
import css from './Contacttabs.module.css'

/** How long a contact is running. Not announced: a clock that speaks every second is unbearable. */
export function Looptijd({ sinds }: { sinds: string }) {
  const [now, setNow] = useState(Date.now)
  const seconds = Math.max(0, (now - Date.parse(sinds)) / 1000)
  const slow = seconds > 3600
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), slow ? 60_000 : 1000)
    return () => clearInterval(timer)
  }, [slow])
  return (
    <span className={css['looptijd']} aria-hidden="true">
      {slow ? `${Math.floor(seconds / 3600)} u` : duur(seconds)}
    </span>
  )
}
