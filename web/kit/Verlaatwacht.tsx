import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useKitTeksten } from './kitTeksten.ts'
import { Venster } from './Venster.tsx'

/** For a form on a page, or in a window that the address opens: asks before another page. Closing the tab asks too. */
export function Verlaatwacht({ actief }: { actief: boolean }) {
  return useVerlaatwacht(actief).vraag
}

/**
 * Asks before text is lost that is kept nowhere else. For a window that lives in the state of its page:
 * `<Venster onSluiten={() => wacht.eerst(onSluiten)}>`, the same on its buttons, and `{wacht.vraag}` beside it.
 * @param gewijzigd whether something really differs from what the form began with
 * @param sluit closes the window when one leaves the page underneath it
 * @param vraagBij whether going from one path to another asks; a page with sheets keeps its text from sheet to sheet
 */
export function useVerlaatwacht(
  gewijzigd: boolean,
  sluit?: () => void,
  vraagBij: (van: string, naar: string) => boolean = () => true,
) {
  const t = useKitTeksten()
  const [daarna, setDaarna] = useState<() => void>()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => gewijzigd && vraagBij(current.pathname, next.pathname),
    enableBeforeUnload: gewijzigd,
    withResolver: true,
  })
  const vraagt = daarna !== undefined || blocker.status === 'blocked'
  const blijf = () => {
    setDaarna(undefined)
    blocker.reset?.()
  }
  const weg = () => {
    setDaarna(undefined)
    if (blocker.status === 'blocked') {
      blocker.proceed()
      sluit?.()
    } else daarna?.()
  }
  const vraag: ReactNode = vraagt && (
    <Venster
      open
      titel={t.verlatenTitel}
      onSluiten={blijf}
      acties={
        <>
          <Button variant="default" onClick={weg}>
            {t.verlatenWeg}
          </Button>
          <Button data-autofocus onClick={blijf}>
            {t.verlatenBlijven}
          </Button>
        </>
      }
    >
      <p>{t.verlatenTekst}</p>
    </Venster>
  )
  return {
    /** Does it at once, or after the question. */
    eerst: (doe: () => void) => (gewijzigd ? setDaarna(() => doe) : doe()),
    vraag,
    /** The question is on screen: the keys of the form must wait. */
    vraagt,
  }
}
