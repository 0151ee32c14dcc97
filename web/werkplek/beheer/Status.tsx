import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useBeheerTeksten } from './beheerTeksten.ts'

/** In use or not. */
export function Status({ actief }: { actief: boolean }) {
  const t = useBeheerTeksten()
  return <StatusBadge toon={actief ? 'goed' : 'neutraal'}>{actief ? t.actief : t.nietActief}</StatusBadge>
}
