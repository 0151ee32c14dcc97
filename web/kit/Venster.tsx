import { CloseButton, MantineThemeProvider } from '@mantine/core'
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react'
import { Icoon } from './Icoon.tsx'
import { useKitTeksten } from './kitTeksten.ts'
import { Meldingen } from './Meldingen.tsx'
import { openVensters } from './openVensters.ts'
import { useBron } from './useBron.ts'
import css from './Venster.module.css'
import { verbinding } from './verbinding.ts'

type Props = {
  open: boolean
  titel: string
  onSluiten: () => void
  children: ReactNode
  /** Buttons at the bottom right; the main one last. */
  acties?: ReactNode
  plaats?: 'midden' | 'links' | 'rechts' | 'boven'
  breed?: boolean
  /** The title is only for screen readers. */
  titelVerborgen?: boolean
}

/**
 * A modal window on the native `<dialog>`: the browser keeps focus inside, closes on Escape and gives focus back.
 * It starts at the element with `data-autofocus`.
 * Drop-downs of Mantine open inside it, because nothing outside a modal dialog can be seen or clicked.
 */
export function Venster(props: Props) {
  return props.open ? <OpenVenster {...props} /> : null
}

function OpenVenster({ titel, onSluiten, children, acties, plaats = 'midden', breed, titelVerborgen }: Props) {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null)
  const id = useId()
  const t = useKitTeksten()
  // The banner of the page lies under the window, where nobody can read it.
  const stand = useBron(verbinding)
  // By name, not the element: Mantine merges themes in depth, and a window on a window would merge two elements.
  const theme = useMemo(() => portalsIn(`#${CSS.escape(id)}`), [id])

  useEffect(() => {
    if (!dialog) return
    const before = document.activeElement
    dialog.showModal()
    openVensters.set([...openVensters.get(), dialog])
    // Else the browser takes the first thing that can have it, and that is the button to close.
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => {
      openVensters.set(openVensters.get().filter((each) => each !== dialog))
      dialog.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [dialog])

  return (
    <dialog
      ref={setDialog}
      id={id}
      className={css['venster']}
      data-plaats={plaats}
      data-breed={breed || undefined}
      aria-labelledby={`${id}-titel`}
      onKeyDownCapture={(event) => {
        // Escape closes the drop-down that is open in the window, and only then the window.
        if (event.key === 'Escape' && dialog?.querySelector('[aria-haspopup][aria-expanded="true"]'))
          event.preventDefault()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onSluiten()
      }}
      onCancel={(event) => {
        // A browser lets a page refuse once, and closes the next time whatever is answered.
        if (!event.cancelable) return
        event.preventDefault()
        onSluiten()
      }}
      onClose={() => {
        if (!dialog?.isConnected || dialog.open) return
        // Closed by the browser: whether it closes is not for the browser to say, there may be text in it.
        dialog.showModal()
        onSluiten()
      }}
      onClick={(event) => event.target === dialog && onSluiten()}
    >
      <MantineThemeProvider inherit theme={theme}>
        <div className={css['binnen']}>
          <div className={titelVerborgen ? 'alleen-voorlezen' : css['kop']}>
            <h2 id={`${id}-titel`}>{titel}</h2>
            {!titelVerborgen && <CloseButton aria-label={t.sluiten} onClick={onSluiten} />}
          </div>
          <div role="status" className={stand === 'weg' ? css['banner'] : undefined}>
            {stand === 'weg' && (
              <>
                <Icoon naam="let_op" /> {t.geenVerbinding}
              </>
            )}
          </div>
          {dialog && <div className={css['inhoud']}>{children}</div>}
          {acties && <div className={css['acties']}>{acties}</div>}
        </div>
      </MantineThemeProvider>
      {dialog && <Meldingen venster={dialog} />}
    </dialog>
  )
}

function portalsIn(target: string) {
  return { components: { Portal: { defaultProps: { target, reuseTargetNode: false } } } }
}
