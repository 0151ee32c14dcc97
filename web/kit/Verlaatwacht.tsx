import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useKitTeksten } from './kitTeksten.ts'
import { Venster } from './Venster.tsx'

/** Asks before leaving a form with text that is kept nowhere else. Closing the browser tab asks too. */
export function Verlaatwacht({ actief }: { actief: boolean }) {
  const t = useKitTeksten()
  const blocker = useBlocker({ shouldBlockFn: () => actief, enableBeforeUnload: actief, withResolver: true })
  if (blocker.status !== 'blocked') return null
  return (
    <Venster
      open
      titel={t.verlatenTitel}
      onSluiten={blocker.reset}
      acties={
        <>
          <Button variant="default" onClick={blocker.proceed}>
            {t.verlatenWeg}
          </Button>
          <Button onClick={blocker.reset}>{t.verlatenBlijven}</Button>
        </>
      }
    >
      <p>{t.verlatenTekst}</p>
    </Venster>
  )
}
