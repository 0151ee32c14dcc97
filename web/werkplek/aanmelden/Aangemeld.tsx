import { useEffect } from 'react'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { LegeStaat } from '#kit/Staten.tsx'
import { useAanmeldTeksten } from './aanmeldTeksten.ts'
import { vertelAangemeld } from './vensters.ts'

/** The end of a sign-in in a window of its own: tells the window that waits, and goes. */
export function Aangemeld() {
  const t = useAanmeldTeksten()
  useEffect(() => {
    vertelAangemeld()
    window.close()
  }, [])
  return (
    <>
      <Paginatitel titel={t.aangemeldTitel} verborgen />
      <LegeStaat titel={t.aangemeldTitel} icoon="vink">
        {t.aangemeldUitleg}
      </LegeStaat>
    </>
  )
}
