import { Button, FileButton, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { listBeheerProcessen, maakConcept } from '#contract/procesbeheer.ts'
import { Proces } from '#contract/processen.ts'
import { call } from '#kit/api.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { meld } from '#kit/melding.ts'
import { paden } from '#kit/paden.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { Venster } from '#kit/Venster.tsx'
import css from './Beheer.module.css'
import { type Gelezenmap, leesMap, ordenMap } from './mapbestanden.ts'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'
import { leesZip, ZipFout } from './zip.ts'

/** A folder or its ZIP becomes a draft; the server says what is wrong with it. */
export function MapOverzetten({ proces, onSluiten }: { proces?: string; onSluiten: () => void }) {
  const t = useProcesbeheerTeksten()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [map, setMap] = useState<Gelezenmap>()
  const [naam, setNaam] = useState(proces ?? '')
  const [fout, setFout] = useState<string>()
  const [bezig, setBezig] = useState(false)

  const kies = async (gelezen: Promise<Gelezenmap>) => {
    setFout(undefined)
    setMap(undefined)
    try {
      const next = await gelezen
      if (!next.bestanden['proces.bpmn']) return setFout(t.geenProcesbestand)
      setMap(next)
      if (!proces && naam === '') setNaam(next.map)
    } catch (error) {
      setFout(error instanceof ZipFout && error.soort === 'groot' ? t.zipGroot : t.zipFout)
    }
  }
  const overzetten = async () => {
    if (!map) return
    const goed = Proces.safeParse(naam)
    if (!goed.success) return setFout(goed.error.issues[0]?.message)
    setBezig(true)
    setFout(undefined)
    try {
      const versie = await call(maakConcept, { params: { proces: naam }, body: { bestanden: map.bestanden } })
      await ververs(client, listBeheerProcessen)
      meld(t.overgezet)
      onSluiten()
      await navigate({ to: paden.beheerProces(naam), search: () => ({ versie: versie.id }) })
    } catch (error) {
      const params = error instanceof ApiProblem ? error.invalidParams : []
      setFout([detailOf(error), ...params.map(({ reason }) => reason)].join(' '))
    } finally {
      setBezig(false)
    }
  }
  return (
    <Venster
      open
      titel={t.mapKnop}
      onSluiten={onSluiten}
      acties={
        <>
          <Button variant="default" onClick={onSluiten}>
            {t.annuleren}
          </Button>
          <Button loading={bezig} disabled={!map} onClick={() => void overzetten()}>
            {t.overzetten}
          </Button>
        </>
      }
    >
      <div className={css['velden']}>
        <p>{t.mapUitleg}</p>
        {fout && (
          <p className={css['melding']} role="alert">
            <Icoon naam="let_op" maat={14} /> {fout}
          </p>
        )}
        <div className={css['knoppen']}>
          <FileButton
            multiple
            inputProps={{ webkitdirectory: '' } as never}
            onChange={(bestanden) => bestanden.length > 0 && void kies(leesMap(bestanden))}
          >
            {(props) => (
              <Button variant="default" {...props}>
                {t.kiesMap}
              </Button>
            )}
          </FileButton>
          <FileButton
            accept=".zip,application/zip"
            onChange={(bestand) => bestand && void kies(leesZip(bestand).then(ordenMap))}
          >
            {(props) => (
              <Button variant="default" {...props}>
                {t.kiesZip}
              </Button>
            )}
          </FileButton>
        </div>
        <div role="status" className={css['velden']}>
          {map && <p>{t.gekozen(Object.keys(map.bestanden).length)}</p>}
          {map && map.overgeslagen.length > 0 && (
            <p className={css['zacht']}>{t.overgeslagen(map.overgeslagen.slice(0, 8).join(', '))}</p>
          )}
        </div>
        {!proces && (
          <TextInput
            label={t.mapNaam}
            description={t.mapNaamUitleg}
            value={naam}
            maxLength={60}
            onChange={({ currentTarget }) => setNaam(currentTarget.value)}
          />
        )}
      </div>
    </Venster>
  )
}
