import { useEffect, useState } from 'react'
import { precies, wanneer } from './format.ts'
import { taalkeuze } from './teksten.ts'
import { useBron } from './useBron.ts'

/** A moment as people say it; exact on hover. Stays right when midnight passes. */
export function Tijdstip({ moment, alleenDatum = false }: { moment: string; alleenDatum?: boolean }) {
  useBron(taalkeuze)
  const now = useMinute()
  const exact = precies(moment)
  const spoken = wanneer(moment, now)
  return (
    <time dateTime={moment} title={exact}>
      {alleenDatum ? spoken.replace(/ \d\d:\d\d$/, '') : spoken}
    </time>
  )
}

/** The time, renewed every minute: for "vandaag" and clocks that need no seconds. */
export function useMinute(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
