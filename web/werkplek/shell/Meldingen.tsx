import { Button, CloseButton } from '@mantine/core'
import { Icoon } from '#kit/Icoon.tsx'
import { useKitTeksten } from '#kit/kitTeksten.ts'
import { meldingen, sluitMelding } from '#kit/melding.ts'
import { useBron } from '#kit/useBron.ts'
import css from './Meldingen.module.css'

/** What just happened, said aloud and shown for a moment. */
export function Meldingen() {
  const t = useKitTeksten()
  const shown = useBron(meldingen)
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
