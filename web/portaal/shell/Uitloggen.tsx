import type { FormEvent } from 'react'
import { uitloggen } from '../paden.ts'
import css from './Schil.module.css'
import { useShellTeksten } from './shellTeksten.ts'

/** A real form: signing out works whatever else does not. */
export function Uitloggen() {
  const t = useShellTeksten()
  async function wis(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    // First what stands on the device: after the next page there is nobody any more to do it.
    await import('../offline/apparaat.ts').then(({ wisApparaat }) => wisApparaat()).catch(() => {})
    form.submit()
  }
  return (
    <form method="post" action={uitloggen} onSubmit={(event) => void wis(event)}>
      <button type="submit" className={css['tekstknop']}>
        {t.uitloggen}
      </button>
    </form>
  )
}
