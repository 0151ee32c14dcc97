import { getRouteApi } from '@tanstack/react-router'
import type { ProcesVersie } from '#contract/procesbeheer.ts'
import { BerichtFout, namenIn } from '#contract/regels/vulBericht.ts'
import { LegeStaat } from '#kit/Staten.tsx'
import css from './Beheer.module.css'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'
import { Stukkeuze } from './Stukkeuze.tsx'

const route = getRouteApi('/beheer/processen/$proces')

/** Messages and letters as they stand in the folder; what is filled in stands out. */
export function Berichten({ versie }: { versie: ProcesVersie }) {
  const t = useProcesbeheerTeksten()
  const { stuk } = route.useSearch()
  const paden = Object.keys(versie.bestanden)
    .toSorted()
    .filter((pad) => /^(berichten|documenten)\/.+\.md$/.test(pad))
  const pad = paden.find((each) => each === stuk) ?? paden[0]
  if (!pad) return <LegeStaat titel={t.geenBerichten} icoon="mail" />
  const { onderwerp, tekst } = splits(versie.bestanden[pad] ?? '')
  const gelezen = namen(`${onderwerp}\n${tekst}`)
  return (
    <div className={css['tweeluik']}>
      <Stukkeuze naam={t.blad.berichten} stukken={paden} gekozen={pad} />
      <article className={css['bericht']} aria-label={pad}>
        {onderwerp && (
          <p>
            <span className={css['zacht']}>{t.onderwerp}: </span>
            <strong>
              <Ingevuld tekst={onderwerp} />
            </strong>
          </p>
        )}
        <div className={css['berichttekst']}>
          <Ingevuld tekst={tekst} />
        </div>
        <p className={css['zacht']}>
          {'fout' in gelezen
            ? t.berichtFout(gelezen.fout.regel, gelezen.fout.message)
            : gelezen.namen.length > 0
              ? `${t.gegevens}: ${gelezen.namen.join(', ')}`
              : t.geenGegevens}
        </p>
      </article>
    </div>
  )
}

/** The head between dashes holds the subject. */
function splits(bestand: string): { onderwerp: string; tekst: string } {
  const kop = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/.exec(bestand)
  const onderwerp = /^onderwerp:\s*(.*)$/m.exec(kop?.[1] ?? '')?.[1] ?? ''
  return { onderwerp: onderwerp.replace(/^(["'])(.*)\1$/, '$2'), tekst: bestand.slice(kop?.[0].length ?? 0).trim() }
}

function namen(tekst: string): { namen: string[] } | { fout: BerichtFout } {
  try {
    return { namen: [...new Set(namenIn(tekst).map(({ naam }) => naam))] }
  } catch (error) {
    if (error instanceof BerichtFout) return { fout: error }
    throw error
  }
}

function Ingevuld({ tekst }: { tekst: string }) {
  return tekst.split(/(\{\{.*?\}\})/).map((deel, index) =>
    deel.startsWith('{{') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text, which change only together
      <mark key={index}>{deel}</mark>
    ) : (
      deel
    ),
  )
}
