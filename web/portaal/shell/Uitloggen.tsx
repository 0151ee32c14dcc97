import { uitloggen } from '../paden.ts'
import css from './Schil.module.css'
import { useShellTeksten } from './shellTeksten.ts'

/** A real form: signing out works whatever else does not. */
export function Uitloggen() {
  const t = useShellTeksten()
  return (
    <form method="post" action={uitloggen}>
      <button type="submit" className={css['tekstknop']}>
        {t.uitloggen}
      </button>
    </form>
  )
}
