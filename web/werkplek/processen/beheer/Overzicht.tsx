import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type BeheerProces,
  listBeheerProcessen,
  type ProcesVersie,
  type ProcesVersieRij,
  wijzigProces,
} from '#contract/procesbeheer.ts'
import { call } from '#kit/api.ts'
import { getal } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { later } from '#kit/later.tsx'
import { meld } from '#kit/melding.ts'
import { paden } from '#kit/paden.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import { Venster } from '#kit/Venster.tsx'
import { Cel, Lijst, Naamcel } from '../../beheer/Lijst.tsx'
import { useMigreerTeksten } from '../migreren/migreerTeksten.ts'
import css from './Beheer.module.css'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'
import { Scenarios } from './Scenarios.tsx'

const VersieOverzetten = later(() =>
  import('../migreren/VersieOverzetten.tsx').then((module) => module.VersieOverzetten),
)

/** What is right and wrong with this version, and which versions there are. */
export function Overzicht({ proces, versie }: { proces: BeheerProces; versie: ProcesVersie }) {
  const t = useProcesbeheerTeksten()
  const mayZaken = useRecht('zaak.lezen')
  const migreer = useMigreerTeksten()
  const [over, setOver] = useState<ProcesVersieRij>()
  return (
    <>
      <section className={css['stuk']} aria-labelledby="controle">
        <h2 id="controle">{t.bevindingen}</h2>
        <Bevindingen versie={versie} />
      </section>
      <section className={css['stuk']} aria-labelledby="versies">
        <h2 id="versies">{t.versies}</h2>
        <Lijst
          naam={t.versies}
          kolommen={[
            { kop: t.versies },
            { kop: t.stand },
            { kop: t.gemaakt, bijzaak: true },
            { kop: t.gepubliceerd, bijzaak: true },
            { kop: t.lopend, rechts: true },
          ]}
        >
          {proces.versies.map((each) => (
            <tr key={each.id}>
              <Naamcel
                link={
                  <Link
                    to="."
                    search={(was: Record<string, unknown>) => ({ ...was, versie: each.id })}
                    aria-label={t.bekijk(each.nummer)}
                  >
                    {t.versie(each.nummer)}
                  </Link>
                }
                onder={each.reden || t.bron[each.bron]}
              />
              <Cel>{t.status[each.status]}</Cel>
              <Cel bijzaak zacht>
                <Tijdstip moment={each.aangemaaktOp} /> {t.door(each.aangemaaktDoor.naam)}
              </Cel>
              <Cel bijzaak zacht>
                {each.gepubliceerdOp ? (
                  <>
                    <Tijdstip moment={each.gepubliceerdOp} />{' '}
                    {each.gepubliceerdDoor && t.door(each.gepubliceerdDoor.naam)}
                  </>
                ) : (
                  '–'
                )}
              </Cel>
              <Cel rechts>
                {getal(each.lopend)}{' '}
                {each.lopend > 0 && (
                  <Button variant="default" size="compact-xs" onClick={() => setOver(each)}>
                    {migreer.alles}
                  </Button>
                )}
              </Cel>
            </tr>
          ))}
        </Lijst>
        {over && <VersieOverzetten versie={over} onSluiten={() => setOver(undefined)} />}
        <div className={css['knoppen']}>
          {mayZaken && (
            <Link to={paden.zaken} search={{ zaaktype: versie.zaaktype } as never}>
              {t.zaken}
            </Link>
          )}
          <AanUit proces={proces} />
        </div>
      </section>
      <Scenarios versie={versie} />
    </>
  )
}

function Bevindingen({ versie: { bevindingen } }: { versie: ProcesVersie }) {
  const t = useProcesbeheerTeksten()
  if (bevindingen.length === 0) return <StatusBadge toon="goed">{t.geenBevindingen}</StatusBadge>
  const fouten = bevindingen.filter(({ ernst }) => ernst === 'fout')
  const anders = bevindingen.filter(({ ernst }) => ernst === 'waarschuwing')
  return (
    <>
      <p className={css['knoppen']}>
        {fouten.length > 0 && <StatusBadge toon="fout">{t.fouten(fouten.length)}</StatusBadge>}
        {anders.length > 0 && <StatusBadge toon="let-op">{t.waarschuwingen(anders.length)}</StatusBadge>}
      </p>
      <ul className={css['bevindingen']}>
        {[...fouten, ...anders].map(({ ernst, bestand, plek, naam, melding }) => (
          <li key={`${bestand}${plek}${melding}`} data-ernst={ernst}>
            <Icoon
              naam={ernst === 'fout' ? 'let_op' : 'info'}
              maat={14}
              label={ernst === 'fout' ? t.fout : t.waarschuwing}
            />
            <div>
              <p>
                {naam && <strong>{naam}: </strong>}
                {melding}
              </p>
              <Link to="." search={(was: Record<string, unknown>) => ({ ...was, ...bladVan(bestand, plek) })}>
                {bestand}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The sheet on which one mends it, at its place. */
function bladVan(bestand: string, plek: string): { blad: string; stuk: string } {
  if (bestand === 'proces.bpmn') return { blad: 'schema', stuk: plek }
  if (bestand === 'regels.dmn') return { blad: 'regels', stuk: plek }
  const [, map] = /^(formulieren|berichten)\//.exec(bestand) ?? []
  return { blad: map ?? 'bestanden', stuk: bestand }
}

/** Off: nobody can start a new case of it. */
function AanUit({ proces }: { proces: BeheerProces }) {
  const t = useProcesbeheerTeksten()
  const client = useQueryClient()
  const [vraagt, setVraagt] = useState(false)
  const zet = useMutation({
    mutationFn: (actief: boolean) =>
      call(wijzigProces, {
        params: { proces: proces.proces },
        body: { actief, volgorde: proces.volgorde },
        ifMatch: proces.versie,
      }),
    onSuccess: (na) => meld(na.actief ? t.aangezet : t.uitgezet),
    onError: (error) =>
      meld(error instanceof ApiProblem && error.code === 'verouderd' ? t.verouderd : detailOf(error), { toon: 'fout' }),
    onSettled: async () => {
      setVraagt(false)
      await client.invalidateQueries({ queryKey: lees(listBeheerProcessen).queryKey })
      await ververs(client, listBeheerProcessen)
    },
  })
  return (
    <>
      <Button
        variant="default"
        size="xs"
        loading={zet.isPending}
        onClick={() => (proces.actief ? setVraagt(true) : zet.mutate(true))}
      >
        {proces.actief ? t.uitzetten : t.aanzetten}
      </Button>
      <Venster
        open={vraagt}
        titel={t.uitzettenTitel(proces.naam)}
        onSluiten={() => setVraagt(false)}
        acties={
          <>
            <Button variant="default" data-autofocus onClick={() => setVraagt(false)}>
              {t.annuleren}
            </Button>
            <Button color="red" loading={zet.isPending} onClick={() => zet.mutate(false)}>
              {t.uitzetten}
            </Button>
          </>
        }
      >
        <p>{t.uitzettenUitleg}</p>
      </Venster>
    </>
  )
}
