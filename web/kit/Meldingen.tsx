import { Button, CloseButton } from '@mantine/core'
import { Icoon } from './Icoon.tsx'
import { useKitTeksten } from './kitTeksten.ts'
import css from './Meldingen.module.css'
import { meldingen, sluitMelding } from './melding.ts'
import { openVensters } from './openVensters.ts'
import { useBron } from './useBron.ts'

/**
 * What just happened, said aloud and shown for a moment. The page has one and every modal window has one; only that of
 * the topmost shows anything, because whatever lies outside a modal window cannot be reached.
 */
export function Meldingen({ venster }: { venster?: HTMLDialogElement | null }) {
  const t = useKitTeksten()
  const all = useBron(meldingen)
  const shown = useBron(openVensters).at(-1) === (venster ?? undefined) ? all : []
  return (
    <div role="status" className={css['stapel']}>
      {shown.map((each) => (
        <div key={each.id} className={css['melding']} data-toon={each.toon}>
          <Icoon naam={each.toon === 'fout' ? 'let_op' : each.toon === 'goed' ? 'vink' : 'info'} />
          <span className={css['tekst']}>{each.tekst}</span>
          {each.actie && (
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => {
                each.actie?.run()
                sluitMelding(each.id)
              }}
            >
              {each.actie.naam}
            </Button>
          )}
          <CloseButton size="sm" aria-label={t.sluiten} onClick={() => sluitMelding(each.id)} />
        </div>
      ))}
    </div>
  )
}
