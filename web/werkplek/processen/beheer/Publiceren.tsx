import { Button, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import {
  getProcesVersie,
  listBeheerProcessen,
  type ProcesVersie,
  type Publicatie,
  publiceer,
  verwijderConcept,
} from '#contract/procesbeheer.ts'
import { call } from '#kit/api.ts'
import { precies } from '#kit/format.ts'
import { meld } from '#kit/melding.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Laadskelet } from '#kit/Staten.tsx'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import { Venster } from '#kit/Venster.tsx'
import css from './Beheer.module.css'
import { useConcept } from './concept.ts'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'

const Met = lazy(() => import('./vergelijken/Vergelijken.tsx').then((module) => ({ default: module.Met })))

/** What one can do with a draft: put it in force with a reason, or throw it away. */
export function Publiceren({ versie }: { versie: ProcesVersie }) {
  const t = useProcesbeheerTeksten()
  const [venster, setVenster] = useState<'publiceren' | 'weggooien'>()
  const { gewijzigd, botsingen, bewaar, bezig } = useConcept()
  const fouten = versie.bevindingen.filter(({ ernst }) => ernst === 'fout').length
  const { publicatie } = versie
  const waarom = fouten > 0 ? t.fouten(fouten) : publicatie.mag ? undefined : t.vierOgen
  // What was changed and is not kept yet belongs to it: that first.
  const open = async () => {
    if (!gewijzigd || (await bewaar())) setVenster('publiceren')
  }
  return (
    <span className={css['knoppen']}>
      {!publicatie.mag && (
        <span className={css['zacht']}>
          {t.vierOgen} {wieMag(publicatie.anderen, t)}
        </span>
      )}
      <Button size="xs" variant="default" onClick={() => setVenster('weggooien')}>
        {t.weggooien}
      </Button>
      <Button
        size="xs"
        disabled={waarom !== undefined || botsingen.length > 0}
        title={waarom}
        loading={bezig}
        onClick={() => void open()}
      >
        {t.publiceren}
      </Button>
      {venster === 'publiceren' && <Publiceervenster versie={versie} onSluiten={() => setVenster(undefined)} />}
      {venster === 'weggooien' && <Weggooivenster versie={versie} onSluiten={() => setVenster(undefined)} />}
    </span>
  )
}

function wieMag(anderen: Publicatie['anderen'], t: ReturnType<typeof useProcesbeheerTeksten>): string {
  return anderen.length > 0 ? t.vierOgenWie(anderen.map(({ naam }) => naam).join(', ')) : t.vierOgenNiemand
}

function Publiceervenster({ versie, onSluiten }: { versie: ProcesVersie; onSluiten: () => void }) {
  const t = useProcesbeheerTeksten()
  const client = useQueryClient()
  const [reden, zetReden, wisReden] = useTabwaarde(`publiceren.${versie.id}`, '')
  const [fout, setFout] = useState<string>()
  const [bezig, setBezig] = useState(false)
  const verstuur = async () => {
    setBezig(true)
    setFout(undefined)
    try {
      await call(publiceer, { params: { id: versie.id }, body: { reden }, ifMatch: versie.versie })
      wisReden()
      meld(t.gepubliceerdMelding)
      onSluiten()
    } catch (error) {
      setFout(redenVan(error, t.verouderd))
    } finally {
      setBezig(false)
      void ververs(client, listBeheerProcessen, getProcesVersie)
    }
  }
  useSneltoets('mod+enter', t.publicerenKnop, () => !bezig && void verstuur())
  return (
    <Venster
      open
      breed
      titel={t.publicerenTitel(versie.naam, versie.nummer)}
      onSluiten={onSluiten}
      acties={
        <>
          <Button variant="default" onClick={onSluiten}>
            {t.annuleren}
          </Button>
          <Button loading={bezig} onClick={() => void verstuur()} rightSection={<Toets toets="mod+enter" />}>
            {t.publicerenKnop}
          </Button>
        </>
      }
    >
      <div className={css['velden']}>
        <p>{t.publicerenUitleg}</p>
        {versie.publicatie.vierOgen && versie.gewijzigdDoor && versie.gewijzigdOp && (
          <p>{t.laatstGewijzigd(versie.gewijzigdDoor.naam, precies(versie.gewijzigdOp))}</p>
        )}
        <Textarea
          data-autofocus
          required
          label={t.publicerenReden}
          autosize
          minRows={2}
          maxLength={500}
          value={reden}
          error={fout}
          onChange={({ currentTarget }) => zetReden(currentTarget.value.replace(/\n/g, ' '))}
        />
        <Watverandert versie={versie} />
      </div>
    </Venster>
  )
}

/** Against what is in force now: what new cases will do otherwise. */
function Watverandert({ versie }: { versie: ProcesVersie }) {
  const t = useProcesbeheerTeksten()
  const { data } = useQuery(lees(listBeheerProcessen))
  const geldend = data?.rijen
    .find(({ proces }) => proces === versie.proces)
    ?.versies.find(({ status }) => status === 'gepubliceerd')
  if (!data) return <Laadskelet />
  return (
    <section aria-labelledby="watverandert">
      <h3 id="watverandert">{geldend ? t.watVerandert(geldend.nummer) : t.eersteVersie}</h3>
      {geldend && (
        <Suspense fallback={<Laadskelet />}>
          <Met id={geldend.id} versie={versie} />
        </Suspense>
      )}
    </section>
  )
}

function Weggooivenster({ versie, onSluiten }: { versie: ProcesVersie; onSluiten: () => void }) {
  const t = useProcesbeheerTeksten()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [bezig, setBezig] = useState(false)
  const weg = async () => {
    setBezig(true)
    try {
      await call(verwijderConcept, { params: { id: versie.id }, ifMatch: versie.versie })
      meld(t.weggegooid)
      await navigate({ to: '.', search: () => ({}) })
      await ververs(client, listBeheerProcessen)
      onSluiten()
    } catch (error) {
      meld(redenVan(error, t.verouderd), { toon: 'fout' })
      void ververs(client, listBeheerProcessen, getProcesVersie)
      onSluiten()
    }
  }
  return (
    <Venster
      open
      titel={t.weggooienTitel(versie.nummer)}
      onSluiten={onSluiten}
      acties={
        <>
          <Button variant="default" data-autofocus onClick={onSluiten}>
            {t.annuleren}
          </Button>
          <Button color="red" loading={bezig} onClick={() => void weg()}>
            {t.weggooien}
          </Button>
        </>
      }
    >
      <p>{t.weggooienUitleg}</p>
    </Venster>
  )
}

/** What stops it, with the objections to files and fields. */
function redenVan(error: unknown, verouderd: string): string {
  if (!(error instanceof ApiProblem)) return detailOf(error)
  if (error.code === 'verouderd') return verouderd
  return error.invalidParams.length > 0 ? error.invalidParams.map(({ reason }) => reason).join(' ') : detailOf(error)
}
