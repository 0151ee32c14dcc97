import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Fragment, type ReactNode, useState } from 'react'
import { changeOpeningstijden, listOpeningstijden, type Rooster } from '#contract/beheer/kalender.ts'
import { call } from '#kit/api.ts'
import { ConflictDialoog, verouderdVan } from '#kit/ConflictDialoog.tsx'
import { Icoon } from '#kit/Icoon.tsx'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Verlaatwacht } from '#kit/Verlaatwacht.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import css from './Openingstijden.module.css'
import {
  type Blokfout,
  type Blokveld,
  foutenIn,
  metBlok,
  naarBlokken,
  naarTijd,
  naarVelden,
  weekdagen,
  zoalsMaandag,
} from './weekrooster.ts'

/** The seven days of one roster; saved as one. */
export function Week({ rooster, children }: { rooster: Rooster; children: ReactNode }) {
  const t = useBeheerTeksten()
  const client = useQueryClient()
  const [begin, setBegin] = useState(rooster)
  const [velden, setVelden] = useState(() => naarVelden(rooster.blokken))
  const [toonFouten, setToonFouten] = useState(false)
  const [bezig, setBezig] = useState(false)
  const [huidig, setHuidig] = useState<Rooster>()
  const gewijzigd = JSON.stringify(naarBlokken(velden)) !== JSON.stringify(begin.blokken)
  const fouten = foutenIn(velden)

  // A colleague saved while nothing was typed here: follow.
  if (!gewijzigd && !bezig && rooster.versie !== begin.versie) {
    setBegin(rooster)
    setVelden(naarVelden(rooster.blokken))
  }

  async function bewaar(week: readonly Blokveld[], versie: number): Promise<void> {
    setToonFouten(true)
    if (foutenIn(week).size > 0 || bezig) return
    setBezig(true)
    try {
      const bewaard = await call(changeOpeningstijden, {
        params: { code: begin.code },
        body: { blokken: naarBlokken(week) },
        ifMatch: versie,
      })
      setBegin(bewaard)
      setVelden(naarVelden(bewaard.blokken))
      setToonFouten(false)
      meld(t.uren.bewaard)
    } catch (error) {
      const theirs = verouderdVan<Rooster>(error)
      if (theirs) setHuidig(theirs)
      else meld(detailOf(error), { toon: 'fout' })
    } finally {
      setBezig(false)
    }
    await ververs(client, listOpeningstijden)
  }
  useSneltoets('mod+enter', t.bewaren, () => void bewaar(velden, begin.versie), gewijzigd)

  const zet = (id: number, deel: Partial<Blokveld>) =>
    setVelden(velden.map((veld) => (veld.id === id ? { ...veld, ...deel } : veld)))

  return (
    <form
      noValidate
      className={css['week']}
      onSubmit={(event) => {
        event.preventDefault()
        void bewaar(velden, begin.versie)
      }}
    >
      {weekdagen.map((weekdag) => (
        <Dag
          key={weekdag}
          naam={t.uren.dagen[weekdag]}
          velden={velden.filter((veld) => veld.weekdag === weekdag)}
          fouten={toonFouten ? fouten : new Map()}
          onZet={zet}
          onWeg={(id) => setVelden(velden.filter((veld) => veld.id !== id))}
          onErbij={() => setVelden(metBlok(velden, weekdag))}
        />
      ))}
      <div className={css['acties']}>
        <Button type="submit" loading={bezig} disabled={!gewijzigd}>
          {t.bewaren}
        </Button>
        <Button variant="default" onClick={() => setVelden(zoalsMaandag(velden))}>
          {t.uren.kopieer}
        </Button>
        {children}
      </div>
      <Verlaatwacht actief={gewijzigd} />
      {huidig && (
        <ConflictDialoog
          begin={{ blokken: begin.blokken }}
          mijn={{ blokken: naarBlokken(velden) }}
          huidig={{ blokken: huidig.blokken }}
          velden={{ blokken: t.openingstijden }}
          toon={(_, blokken) => alsTekst(blokken as Rooster['blokken'], t.uren.dagen)}
          onSluiten={() => setHuidig(undefined)}
          onKies={({ blokken }) => {
            const week = naarVelden(blokken)
            setBegin(huidig)
            setVelden(week)
            setHuidig(undefined)
            void bewaar(week, huidig.versie)
          }}
        />
      )}
    </form>
  )
}

type DagProps = {
  naam: string
  velden: readonly Blokveld[]
  fouten: ReadonlyMap<number, Blokfout>
  onZet: (id: number, deel: Partial<Blokveld>) => void
  onWeg: (id: number) => void
  onErbij: () => void
}

function Dag({ naam, velden, fouten, onZet, onWeg, onErbij }: DagProps) {
  const t = useBeheerTeksten()
  const zinnen: Record<Blokfout, string> = {
    vorm: t.uren.tijdVorm,
    volgorde: t.uren.totNaVan,
    overlap: t.uren.overlap,
  }
  return (
    <fieldset className={css['dag']}>
      <legend>{naam}</legend>
      <div className={css['blokken']}>
        {velden.length === 0 && <span className={css['gesloten']}>{t.uren.gesloten}</span>}
        {velden.map((veld) => {
          const fout = fouten.get(veld.id)
          return (
            <div key={veld.id} className={css['blok']}>
              {(['van', 'tot'] as const).map((kant) => (
                <Fragment key={kant}>
                  {kant === 'tot' && <span aria-hidden="true">–</span>}
                  <TextInput
                    aria-label={t.uren[kant](naam)}
                    inputMode="numeric"
                    placeholder={kant === 'van' ? '08:30' : '17:00'}
                    value={veld[kant]}
                    error={fout !== undefined}
                    {...(fout && { 'aria-describedby': `fout-${naam}-${veld.id}` })}
                    onChange={(event) => onZet(veld.id, { [kant]: event.currentTarget.value })}
                    onBlur={(event) => onZet(veld.id, { [kant]: naarTijd(event.currentTarget.value) })}
                  />
                </Fragment>
              ))}
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t.uren.blokWeg(naam)}
                onClick={() => onWeg(veld.id)}
              >
                <Icoon naam="sluit" maat={14} />
              </ActionIcon>
              {fout && (
                <p id={`fout-${naam}-${veld.id}`} role="alert" className={css['fout']}>
                  {zinnen[fout]}
                </p>
              )}
            </div>
          )
        })}
      </div>
      <ActionIcon variant="subtle" color="gray" aria-label={t.uren.blokErbij(naam)} onClick={onErbij}>
        <Icoon naam="plus" maat={14} />
      </ActionIcon>
    </fieldset>
  )
}

function alsTekst(blokken: Rooster['blokken'], dagen: Record<number, string>): string {
  return weekdagen
    .flatMap((dag) => {
      const times = blokken.filter((blok) => blok.weekdag === dag).map(({ van, tot }) => `${van}–${tot}`)
      return times.length > 0 ? [`${dagen[dag]} ${times.join(', ')}`] : []
    })
    .join('; ')
}
