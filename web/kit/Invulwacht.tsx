import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { openVariabelen } from '#contract/regels/variabelen.ts'
import { Icoon } from './Icoon.tsx'
import css from './Invulwacht.module.css'
import { useKitTeksten } from './kitTeksten.ts'
import { Venster } from './Venster.tsx'

/** Under a text: what of a template still waits to be filled in. */
export function OpenVariabelen({ tekst }: { tekst: string }) {
  const t = useKitTeksten()
  const open = openVariabelen(tekst)
  return (
    <div role="status">
      {open.length > 0 && (
        <p className={css['open']}>
          <Icoon naam="let_op" maat={14} /> {t.nietIngevuld(open.join(', '))}
        </p>
      )}
    </div>
  )
}

/**
 * Asks before a text with gaps goes to a customer; who means it that way goes on.
 * @param teksten what the customer gets to read
 */
export function useInvulwacht(teksten: readonly string[], doe: () => void): { verstuur: () => void; vraag: ReactNode } {
  const t = useKitTeksten()
  const [vraagt, setVraagt] = useState(false)
  const open = openVariabelen(teksten.join('\n'))
  const terug = () => setVraagt(false)
  return {
    verstuur: () => (open.length > 0 ? setVraagt(true) : doe()),
    vraag: (
      <Venster
        open={vraagt}
        titel={t.nietIngevuldTitel}
        onSluiten={terug}
        acties={
          <>
            <Button
              variant="default"
              onClick={() => {
                terug()
                doe()
              }}
            >
              {t.nietIngevuldToch}
            </Button>
            <Button data-autofocus onClick={terug}>
              {t.nietIngevuldTerug}
            </Button>
          </>
        }
      >
        <p>{t.nietIngevuld(open.join(', '))}</p>
      </Venster>
    ),
  }
}
