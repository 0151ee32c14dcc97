import { Button } from '@mantine/core'
import css from './Gesprek.module.css'
import { useGesprekTeksten } from './gesprekTeksten.ts'
import type { Actie, Staat } from './staat.ts'

/** Texts that were typed in two windows at once: both are shown, and I choose. */
export function Botsingen({ staat, doe }: { staat: Staat; doe: (actie: Actie) => void }) {
  const t = useGesprekTeksten()
  const namen = { vraag: t.vraagVan, antwoord: t.antwoord, onderwerp: t.onderwerp, interneNotitie: t.intern }
  return (
    <div role="alert" className={css['botsingen']}>
      {staat.botsingen.map((botsing) => {
        const hier = staat.inhoud.vragen.find((vraag) => vraag.sleutel === botsing.sleutel)?.[botsing.veld] ?? ''
        const kies = (tekst: string) => doe({ soort: 'kies-tekst', botsing, tekst })
        return (
          <section key={`${botsing.sleutel}-${botsing.veld}-${botsing.ander}`}>
            <h3>{t.botsing(namen[botsing.veld])}</h3>
            <dl>
              <dt>{t.botsingHier}</dt>
              <dd>{hier}</dd>
              <dt>{t.botsingDaar}</dt>
              <dd>{botsing.ander}</dd>
            </dl>
            <div className={css['knoppen']}>
              <Button size="compact-xs" variant="default" onClick={() => kies(hier)}>
                {t.houdHier}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => kies(botsing.ander)}>
                {t.houdDaar}
              </Button>
              <Button size="compact-xs" onClick={() => kies(`${hier}\n\n${botsing.ander}`)}>
                {t.houdBeide}
              </Button>
            </div>
          </section>
        )
      })}
    </div>
  )
}
