import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { vraagTitelFocus } from '#kit/Paginatitel.tsx'

/** A single-page app must do itself what a browser does for a new page: move focus, so that it is read aloud. */
export function useTitelfocus(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
        if (pathChanged && fromLocation) vraagTitelFocus()
      }),
    [router],
  )
}
