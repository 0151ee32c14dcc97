import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ProcesVersie } from '#contract/procesbeheer.ts'
import { omvang } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import css from './Beheer.module.css'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'
import { Stukkeuze } from './Stukkeuze.tsx'
import { maakZip } from './zip.ts'

const route = getRouteApi('/beheer/processen/$proces')

/** The folder as it is kept, to read and to take along. */
export function Bestandenlijst({ versie }: { versie: ProcesVersie }) {
  const t = useProcesbeheerTeksten()
  const { stuk } = route.useSearch()
  const paden = Object.keys(versie.bestanden).toSorted()
  const pad = paden.find((each) => each === stuk) ?? paden[0] ?? ''
  const inhoud = versie.bestanden[pad] ?? ''
  return (
    <>
      <div className={css['knoppen']}>
        <Button
          variant="default"
          size="xs"
          leftSection={<Icoon naam="download" maat={14} />}
          onClick={() => bewaar(`${versie.proces}-${versie.nummer}.zip`, maakZip(versie.proces, versie.bestanden))}
        >
          {t.downloaden}
        </Button>
      </div>
      <div className={css['tweeluik']}>
        <Stukkeuze naam={t.blad.bestanden} stukken={paden} gekozen={pad} heel />
        <figure className={css['bestand']}>
          <figcaption>
            <strong>{pad}</strong> <span className={css['zacht']}>{omvang(new Blob([inhoud]).size)}</span>
          </figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long file scrolls, and the keyboard must reach that */}
          <section className={css['code']} tabIndex={0} aria-label={pad}>
            <pre>{inhoud}</pre>
          </section>
        </figure>
      </div>
    </>
  )
}

function bewaar(naam: string, bestand: Blob): void {
  const url = URL.createObjectURL(bestand)
  const link = document.createElement('a')
  link.href = url
  link.download = naam
  link.click()
  // Firefox reads it a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
