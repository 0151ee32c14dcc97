import { useEffect, useRef } from 'react'
import { sessieStand } from '#kit/sessie.ts'
import { useBron } from '#kit/useBron.ts'
import { ButtonAnchor } from '../nlds/ButtonLink.tsx'
import { Heading, Paragraph } from '../nlds/Tekst.tsx'
import { aanmelden } from '../paden.ts'
import css from './Schil.module.css'
import { useShellTeksten } from './shellTeksten.ts'

/** The session ended meanwhile: the way to sign in again, back to this very page. */
export function Sessielaag() {
  const t = useShellTeksten()
  const stand = useBron(sessieStand)
  const laag = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (stand === 'verlopen') laag.current?.showModal()
  }, [stand])
  if (stand === 'goed') return null
  return (
    <dialog ref={laag} className={css['laag']} aria-labelledby="verlopen" onCancel={(event) => event.preventDefault()}>
      <div className="kaart stapel">
        <Heading level={2} id="verlopen">
          {t.verlopenTitel}
        </Heading>
        <Paragraph>{t.verlopen}</Paragraph>
        <div>
          <ButtonAnchor purpose="primary" href={aanmelden(location.pathname + location.search)}>
            {t.opnieuwInloggen}
          </ButtonAnchor>
        </div>
      </div>
    </dialog>
  )
}
